package digest

import (
	"slices"
	"testing"

	"motcua/client"
	"motcua/client/digest/reading"
)

// Kinds of rows that were found by checking how pages without labels are read. The wording of
// each is that of a real page.
func TestRowsByKind(t *testing.T) {
	for _, tt := range []struct{ row, want string }{
		{"02 bản chà số máy, số khung xe",
			"hand_in | Bản chà số máy, số khung xe"},
		{"Nghị quyết của Đại hội thành viên thông qua việc hoàn trả vốn góp cho thành viên bị khai trừ",
			"hand_in | Nghị quyết của Đại hội thành viên thông qua việc hoàn trả vốn góp cho thành viên bị khai trừ"},
		{"Hồ sơ quy định tại điểm b khoản 3 Điều 12 Thông tư số 57/2024/TT-NHNN, trừ Đơn mua cổ phần",
			"close"},
		{"Hóa đơn thương mại trong trường hợp không có thông tin về giá bán",
			"only_if | Hóa đơn thương mại IF không có thông tin về giá bán"},
		{"Bản sao giấy chứng nhận đăng ký phương tiện cơ giới; phương tiện thủy nội địa (trong trường hợp dữ liệu chưa được chia sẻ)",
			"close"},
		{"Văn bản chấp thuận của chủ nợ; Trong trường hợp khai thác được Giấy chứng nhận đăng ký doanh nghiệp thì không yêu cầu tổ chức, cá nhân nộp bản sao Giấy chứng nhận đăng ký doanh nghiệp",
			"close"},
		{"a) Đơn đề nghị xác định trị giá theo mẫu số 02. b) Hợp đồng mua bán hàng hóa (nếu có): 01 bản chụp; c) Tài liệu kỹ thuật hàng hóa: 01 bản chụp",
			"only_if | Đơn đề nghị xác định trị giá theo mẫu số 02 | Hợp đồng mua bán hàng hóa IF nếu có | Tài liệu kỹ thuật hàng hóa"},
		{"b.1) Danh sách thuyền viên. b.2) Bản khai kiểm dịch (nếu có thay đổi so với khi nhập cảnh). b.3) Sổ thuyền viên",
			"only_if | Danh sách thuyền viên | Bản khai kiểm dịch IF có thay đổi so với khi nhập cảnh | Sổ thuyền viên"},
		{"Công văn yêu cầu hoàn thuế: 01 bản chính, trong đó nêu rõ: + Tên doanh nghiệp; + Số tờ khai hải quan (đối với trường hợp hoàn một phần); số lượng xe; + Số tiền thuế đã nộp",
			"hand_in | Công văn yêu cầu hoàn thuế"},
		{"Kết quả chứng nhận cơ sở đăng kiểm (thành phần hồ sơ này được áp dụng khi có tổ chức đánh giá sự phù hợp)",
			"only_if | Kết quả chứng nhận cơ sở đăng kiểm IF có tổ chức đánh giá sự phù hợp"},
		{"Tài liệu khác theo quy định của Thỏa thuận",
			"close"},
		{"Các tài liệu khác (nếu có)",
			"only_if | Các tài liệu khác IF nếu có"},
		{"Báo cáo tài chính 02 năm gần nhất, trong đó trường hợp nộp hồ sơ sau 90 ngày kể từ ngày kết thúc năm, cổ đông phải bổ sung báo cáo tài chính được kiểm toán",
			"hand_in+close | Báo cáo tài chính 02 năm gần nhất"},
		{"Báo cáo kết quả nhập khẩu thủy sản; biên bản kiểm tra của cơ quan quản lý (áp dụng đối với trường hợp nhập khẩu từ lần thứ hai trở đi)",
			"close"},
		{"Báo cáo tình hình vay nợ, bao gồm chi tiết đối với tất cả các khoản vay",
			"hand_in | Báo cáo tình hình vay nợ, bao gồm chi tiết đối với tất cả các khoản vay"},
		{"Giấy phép xuất khẩu do cơ quan có thẩm quyền cấp đối với các loài thủy sản xuất khẩu có điều kiện",
			"close"},
		{"Quyết định quy định chức năng, nhiệm vụ đối với các tổ chức đề nghị cấp giấy phép không có giấy chứng nhận đăng ký doanh nghiệp",
			"only_if | Quyết định quy định chức năng, nhiệm vụ IF các tổ chức đề nghị cấp giấy phép không có giấy chứng nhận đăng ký doanh nghiệp"},
		{"Cam kết thực hiện mục tiêu xã hội do những người sau đây ký: - Chủ doanh nghiệp tư nhân; - Các thành viên là cá nhân",
			"hand_in | Cam kết thực hiện mục tiêu xã hội"},
		{"Bản dịch sang tiếng Việt của các loại giấy tờ, văn bản có tiếng nước ngoài (nếu có)",
			"only_if | Bản dịch sang tiếng Việt của các loại giấy tờ, văn bản có tiếng nước ngoài IF nếu có"},
		{"Giấy tờ chứng minh thuộc trường hợp được miễn một số điều kiện: + Người có công với đất nước; + Người được khen thưởng",
			"close"},
		{"Nghị quyết thông qua phương án phát hành; thông qua việc niêm yết, trong đó: a) Phương án phát hành phải nêu rõ số cổ phiếu; b) Phương án niêm yết phải nêu rõ thời hạn",
			"close"},
		{"Văn bản đề nghị ghi rõ tên, địa chỉ; họ tên, số Căn cước công dân hoặc Hộ chiếu của người đại diện theo pháp luật",
			"hand_in | Văn bản đề nghị"},
		{"Bản sao do chính cơ quan, tổ chức hoặc cá nhân đã lập bản chính xác thực hợp đồng mua tàu bay",
			"hand_in | Hợp đồng mua tàu bay"},
		{"Bản chụp có xác nhận của doanh nghiệp Giấy phép xuất khẩu thủy sản",
			"hand_in | Giấy phép xuất khẩu thủy sản"},
		{"Các tài liệu liên quan đến nội dung: + Thay đổi tên doanh nghiệp; + Thay đổi địa chỉ",
			"close"},
		{"Quyết định của cấp có thẩm quyền theo điều lệ về nội dung thay đổi",
			"hand_in | Quyết định của cấp có thẩm quyền theo điều lệ về nội dung thay đổi"},
		{"Một trong các giấy tờ quy định tại Điều 137 Luật Đất đai hoặc quyết định giao đất của cơ quan nhà nước có thẩm quyền",
			"hand_in | Một trong các giấy tờ quy định tại Điều 137 Luật Đất đai hoặc quyết định giao đất của cơ quan nhà nước có thẩm quyền"},
		{"Các tài liệu quy định tại các điểm c, d của Mục này",
			"close"},
		{"Bản sao các loại bản đồ: + Bản đồ hiện trạng rừng; + Bản đồ hiện trạng sử dụng đất",
			"hand_in | Bản đồ hiện trạng rừng | Bản đồ hiện trạng sử dụng đất"},
		{"Hồ sơ của cổ đông góp vốn là tổ chức: + Bản sao quyết định thành lập; + Báo cáo tài chính năm trước",
			"only_if | Bản sao quyết định thành lập IF cổ đông góp vốn là tổ chức | Báo cáo tài chính năm trước IF cổ đông góp vốn là tổ chức"},
		{"Bản sao có chứng thực hoặc bản chụp kèm bản chính Quyết định bổ nhiệm để đối chiếu",
			"hand_in | Quyết định bổ nhiệm"},
		{"Chứng chỉ hành nghề bị hư hỏng không thể sử dụng được",
			"only_if | Chứng chỉ hành nghề bị hư hỏng không thể sử dụng được IF bị hư hỏng không thể sử dụng được"},
		{"Giấy chứng nhận giám định về hàng hóa bị hư hỏng",
			"hand_in | Giấy chứng nhận giám định về hàng hóa bị hư hỏng"},
		{"Sổ tạm quản đề nghị thay thế (trong trường hợp sổ cũ còn hạn):",
			"only_if | Sổ tạm quản đề nghị thay thế IF sổ cũ còn hạn"},
		{"Trường hợp người yêu cầu trực tiếp nộp hồ sơ thì các giấy tờ là bản sao nhưng phải có bản chính để đối chiếu",
			"note"},
		{"Nghị quyết của Đại hội đồng cổ đông thông qua việc không phải thực hiện thủ tục chào mua công khai",
			"hand_in | Nghị quyết của Đại hội đồng cổ đông thông qua việc không phải thực hiện thủ tục chào mua công khai"},
		{"Danh mục các thông báo kỹ thuật đã được thực hiện trên tàu bay",
			"hand_in | Danh mục các thông báo kỹ thuật đã được thực hiện trên tàu bay"},
		{"Văn bản của tổ chức cam kết chịu trách nhiệm về hoạt động của tàu",
			"hand_in | Văn bản của tổ chức cam kết chịu trách nhiệm về hoạt động của tàu"},
		{"Hợp đồng nhập khẩu tàu cá và phải được dịch ra tiếng Việt",
			"hand_in | Hợp đồng nhập khẩu tàu cá"},
		{"Báo cáo tài chính năm gần nhất phải đáp ứng quy định tại Điều 20 Luật Chứng khoán",
			"hand_in | Báo cáo tài chính năm gần nhất"},
		{"Bản chính phiếu cân khối lượng (không áp dụng với xe máy chuyên dùng) của xe sau cải tạo được thực hiện bởi tổ chức đáp ứng quy định",
			"only_if | Bản chính phiếu cân khối lượng của xe sau cải tạo được thực hiện bởi tổ chức đáp ứng quy định IF xe máy chuyên dùng"},
		{"Giấy tờ do cơ quan nước ngoài cấp phải được hợp pháp hóa lãnh sự",
			"note"},
		{"Bản sao có chứng thực Hợp đồng liên danh với nhà thầu nếu bằng tiếng nước ngoài phải được dịch ra tiếng Việt",
			"close"},
		{"Trường hợp bên bảo đảm gồm nhiều người thì phải có đầy đủ chữ ký của các chủ thể, trừ trường hợp có văn bản thể hiện việc một người đại diện",
			"close"},
		{"Giấy tờ chứng minh góp vốn; hợp đồng lao động, quyết định bổ nhiệm của công chứng viên (nếu có)",
			"only_if | Giấy tờ chứng minh góp vốn | Hợp đồng lao động, quyết định bổ nhiệm của công chứng viên IF nếu có"},
		{"Ý kiến pháp lý về việc Đề án phát hành đáp ứng quy định của pháp luật nước sở tại",
			"hand_in | Ý kiến pháp lý về việc Đề án phát hành đáp ứng quy định của pháp luật nước sở"},
		{"Văn bản báo cáo theo quy định tại khoản 5 Điều 20 Thông tư số 19/2025/TT-NHNN",
			"hand_in | Văn bản báo cáo theo quy định tại khoản 5 Điều 20 Thông tư số 19/2025/TT-NHNN"},
		{"Văn bản thông báo về các nội dung sau: a) Ngày dự kiến khai trương; b) Địa chỉ trụ sở",
			"hand_in | Văn bản thông báo"},
		{"Các tài liệu liên quan theo các trường hợp quy định tại điểm 1 Phụ lục này",
			"close"},
		{"Hóa đơn thương mại (nếu có):",
			"only_if | Hóa đơn thương mại IF nếu có"},
		{"Hợp đồng ủy thác",
			"only_if | Hợp đồng ủy thác IF ủy thác cho người khác"},
		{"Bản chính Bằng bảo hộ giống cây trồng (trừ trường hợp Bằng bị mất)",
			"only_if | Bản chính Bằng bảo hộ giống cây trồng IF Bằng bị mất"},
		{"Các giấy tờ chứng minh người phụ thuộc (trừ bản chụp giấy khai sinh)",
			"close"},
		{"Nghị quyết của Hội đồng thành viên đối với công ty hợp danh về việc tạm ngừng giao dịch",
			"only_if | Nghị quyết của Hội đồng thành viên về việc tạm ngừng giao dịch IF công ty hợp danh"},
		{"Báo cáo việc thực hiện nghĩa vụ đối với người lao động; Báo cáo đối với khách hàng",
			"close"},
		{"Hồ sơ chứng minh đáp ứng các điều kiện theo Thông tư số 28/2018/TT-NHNN quy định điều kiện cấp phép đối với tổ chức tài chính vi mô",
			"hand_in | Hồ sơ chứng minh đáp ứng các điều kiện"},
		{"Trường hợp (1): Đăng ký giao dịch điện tử: Tờ khai đăng ký giao dịch theo mẫu số 01",
			"only_if | Tờ khai đăng ký giao dịch theo mẫu số 01 IF Đăng ký giao dịch điện tử"},
		{"Trường hợp thay đổi chức danh, hồ sơ kèm theo Quyết định của Đại hội đồng cổ đông và các tài liệu (gồm: Quyết định của Hội đồng quản trị; Bản thông tin cá nhân",
			"close"},
		{"Quyết định phong tặng danh hiệu. Trường hợp Anh hùng đã chết thì đại diện thân nhân lập bản khai theo mẫu AH2, kèm biên bản ủy quyền",
			"only_if | Quyết định phong tặng danh hiệu | Bản khai theo mẫu AH2, kèm biên bản ủy quyền IF Anh hùng đã chết"},
		{"Báo cáo đóng cửa mỏ khoáng sản (Mẫu số 09 - Phụ lục ban hành kèm theo Thông tư số 39/2025/TT-BNNMT)",
			"hand_in | Báo cáo đóng cửa mỏ khoáng sản (Mẫu số 09)"},
		{"Nộp cho Cảng vụ hàng hải: Bản khai chung theo mẫu, Danh sách hành khách (nếu có) theo mẫu, Giấy phép rời cảng",
			"only_if | Bản khai chung theo mẫu | Danh sách hành khách IF nếu có | Giấy phép rời cảng"},
		{"Trình Biên phòng cửa khẩu: Hộ chiếu của thuyền viên",
			"show | Hộ chiếu của thuyền viên"},
		{"Thông báo kết quả tiêu hủy biên lai theo Mẫu số 02/HUY-BLG phụ lục IA ban hành kèm theo Nghị định số 123/2020/NĐ-CP quy định về hóa đơn, chứng từ",
			"hand_in | Thông báo kết quả tiêu hủy biên lai theo Mẫu số 02/HUY-BLG"},
		{"Giấy chứng nhận dung tích tàu biển hiện có (bản sao có chứng thực)",
			"hand_in | Giấy chứng nhận dung tích tàu biển hiện có"},
		{"Tài liệu chứng minh nội dung điều chỉnh phù hợp với quy định của pháp luật",
			"hand_in | Tài liệu chứng minh nội dung điều chỉnh phù hợp với quy định của pháp luật"},
		{"Giấy tờ chứng minh thuộc diện được miễn: Người Việt Nam định cư ở nước ngoài nộp giấy khai sinh. Người nước ngoài nộp giấy đăng ký kết hôn",
			"close"},
		{"Văn bản xác nhận tình trạng hôn nhân: + Trường hợp là cặp vợ chồng: Giấy chứng nhận kết hôn. + Trường hợp là người độc thân: Giấy xác nhận tình trạng hôn nhân",
			"only_if | Giấy chứng nhận kết hôn IF là cặp vợ chồng | Giấy xác nhận tình trạng hôn nhân IF là người độc thân"},
		{"Bản sao văn bản xác nhận tỷ lệ lao động theo quy định tại Thông tư số 18/2018/TT-BLĐTBXH sửa đổi các Thông tư liên quan đến thủ tục hành chính",
			"hand_in | Bản sao văn bản xác nhận tỷ lệ lao động"},
		{"Hợp đồng mua bán hoặc các giấy tờ chứng minh hoàn tất việc mua bán trong trường hợp bán hộ kinh doanh",
			"only_if | Hợp đồng mua bán hoặc các giấy tờ chứng minh hoàn tất việc mua bán IF bán hộ kinh doanh"},
		{"Hợp đồng thuê phương tiện hoặc hợp đồng hợp tác kinh doanh hoặc hợp đồng cho thuê tài chính (đối với trường hợp cho thuê tài chính)",
			"hand_in | Hợp đồng thuê phương tiện hoặc hợp đồng hợp tác kinh doanh hoặc hợp đồng cho thuê tài chính (đối với trường hợp cho thuê tài chính)"},
		{"Hợp đồng bảo đảm hoặc hợp đồng bảo đảm có công chứng, chứng thực trong trường hợp luật khác có liên quan quy định",
			"hand_in | Hợp đồng bảo đảm hoặc hợp đồng bảo đảm có công chứng, chứng thực trong trường hợp luật khác có liên quan quy định"},
		{"Giấy tờ về nhân thân, Giấy ra viện hoặc trích sao hồ sơ bệnh án (đối với giấy chứng tử, trích lục khai tử, cơ quan sử dụng dữ liệu)",
			"close"},
		{"Văn bản đề nghị sửa đổi địa chỉ và tài liệu chứng minh việc thay đổi địa chỉ (trừ trường hợp thay đổi địa giới hành chính)",
			"only_if | Văn bản đề nghị sửa đổi địa chỉ | Tài liệu chứng minh việc thay đổi địa chỉ IF thay đổi địa giới hành chính"},
		{"Bản sao có chứng thực giấy tờ về sử dụng đất để xây dựng bến hoặc bản sao và xuất trình bản chính để đối chiếu, trừ trường hợp là bến phao",
			"only_if | Giấy tờ về sử dụng đất để xây dựng bến IF là bến phao"},
		{"Hồ sơ thiết kế kỹ thuật, biên bản nghiệm thu hoàn thành công trình (nếu có)",
			"only_if | Hồ sơ thiết kế kỹ thuật IF nếu có | Biên bản nghiệm thu hoàn thành công trình IF nếu có"},
		{"Giấy chứng nhận đăng ký phương tiện, biên lai hoặc giấy chứng nhận đã nộp phí (nếu có)",
			"only_if | Giấy chứng nhận đăng ký phương tiện | Biên lai hoặc giấy chứng nhận đã nộp phí IF nếu có"},
		{"Văn bản cam kết của công ty quản lý quỹ (nếu có) và ngân hàng lưu ký về việc chịu trách nhiệm thanh lý tài sản",
			"hand_in | Văn bản cam kết của công ty quản lý quỹ (nếu có) và ngân hàng lưu ký về việc chịu trách nhiệm thanh lý tài sản"},
		{"Một trong các loại giấy tờ tùy thân: căn cước công dân hoặc thẻ căn cước, giấy khai sinh (đối với người dưới 18 tuổi) của người nghiện",
			"hand_in | Một trong các loại giấy tờ tùy thân: căn cước công dân hoặc thẻ căn cước, giấy khai sinh (đối với người dưới 18 tuổi) của người nghiện"},
		{"Giấy tờ chứng minh là một trong các loại giấy tờ như: giấy phép lao động, giấy xác nhận không thuộc diện cấp giấy phép lao động",
			"hand_in | Giấy tờ chứng minh là một trong các loại giấy tờ như: giấy phép lao động, giấy xác nhận không thuộc diện cấp giấy phép lao động"},
		{"Văn bản đề nghị cấp thẻ tạm trú: mẫu NA6 (ban hành kèm theo Thông tư số 04/2015/TT-BCA) đối với cơ quan, tổ chức; mẫu NA7 đối với cá nhân",
			"hand_in | Văn bản đề nghị cấp thẻ tạm trú"},
		{"Giấy đề nghị đăng ký tập sự theo Mẫu TP-TSCC-01a áp dụng đối với trường hợp tự liên hệ hoặc Mẫu TP-TSCC-01b áp dụng đối với trường hợp bị từ chối",
			"hand_in | Giấy đề nghị đăng ký tập sự"},
		{"Giấy đăng ký tập sự (Mẫu TP-TSCC-01a hoặc Mẫu TP-TSCC-01b ban hành kèm theo Thông tư số 06/2025/TT-BTP)",
			"hand_in | Giấy đăng ký tập sự (Mẫu TP-TSCC-01a hoặc Mẫu TP-TSCC-01b)"},
		{"+ Thông báo về việc chuyển nhượng vốn, trong đó nêu rõ giá trị giao dịch; + Bản sao hợp đồng chuyển nhượng",
			"hand_in | Thông báo về việc chuyển nhượng vốn | Bản sao hợp đồng chuyển nhượng"},
		{"Chứng từ nộp về Quỹ và xác định số còn phải nộp",
			"hand_in | Chứng từ nộp về Quỹ và xác định số còn phải nộp"},
		{"Giấy chứng nhận đăng ký xe ô tô (xuất trình)",
			"show | Giấy chứng nhận đăng ký xe ô tô (xuất trình)"},
		{"Trường hợp nộp hồ sơ trực tuyến thì hộ chiếu phải gửi qua dịch vụ bưu chính công ích về cơ quan tiếp nhận",
			"note"},
		{"Trường hợp tổ chức, cá nhân nộp hồ sơ bằng bản giấy thì nộp kèm thiết bị lưu trữ",
			"close"},
		{"Bản chính hoặc bản chứng thực hoặc bản sao kèm bản chính để đối chiếu Biên bản lấy mẫu đối với hồ sơ kiểm định lần đầu",
			"only_if | Biên bản lấy mẫu IF hồ sơ kiểm định lần đầu"},
		{"Bản sao Chứng chỉ hành nghề luật sư đã được hợp pháp hóa lãnh sự theo quy định của pháp luật, trừ trường hợp được miễn hợp pháp hóa lãnh sự theo điều ước quốc tế",
			"hand_in | Bản sao Chứng chỉ hành nghề luật sư đã được hợp pháp hóa lãnh sự"},
		{"Phương án đảm bảo an ninh trong quá trình thi công kèm phương án điều chỉnh khai thác đường cất hạ cánh, phương án điều chỉnh khai thác nhà ga (nếu có)",
			"only_if | Phương án đảm bảo an ninh trong quá trình thi công | Phương án điều chỉnh khai thác đường cất hạ cánh, phương án điều chỉnh khai thác nhà ga IF nếu có"},
		{"Giấy đăng ký giám định lượng, Giấy đăng ký kiểm tra nhà nước về chất lượng đối với hàng hóa thuộc Danh mục phải kiểm tra nhà nước về chất lượng: 01 bản chụp",
			"only_if | Giấy đăng ký giám định lượng | Giấy đăng ký kiểm tra nhà nước về chất lượng IF hàng hóa thuộc Danh mục phải kiểm tra nhà nước về chất lượng"},
		{"Trường hợp cá nhân, tổ chức đề nghị gia hạn, các tài liệu gồm: Báo cáo kết quả; Bản đồ hiện trạng",
			"only_if | Báo cáo kết quả IF cá nhân, tổ chức đề nghị gia hạn | Bản đồ hiện trạng IF cá nhân, tổ chức đề nghị gia hạn"},
		{"Giấy chứng nhận đăng ký phương tiện (hoặc bản sao có xác nhận của tổ chức tín dụng trường hợp phương tiện đang cầm cố)",
			"hand_in | Giấy chứng nhận đăng ký phương tiện"},
		{"Bảo hiểm trách nhiệm dân sự (đối với phương tiện thuộc diện bắt buộc phải có bảo hiểm)",
			"only_if | Bảo hiểm trách nhiệm dân sự IF phương tiện thuộc diện bắt buộc phải có bảo hiểm"},
		{"Văn bản cam kết không bị truy cứu trách nhiệm hình sự; Trường hợp khai thác được thông tin trong Cơ sở dữ liệu quốc gia: Tổ chức không phải nộp Bản sao Giấy chứng nhận đăng ký doanh nghiệp",
			"hand_in | Văn bản cam kết không bị truy cứu trách nhiệm hình sự"},
		{"b) Đối với cơ quan có sự thay đổi về tổ chức: - Văn bản đề nghị đăng ký lại mẫu con dấu, trong đó nêu rõ lý do; - Quyết định thay đổi về tổ chức của cơ quan có thẩm quyền",
			"only_if | Văn bản đề nghị đăng ký lại mẫu con dấu IF cơ quan có sự thay đổi về tổ chức | Quyết định thay đổi về tổ chức của cơ quan có thẩm quyền IF cơ quan có sự thay đổi về tổ chức"},
		{"Tài liệu (bao gồm cả bản dịch ra tiếng Việt nếu tài liệu bằng tiếng nước ngoài) chứng minh người dự thi là hội viên chính thức",
			"hand_in | Tài liệu chứng minh người dự thi là hội viên chính thức"},
		{"Xuất trình Hộ chiếu, thẻ thường trú (đối với người nước ngoài)",
			"close"},
		{"Bản khai kinh nghiệm thẩm tra an toàn giao thông trong thời gian có hiệu lực của chứng chỉ; bản khai theo quy định",
			"hand_in | Bản khai kinh nghiệm thẩm tra an toàn giao thông trong thời gian có hiệu lực của chứng chỉ"},
		{"Báo cáo kết quả thăm dò và kế hoạch thăm dò tiếp theo",
			"hand_in | Báo cáo kết quả thăm dò và kế hoạch thăm dò tiếp theo"},
	} {
		if got := said("", tt.row)[0]; got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.row, got, tt.want)
		}
	}
}

