package digest

// The words that several rules know. A rule's own words stand beside it.

// Papers.

// paperNouns are the words that a paper's name begins with.
var paperNouns = newLexicon(
	"giấy|giấy tờ|giấy phép|giấy chứng nhận|bản sao|bản chính|bản gốc|bản chụp|bản photo|bản photocopy|bản dịch|bản cam kết|bản|văn bản|văn bằng|văn kiện|biên bản|biên lai|biểu|biểu mẫu",
	"tờ khai|tờ trình|tờ khai báo|tờ|đơn|đơn đề nghị|hộ chiếu|thẻ|căn cước|căn cước công dân|chứng minh nhân dân|chứng minh thư|cmnd|cccd|quyết định|hợp đồng|phụ lục",
	"chứng từ|chứng chỉ|chứng nhận|chứng thư|chứng cứ|chứng minh|hóa đơn|phiếu|danh sách|danh mục|điều lệ|quy chế|quy trình|nội quy|nghị quyết|báo cáo|thông báo|xác nhận",
	"ảnh|hình ảnh|ý kiến|tài liệu|trích lục|trích đo|trích sao|bảng|bảng kê|cam kết|sổ|đề nghị|phương án|dự thảo|kết quả|vận đơn|vận tải đơn|mẫu|hồ sơ|bằng|lý lịch|sơ yếu lý lịch",
	"sơ đồ|bản đồ|bản vẽ|thuyết minh|kế hoạch|đề án|dự toán|công văn|công hàm|thư|lệnh|di chúc|bản án|học bạ|tệp tin|tệp|file|dữ liệu|mã số|đề xuất|giải trình|luận chứng|khai báo",
	"bảo lãnh|chấp thuận|phim|séc|catalogue|catalog|tem|nhãn|video|số liệu|lời chứng|lịch trình|chương trình|thông tin|bộ hồ sơ|bộ ảnh|con dấu|biển số|chứng nhận đăng ký|tập|vé|áp phích|đĩa|hình|các văn bản|packing|invoice|bill|toàn bộ|thiết kế|bệnh án|nội dung giải trình|nội dung thuyết minh|điều ước|thỏa thuận|hiệp định|nhật ký|lược khai|giấy ủy quyền|sách|cataloge|mô tả|đăng ký|tóm tắt|tuyên bố|trích ngang|biện pháp|dự án|catologue|luận văn|công trình|quy định nội bộ|đề cương|chi tiết danh mục", //nolint:misspell // as pages spell it
)

// strongPapers are nouns that hardly stand for anything but a paper.
var strongPapers = newLexicon("giấy|biên lai|giấy tờ|bản sao|bản chính|bản gốc|bản chụp|bản dịch|bản cam kết|bản vẽ|bản đồ|bản tổng hợp|bản thuyết minh|bản kê khai|bản tường trình|văn bản|văn bằng|biên bản|tờ khai|tờ trình|đơn đề nghị|đơn xin|hộ chiếu|thẻ căn cước|quyết định|hợp đồng|chứng từ|chứng chỉ|chứng nhận|chứng thư|hóa đơn|phiếu|danh sách|danh mục|điều lệ|nghị quyết|báo cáo|thông báo|xác nhận|tài liệu|trích lục|bảng kê|bảng|sơ yếu lý lịch|lý lịch|phương án|kết quả|bằng|sơ đồ|thuyết minh|công văn|ý kiến|thư|di chúc|bản án|vận đơn|cam kết|ảnh|hồ sơ|sổ|bản")

// evidence are papers that somebody else makes; "đối với" behind one rather tells
// for whom it is.
var evidence = newLexicon("giấy|hợp đồng|chứng từ|chứng chỉ|chứng nhận|chứng thư|tài liệu|quyết định|biên bản|bằng|thẻ|hóa đơn|xác nhận|phiếu")

