package vocab

import "motcua/client/digest/token"

// Words that several rules use. A word that only one rule uses is next to that rule.

// Papers.

// PaperNouns are words with which a paper's name begins.
var PaperNouns = token.NewLexicon(
	"vb|giấy|giấy tờ|giấy phép|giấy chứng nhận|bản sao|bản chính|bản gốc|bản chụp|bản photo|bản photocopy|bản dịch|bản cam kết|bản|văn bản|văn bằng|văn kiện|biên bản|biên lai|biểu|biểu mẫu",
	"tờ khai|tờ trình|tờ khai báo|tờ|đơn|đơn đề nghị|hộ chiếu|thẻ|căn cước|căn cước công dân|chứng minh nhân dân|chứng minh thư|cmnd|cccd|quyết định|hợp đồng|phụ lục",
	"chứng từ|chứng chỉ|chứng nhận|chứng thư|chứng cứ|chứng minh|hóa đơn|phiếu|danh sách|danh mục|điều lệ|quy chế|quy trình|nội quy|nghị quyết|báo cáo|thông báo|xác nhận",
	"ảnh|hình ảnh|ý kiến|tài liệu|trích lục|trích đo|trích sao|bảng|bảng kê|cam kết|sổ|đề nghị|phương án|dự thảo|kết quả|vận đơn|vận tải đơn|mẫu|hồ sơ|bằng|lý lịch|sơ yếu lý lịch",
	"sơ đồ|bản đồ|bản vẽ|bản chà|thuyết minh|kế hoạch|đề án|dự toán|công văn|công hàm|thư|lệnh|di chúc|bản án|học bạ|tệp tin|tệp|file|dữ liệu|mã số|đề xuất|giải trình|luận chứng|khai báo",
	"bảo lãnh|bảo hiểm trách nhiệm|chấp thuận|phim|séc|catalogue|catalog|tem|nhãn|video|số liệu|lời chứng|lịch trình|chương trình|thông tin|bộ hồ sơ|bộ ảnh|con dấu|biển số|chứng nhận đăng ký|tập|vé|áp phích|đĩa|hình|các văn bản|packing|invoice|bill|toàn bộ|thiết kế|bệnh án|nội dung giải trình|nội dung thuyết minh|điều ước|thỏa thuận|hiệp định|nhật ký|lược khai|giấy ủy quyền|sách|cataloge|mô tả|đăng ký|tóm tắt|tuyên bố|trích ngang|biện pháp|dự án|catologue|luận văn|công trình|quy định nội bộ|đề cương|chi tiết danh mục", //nolint:misspell // as pages spell it
)

// StrongPapers are nouns that hardly ever mean anything but a paper.
var StrongPapers = token.NewLexicon("giấy|biên lai|giấy tờ|bản sao|bản chính|bản gốc|bản chụp|bản dịch|bản cam kết|bản vẽ|bản đồ|bản tổng hợp|bản thuyết minh|bản kê khai|bản tường trình|văn bản|văn bằng|biên bản|tờ khai|tờ trình|đơn đề nghị|đơn xin|hộ chiếu|thẻ căn cước|thẻ thường trú|thẻ tạm trú|thẻ cư trú|thẻ|quyết định|hợp đồng|chứng từ|chứng chỉ|chứng nhận|chứng thư|hóa đơn|phiếu|danh sách|danh mục|điều lệ|nghị quyết|báo cáo|thông báo|xác nhận|tài liệu|trích lục|bảng kê|bảng|sơ yếu lý lịch|lý lịch|phương án|kết quả|bằng|sơ đồ|thuyết minh|công văn|ý kiến|thư|di chúc|bản án|vận đơn|cam kết|ảnh|hồ sơ|sổ|bản")

// Evidence are papers that somebody else issues; "đối với" after one usually says for whom it
// is.
var Evidence = token.NewLexicon("giấy|hợp đồng|chứng từ|chứng chỉ|chứng nhận|chứng thư|tài liệu|quyết định|biên bản|bằng|thẻ|hóa đơn|xác nhận|phiếu")