// A note in another row exempts some people from a paper.
func TestNotesThatFree(t *testing.T) {
	got := said("", "Giấy tờ chứng minh nhân thân của người bị thiệt hại", "Văn bản yêu cầu bồi thường",
		"Lưu ý: Giấy tờ chứng minh nhân thân của người bị thiệt hại: người bị thiệt hại chỉ nộp trong trường hợp không khai thác được thông tin")
	if want := []string{"close", "hand_in | Văn bản yêu cầu bồi thường", "note"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHeadingsByKind(t *testing.T) {
	for _, tt := range []struct {
		raw  string
		kind headKind
		open bool
	}{
		{"(Đối với người mua hàng)", headCase, false},
		{"(Trường hợp khai thác được thông tin trong cơ sở dữ liệu thì không phải nộp)", headSection, false},
		{"Hồ sơ đăng ký đối với công trình xây dựng không phải là nhà ở, gồm:", headCase, false},
	} {
		if h := readHeading(tt.raw, 2); h.kind != tt.kind || h.open != tt.open {
			t.Errorf("%s: kind %v, open %v", tt.raw, h.kind, h.open)
		}
	}
}

// Nobody fills in two forms of one kind.
func TestFormsOfOneSort(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"Đơn đăng ký kiểm dịch động vật xuất khẩu", "Đơn đăng ký kiểm dịch sản phẩm động vật xuất khẩu", "close"},
		{"Giấy đề nghị cấp Giấy phép cho phương tiện thương mại", "Giấy đề nghị cấp Giấy phép cho phương tiện phi thương mại", "close"},
		{"Tờ khai đăng ký bảo hộ giống cây trồng", "Tờ khai kỹ thuật", "hand_in | Tờ khai kỹ thuật"},
		{"Giấy đề nghị đăng ký tạm ngừng kinh doanh", "Giấy đề nghị đăng ký thay đổi nội dung", "hand_in | Giấy đề nghị đăng ký thay đổi nội dung"},
	} {
		if got := said("", tt.a, tt.b); got[1] != tt.want {
			t.Errorf("%s beside %s: %s, want %s", tt.b, tt.a, got[1], tt.want)
		}
	}
}