// containers are nouns that hold papers rather than being one.
var containers = newLexicon(
	"hồ sơ|chứng cứ|bộ hồ sơ|thành phần hồ sơ|thành phần|giấy tờ|tài liệu|chứng từ|các giấy tờ|các tài liệu|văn bản pháp lý|các văn bản|giấy tờ, tài liệu|loại giấy tờ|những giấy tờ|01 bộ hồ sơ",
)

// weakNouns are nouns of papers that name other things as often.
var weakNouns = newLexicon("dự án|công trình|thông tin|dữ liệu|sản phẩm|nội dung")

// identityNouns are papers that tell who somebody is.
var identityNouns = newLexicon("hộ chiếu|thẻ căn cước|thẻ căn cước công dân|căn cước công dân|căn cước|căn cước điện tử|giấy chứng nhận căn cước|chứng minh nhân dân|giấy chứng minh nhân dân")

// formNouns are forms that the applicant fills in.
var formNouns = newLexicon("bản khai|tờ khai|đơn|giấy đề nghị|phiếu đề nghị|văn bản đề nghị|đề nghị|giấy khai|phiếu yêu cầu|phiếu khai|mẫu hộ tịch|đơn đề nghị|phiếu đăng ký")

// applications ask for something: nobody hands in two.
var applications = newLexicon("đơn đề nghị|đơn xin|đơn đăng ký|đơn|tờ khai|văn bản đề nghị|giấy đề nghị|phiếu yêu cầu|công văn đề nghị|thông báo|văn bản thông báo")

// pictures are counted and described by what they show.
var pictures = newLexicon("ảnh|hình|tấm ảnh|ảnh chân dung|hình ảnh|tấm hình")

// databases are where an office looks something up itself.
var databases = newLexicon("cơ sở dữ liệu|được khai thác|khai thác từ")

// Counts and copies, which tell no paper from another.

// smallNumbers are numbers in words.
var smallNumbers = map[string]bool{"một": true, "hai": true, "ba": true, "bốn": true}

// articles stand before a noun.
var articles = newLexicon("các|những|một|toàn bộ|tất cả|tất cả các|toàn bộ các|loại|các loại|mỗi|mọi|một số|đầy đủ|đầy đủ các|một bộ|một loại|ít nhất một")

// leadVerbs may stand before a noun and belong to no name.
var leadVerbs = newLexicon("nộp|xuất trình|gửi|kèm theo|phải nộp|phải có|có|kèm|gồm|bao gồm|thêm|gửi kèm|bổ sung|đính kèm|là|và|hoặc|các loại giấy tờ sau|của các giấy tờ sau|các giấy tờ sau|của|giấy tờ sau đây|gồm có")

// copyHeads begin a way to say how a paper is to be.
var copyHeads = newLexicon(
	"bản sao|bản chính|bản gốc|bản chụp|bản photo|bản photocopy|bản phô tô|bản sao y|bản quét|bản scan|bản điện tử|bản giấy|bản sao điện tử|tệp tin|tệp tin chứa|tệp tin điện tử|ảnh chụp|tệp|file|biểu mẫu điện tử|bản sao hoặc chụp|bản chính hoặc bản sao|bản số hóa|sao y bản chính",
)

// formalities are what a paper has to have.
var formalities = newLexicon("công chứng|chứng thực|phải công chứng|phải chứng thực|phải công chứng, chứng thực|hợp pháp hóa|dịch|phải hợp pháp hóa|có chứng thực|chứng minh|phải có chứng thực|bản giấy|phải có chữ ký|có chữ ký|xác nhận")

// Conditions.

// caseOpeners open a condition in front of what it is about.
var caseOpeners = newLexicon(
	"trường hợp|trong trường hợp|các trường hợp|những trường hợp|đối với trường hợp|đối với các trường hợp|đối với những trường hợp|trong các trường hợp|với trường hợp|riêng trường hợp|riêng đối với|riêng với|nếu|đối với|khi|trong thời hạn|tại thời điểm|ngoài ra, trường hợp|ngoài ra, đối với|ngoài ra trường hợp|ngoài ra đối với|ngoài ra, nếu|ngoài ra nếu|còn trường hợp|còn đối với|với|riêng|đối với trường hợp nếu|trong trường hợp nếu|nếu trường hợp",
)