// Containers are nouns for a set of papers.
var Containers = token.NewLexicon(
	"hồ sơ|chứng cứ|bộ hồ sơ|thành phần hồ sơ|thành phần|giấy tờ|tài liệu|chứng từ|các giấy tờ|các tài liệu|văn bản pháp lý|các văn bản|giấy tờ, tài liệu|loại giấy tờ|những giấy tờ|01 bộ hồ sơ",
)

// WeakNouns are nouns of papers that just as often mean other things.
var WeakNouns = token.NewLexicon("dự án|công trình|thông tin|dữ liệu|sản phẩm|nội dung")

// IdentityNouns are papers that identify a person.
var IdentityNouns = token.NewLexicon("hộ chiếu|thẻ căn cước|thẻ căn cước công dân|căn cước công dân|căn cước|căn cước điện tử|giấy chứng nhận căn cước|chứng minh nhân dân|giấy chứng minh nhân dân")

// FormNouns are forms that the applicant fills in.
var FormNouns = token.NewLexicon("bản khai|tờ khai|đơn|giấy đề nghị|phiếu đề nghị|văn bản đề nghị|đề nghị|giấy khai|phiếu yêu cầu|phiếu khai|mẫu hộ tịch|đơn đề nghị|phiếu đăng ký")

// Applications apply for something; nobody hands in two of them.
var Applications = token.NewLexicon("đơn đề nghị|đơn xin|đơn đăng ký|đơn|tờ khai|văn bản đề nghị|giấy đề nghị|phiếu yêu cầu|công văn đề nghị|thông báo|văn bản thông báo")

// Pictures are counted, and described by what they show.
var Pictures = token.NewLexicon("ảnh|hình|tấm ảnh|ảnh chân dung|hình ảnh|tấm hình")

// Databases are where an office itself looks something up.
var Databases = token.NewLexicon("cơ sở dữ liệu|được khai thác|khai thác từ")

// Counts and copies, which do not distinguish papers.

// SmallNumbers are numbers written as words.
var SmallNumbers = map[string]bool{"một": true, "hai": true, "ba": true, "bốn": true}

// Articles precede a noun.
var Articles = token.NewLexicon("các|những|một|toàn bộ|tất cả|tất cả các|toàn bộ các|loại|các loại|mỗi|mọi|một số|đầy đủ|đầy đủ các|một bộ|một loại|ít nhất một")

// LeadVerbs may precede a noun and are not part of a name.
var LeadVerbs = token.NewLexicon("nộp|xuất trình|gửi|kèm theo|phải nộp|phải có|có|kèm|gồm|bao gồm|thêm|gửi kèm|bổ sung|đính kèm|là|và|hoặc|các loại giấy tờ sau|của các giấy tờ sau|các giấy tờ sau|của|giấy tờ sau đây|gồm có")

// CopyHeads begin a wording about the form of a paper.
var CopyHeads = token.NewLexicon(
	"bản sao|bản chính|bản gốc|bản chụp|bản chứng thực|bản photo|bản photocopy|bản phô tô|bản sao y|bản quét|bản scan|bản điện tử|bản giấy|bản sao điện tử|tệp tin|tệp tin chứa|tệp tin điện tử|ảnh chụp|tệp|file|biểu mẫu điện tử|bản sao hoặc chụp|bản chính hoặc bản sao|bản số hóa|sao y bản chính",
)

// Formalities are requirements that a paper must meet.
var Formalities = token.NewLexicon("công chứng|chứng thực|phải công chứng|phải chứng thực|phải công chứng, chứng thực|hợp pháp hóa|dịch|phải hợp pháp hóa|có chứng thực|chứng minh|phải có chứng thực|bản giấy|phải có chữ ký|có chữ ký|xác nhận")

// Conditions.

