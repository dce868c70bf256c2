package digest

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/digest/reading"
)

// Kinds of wordings that readers of pages without labels found wrong. Each kind has several
// sentences; most are of real pages.
func TestKindsOfWordings(t *testing.T) {
	for _, tt := range []struct {
		kind string
		rows map[string]string
	}{
		{"conditions on parts of a paper's contents are not the paper's", map[string]string{
			"Báo cáo về khoản cho vay gồm các nội dung chủ yếu sau: mục đích vay; nguồn vốn ngoại tệ (áp dụng đối với khoản vay bằng ngoại tệ); tình hình thu hồi nợ (áp dụng đối với khoản vay gia hạn)": "hand_in | Báo cáo về khoản cho vay",
			"Bản thuyết minh, trong đó nêu rõ: quy mô dự án; số hộ dân (đối với dự án khu dân cư); số lao động (đối với dự án nhà máy)":                                                                   "hand_in | Bản thuyết minh",
		}},
		{"a condition behind a paper and any other of its sort is about both", map[string]string{
			"Vận tải đơn hoặc các chứng từ vận tải khác có giá trị tương đương đối với trường hợp hàng hóa vận chuyển bằng đường biển: 01 bản chụp": "only_if | Vận tải đơn hoặc các chứng từ vận tải khác có giá trị tương đương IF hàng hóa vận chuyển bằng đường biển",
			"Hợp đồng thuê nhà hoặc giấy tờ hợp pháp khác tương đương đối với trường hợp đi thuê trụ sở":                                            "only_if | Hợp đồng thuê nhà hoặc giấy tờ hợp pháp khác tương đương IF đi thuê trụ sở",
		}},
		{"a condition whose words are in both papers is not the last one's alone", map[string]string{
			"Bản sao Biên bản tạm giữ phương tiện và Biên bản bàn giao tài sản sau khi bị tạm giữ đối với trường hợp xe ô tô bị tạm giữ": "close",
		}},
		{"for people whom a law names", map[string]string{
			"Giấy bảo lãnh đối với người nước ngoài quy định tại khoản 1 Điều 39 của Luật Nhập cảnh":        "only_if | Giấy bảo lãnh IF người nước ngoài quy định tại khoản 1 Điều 39 của Luật Nhập cảnh",
			"Giấy xác nhận thời gian công tác đối với cá nhân quy định tại điểm c khoản 2 Điều 7 Nghị định": "only_if | Giấy xác nhận thời gian công tác IF cá nhân quy định tại điểm c khoản 2 Điều 7 Nghị định",
		}},
		{"a property of a paper is none", map[string]string{
			"Tỷ lệ bản đồ 1:5.000 hoặc 1:10.000 do chủ rừng quyết định": "close",
			"Kích thước ảnh 4x6 cm, nền trắng":                          "close",
		}},
		{"a time that tells two results apart is no condition", map[string]string{
			"Thông báo kết quả kiểm tra khi làm thủ tục tạm nhập hoặc Thông báo kết quả kiểm tra khi làm thủ tục chuyển tiêu thụ nội địa": "hand_in | Thông báo kết quả kiểm tra khi làm thủ tục tạm nhập hoặc Thông báo kết quả kiểm tra khi làm thủ tục chuyển tiêu thụ nội địa",
		}},
		{"contents whose every part has a case of its own", map[string]string{
			"Ý kiến thẩm định giá, trong đó nêu rõ việc xác định tỷ lệ chuyển đổi (đối với trường hợp hợp nhất); xác định giá trị tài sản phân chia (đối với trường hợp chia, tách)": "close",
		}},
		{"a part in small letters goes on with the paper before it", map[string]string{
			"Báo cáo hoạt động của cơ sở trong 05 năm; mô tả thông tin về biện pháp bảo vệ môi trường": "hand_in | Báo cáo hoạt động của cơ sở trong 05 năm; mô tả thông tin về biện pháp bảo vệ môi trường",
			"Hồ sơ năng lực; tóm tắt các dự án đã thực hiện":                                           "hand_in | Hồ sơ năng lực; tóm tắt các dự án đã thực hiện",
		}},
		{"what is published or declared is in the name", map[string]string{
			"Bản công bố các thông tin về giống cây trồng do tổ chức đứng tên đăng ký biên soạn": "hand_in | Bản công bố các thông tin về giống cây trồng do tổ chức đứng tên đăng ký biên soạn",
			"Bản kê khai các thông tin về nhân sự chủ chốt":                                      "hand_in | Bản kê khai các thông tin về nhân sự chủ chốt",
			"Đơn đề nghị, có các thông tin về tên, địa chỉ của tổ chức":                          "hand_in | Đơn đề nghị",
		}},
		{"the original of a paper, shown for comparison, is no other paper", map[string]string{
			"Bản sao có chứng thực chứng chỉ hành nghề đã được cấp và phải xuất trình bản chính chứng chỉ hành nghề để đối chiếu": "hand_in | Chứng chỉ hành nghề đã được cấp",
		}},
		{"a condition on who decides", map[string]string{
			"Quyết định của Đại hội đồng cổ đông hoặc Hội đồng quản trị (trong trường hợp được Đại hội đồng cổ đông ủy quyền) thông qua phương án phát hành": "hand_in | Quyết định của Đại hội đồng cổ đông hoặc Hội đồng quản trị (trong trường hợp được Đại hội đồng cổ đông ủy quyền) thông qua phương án phát hành",
		}},
		{"a condition behind the last of several long alternatives", map[string]string{
			"Giấy chứng nhận hoặc văn bản của cơ quan thẩm quyền nước sản xuất hoặc nước xuất khẩu cấp xác nhận sản phẩm được phép lưu hành hoặc sử dụng tại quốc gia đó hoặc văn bản của cơ quan nhà nước khác xác nhận sản phẩm được sử dụng đối với sản phẩm chưa được cấp phép lưu hành": "close",
		}},
		{"what a plan shows is its contents", map[string]string{
			"Sơ đồ mặt bằng vị trí dự kiến xây dựng bến: Thể hiện địa danh, vùng nước trước bến và các công trình liền kề (nếu có)": "hand_in | Sơ đồ mặt bằng vị trí dự kiến xây dựng bến",
		}},
		{"what somebody has a right to is no condition", map[string]string{
			"Tài liệu chứng minh quyền lợi quốc tế của người được chỉ định đối với tàu bay mang quốc tịch Việt Nam": "hand_in | Tài liệu chứng minh quyền lợi quốc tế của người được chỉ định đối với tàu bay mang quốc tịch Việt Nam",
		}},
		{"papers of a representative of those who are of one kind", map[string]string{
			"Bản sao các giấy tờ sau đây: - Giấy tờ pháp lý của cá nhân đối với người đại diện theo pháp luật; - Giấy tờ pháp lý của cá nhân đối với người đại diện theo ủy quyền của thành viên là tổ chức": "only_if | Giấy tờ pháp lý của cá nhân đối với người đại diện theo pháp luật | Giấy tờ pháp lý của cá nhân IF người đại diện theo ủy quyền của thành viên là tổ chức",
		}},
		{"a paper on top of the dossier", map[string]string{
			"Điều lệ công ty. Kèm theo hồ sơ đăng ký doanh nghiệp đối với công ty TNHH một thành viên, công ty cổ phần của công ty mới phải có thêm Cam kết thực hiện mục tiêu xã hội": "only_if | Điều lệ công ty | Cam kết thực hiện mục tiêu xã hội IF công ty TNHH một thành viên, công ty cổ phần của công ty mới",
		}},
		{"“nếu có” behind a paper that comes with another", map[string]string{
			"Đơn đề nghị kèm theo bản sao giấy phép (nếu có)":                 "only_if | Đơn đề nghị | Bản sao giấy phép IF nếu có",
			"Văn bản trình bày lý do kèm theo danh sách phương tiện (nếu có)": "only_if | Văn bản trình bày lý do | Danh sách phương tiện IF nếu có",
			"Báo cáo tóm tắt của đơn vị (kèm theo Quyết định khen thưởng)":    "hand_in | Báo cáo tóm tắt của đơn vị (kèm theo Quyết định khen thưởng)",
			"Bản khai thân nhân (kèm theo Nghị định số 12/2020/NĐ-CP)":        "hand_in | Bản khai thân nhân",
		}},
		{"a count in words and figures", map[string]string{
			"Một (01) bản sao Giấy chứng nhận do cơ quan có thẩm quyền của nước xuất khẩu cấp": "hand_in | Bản sao Giấy chứng nhận do cơ quan có thẩm quyền của nước xuất khẩu cấp",
			"Hai (02) bản chính hợp đồng mua bán hàng hóa":                                     "hand_in | Bản chính hợp đồng mua bán hàng hóa",
		}},
		{"“nếu có” behind the offices that are asked", map[string]string{
			"Bản sao ý kiến của các cơ quan, tổ chức liên quan (nếu có)":     "only_if | Bản sao ý kiến của các cơ quan, tổ chức liên quan IF nếu có",
			"Văn bản xác nhận của ngân hàng và công ty quản lý quỹ (nếu có)": "hand_in | Văn bản xác nhận của ngân hàng và công ty quản lý quỹ (nếu có)",
		}},
		{"words for any paper name none", map[string]string{
			"văn bản, nội dung nêu rõ tên cảng; vị trí cảng; lý do đóng cảng": "close",
		}},
	} {
		for row, want := range tt.rows {
			if got := said("", row)[0]; got != want {
				t.Errorf("%s: %s\n got %s\nwant %s", tt.kind, row, got, want)
			}
		}
	}
}