// caseWords open a condition of a clause of its own.
var caseWords = newLexicon("trường hợp|nếu|đối với|trong trường hợp|riêng|đối với trường hợp")

// addings say that what follows comes on top; they are no condition.
var addings = newLexicon("ngoài ra|ngoài ra,|đồng thời|đồng thời,|bên cạnh đó|kèm theo đó|và|hoặc|hoặc là|còn|riêng|mặt khác|cụ thể|cụ thể là|như sau|như|gồm|bao gồm|gồm có|là|sau đây|sau|trong đó")

// tailOpeners open a condition behind a paper.
var tailOpeners = newLexicon(
	"không áp dụng với|không áp dụng cho|không áp dụng trong trường hợp|không áp dụng khi|không áp dụng đối với trường hợp|trong trường hợp|trong các trường hợp|trong những trường hợp|đối với trường hợp|đối với các trường hợp|đối với những trường hợp|cho trường hợp|cho các trường hợp|với trường hợp|đối với|áp dụng đối với|áp dụng với|áp dụng cho|áp dụng trong trường hợp|áp dụng đối với trường hợp|áp dụng cho trường hợp|chỉ áp dụng đối với|chỉ áp dụng cho|nếu|trừ|trừ trường hợp|trừ các trường hợp|trừ khi|ngoại trừ|ngoại trừ trường hợp|không áp dụng đối với|trường hợp|chỉ yêu cầu đối với|chỉ nộp khi|bắt buộc đối với|thuộc trường hợp phải|chỉ trong trường hợp|chỉ đối với|yêu cầu đối với|trong trường hợp nếu|khi có|kèm theo trong trường hợp|kèm theo trường hợp|với các trường hợp|với những trường hợp|khi",
)

// exceptWords open a condition of those who need no paper.
var exceptWords = newLexicon("không áp dụng với|không áp dụng cho|không áp dụng trong trường hợp|không áp dụng khi|không áp dụng đối với trường hợp|trừ|trừ trường hợp|trừ các trường hợp|trừ khi|ngoại trừ|ngoại trừ trường hợp|không áp dụng đối với")

// thenWords close a condition in front: "Trường hợp X thì Y".
var thenWords = newLexicon("thì")

// ifAnyWords are conditions that name nothing.
var ifAnyWords = newLexicon("nếu có|nếu cần|nếu có yêu cầu|nếu được yêu cầu|khi có yêu cầu|có liên quan, nếu có|khi cần")

// oneOfWords say that one of several papers will do.
var oneOfWords = newLexicon("một trong|một trong các|một trong những|một trong số|ít nhất một trong|1 trong|01 trong|01 (một) trong|một hoặc nhiều|một hoặc một số|ít nhất một|ít nhất 01")

// filing is how a dossier comes in, anywhere in a condition.
var filing = newLexicon("gửi qua đường bưu chính|qua đường bưu điện|qua hệ thống dịch vụ công|gửi trực tiếp|nộp trực tiếp|trực tuyến|môi trường điện tử|qua đường bưu chính|bưu chính|nộp hồ sơ trực tiếp|hồ sơ giấy")

// aboutFiling are conditions on how a dossier comes in: what follows is about
// copies of papers that are named already.
var aboutFiling = newLexicon("nộp hồ sơ|nộp trực tiếp|nộp trực tuyến|nộp bản|nộp qua|gửi hồ sơ|gửi qua|hồ sơ nộp|thực hiện trực tuyến|nộp bằng|giấy tờ|các giấy tờ|nôp bản|người yêu cầu nộp bản|hồ sơ|tài liệu|văn bản|nộp|gửi|thành phần hồ sơ|các thông tin|thông tin|không khai thác|cơ quan|người nộp hồ sơ nộp|cơ sở dữ liệu")