// CaseOpeners begin a condition before its consequence.
var CaseOpeners = token.NewLexicon(
	"trường hợp|trong trường hợp|các trường hợp|những trường hợp|đối với trường hợp|đối với các trường hợp|đối với những trường hợp|trong các trường hợp|với trường hợp|riêng trường hợp|riêng đối với|riêng với|nếu|đối với|khi|trong thời hạn|tại thời điểm|ngoài ra, trường hợp|ngoài ra, đối với|ngoài ra trường hợp|ngoài ra đối với|ngoài ra, nếu|ngoài ra nếu|còn trường hợp|còn đối với|với|riêng|đối với trường hợp nếu|trong trường hợp nếu|nếu trường hợp",
)

// CaseWords begin a condition with a clause of its own.
var CaseWords = token.NewLexicon("trường hợp|nếu|đối với|trong trường hợp|riêng|đối với trường hợp")

// Addings introduce something additional; they are no condition.
var Addings = token.NewLexicon("ngoài ra|ngoài ra,|đồng thời|đồng thời,|bên cạnh đó|kèm theo đó|và|hoặc|hoặc là|còn|riêng|mặt khác|cụ thể|cụ thể là|như sau|như|gồm|bao gồm|gồm có|là|sau đây|sau|trong đó")

// TailOpeners begin a condition after a paper.
var TailOpeners = token.NewLexicon(
	"không áp dụng với|không áp dụng cho|không áp dụng trong trường hợp|không áp dụng khi|không áp dụng đối với trường hợp|trong trường hợp|trong các trường hợp|trong những trường hợp|đối với trường hợp|đối với các trường hợp|đối với những trường hợp|cho trường hợp|cho các trường hợp|với trường hợp|đối với|áp dụng đối với|áp dụng với|áp dụng cho|áp dụng trong trường hợp|áp dụng đối với trường hợp|áp dụng cho trường hợp|chỉ áp dụng đối với|chỉ áp dụng cho|nếu|trừ|trừ trường hợp|trừ các trường hợp|trừ khi|ngoại trừ|ngoại trừ trường hợp|không áp dụng đối với|trường hợp|chỉ yêu cầu đối với|chỉ nộp khi|bắt buộc đối với|thuộc trường hợp phải|chỉ trong trường hợp|chỉ đối với|yêu cầu đối với|trong trường hợp nếu|khi có|kèm theo trong trường hợp|kèm theo trường hợp|với các trường hợp|với những trường hợp|khi",
)

// ExceptWords begin a condition about those who do not need the paper.
var ExceptWords = token.NewLexicon("không áp dụng với|không áp dụng cho|không áp dụng trong trường hợp|không áp dụng khi|không áp dụng đối với trường hợp|trừ|trừ trường hợp|trừ các trường hợp|trừ khi|ngoại trừ|ngoại trừ trường hợp|không áp dụng đối với")

// ThenWords end a condition before its consequence: "Trường hợp X thì Y".
var ThenWords = token.NewLexicon("thì")

// IfAnyWords are conditions that state nothing specific.
var IfAnyWords = token.NewLexicon("nếu có|nếu cần|nếu có yêu cầu|nếu được yêu cầu|khi có yêu cầu|có liên quan, nếu có|khi cần")

// OneOfWords say that one of several papers is enough.
var OneOfWords = token.NewLexicon("một trong|một trong các|một trong những|một trong số|ít nhất một trong|1 trong|01 trong|01 (một) trong|một hoặc nhiều|một hoặc một số|ít nhất một|ít nhất 01")

// Filing is how a dossier is handed in, anywhere in a condition.
var Filing = token.NewLexicon("gửi qua đường bưu chính|qua đường bưu điện|qua hệ thống dịch vụ công|gửi trực tiếp|nộp trực tiếp|trực tuyến|môi trường điện tử|qua đường bưu chính|bưu chính|nộp hồ sơ trực tiếp|hồ sơ giấy")