// A heading may say who makes the papers below it, and a procedure who always has them.
func TestWhoMakesAndWhoNeeds(t *testing.T) {
	for _, tt := range []struct {
		name string
		p    client.Procedure
		want []reading.Class
	}{
		{"a heading says that the desk prints it", client.Procedure{Name: "Cấp thẻ căn cước", Cases: []client.PaperCase{
			list("Phiếu được tạo lập khi trích xuất thông tin và in trong quá trình thu nhận hồ sơ", copyRow("Phiếu thu nhận thông tin căn cước")),
			list("", copyRow("Giấy khai sinh")),
		}}, []reading.Class{reading.ClassOffice, reading.ClassHandIn}},
		{"people who are always represented", client.Procedure{Name: "Cấp thẻ căn cước cho người dưới 14 tuổi (thực hiện tại cấp tỉnh)", Cases: []client.PaperCase{list("", copyRow("Giấy tờ, tài liệu có giá trị pháp lý chứng minh là người đại diện hợp pháp của người dưới 14 tuổi"))}}, []reading.Class{reading.ClassHandIn}},
		{"people who may be represented", client.Procedure{Name: "Cấp bản sao trích lục", Cases: []client.PaperCase{list("", copyRow("Giấy tờ chứng minh là người đại diện hợp pháp của người yêu cầu"))}}, []reading.Class{reading.ClassOnlyIf}},
		{"a unit hands on what somebody applied for", client.Procedure{Name: "Cấp thẻ bảo hiểm y tế", Cases: []client.PaperCase{list("",
			copyRow("Văn bản đề nghị cấp thẻ bảo hiểm y tế của các đơn vị trường Công an"), copyRow("Tờ khai tham gia bảo hiểm y tế"))}}, []reading.Class{reading.ClassClose, reading.ClassHandIn}},
		{"minutes of the office's own council", client.Procedure{Name: "Tuyển sinh", Cases: []client.PaperCase{list("",
			copyRow("Biên bản xét duyệt của Hội đồng tuyển sinh"), copyRow("Đơn xin dự tuyển"))}}, []reading.Class{reading.ClassClose, reading.ClassHandIn}},
		{"a condition that is what the procedure does", client.Procedure{Name: "Điều chỉnh giấy phép khai thác", Cases: []client.PaperCase{list("", copyRow("Giấy phép môi trường đối với dự án điều chỉnh"))}}, []reading.Class{reading.ClassHandIn}},
		{"the same, and people who do something else", client.Procedure{Name: "Điều chỉnh, gia hạn giấy phép khai thác", Cases: []client.PaperCase{list("", copyRow("Giấy phép môi trường đối với dự án điều chỉnh"))}}, []reading.Class{reading.ClassOnlyIf}},
		{"what an office writes to withdraw something", client.Procedure{Name: "Thu hồi giấy phép lái xe", Cases: []client.PaperCase{list("", copyRow("Quyết định thu hồi Giấy phép lái xe"), copyRow("Giấy phép lái xe"))}}, []reading.Class{reading.ClassClose, reading.ClassHandIn}},
		{"an office acts without an application", client.Procedure{Name: "Phục hồi danh dự", Cases: []client.PaperCase{
			list("a) Chủ động phục hồi danh dự", copyRow("Thông báo về việc tổ chức thực hiện phục hồi danh dự")),
			list("b) Phục hồi danh dự theo yêu cầu của người bị thiệt hại", copyRow("Văn bản yêu cầu bồi thường")),
		}}, []reading.Class{reading.ClassClose, reading.ClassHandIn}},
		{"an office makes a list after it has the dossier", client.Procedure{Name: "Cấp lại thẻ bảo hiểm y tế", Steps: []client.ProcedureStep{{Text: "Bước 1: Học sinh nộp đơn đề nghị. Bước 2: Sau khi tiếp nhận hồ sơ cấp lại thẻ, cơ quan tổ chức cán bộ có trách nhiệm lập: - Danh sách người lao động, học sinh, sinh viên tham gia bảo hiểm y tế (Mẫu 01-DS); - Văn bản gửi cơ quan bảo hiểm."}}, Cases: []client.PaperCase{list("",
			copyRow("Danh sách người lao động, học sinh, sinh viên tham gia bảo hiểm y tế"), copyRow("Đơn đề nghị cấp lại thẻ bảo hiểm y tế"))}}, []reading.Class{reading.ClassClose, reading.ClassHandIn}},
		{"a form and the copy of an earlier one", client.Procedure{Name: "Chuyển tiêu thụ nội địa", Cases: []client.PaperCase{list("",
			client.PaperRow{Name: "Tờ khai hải quan nhập khẩu", Originals: 2}, copyRow("Tờ khai hải quan tạm nhập của lô hàng"))}}, []reading.Class{reading.ClassHandIn, reading.ClassHandIn}},
	} {
		if got := classesOf(tt.p); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Times whose parts a channel lists, and rows of a channel that begin with their case.
func TestTimesThatAChannelSpellsOut(t *testing.T) {
	parts := "Thời hạn giải quyết: - Thời hạn tiếp nhận và kiểm tra hồ sơ: 03 ngày làm việc, kể từ khi nhận hồ sơ; - Thời hạn thẩm định hồ sơ: 16 ngày làm việc (nếu cần chỉnh sửa thì được tăng thêm 08 ngày làm việc); - Thời hạn xem xét, quyết định: 05 ngày làm việc, kể từ ngày nhận được hồ sơ trình; - Thời hạn trả kết quả: 02 ngày làm việc."
	days := func(n float64, words string) client.Method {
		return client.Method{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: n, Unit: client.UnitWorkingDay}, Description: words}
	}
	for _, tt := range []struct {
		name string
		ms   []client.Method
		want string
	}{
		{"the parts add up to the field", []client.Method{days(26, parts)}, "26"},
		{"they do not", []client.Method{days(20, parts)}, ""},
		{"a case in front of each row, whose parts add up", []client.Method{
			days(16, "(1) Trường hợp đề nghị: tăng công suất; trả lại một phần diện tích: * Thời hạn giải quyết: - Thời hạn tiếp nhận và kiểm tra hồ sơ: 03 ngày làm việc; - Thời hạn thẩm định hồ sơ: 13 ngày làm việc."),
			days(9, "(2) Trường hợp đổi tên: * Thời hạn giải quyết: - Thời hạn tiếp nhận, thẩm định: 07 ngày làm việc; - Thời hạn trả kết quả: 02 ngày làm việc.")}, "9 đổi tên, 16 đề nghị: tăng công suất; trả lại một phần diện tích"},
		{"a longer limit for larger dossiers", []client.Method{days(12, "- 12 ngày làm việc không kể thời gian hoàn thiện. - 15 ngày làm việc đối với trường hợp hồ sơ đề nghị cấp trên 03 cây trồng.")}, "12, 15 hồ sơ đề nghị cấp trên 03 cây trồng"},
		{"a case in front of each row", []client.Method{
			days(10, "(1) Trường hợp giao nộp báo cáo: * Cách thực hiện: Nộp tại Bộ. * Thời hạn giải quyết: 10 ngày làm việc, kể từ ngày nhận được hồ sơ hợp lệ."),
			days(5, "(2) Trường hợp giao nộp mẫu vật: * Cách thực hiện: Nộp tại Bộ. * Thời hạn giải quyết: 05 ngày làm việc, kể từ ngày nhận đủ mẫu vật.")}, "5 giao nộp mẫu vật, 10 giao nộp báo cáo"},
	} {
		var got []string
		for _, tm := range Of(client.Procedure{Methods: tt.ms}).Times {
			got = append(got, strings.TrimSpace(strconv.Itoa(int(tm.Limit.Quantity))+" "+tm.Case))
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}

// From whose paper a step counts.
func TestTimesFromAnApplicationAndFromAReport(t *testing.T) {
	for step, told := range map[string]bool{
		"Trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản đề nghị của tổ chức tín dụng, Ngân hàng Nhà nước ra quyết định.":                                                                true,
		"Trong thời hạn 05 ngày làm việc kể từ ngày nhận được báo cáo của Ban kiểm soát đặc biệt, Ngân hàng Nhà nước ra quyết định.":                                                                  false,
		"Trường hợp cấp: Trong thời hạn 04 ngày làm việc kể từ ngày nhận đủ hồ sơ, cơ quan kiểm tra. Trong thời hạn 05 ngày làm việc kể từ ngày kết thúc việc kiểm tra, cơ quan cấp Giấy chứng nhận.": false,
		"Cơ quan trả lời trong thời hạn 05ngày làm việc kể từ ngày nhận đủ hồ sơ.":                                                                                                                    true,
		"Tổ chức lập báo cáo chậm nhất không quá 10 ngày làm việc kể từ ngày phát hiện. Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, cơ quan trả lời.":                                   true,
	} {
		d := Of(client.Procedure{Steps: []client.ProcedureStep{{Text: step}}, Methods: []client.Method{{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: 5, Unit: client.UnitWorkingDay}}}})
		if got := len(d.Times) > 0; got != told {
			t.Errorf("%s: told %v", step, got)
		}
	}
}

// A list for several cases of other lists is none itself.
func TestAListForTheCasesAboveIsNoCase(t *testing.T) {
	d := Of(client.Procedure{Name: "Chấp thuận chủ trương đầu tư", Cases: []client.PaperCase{
		list("Hồ sơ đối với dự án do nhà đầu tư đề xuất bao gồm", copyRow("Văn bản đề nghị thực hiện dự án")),
		list("Hồ sơ đối với dự án do cơ quan nhà nước lập bao gồm", copyRow("Tờ trình chấp thuận chủ trương")),
		list("Tài liệu giải trình đề xuất hình thức lựa chọn nhà đầu tư trong hai trường hợp nêu trên gồm", copyRow("Bản thuyết minh")),
	}})
	var cases []string
	for _, c := range d.Cases {
		if !c.Group {
			cases = append(cases, c.Name)
		}
	}
	if len(cases) != 2 {
		t.Errorf("the cases are %q", cases)
	}
}

// Pages put the charges of several cases into their channels.
func TestChargesOfCasesInChannels(t *testing.T) {
	fee := func(c client.Channel, n int64, text string) client.Method {
		return client.Method{Channel: c, Fees: []client.Fee{{Type: client.FeeTypeFee, State: client.FeeAmount, Amount: n, Currency: "VND", Text: text}}}
	}
	for _, tt := range []struct {
		name string
		ms   []client.Method
		want string
	}{
		{"a case in each channel", []client.Method{
			fee(client.ChannelOnline, 15_000_000, "Đồng (Đối với sân bay trực thăng)"),
			fee(client.ChannelDirect, 70_000_000, "Đồng (Đối với cảng hàng không quốc tế)"),
		}, "all: Sân bay trực thăng 15000000, Cảng hàng không quốc tế 70000000"},
		{"the same case, cheaper online", []client.Method{
			fee(client.ChannelOnline, 50_000, "đồng (đối với giấy phép cấp mới)"),
			fee(client.ChannelDirect, 100_000, "đồng (đối với giấy phép cấp mới)"),
		}, "direct:  100000; online:  50000"},
	} {
		var got []string
		for _, c := range Of(client.Procedure{Methods: tt.ms}).Costs {
			who := "all"
			if len(c.Channels) > 0 {
				who = string(c.Channels[0])
			}
			var fees []string
			for _, f := range c.Fees {
				fees = append(fees, f.For+" "+strconv.FormatInt(f.Amount, 10))
			}
			got = append(got, who+": "+strings.Join(fees, ", "))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
}