// appliesTo say for whom a rule is.
var appliesTo = newLexicon("áp dụng đối với|áp dụng cho|áp dụng với|tương đương với việc")

// Duties.

// duties demand papers.
var duties = newLexicon(
	"nộp|nộp lại|nộp thêm|nộp kèm|nộp bổ sung|nộp các|phải nộp|phải nộp thêm|phải nộp kèm|phải nộp bổ sung|phải có|phải có thêm|cần có|cần có thêm|cần phải có|còn phải có|còn phải có thêm|còn phải nộp|còn phải nộp thêm|phải xuất trình|phải xuất trình thêm|xuất trình|xuất trình thêm|gửi|gửi kèm|gửi kèm theo|gửi thêm|phải gửi|phải gửi kèm|phải gửi kèm theo|kèm theo|phải kèm theo|phải kèm|kèm|đính kèm|phải đính kèm|gửi bổ sung",
	"bổ sung|bổ sung thêm|phải bổ sung|phải bổ sung thêm|cung cấp|phải cung cấp|cung cấp thêm|thay thế bằng|thay bằng|hồ sơ gồm|hồ sơ bao gồm|hồ sơ phải có|còn có|còn gồm|có thêm|thêm|có trách nhiệm cung cấp|có trách nhiệm nộp|cần nộp|cần nộp thêm|cần bổ sung|cần xuất trình|cần kèm theo|phải thực hiện nộp|bao gồm|gồm|gồm có|phải mang theo|mang theo|hồ sơ là|nộp thay thế bằng|được thay thế bằng|được thay bằng|được nộp|có thể nộp|có thể nộp thay|nộp thay|có",
)

// strongDuties are the duties that a clause may begin with.
var strongDuties = newLexicon("phải nộp|phải có|phải xuất trình|phải kèm theo|phải kèm|phải bổ sung|phải gửi|nộp|nộp thêm|nộp bổ sung|xuất trình|xuất trình thêm|kèm theo|bổ sung|bổ sung thêm|cần có|cần nộp|gửi kèm|gửi kèm theo|còn phải|có trách nhiệm|cung cấp|phải cung cấp|thay thế bằng|thay bằng|đính kèm|có thêm|cần bổ sung|phải thêm|phải")

// subjectDuties follow who has to hand something in.
var subjectDuties = newLexicon("phải nộp|phải xuất trình|phải có|nộp|xuất trình|phải nộp thêm|phải gửi|có trách nhiệm nộp|có trách nhiệm cung cấp|phải cung cấp|cần nộp|phải kèm theo")

// noDuties free from a paper.
var noDuties = newLexicon("không phải|không cần|không bắt buộc|không yêu cầu|không bao gồm|miễn nộp|được miễn|không nộp|không phải nộp|không gồm|chưa phải|không được yêu cầu|không phải xuất trình|miễn|thay thế bằng dữ liệu|không thực hiện")

// notPapers are what a duty may ask for besides papers.
var notPapers = newLexicon("chữ ký|con dấu|họ tên|dấu|thời gian|trách nhiệm|ngành|trình độ|năng lực|vốn|kinh nghiệm|điều kiện")

// pronouns are objects of a duty that name no paper.
var pronouns = newLexicon("hồ sơ theo|hồ sơ này|hồ sơ nêu|giấy tờ này|giấy tờ nêu|tài liệu này|bản sao này|hồ sơ tại|hồ sơ qua|hồ sơ trực|hồ sơ đến|hồ sơ đề nghị|hồ sơ cho|hồ sơ bằng|hồ sơ|bản điện tử|thông tin")

// withIt joins a paper that comes along.
var withIt = newLexicon("kèm theo|kèm|gửi kèm|gửi kèm theo|và nộp lại|và nộp|và xuất trình|đính kèm")

// Who.