// AboutFiling are conditions about how a dossier is handed in: the words after them are about
// copies of papers that were already named.
var AboutFiling = token.NewLexicon("nộp hồ sơ|nộp trực tiếp|nộp trực tuyến|nộp bản|nộp qua|gửi hồ sơ|gửi qua|hồ sơ nộp|thực hiện trực tuyến|nộp bằng|giấy tờ|các giấy tờ|nôp bản|người yêu cầu nộp bản|hồ sơ|tài liệu|văn bản|nộp|gửi|thành phần hồ sơ|các thông tin|thông tin|không khai thác|cơ quan|người nộp hồ sơ nộp|cơ sở dữ liệu")

// AppliesTo say for whom a rule applies.
var AppliesTo = token.NewLexicon("áp dụng đối với|áp dụng cho|áp dụng với|tương đương với việc")

// Duties.

// Duties require papers.
var Duties = token.NewLexicon(
	"nộp|nộp lại|nộp thêm|nộp kèm|nộp bổ sung|nộp các|phải nộp|phải nộp thêm|phải nộp kèm|phải nộp bổ sung|phải có|phải có thêm|cần có|cần có thêm|cần phải có|còn phải có|còn phải có thêm|còn phải nộp|còn phải nộp thêm|phải xuất trình|phải xuất trình thêm|xuất trình|xuất trình thêm|gửi|gửi kèm|gửi kèm theo|gửi thêm|phải gửi|phải gửi kèm|phải gửi kèm theo|kèm theo|phải kèm theo|phải kèm|kèm|đính kèm|phải đính kèm|gửi bổ sung",
	"bổ sung|bổ sung thêm|phải bổ sung|phải bổ sung thêm|cung cấp|phải cung cấp|cung cấp thêm|thay thế bằng|thay bằng|hồ sơ gồm|hồ sơ bao gồm|hồ sơ phải có|còn có|còn gồm|có thêm|thêm|có trách nhiệm cung cấp|có trách nhiệm nộp|cần nộp|cần nộp thêm|cần bổ sung|cần xuất trình|cần kèm theo|phải thực hiện nộp|bao gồm|gồm|gồm có|phải mang theo|mang theo|hồ sơ là|nộp thay thế bằng|được thay thế bằng|được thay bằng|được nộp|có thể nộp|có thể nộp thay|nộp thay|có",
)

// StrongDuties are duties with which a clause may begin.
var StrongDuties = token.NewLexicon("phải nộp|phải có|phải xuất trình|phải kèm theo|phải kèm|phải bổ sung|phải gửi|nộp|nộp thêm|nộp bổ sung|xuất trình|xuất trình thêm|kèm theo|bổ sung|bổ sung thêm|cần có|cần nộp|gửi kèm|gửi kèm theo|còn phải|có trách nhiệm|cung cấp|phải cung cấp|thay thế bằng|thay bằng|đính kèm|có thêm|cần bổ sung|phải thêm|phải")

// SubjectDuties follow the person who must hand something in.
var SubjectDuties = token.NewLexicon("phải nộp|phải xuất trình|phải có|nộp|xuất trình|phải nộp thêm|phải gửi|có trách nhiệm nộp|có trách nhiệm cung cấp|phải cung cấp|cần nộp|phải kèm theo")

// NoDuties exempt from a paper.
var NoDuties = token.NewLexicon("không phải|không cần|không bắt buộc|không yêu cầu|không bao gồm|miễn nộp|được miễn|không nộp|không phải nộp|không gồm|chưa phải|không được yêu cầu|không phải xuất trình|miễn|thay thế bằng dữ liệu|không thực hiện")

// NotPapers are what a duty may require besides papers.
var NotPapers = token.NewLexicon("chữ ký|con dấu|họ tên|dấu|thời gian|trách nhiệm|ngành|trình độ|năng lực|vốn|kinh nghiệm|điều kiện")

