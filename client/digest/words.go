package digest

// The vocabulary of the reader: what papers are called, how a duty is worded,
// what opens a condition, who makes a paper, what is a remark.

// paperNouns are the words that a paper's name begins with.
var paperNouns = newLexicon(
	"giấy|giấy tờ|giấy phép|giấy chứng nhận|bản sao|bản chính|bản gốc|bản chụp|bản photo|bản photocopy|bản dịch|bản cam kết|bản|văn bản|văn bằng|văn kiện|biên bản|biên lai|biểu|biểu mẫu",
	"tờ khai|tờ trình|tờ khai báo|tờ|đơn|đơn đề nghị|hộ chiếu|thẻ|căn cước|căn cước công dân|chứng minh nhân dân|chứng minh thư|cmnd|cccd|quyết định|hợp đồng|phụ lục",
	"chứng từ|chứng chỉ|chứng nhận|chứng thư|chứng cứ|chứng minh|hóa đơn|phiếu|danh sách|danh mục|điều lệ|quy chế|quy trình|nội quy|nghị quyết|báo cáo|thông báo|xác nhận",
	"ảnh|hình ảnh|ý kiến|tài liệu|trích lục|trích đo|trích sao|bảng|bảng kê|cam kết|sổ|đề nghị|phương án|dự thảo|kết quả|vận đơn|vận tải đơn|mẫu|hồ sơ|bằng|lý lịch|sơ yếu lý lịch",
	"sơ đồ|bản đồ|bản vẽ|thuyết minh|kế hoạch|đề án|dự toán|công văn|công hàm|thư|lệnh|di chúc|bản án|học bạ|tệp tin|tệp|file|dữ liệu|mã số|đề xuất|giải trình|luận chứng|khai báo",
	"bảo lãnh|chấp thuận|phim|séc|catalogue|catalog|tem|nhãn|video|số liệu|lời chứng|lịch trình|chương trình|thông tin|bộ hồ sơ|bộ ảnh|con dấu|biển số|chứng nhận đăng ký|tập|vé|áp phích|đĩa|hình|các văn bản|packing|invoice|bill|toàn bộ|thiết kế|bệnh án|nội dung giải trình|nội dung thuyết minh|điều ước|thỏa thuận|hiệp định|nhật ký|lược khai|giấy ủy quyền|sách|cataloge|mô tả|đăng ký|tóm tắt|tuyên bố|trích ngang|biện pháp|dự án|catologue|luận văn|công trình|quy định nội bộ|đề cương|chi tiết danh mục", //nolint:misspell // as pages spell it
)

// noPapers begin like a paper's noun and name none.
var noPapers = newLexicon("đơn vị|đơn giá|đơn hàng|biển số xe|thông tin|công trình tôn giáo|dự án đầu tư")

// strongPapers are nouns that hardly stand for anything but a paper.
var strongPapers = newLexicon("giấy|biên lai|giấy tờ|bản sao|bản chính|bản gốc|bản chụp|bản dịch|bản cam kết|bản vẽ|bản đồ|bản tổng hợp|bản thuyết minh|bản kê khai|bản tường trình|văn bản|văn bằng|biên bản|tờ khai|tờ trình|đơn đề nghị|đơn xin|hộ chiếu|thẻ căn cước|quyết định|hợp đồng|chứng từ|chứng chỉ|chứng nhận|chứng thư|hóa đơn|phiếu|danh sách|danh mục|điều lệ|nghị quyết|báo cáo|thông báo|xác nhận|tài liệu|trích lục|bảng kê|bảng|sơ yếu lý lịch|lý lịch|phương án|kết quả|bằng|sơ đồ|thuyết minh|công văn|ý kiến|thư|di chúc|bản án|vận đơn|cam kết|ảnh|hồ sơ|sổ|bản")

// containers are nouns that hold papers rather than being one.
var containers = newLexicon(
	"hồ sơ|chứng cứ|bộ hồ sơ|thành phần hồ sơ|thành phần|giấy tờ|tài liệu|chứng từ|các giấy tờ|các tài liệu|văn bản pháp lý|các văn bản|giấy tờ, tài liệu|loại giấy tờ|những giấy tờ|01 bộ hồ sơ",
)

// countWords stand between a number and a paper: "02 bộ hồ sơ".
var countWords = newLexicon("bộ|chiếc|tấm|bản|tờ|tệp|quyển|cuốn|tập|file|loại")

// articles stand before a noun.
var articles = newLexicon("các|những|một|toàn bộ|tất cả|tất cả các|toàn bộ các|loại|các loại|mỗi|mọi|một số|đầy đủ|đầy đủ các|một bộ|một loại|ít nhất một")