// applicants are who a duty is meant for.
var applicants = newLexicon("đại diện thân nhân|thân nhân|người|công dân|cá nhân|tổ chức|doanh nghiệp|chủ|bên|nhà đầu tư|hộ kinh doanh|hộ gia đình|đơn vị|hợp tác xã|người yêu cầu|người đề nghị|chủ xe|chủ đầu tư|chủ tàu|công ty|thương nhân|cơ sở|tổ hợp tác|ngân hàng thương mại|tổ chức tín dụng|học viên|thí sinh|nhà thầu|đối tượng")

// offices act themselves; what they do is no duty of the applicant.
var offices = newLexicon("cơ quan|người tiếp nhận|cán bộ|công chức|ủy ban|ủy ban nhân dân|sở|bộ phận|trung tâm|bộ|cục|chi cục|phòng|công an|tổng cục|ngân hàng nhà nước|thanh tra|hải quan|người thực hiện chứng thực|tòa án|kho bạc|ban quản lý|cảng vụ|người có thẩm quyền|chủ tịch|giám đốc sở|thủ trưởng cơ quan|hội đồng|đơn vị tiếp nhận|việc|thời hạn|hệ thống|nhân viên tiếp nhận|văn phòng đăng ký|sở giao dịch|bộ trưởng|cán bộ tiếp nhận|cảnh sát|cơ quan giải quyết")

// Sentences that name no paper.

// remarks open advice.
var remarks = newLexicon("lưu ý|chú ý|ví dụ|ghi chú|số lượng hồ sơ|số lượng|số bộ hồ sơ|thời hạn giải quyết|thời gian|cách thức|địa điểm|lệ phí|phí|nơi nộp|quy cách|thời hạn")

// adviceOpeners begin a sentence about rights and duties of people, or about papers.
var adviceOpeners = newLexicon("người tiếp nhận|người yêu cầu|người ủy quyền|người được|người có|người đi|người thực hiện|cơ quan|cá nhân có|yêu cầu|việc|giá trị sử dụng|nội dung|ngoài|trừ|điện tử|đối với giấy tờ|đối với các giấy tờ|đối với việc|thành phần hồ sơ|chi tiết|theo|để|công dân có trách|cán bộ|ủy ban|tổ chức, cá nhân|cá nhân, tổ chức|doanh nghiệp|công dân|tổ chức|cá nhân|người|thủ tục")

// details describe what stands in a paper, not which one it is.
var details = newLexicon("phải ghi rõ|phải nêu rõ|ghi rõ|nêu rõ|trong đó|trong đó có|gồm những nội dung|bao gồm những nội dung|thể hiện rõ|thể hiện các|các nội dung chính|bao gồm các thông tin|gồm các thông tin|có các thông tin|bao gồm thông tin|trong đó nêu|trong đó ghi|có đầy đủ thông tin|chụp không quá|mới chụp|được chụp|nội dung bao gồm|nội dung gồm|trong đó bao gồm|là bản gốc|là bản chính|là bản sao|là bản chụp|gồm các nội dung chính|gồm nội dung|sau đây gọi")

// Laws and forms.

// citations name the law that asks for a paper.
var citations = newLexicon("ban hành kèm theo|ban hành theo|kèm theo thông tư|kèm theo nghị định|kèm theo quyết định|kèm theo luật|kèm thông tư|theo quy định|theo mẫu quy định|theo mẫu ban hành|theo mẫu tại|theo mẫu nêu|theo phụ lục|theo thông tư|theo nghị định|theo luật|theo quyết định|quy định tại|quy định của|quy định trong|được quy định|tại phụ lục|tại thông tư|tại nghị định|theo biểu mẫu quy định|theo biểu mẫu tại|theo biểu mẫu ban hành|phụ lục kèm theo|thuộc phụ lục|đã được quy định|của thông tư|theo hướng dẫn|theo điều|theo khoản|theo điểm|theo mục|tại điều|tại khoản|tại điểm|phụ lục ban hành|ban hành tại|của phụ lục|nêu tại|tại biểu|tại mẫu")

// formWords name the form itself; its number is worth a word on the page.
var formWords = newLexicon("theo mẫu|theo mẫu số|mẫu số|mẫu|theo biểu mẫu|biểu mẫu số")