// Pronouns are objects of a duty that do not name a paper.
var Pronouns = token.NewLexicon("hồ sơ theo|hồ sơ này|hồ sơ nêu|giấy tờ này|giấy tờ nêu|tài liệu này|bản sao này|hồ sơ tại|hồ sơ qua|hồ sơ trực|hồ sơ đến|hồ sơ đề nghị|hồ sơ cho|hồ sơ bằng|hồ sơ|bản điện tử|thông tin")

// WithIt connects a paper that is handed in with another.
var WithIt = token.NewLexicon("kèm theo|kèm|gửi kèm|gửi kèm theo|và nộp lại|và nộp|và xuất trình|đính kèm")

// Who.

// Applicants are people and bodies who may have a duty to hand something in.
var Applicants = token.NewLexicon("đại diện thân nhân|thân nhân|người|công dân|cá nhân|tổ chức|doanh nghiệp|chủ|bên|nhà đầu tư|hộ kinh doanh|hộ gia đình|đơn vị|hợp tác xã|người yêu cầu|người đề nghị|chủ xe|chủ đầu tư|chủ tàu|công ty|thương nhân|cơ sở|tổ hợp tác|ngân hàng thương mại|tổ chức tín dụng|học viên|thí sinh|nhà thầu|đối tượng")

// Offices act themselves; what they do is no duty of the applicant.
var Offices = token.NewLexicon("cơ quan|người tiếp nhận|cán bộ|công chức|ủy ban|ủy ban nhân dân|sở|bộ phận|trung tâm|bộ|cục|chi cục|phòng|công an|tổng cục|ngân hàng nhà nước|thanh tra|hải quan|người thực hiện chứng thực|tòa án|kho bạc|ban quản lý|cảng vụ|người có thẩm quyền|chủ tịch|giám đốc sở|thủ trưởng cơ quan|hội đồng|đơn vị tiếp nhận|việc|thời hạn|hệ thống|nhân viên tiếp nhận|văn phòng đăng ký|sở giao dịch|bộ trưởng|cán bộ tiếp nhận|cảnh sát|cơ quan giải quyết")

// Agencies are offices and bodies that issue papers themselves.
var Agencies = token.NewLexicon("ubnd|bảo hiểm xã hội|cơ quan công an|cơ quan có thẩm quyền|cơ quan quản lý|cơ quan tiếp nhận|cơ quan giải quyết|cơ quan chuyên môn|cơ quan nhà nước|cơ quan thuế|cơ quan hải quan|sở|ủy ban|bộ|cục|chi cục|phòng|công an|hội đồng giám định|cán bộ|đơn vị tiếp nhận|chủ tịch")

// Sentences that name no paper.

// Remarks begin advice.
var Remarks = token.NewLexicon("sl hồ sơ|lưu ý|chú ý|ví dụ|ghi chú|số lượng hồ sơ|số lượng|số bộ hồ sơ|thời hạn giải quyết|thời gian|cách thức|địa điểm|lệ phí|phí|nơi nộp|quy cách|thời hạn")

// AdviceOpeners begin a sentence about rights and duties of people, or about papers.
var AdviceOpeners = token.NewLexicon("người tiếp nhận|người yêu cầu|người ủy quyền|người được|người có|người đi|người thực hiện|cơ quan|cá nhân có|yêu cầu|việc|giá trị sử dụng|nội dung|ngoài|trừ|điện tử|đối với giấy tờ|đối với các giấy tờ|đối với việc|thành phần hồ sơ|chi tiết|theo|để|công dân có trách|cán bộ|ủy ban|tổ chức, cá nhân|cá nhân, tổ chức|doanh nghiệp|công dân|tổ chức|cá nhân|người|thủ tục")