// copies are ways to say how a paper is to be: they tell no paper from another.
var copyHeads = newLexicon(
	"bản sao|bản chính|bản gốc|bản chụp|bản photo|bản photocopy|bản phô tô|bản sao y|bản quét|bản scan|bản điện tử|bản giấy|bản sao điện tử|tệp tin|tệp tin chứa|tệp tin điện tử|ảnh chụp|tệp|file|biểu mẫu điện tử|bản sao hoặc chụp|bản chính hoặc bản sao|bản số hóa|sao y bản chính",
)

var copyWords = newLexicon(
	"do chính cơ quan, tổ chức hoặc cá nhân đã lập bản chính xác thực|do chính cơ quan, tổ chức, cá nhân đã lập bản chính xác thực|do chính cơ quan, tổ chức đã lập bản chính xác thực|do chính cơ quan, tổ chức đã lập bản chính thực hiện",
	"không yêu cầu chứng thực|không cần chứng thực|không cần công chứng|có xác nhận của doanh nghiệp|có xác nhận của người nộp thuế|có xác nhận của người nhập khẩu|có xác nhận của cơ sở|có xác nhận của tổ chức|có xác nhận của công ty|có xác nhận của đơn vị|có xác nhận của chủ đầu tư|có xác nhận của người khai hải quan|có xác nhận của tổ chức, cá nhân",
	"có chứng thực|được chứng thực|chứng thực|công chứng|có công chứng|có công chứng, chứng thực|công chứng, chứng thực|công chứng hoặc chứng thực|có công chứng hoặc chứng thực|điện tử|hợp lệ|hợp pháp|hợp lệ của|từ bản chính|từ bản gốc|từ sổ gốc|cấp từ sổ gốc|được cấp từ sổ gốc|được cấp|đã được chứng thực|đã chứng thực|được công chứng",
	"kèm bản chính|kèm theo bản chính|kèm theo bản gốc|kèm bản gốc|kèm bản chính để đối chiếu|để đối chiếu|để kiểm tra đối chiếu|để kiểm tra|đối chiếu|để kiểm tra, đối chiếu|xuất trình bản chính|và xuất trình bản chính|xuất trình bản gốc|có xuất trình bản chính|xuất trình kèm bản chính|kèm xuất trình bản chính|và bản chính|mang theo bản chính",
	"chụp từ bản chính|chụp|sao y|sao y bản chính|có giá trị pháp lý|có giá trị pháp lý như bản chính|theo quy định|theo quy định của pháp luật|do chính cơ quan, tổ chức đã lập bản chính sao y|do cơ quan có thẩm quyền cấp|có xác nhận|có dấu xác nhận|có đóng dấu|có chứng thực hoặc|chứa|của|được trích xuất|được số hóa|số hóa|photocopy|màu|đã được hợp pháp hóa|theo quy định về chứng thực|hoặc|,|/|và|và/hoặc|hay|-|có chữ ký số|được ký số|bằng tiếng việt|tiếng việt|có xác nhận của|có xác nhận sao y|của doanh nghiệp|sao chụp|một trong các|văn bản|các văn bản|loại",
)