// When a row asks for a single paper in some case, the others are not for everybody.
func TestOnePaperOnly(t *testing.T) {
	got := said("", "Văn bản thông báo xử lý tài sản bảo đảm", "Phiếu yêu cầu theo Mẫu số 04b", "Trường hợp xóa đăng ký thì hồ sơ đăng ký là Phiếu yêu cầu theo Mẫu số 04b")
	if got[0] != "close" || got[1] != "hand_in | Phiếu yêu cầu theo Mẫu số 04b" {
		t.Errorf("got %q", got)
	}
}

// A row that repeats the procedure's name divides the list and names no paper.
func TestTitlesAreNoPapers(t *testing.T) {
	p := client.Procedure{Name: "Đăng ký cập nhật, bổ sung thông tin trong hồ sơ đăng ký hộ kinh doanh", Cases: []client.PaperCase{list("",
		copyRow("Giấy đề nghị đăng ký thay đổi nội dung đăng ký hộ kinh doanh"),
		copyRow("- Đăng ký cập nhật, bổ sung thông tin trong hồ sơ đăng ký hộ kinh doanh:"),
	)}}
	if got, want := classesOf(p), []reading.Class{reading.ClassHandIn, reading.ClassNote}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// A row with a bullet belongs to a lead-in without one if the list's other rows have none.
func TestBulletsUnderALeadWithoutOne(t *testing.T) {
	want := []string{"lead", "hand_in | Tờ khai quyết toán thuế", "only_if | Tờ khai đăng ký thuế IF tính giảm trừ cho người phụ thuộc", "only_if | Hồ sơ chứng minh người phụ thuộc IF tính giảm trừ cho người phụ thuộc", "hand_in | Phụ lục bảng kê giảm trừ"}
	got := said("", "Hồ sơ đăng ký người phụ thuộc (nếu tính giảm trừ cho người phụ thuộc):", "Tờ khai quyết toán thuế", "- Tờ khai đăng ký thuế", "- Hồ sơ chứng minh người phụ thuộc", "Phụ lục bảng kê giảm trừ")
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Offices write to each other in a dossier for which nobody applies; one paper of an office in the
// applicant's dossier changes nothing.
func TestPapersBetweenOffices(t *testing.T) {
	between := client.Procedure{Name: "Điều chỉnh chương trình phát triển nhà ở", Cases: []client.PaperCase{list("",
		copyRow("Tờ trình đề xuất điều chỉnh của Sở Xây dựng"), copyRow("Dự thảo điều chỉnh chương trình"), copyRow("Báo cáo giải trình, tiếp thu ý kiến"),
	)}}
	if got, want := classesOf(between), []reading.Class{reading.ClassClose, reading.ClassClose, reading.ClassClose}; !slices.Equal(got, want) {
		t.Errorf("between offices: %v, want %v", got, want)
	}
	applied := client.Procedure{Name: "Cấp giấy phép hoạt động", Cases: []client.PaperCase{list("",
		copyRow("Văn bản đề nghị cấp giấy phép hoạt động"), copyRow("Văn bản của Chủ tịch Ủy ban nhân dân cấp xã về việc chấp thuận đặt trụ sở"), copyRow("Phương án tài chính"),
	)}}
	if got, want := classesOf(applied), []reading.Class{reading.ClassHandIn, reading.ClassHandIn, reading.ClassHandIn}; !slices.Equal(got, want) {
		t.Errorf("an application: %v, want %v", got, want)
	}
}

// The beginning of a form's file name, which pages glue to a row, is in no paper's name.
func TestNamesOfFormsBehindARow(t *testing.T) {
	row := copyRow("Văn bản đề nghị cấp lại hoặc hiệu đínhMẫu I.")
	row.Forms = []client.Form{{Name: "1.17.docx"}}
	d := Of(client.Procedure{Name: "Cấp lại giấy chứng nhận", Cases: []client.PaperCase{list("", row)}})
	if got, want := d.Cases[0].HandIn[0].Name, "Văn bản đề nghị cấp lại hoặc hiệu đính"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