// Details describe the contents of a paper and do not identify it.
var Details = token.NewLexicon(": thể hiện|: nêu rõ|: mô tả|phải ghi rõ|phải nêu rõ|ghi rõ|nêu rõ|trong đó|trong đó có|gồm những nội dung|bao gồm những nội dung|thể hiện rõ|thể hiện các|các nội dung chính|bao gồm các thông tin|gồm các thông tin|có các thông tin|bao gồm thông tin|trong đó nêu|trong đó ghi|có đầy đủ thông tin|chụp không quá|mới chụp|được chụp|nội dung bao gồm|nội dung gồm|trong đó bao gồm|là bản gốc|là bản chính|là bản sao|là bản chụp|gồm các nội dung chính|gồm nội dung|sau đây gọi|gồm cả cam kết|bao gồm cả cam kết|bao gồm cam kết|đề nghị: i|đề nghị: (i|đề nghị: a|đề nghị: -|đề nghị: +")

// Laws and forms.

// Citations name the law that requires a paper.
var Citations = token.NewLexicon("ban hành kèm theo|ban hành theo|kèm theo thông tư|kèm theo nghị định|kèm theo quyết định|kèm theo luật|kèm thông tư|theo quy định|theo mẫu quy định|theo mẫu ban hành|theo mẫu tại|theo mẫu nêu|theo phụ lục|theo thông tư|theo nghị định|theo luật|theo quyết định|quy định tại|quy định của|quy định trong|được quy định|tại phụ lục|tại thông tư|tại nghị định|theo biểu mẫu quy định|theo biểu mẫu tại|theo biểu mẫu ban hành|phụ lục kèm theo|thuộc phụ lục|đã được quy định|của thông tư|theo hướng dẫn|theo điều|theo khoản|theo điểm|theo mục|tại điều|tại khoản|tại điểm|phụ lục ban hành|ban hành tại|của phụ lục|nêu tại|tại biểu|tại mẫu")

// FormWords name a form; its number is useful on the page.
var FormWords = token.NewLexicon("theo mẫu|theo mẫu số|mẫu số|mẫu|theo biểu mẫu|biểu mẫu số")

// Acts begin the name of what is applied for.
var Acts = token.NewLexicon("cấp|cấp mới|cấp lại|cấp đổi|cấp bổ sung|cấp sửa đổi|gia hạn|đăng ký|thay đổi|điều chỉnh|sửa đổi|chấm dứt|giải thể|khai|miễn|giảm|hoàn|thông báo|xóa|chuyển|thành lập|đổi|thu hồi|công nhận|phê duyệt|chấp thuận|bổ nhiệm|miễn nhiệm|tách|gia nhập|mở|thẩm định|hủy|chia|hợp nhất|sáp nhập|trả lại|nhập khẩu|xuất khẩu|tạm ngừng|xin|đề nghị|tái|lần đầu|bổ sung|nhận|xác nhận|kiểm định|cá nhân|tổ chức|doanh nghiệp|rút|thanh toán|trợ cấp|cho thuê|thuê|giao|chủ động|phục hồi")

// Headings.

// SectionNouns name a set of papers in a heading or at the head of a list: "Thành phần hồ sơ".
var SectionNouns = token.NewLexicon("giấy tờ|thành phần|thành phần hồ sơ|hồ sơ|tài liệu|mẫu đơn|các giấy tờ|những giấy tờ|các tài liệu|bao gồm|gồm|nhóm|các văn bản|thành phần, số lượng hồ sơ|số lượng thành phần hồ sơ|bộ hồ sơ|một bộ hồ sơ|hồ sơ khác|xuất trình")

// SectionTails may follow these and add nothing: "phải nộp", "sau đây".
var SectionTails = token.NewLexicon("phải nộp|cần nộp|phải gửi|phải xuất trình|cần xuất trình|phải có|gồm|gồm có|bao gồm|như sau|sau|sau đây|kèm theo|hồ sơ|giấy tờ|các giấy tờ|các giấy tờ sau|01|02|03|1|2|3|(|)|,|:|.|bản chính|bản sao|mỗi loại|bản|và|hoặc|khác|để lưu giữ tại cơ quan đăng ký phương tiện|nộp|xuất trình|tài liệu|các tài liệu|các văn bản|văn bản|các|loại|một bộ|bộ")