// followUps are the copy rules of a sentence: "xuất trình bản chính để đối chiếu".
var (
	// caseOpeners open a condition in front of what it is about.
	caseOpeners = newLexicon(
		"trường hợp|trong trường hợp|các trường hợp|những trường hợp|đối với trường hợp|đối với các trường hợp|đối với những trường hợp|trong các trường hợp|với trường hợp|riêng trường hợp|riêng đối với|riêng với|nếu|đối với|khi|trong thời hạn|tại thời điểm|ngoài ra, trường hợp|ngoài ra, đối với|ngoài ra trường hợp|ngoài ra đối với|ngoài ra, nếu|ngoài ra nếu|còn trường hợp|còn đối với|với|riêng|đối với trường hợp nếu|trong trường hợp nếu|nếu trường hợp",
	)
	// addings say that what follows comes on top; they are no condition.
	addings = newLexicon("ngoài ra|ngoài ra,|đồng thời|đồng thời,|bên cạnh đó|kèm theo đó|và|hoặc|hoặc là|còn|riêng|mặt khác|cụ thể|cụ thể là|như sau|như|gồm|bao gồm|gồm có|là|sau đây|sau|trong đó")

	// tailOpeners open a condition behind a paper.
	tailOpeners = newLexicon(
		"không áp dụng với|không áp dụng cho|không áp dụng trong trường hợp|không áp dụng khi|không áp dụng đối với trường hợp|trong trường hợp|trong các trường hợp|trong những trường hợp|đối với trường hợp|đối với các trường hợp|đối với những trường hợp|cho trường hợp|cho các trường hợp|với trường hợp|đối với|áp dụng đối với|áp dụng với|áp dụng cho|áp dụng trong trường hợp|áp dụng đối với trường hợp|áp dụng cho trường hợp|chỉ áp dụng đối với|chỉ áp dụng cho|nếu|trừ|trừ trường hợp|trừ các trường hợp|trừ khi|ngoại trừ|ngoại trừ trường hợp|không áp dụng đối với|trường hợp|chỉ yêu cầu đối với|chỉ nộp khi|bắt buộc đối với|thuộc trường hợp phải|chỉ trong trường hợp|chỉ đối với|yêu cầu đối với|trong trường hợp nếu|khi có|kèm theo trong trường hợp|kèm theo trường hợp|với các trường hợp|với những trường hợp|khi",
	)
	exceptWords = newLexicon("không áp dụng với|không áp dụng cho|không áp dụng trong trường hợp|không áp dụng khi|không áp dụng đối với trường hợp|trừ|trừ trường hợp|trừ các trường hợp|trừ khi|ngoại trừ|ngoại trừ trường hợp|không áp dụng đối với")

	// conditionEnds close a condition in front: "Trường hợp X thì Y".
	thenWords = newLexicon("thì")

	// duties demand papers.
	duties = newLexicon(
		"nộp|nộp lại|nộp thêm|nộp kèm|nộp bổ sung|nộp các|phải nộp|phải nộp thêm|phải nộp kèm|phải nộp bổ sung|phải có|phải có thêm|cần có|cần có thêm|cần phải có|còn phải có|còn phải có thêm|còn phải nộp|còn phải nộp thêm|phải xuất trình|phải xuất trình thêm|xuất trình|xuất trình thêm|gửi|gửi kèm|gửi kèm theo|gửi thêm|phải gửi|phải gửi kèm|phải gửi kèm theo|kèm theo|phải kèm theo|phải kèm|kèm|đính kèm|phải đính kèm|gửi bổ sung",
		"bổ sung|bổ sung thêm|phải bổ sung|phải bổ sung thêm|cung cấp|phải cung cấp|cung cấp thêm|thay thế bằng|thay bằng|hồ sơ gồm|hồ sơ bao gồm|hồ sơ phải có|còn có|còn gồm|có thêm|thêm|có trách nhiệm cung cấp|có trách nhiệm nộp|cần nộp|cần nộp thêm|cần bổ sung|cần xuất trình|cần kèm theo|phải thực hiện nộp|bao gồm|gồm|gồm có|phải mang theo|mang theo|hồ sơ là|nộp thay thế bằng|được thay thế bằng|được thay bằng|được nộp|có thể nộp|có thể nộp thay|nộp thay|có",
	)
	// noDuties free from a paper.
	noDuties = newLexicon("không phải|không cần|không bắt buộc|không yêu cầu|không bao gồm|miễn nộp|được miễn|không nộp|không phải nộp|không gồm|chưa phải|không được yêu cầu|không phải xuất trình|miễn|thay thế bằng dữ liệu|không thực hiện")

	// offices act themselves; what they do is no duty of the applicant.
	offices = newLexicon("cơ quan|người tiếp nhận|cán bộ|công chức|ủy ban|ủy ban nhân dân|sở|bộ phận|trung tâm|bộ|cục|chi cục|phòng|công an|tổng cục|ngân hàng nhà nước|thanh tra|hải quan|người thực hiện chứng thực|tòa án|kho bạc|ban quản lý|cảng vụ|người có thẩm quyền|chủ tịch|giám đốc sở|thủ trưởng cơ quan|hội đồng|đơn vị tiếp nhận|việc|thời hạn|hệ thống|nhân viên tiếp nhận|văn phòng đăng ký|sở giao dịch|bộ trưởng|cán bộ tiếp nhận|cảnh sát|cơ quan giải quyết")
	// applicants are who a duty is meant for.
	applicants = newLexicon("đại diện thân nhân|thân nhân|người|công dân|cá nhân|tổ chức|doanh nghiệp|chủ|bên|nhà đầu tư|hộ kinh doanh|hộ gia đình|đơn vị|hợp tác xã|người yêu cầu|người đề nghị|chủ xe|chủ đầu tư|chủ tàu|công ty|thương nhân|cơ sở|tổ hợp tác|ngân hàng thương mại|tổ chức tín dụng|học viên|thí sinh|nhà thầu|đối tượng")
	// everybody are subjects that mean the person at the counter.
	everybody = newLexicon("người yêu cầu|người đề nghị|người nộp hồ sơ|người làm thủ tục|người dân|người có yêu cầu|người khai hải quan|người nộp thuế|tổ chức, cá nhân|cá nhân, tổ chức|công dân|tổ chức|cá nhân|doanh nghiệp|chủ xe|chủ đầu tư|nhà đầu tư|người nộp đơn|người đăng ký|người có nhu cầu|cơ sở|đơn vị|người đó|người được cấp")

	// remarks open advice.
	remarks = newLexicon("lưu ý|chú ý|ví dụ|ghi chú|số lượng hồ sơ|số lượng|số bộ hồ sơ|thời hạn giải quyết|thời gian|cách thức|địa điểm|lệ phí|phí|nơi nộp|quy cách|thời hạn")
	// verbs of a sentence that says something about papers instead of naming one.
	aboutPapers = newLexicon("phải được|phải bảo đảm|phải đảm bảo|phải đáp ứng|phải còn|phải ghi|phải thể hiện|phải do|phải phù hợp|không phải|không cần|không bắt buộc|có giá trị pháp lý tương đương|thì|được thực hiện|được lập thành|được bao gồm|được gửi|được nộp|được sử dụng|được thay thế|chịu trách nhiệm|có trách nhiệm|thực hiện theo|được hiểu|được tạo lập|không được|không yêu cầu|do cha|được khai thác|được lưu|được trả|phải dịch|phải hợp pháp|phải ký|phải bằng|phải là|có thể là|bao gồm các giấy tờ theo quy định|gồm các giấy tờ theo quy định|bao gồm các giấy tờ như|bao gồm các giấy tờ quy định|gồm các giấy tờ quy định|bao gồm các tài liệu quy định|gồm các tài liệu theo quy định|được lấy|chỉ thực hiện|chỉ cần|được tính|được quy định cụ thể|đề nghị người|yêu cầu người|này được miễn|được miễn trừ trong|được cắt giảm")
	// personRules begin a sentence about rights and duties of people.
	adviceOpeners = newLexicon("người tiếp nhận|người yêu cầu|người ủy quyền|người được|người có|người đi|người thực hiện|cơ quan|cá nhân có|yêu cầu|việc|giá trị sử dụng|nội dung|ngoài|trừ|điện tử|đối với giấy tờ|đối với các giấy tờ|đối với việc|thành phần hồ sơ|chi tiết|theo|để|công dân có trách|cán bộ|ủy ban|tổ chức, cá nhân|cá nhân, tổ chức|doanh nghiệp|công dân|tổ chức|cá nhân|người|thủ tục")

	oneOfWords = newLexicon("một trong|một trong các|một trong những|một trong số|ít nhất một trong|1 trong|01 trong|01 (một) trong|một hoặc nhiều|một hoặc một số|ít nhất một|ít nhất 01")
	ifAnyWords = newLexicon("nếu có|nếu cần|nếu có yêu cầu|nếu được yêu cầu|khi có yêu cầu|có liên quan, nếu có|khi cần")

	// details describe what stands in a paper, not which one it is.
	details = newLexicon("phải ghi rõ|phải nêu rõ|ghi rõ|nêu rõ|trong đó|trong đó có|gồm những nội dung|bao gồm những nội dung|thể hiện rõ|thể hiện các|các nội dung chính|bao gồm các thông tin|gồm các thông tin|có các thông tin|bao gồm thông tin|trong đó nêu|trong đó ghi|có đầy đủ thông tin|chụp không quá|mới chụp|được chụp|nội dung bao gồm|nội dung gồm|trong đó bao gồm|là bản gốc|là bản chính|là bản sao|là bản chụp|gồm các nội dung chính|gồm nội dung|sau đây gọi")
	// citations name the law that asks for a paper.
	citations = newLexicon("ban hành kèm theo|ban hành theo|kèm theo thông tư|kèm theo nghị định|kèm theo quyết định|kèm theo luật|kèm thông tư|theo quy định|theo mẫu quy định|theo mẫu ban hành|theo mẫu tại|theo mẫu nêu|theo phụ lục|theo thông tư|theo nghị định|theo luật|theo quyết định|quy định tại|quy định của|quy định trong|được quy định|tại phụ lục|tại thông tư|tại nghị định|theo biểu mẫu quy định|theo biểu mẫu tại|theo biểu mẫu ban hành|phụ lục kèm theo|thuộc phụ lục|đã được quy định|của thông tư|theo hướng dẫn|theo điều|theo khoản|theo điểm|theo mục|tại điều|tại khoản|tại điểm|phụ lục ban hành|ban hành tại|của phụ lục|nêu tại|tại biểu|tại mẫu")
	// formWords name the form itself; its number is worth a word on the page.
	formWords = newLexicon("theo mẫu|theo mẫu số|mẫu số|mẫu|theo biểu mẫu|biểu mẫu số")
)
