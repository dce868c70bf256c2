package digest

import (
	"slices"
	"strconv"
	"testing"

	"motcua/client"
)

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
	} {
		if got := said("", tt.row)[0]; got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.row, got, tt.want)
		}
	}
}

// A note of another row frees some people of a must.
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

// What a limit counts from, and whose it is.
func TestTimesByKind(t *testing.T) {
	for _, tt := range []struct {
		field       float64
		words, step string
		told        int
	}{
		// The limits of two cases are not stages of one.
		{24, "- 08 ngày làm việc đối với trường hợp vì mục đích công cộng. - 16 ngày làm việc đối với trường hợp cho người có nhu cầu sử dụng giống.",
			"Trong thời hạn 06 ngày làm việc kể từ ngày nhận được hồ sơ. Trong thời hạn 02 ngày làm việc kể từ ngày có tờ trình. Trong thời hạn 06 ngày làm việc có thông báo. Trong 10 ngày làm việc phải trả lời.", 0},
		// Nobody knows on the day of handing in when the inspection begins.
		{5, "", "Trong thời hạn 05 ngày làm việc kể từ ngày bắt đầu kiểm dịch, cơ quan cấp Giấy chứng nhận.", 0},
		{5, "", "Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, cơ quan cấp Giấy chứng nhận.", 1},
	} {
		p := client.Procedure{
			Methods: []client.Method{{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: tt.field, Unit: client.UnitWorkingDay}, Description: tt.words}},
			Steps:   []client.ProcedureStep{{Text: tt.step}},
		}
		if d := Of(p); len(d.Times) != tt.told || (tt.told == 0) != (len(d.TimeWords) > 0) {
			t.Errorf("%v days, %q: told %v, words %q", tt.field, tt.step, d.Times, d.TimeWords)
		}
	}
}

// Nobody fills in two forms of one sort.
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

// The limits of a clause, each with its case.
func TestStagesByKind(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"Trong thời hạn không quá 35 ngày (đối với dự án nhóm A), 25 ngày (đối với dự án nhóm B) kể từ ngày nhận đủ hồ sơ",
			[]string{"35 dự án nhóm A", "25 dự án nhóm B"}},
		{"25 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ - Đối với trường hợp cấp lại: 12 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ",
			[]string{"25 ", "12 cấp lại"}},
		{"Thẩm định hồ sơ và trình Chủ tịch xem xét: 33 ngày làm việc", []string{"33 "}}, // what the office does is no case
		{"Trong thời hạn không quá 01 giờ đối với Cảng vụ hàng hải", []string{"1 "}},
		{"Trong thời hạn 20 ngày, nếu người đề nghị không thực hiện việc bổ sung hồ sơ thì dừng việc thẩm định", nil},
	} {
		var got []string
		for _, s := range stagesIn(tt.text) {
			got = append(got, strconv.FormatFloat(s.limit.Quantity, 'f', -1, 64)+" "+s.branch)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

func TestLimitsOfSeveralActs(t *testing.T) {
	p := client.Procedure{
		Name:    "Cấp, gia hạn chứng chỉ hành nghề",
		Methods: []client.Method{{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: 7, Unit: client.UnitWorkingDay}}},
		Steps: []client.ProcedureStep{
			{Text: "Trong thời hạn 07 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Sở cấp chứng chỉ."},
			{Text: "Trong thời hạn 03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ, Sở gia hạn chứng chỉ."},
		},
	}
	if d := Of(p); len(d.Times) > 0 || len(d.TimeWords) == 0 {
		t.Errorf("7 days are told for both acts: %v, words %q", d.Times, d.TimeWords)
	}
	if p.Name = "Cấp chứng chỉ hành nghề"; len(Of(p).Times) != 1 {
		t.Error("one act, and its limit is not told")
	}
}

// A row that asks for one paper only in some case makes the others no musts.
func TestOnePaperOnly(t *testing.T) {
	got := said("", "Văn bản thông báo xử lý tài sản bảo đảm", "Phiếu yêu cầu theo Mẫu số 04b", "Trường hợp xóa đăng ký thì hồ sơ đăng ký là Phiếu yêu cầu theo Mẫu số 04b")
	if got[0] != "close" || got[1] != "hand_in | Phiếu yêu cầu theo Mẫu số 04b" {
		t.Errorf("got %q", got)
	}
}

// The field has only the days of a check, and who decides has days of his own.
func TestLimitOfACheckOnly(t *testing.T) {
	p := client.Procedure{
		Methods: []client.Method{{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: 5, Unit: client.UnitWorkingDay}}},
		Steps: []client.ProcedureStep{{Text: "Cục kiểm tra hồ sơ trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ. " +
			"Cục cấp Giấy chứng nhận trong thời hạn 02 ngày làm việc kể từ ngày có kết quả kiểm tra."}},
	}
	if d := Of(p); len(d.Times) > 0 || len(d.TimeWords) == 0 {
		t.Errorf("told %v, words %q", d.Times, d.TimeWords)
	}
}
