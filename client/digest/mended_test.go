package digest

import "testing"

// Kinds of rows that were found by reading how pages without labels are read, each
// worded as such a page words it.
func TestRowsByKind(t *testing.T) {
	for _, tt := range []struct{ row, want string }{
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
			"close"},
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
	} {
		if got := said("", tt.row)[0]; got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.row, got, tt.want)
		}
	}
}
