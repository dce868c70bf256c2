package digest

import (
	"slices"
	"strconv"
	"testing"

	"motcua/client"
	"motcua/client/digest/reading"
)

// classesOf returns the classes of all rows of a page, in order.
func classesOf(p client.Procedure) []reading.Class {
	var out []reading.Class
	for _, r := range Of(p).Rows {
		out = append(out, r.Class)
	}
	return out
}

func list(heading string, rows ...client.PaperRow) client.PaperCase {
	return client.PaperCase{Name: heading, Rows: rows}
}

func copyRow(s string) client.PaperRow { return client.PaperRow{Name: s, Copies: 1} }

func noteRow(s string) client.PaperRow { return client.PaperRow{Name: s} }

// What a page says about a paper outside of its row.
func TestPapersLimitedElsewhere(t *testing.T) {
	for _, tt := range []struct {
		name string
		p    client.Procedure
		want []reading.Class
	}{
		{"rows that introduce others, in an order that does not tell which", client.Procedure{Name: "Chứng nhận chất lượng", Cases: []client.PaperCase{list("",
			noteRow("- Đối với chứng nhận chất lượng kiểu loại phụ tùng:"),
			copyRow("Ảnh chụp tổng thể phụ tùng"),
			copyRow("Bản đăng ký thông số kỹ thuật của xe"),
			noteRow("- Đối với chứng nhận chất lượng kiểu loại xe:"),
			copyRow("Đơn đề nghị chứng nhận"),
		)}}, []reading.Class{reading.ClassClose, reading.ClassClose, reading.ClassClose, reading.ClassClose, reading.ClassHandIn}},
		{"two applications below such rows", client.Procedure{Name: "Chứng nhận chất lượng", Cases: []client.PaperCase{list("",
			noteRow("- Đối với chứng nhận chất lượng kiểu loại xe:"),
			copyRow("Đơn đề nghị chứng nhận xe"),
			copyRow("Đơn xin chứng nhận phụ tùng"),
		)}}, []reading.Class{reading.ClassClose, reading.ClassClose, reading.ClassClose}},
		{"a row that names others by their counters", client.Procedure{Name: "Kiểm tra xe nhập khẩu", Cases: []client.PaperCase{
			list("Hồ sơ gồm có các tài liệu sau:", copyRow("a) Bản đăng ký kiểm tra xe"), copyRow("d) Phiếu kiểm tra xuất xưởng"), copyRow("đ) Hóa đơn thương mại"), copyRow("e) Báo cáo thử nghiệm khí thải")),
			list("Quy định về miễn tài liệu", noteRow("i) Các tài liệu quy định tại các điểm d, e của Mục này không áp dụng đối với: xe đã qua sử dụng; xe máy chuyên dùng"), noteRow("k) Tài liệu quy định tại điểm đ Mục này là bản sao có xác nhận của người nhập khẩu")),
		}}, []reading.Class{reading.ClassHandIn, reading.ClassClose, reading.ClassHandIn, reading.ClassClose, reading.ClassNote, reading.ClassNote}},
	} {
		if got := classesOf(tt.p); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// What the conditions and the steps say about a paper, who makes it, and rows that continue
// other rows.
func TestPapersThatTheRowAloneWouldDemand(t *testing.T) {
	unless := "Có thẻ thường trú, trường hợp chưa được cấp thẻ thường trú thì phải có đơn giải trình về thời gian đã tạm trú tại Việt Nam."
	explain := list("", copyRow("Đơn giải trình về thời gian đã tạm trú tại Việt Nam"), copyRow("Tờ khai đề nghị cấp giấy phép"))
	for _, tt := range []struct {
		name string
		p    client.Procedure
		want []reading.Class
	}{
		{"the conditions give it to some", client.Procedure{Name: "Cấp giấy phép", Conditions: unless, Cases: []client.PaperCase{explain}}, []reading.Class{reading.ClassClose, reading.ClassHandIn}},
		{"the steps give it to some", client.Procedure{Name: "Cấp giấy phép", Steps: []client.ProcedureStep{{Text: unless}}, Cases: []client.PaperCase{explain}}, []reading.Class{reading.ClassClose, reading.ClassHandIn}},
		{"the steps only say where to hand in", client.Procedure{Name: "Cấp giấy phép", Steps: []client.ProcedureStep{{Text: "Trường hợp hồ sơ gửi qua bưu chính thì nộp đơn giải trình về thời gian đã tạm trú tại Việt Nam tại bưu cục."}}, Cases: []client.PaperCase{explain}}, []reading.Class{reading.ClassHandIn, reading.ClassHandIn}},
		{"an office passes the dossier on", client.Procedure{Name: "Cấp giấy phép", Cases: []client.PaperCase{
			list("Hồ sơ đề nghị", copyRow("Bản khai cá nhân")),
			list("Hồ sơ hưởng chế độ chuyển đến Sở Nội vụ để chi trả", copyRow("Quyết định về việc hưởng chế độ")),
		}}, []reading.Class{reading.ClassHandIn, reading.ClassOffice}},
		{"an office inquires", client.Procedure{Name: "Xét hưởng chế độ đối với cán bộ", Cases: []client.PaperCase{list("", copyRow("Bản khai cá nhân"), copyRow("Công văn đề nghị giải quyết chế độ"), copyRow("Biên bản xét duyệt"))}},
			[]reading.Class{reading.ClassHandIn, reading.ClassClose, reading.ClassClose}},
		{"a row goes on with another", client.Procedure{Name: "Công nhận cây", Cases: []client.PaperCase{list("",
			copyRow("Báo cáo kết quả bình tuyển cây đầu dòng"), copyRow("báo cáo kết quả thiết lập vườn cây"), copyRow("Bản khai cá nhân"), copyRow("hoặc bản khai của thân nhân"))}},
			[]reading.Class{reading.ClassClose, reading.ClassClose, reading.ClassHandIn, reading.ClassClose}},
		{"bullets and counters are no small letters", client.Procedure{Name: "Công nhận cây", Cases: []client.PaperCase{list("",
			copyRow("e) Bảng kê khai người có liên quan"), copyRow("g) Bảng kê khai số thuế đã nộp"))}}, []reading.Class{reading.ClassHandIn, reading.ClassHandIn}},
	} {
		if got := classesOf(tt.p); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Clauses that the grammar once did not know.
func TestClausesByKind(t *testing.T) {
	for _, tt := range []struct{ row, want string }{
		{"Giấy chứng nhận kiểm định còn hiệu lực đối với: thiết bị nâng hàng; thiết bị nâng người; xi téc chở khí",
			"only_if | Giấy chứng nhận kiểm định còn hiệu lực IF thiết bị nâng hàng; thiết bị nâng người; xi téc chở khí"},
		{"Phương án nuôi trồng theo Mẫu số 16. (đối với hồ sơ đề nghị của cá nhân)",
			"only_if | Phương án nuôi trồng theo Mẫu số 16 IF hồ sơ đề nghị của cá nhân"},
		{"Hợp đồng mua bán hàng hóa (nếu là ngôn ngữ khác thì người nhập khẩu phải nộp kèm bản dịch ra tiếng Việt)",
			"hand_in+close | Hợp đồng mua bán hàng hóa"},
		{"Ảnh chụp hoặc bản vẽ mô tả loài thủy sản",
			"hand_in | Ảnh chụp hoặc bản vẽ mô tả loài thủy sản"},
		{"Văn bản đề nghị thực hiện dự án đầu tư, gồm cả cam kết chịu mọi chi phí, rủi ro nếu dự án không được chấp thuận",
			"hand_in | Văn bản đề nghị thực hiện dự án đầu tư"},
		{"Các tài liệu liên quan khác kèm theo (nếu có)",
			"only_if | Các tài liệu liên quan khác kèm theo IF nếu có"},
		{"Trường hợp đăng ký thay đổi, bổ sung thông tin: Tờ khai thay đổi thông tin",
			"only_if | Tờ khai thay đổi thông tin IF đăng ký thay đổi, bổ sung thông tin"},
		// Demands in rows without a known noun of a paper.
		{"Cán bộ, chiến sĩ hy sinh trong trường hợp dũng cảm cứu người, cứu tài sản của Nhà nước và nhân dân theo quy định, được xét công nhận theo quy định của pháp luật về ưu đãi người có công với cách mạng, phải có biên bản xảy ra sự việc",
			"close"},
		{"Lưu ý: khi cần thông tin về nơi cư trú mà không tra được thì người đề nghị xuất trình một trong các giấy tờ sau: Thẻ căn cước; Giấy xác nhận cư trú",
			"close"},
		// Names that would say nothing.
		{"Đơn đề nghị theo mẫu tại Phụ lục số 09 ban hành kèm theo Thông tư số 34/2025/TT-NHNN",
			"hand_in | Đơn đề nghị theo mẫu tại Phụ lục số 09 ban hành kèm theo Thông tư số 34/2025/TT-NHNN"},
		{"Trường hợp cơ sở đang hoạt động: mẫu quy định tại Mẫu số 22d Phụ lục kèm theo Thông tư số 09/2026/TT-BNNMT",
			"close"},
		// What is applied for, and its form.
		{"Đăng ký ngừng sử dụng dịch vụ: Tờ khai đăng ký ngừng sử dụng dịch vụ",
			"only_if | Tờ khai đăng ký ngừng sử dụng dịch vụ IF Đăng ký ngừng sử dụng dịch vụ"},
		// Groups of people.
		{"Tài liệu chứng minh thuộc trường hợp được xin đích danh, bao gồm: + Bản sao giấy chứng nhận kết hôn của cha dượng; + Giấy tờ chứng minh là cô, cậu, dì, chú, bác ruột",
			"close"},
		{"Danh sách, số định danh của người đại diện là người Việt Nam; Danh sách, bản sao hộ chiếu của người đại diện là người nước ngoài",
			"close"},
		{"Giấy ủy quyền cho cơ quan nơi đối tượng công tác làm thủ tục",
			"only_if | Giấy ủy quyền cho cơ quan nơi đối tượng công tác làm thủ tục IF làm thay người khác"},
		{"Giấy chứng nhận tốt nghiệp khóa đào tạo nghề công chứng hoặc quyết định công nhận tương đương (đối với người được đào tạo ở nước ngoài)",
			"hand_in | Giấy chứng nhận tốt nghiệp khóa đào tạo nghề công chứng hoặc quyết định công nhận tương đương (đối với người được đào tạo ở nước ngoài)"},
		{"Quyết định của Hội đồng quản trị (đối với tổ chức quản trị đầy đủ) hoặc nghị quyết của Đại hội thành viên (đối với tổ chức quản trị rút gọn) về việc chấm dứt hoạt động đối với trường hợp chấm dứt chi nhánh",
			"close"},
		{"Danh mục các phụ tùng sử dụng để lắp ráp đối với phụ tùng là động cơ sử dụng cho mô tô",
			"close"},
		// Typing errors, and lists of what an application asks for.
		{"Trưởng hợp giảm mức vốn điều lệ: Văn bản thông báo hoàn tất việc giảm vốn",
			"only_if | Văn bản thông báo hoàn tất việc giảm vốn IF giảm mức vốn điều lệ"},
		{"Bản chính hoặc biểu mẫu điện tử ký số công văn của tổ chức hoa tiêu hàng hải",
			"hand_in | Công văn của tổ chức hoa tiêu hàng hải"},
		{"Văn bản của tổ chức tín dụng gửi Ngân hàng Nhà nước đề nghị: i) Chấp thuận chuyển đổi loại hình; ii) Chấp thuận các nội dung khác",
			"hand_in | Văn bản của tổ chức tín dụng gửi Ngân hàng Nhà nước"},
		{"SL hồ sơ: 01 bộ",
			"note"},
		{"Phương án góp vốn, trong đó gồm những nội dung sau: (i) Tên tổ chức; (ii) Trường hợp mua lại công ty con thì bổ sung báo cáo tài chính; (iii) Kết quả hoạt động kinh doanh theo báo cáo của kiểm toán",
			"hand_in+close | Phương án góp vốn"},
		// Ways to file are no cases.
		{"02 ảnh màu đối với trường hợp nộp hồ sơ trực tiếp, 01 tệp ảnh đối với trường hợp nộp hồ sơ trực tuyến",
			"hand_in | 02 ảnh màu đối với trường hợp nộp hồ sơ trực tiếp, 01 tệp ảnh đối với trường hợp nộp hồ sơ trực tuyến"},
		// Only a later sentence exempts people.
		{"Giấy đề nghị thanh toán thù lao của hòa giải viên. Xuất trình Sổ theo dõi hoạt động hòa giải để đối chiếu khi cần thiết",
			"hand_in+close | Giấy đề nghị thanh toán thù lao của hòa giải viên"},
		// Contents that ask some people for more.
		{"Công văn đề nghị kèm theo danh sách, trong đó: + Đối với tổ lái, người khai thác lập danh sách; + Đối với tiếp viên, người khai thác lập danh sách và kết quả huấn luyện",
			"hand_in+close | Công văn đề nghị kèm theo danh sách"},
	} {
		if got := said("", tt.row)[0]; got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.row, got, tt.want)
		}
	}
}

// A number is given only where field and words agree.
func TestTimesAndFeesThatDisagree(t *testing.T) {
	days := func(c client.Channel, n float64, words string) client.Method {
		return client.Method{Channel: c, Limit: client.TimeLimit{Quantity: n, Unit: client.UnitWorkingDay}, Description: words}
	}
	other := func(c client.Channel) client.Method {
		return client.Method{Channel: c, Limit: client.TimeLimit{Quantity: 1, Unit: client.UnitOther}}
	}
	step := func(text string) []client.ProcedureStep { return []client.ProcedureStep{{Text: text}} }
	direct, online := client.ChannelDirect, client.ChannelOnline
	for _, tt := range []struct {
		name string
		p    client.Procedure
		want string // what the page says, "" if it shows only the words
	}{
		{"the applicant's own time, who stands in front", client.Procedure{Methods: []client.Method{days(direct, 10, "")}, Steps: step("Bên đi vay gửi 01 bộ hồ sơ trong thời hạn 30 ngày làm việc kể từ ngày ký. Ngân hàng xác nhận trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.")}, "10 "},
		{"the applicant's own time, who stands behind", client.Procedure{Methods: []client.Method{days(direct, 10, "")}, Steps: step("Trong thời hạn 30 ngày kể từ ngày kết thúc tập sự, người tập sự lập 01 bộ hồ sơ. Trong thời hạn 10 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở ra quyết định.")}, "10 "},
		{"the applicant's own time, who sends an application and is called like an office", client.Procedure{Methods: []client.Method{days(direct, 3, "")}, Steps: step("Trong thời hạn 10 ngày làm việc kể từ ngày văn bản chấp thuận có hiệu lực, Trung tâm trọng tài gửi đơn đề nghị đến Sở Tư pháp. Trong thời hạn 03 ngày làm việc kể từ ngày nhận được hồ sơ, Sở Tư pháp quyết định.")}, "3 "},
		{"numbers in words and figures", client.Procedure{Methods: []client.Method{days(direct, 25, "")}, Steps: step("Trong thời hạn mười lăm (15) ngày kể từ ngày nhận được đầy đủ hồ sơ, Sở trình Ủy ban nhân dân cấp tỉnh. Trong thời hạn mười (10) ngày kể từ ngày nhận được tờ trình, Ủy ban nhân dân quyết định.")}, ""},
		{"who decides has days of his own", client.Procedure{Methods: []client.Method{days(direct, 10, "")}, Steps: step("Trong thời hạn 10 ngày làm việc kể từ ngày nhận hồ sơ, Sở Tư pháp thẩm định, trình Chủ tịch Ủy ban nhân dân. Trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản đề nghị của Sở Tư pháp, Chủ tịch ghi nội dung thay đổi.")}, ""},
		{"another decision follows", client.Procedure{Methods: []client.Method{days(direct, 7, "")}, Steps: step("Trong thời hạn 07 ngày làm việc kể từ ngày nhận được hồ sơ đầy đủ, Ủy ban có văn bản cho phép. Trong thời hạn 05 ngày làm việc kể từ ngày nhận được hồ sơ báo cáo, Ủy ban ra quyết định thu hồi.")}, ""},
		{"another decision follows, and later times add up to the field's", client.Procedure{Methods: []client.Method{days(direct, 20, "")}, Steps: step("Trong thời hạn 20 ngày làm việc kể từ ngày nhận được hồ sơ đầy đủ, Ủy ban có văn bản chấp thuận. Trong thời hạn 10 ngày làm việc kể từ ngày thanh lý tài sản, người đại diện phải báo cáo. Trong thời hạn 10 ngày làm việc kể từ ngày nhận được hồ sơ báo cáo, Ủy ban ra quyết định thu hồi.")}, ""},
		{"an office answers who handed in", client.Procedure{Methods: []client.Method{days(direct, 30, "")}, Steps: step("Trong thời hạn 45 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ, Bộ thông báo kết quả cho cơ quan, tổ chức đã gửi hồ sơ.")}, ""},
		{"several offices one after another", client.Procedure{Methods: []client.Method{days(direct, 10, "Công an cấp xã: 10 ngày làm việc kể từ ngày nhận đủ hồ sơ. Công an cấp tỉnh: 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.")}}, ""},
		{"a channel's words against its field", client.Procedure{Methods: []client.Method{days(online, 20, "20 ngày làm việc kể từ ngày nhận đủ hồ sơ"), days(direct, 30, "20 ngày làm việc kể từ ngày nhận đủ hồ sơ")}}, ""},
		{"a longer limit for one case only", client.Procedure{Methods: []client.Method{days(direct, 10, "20 ngày làm việc đối với trường hợp cây xanh thuộc danh mục cần bảo tồn")}}, "10 , 20 cây xanh thuộc danh mục cần bảo tồn"},
		{"a limit for one case, and others at once", client.Procedure{Methods: []client.Method{days(direct, 3, "Khóa căn cước ngay sau khi nhận được yêu cầu của công dân. Trong thời hạn 03 ngày làm việc đối với trường hợp khóa theo đề nghị của cơ quan tố tụng.")}}, "3 khóa theo đề nghị của cơ quan tố tụng"},
		{"cases of a channel, of which some have no limit", client.Procedure{Methods: []client.Method{{Channel: direct, Description: "khoáng sản nhóm I"}, days(direct, 34, "khoáng sản nhóm III")}}, ""},
		{"days and working days one after another, of an office named after aviation", client.Procedure{Methods: []client.Method{{Channel: direct}}, Steps: step("Trong thời hạn 10 ngày, kể từ ngày nhận được hồ sơ hợp lệ, Cảng vụ thẩm định hồ sơ. Trong thời hạn 03 ngày làm việc, kể từ ngày thẩm định, Cảng vụ hàng không cấp giấy chứng nhận.")}, ""},
		{"days from an examination that the office sets", client.Procedure{Methods: []client.Method{days(direct, 5, "")}, Steps: step("Trong thời hạn 04 ngày làm việc kể từ ngày tổ chức kiểm tra, Sở thẩm định. Trong thời hạn 01 ngày làm việc kể từ ngày nhận được hồ sơ trình, Chủ tịch quyết định.")}, ""},
		{"the applicant's own days before the start of a contract", client.Procedure{Methods: []client.Method{days(direct, 30, "")}, Steps: step("Cá nhân gửi hồ sơ trong thời hạn 15 ngày trước khi thực hiện hợp đồng.")}, "30 "},
		{"days from a decision of the council", client.Procedure{Methods: []client.Method{days(direct, 15, "Trong thời hạn 15 ngày làm việc kể từ ngày Hội đồng nhân dân cấp tỉnh thông qua")}}, ""},
		{"a channel whose time is not told", client.Procedure{Methods: []client.Method{days(direct, 20, ""), other(online)}}, ""},
		{"limits of cases that the field adds up", client.Procedure{Methods: []client.Method{days(direct, 25, "- Cấp Quyết định công nhận: Thời hạn 20 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ. - Phục hồi Quyết định công nhận: Thời hạn 05 ngày làm việc kể từ ngày nhận được hồ sơ hợp lệ.")}}, "5 Phục hồi Quyết định công nhận, 20 Cấp Quyết định công nhận"},
		{"rows of a channel that name cases", client.Procedure{Methods: []client.Method{days(direct, 15, "trường hợp cấp mới"), days(direct, 5, "trường hợp thay đổi tên")}}, "5 thay đổi tên, 15 cấp mới"},
		{"rows of a channel that follow each other", client.Procedure{Methods: []client.Method{days(direct, 4, "Kiểm tra: 04 ngày làm việc kể từ ngày nhận đủ hồ sơ"), days(direct, 2, "Cấp lại: 02 ngày làm việc kể từ ngày kết thúc kiểm tra")}}, "6 "},
		{"the days of another office that is asked", client.Procedure{Methods: []client.Method{{Channel: direct}}, Steps: step("Cơ quan quản lý dữ liệu có trách nhiệm cung cấp thông tin trong thời hạn không quá 03 ngày làm việc kể từ ngày nhận được yêu cầu.")}, ""},
	} {
		got := ""
		for i, tm := range Of(tt.p).Times {
			if tm.Limit.Quantity > 0 && tm.Limit.Unit != client.UnitOther {
				if i > 0 {
					got += ", "
				}
				got += strconv.Itoa(int(tm.Limit.Quantity)) + " " + tm.Case
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}

	fee := func(c client.Channel, amount int64, text string) client.Method {
		return client.Method{Channel: c, Fees: []client.Fee{{Type: client.FeeTypeFee, State: client.FeeAmount, Amount: amount, Currency: "VND", Text: text}}}
	}
	for _, tt := range []struct {
		name string
		ms   []client.Method
		told bool
	}{
		{"a nought too many", []client.Method{fee(online, 30_000, ""), fee(direct, 300_000, "")}, false},
		{"three noughts too many, and other words", []client.Method{fee(online, 25_000_000, "25.000.000đ/giấy (áp dụng đến hết ngày 31/12/2026)"), fee(direct, 50_000, "50.000đ/giấy")}, false},
		{"cheaper online", []client.Method{fee(online, 50_000, ""), fee(direct, 100_000, "")}, true},
		{"the same words, another amount", []client.Method{fee(online, 2_000_000, "02 triệu đồng/lần cấp"), fee(direct, 1_000_000, "02 triệu đồng/lần cấp")}, false},
		{"words that nothing sets it", []client.Method{fee(direct, 100_000, "Không được quy định tại Biểu phí.")}, false},
	} {
		told := false
		for _, c := range Of(client.Procedure{Methods: tt.ms}).Costs {
			for _, f := range c.Fees {
				told = told || f.State == client.FeeAmount
			}
		}
		if told != tt.told {
			t.Errorf("%s: told %v", tt.name, told)
		}
	}
}

// A heading that names several kinds of people states none of them, so a paper of one kind is
// not demanded of the others. A heading with a single kind states it.
func TestACaseOfSeveralKindsOfPeople(t *testing.T) {
	p := client.Procedure{Name: "Đăng ký thường trú", Cases: []client.PaperCase{
		list("Trường hợp ở nơi đóng quân của công an nhân dân, quân đội nhân dân",
			copyRow("Đối với công an nhân dân: Giấy giới thiệu của thủ trưởng đơn vị"), copyRow("Đối với quân đội nhân dân: Giấy giới thiệu của cấp trung đoàn")),
		list("Trường hợp ở nhà của người có công với cách mạng", copyRow("Đối với người có công với cách mạng: Giấy xác nhận của phòng nội vụ")),
	}}
	d := Of(p)
	if got := onlyIf(d); len(got) != 2 {
		t.Errorf("only if: %q", got)
	}
	if got, want := musts(d), []string{"Giấy xác nhận của phòng nội vụ"}; !slices.Equal(got, want) {
		t.Errorf("everybody: %q, want %q", got, want)
	}
}
