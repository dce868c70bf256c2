package digest

import (
	"slices"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/digest/reading"
)

// said returns how a list of rows is read: each row's class, and each paper with its
// conditions.
func said(heading string, rows ...string) []string {
	c := client.PaperCase{Name: heading}
	for _, r := range rows {
		c.Rows = append(c.Rows, client.PaperRow{Name: r, Originals: 1})
	}
	pg := readPage(client.Procedure{Name: "Cấp giấy phép", Cases: []client.PaperCase{c}})
	var out []string
	for _, r := range pg.rows[0] {
		s := string(r.Class)
		if len(r.Close) > 0 && r.Class != reading.ClassClose {
			s += "+close"
		}
		for _, it := range r.Items {
			s += " | " + it.Name
			for _, w := range it.Whens {
				s += " IF " + w.Words
			}
		}
		out = append(out, s)
	}
	return out
}

// The wording of each row is that of a real page.
func TestRowsInDoubt(t *testing.T) {
	for _, tt := range []struct{ row, want string }{
		// A condition that a name would hide, or that may be about one of several papers.
		{"Bản kê khai điều kiện an toàn của phương tiện theo quy định đối với phương tiện không thuộc diện đăng kiểm", "only_if | Bản kê khai điều kiện an toàn của phương tiện IF phương tiện không thuộc diện đăng kiểm"},
		{"Bảng kê danh sách lái xe và danh sách người áp tải đối với trường hợp bắt buộc phải có người áp tải", "only_if | Bảng kê danh sách lái xe | Danh sách người áp tải IF bắt buộc phải có người áp tải"},
		{"Biên bản họp Hội đồng quản trị (đối với tổ chức quản trị đầy đủ) hoặc Đại hội thành viên (đối với tổ chức quản trị rút gọn) về việc thành lập chi nhánh", "close"},
		{"Sơ đồ khu vực biển, trong đó thể hiện tọa độ các điểm giới hạn đối với trường hợp thay đổi diện tích khu vực biển đã được giao", "close"},
		{"Nghị quyết của Hội đồng thành viên đối với công ty hợp danh, của Đại hội đồng cổ đông đối với công ty cổ phần về việc thông qua hợp đồng", "close"},
		{"Giấy đề nghị hỗ trợ của gia đình trong trường hợp hòa giải viên bị thiệt hại về tính mạng có xác nhận của Trưởng ban trong trường hợp hòa giải viên là tổ trưởng", "close"},
		{"Hợp đồng liên doanh đối với hình thức liên doanh", "close"},
		// Some people are exempt.
		{"Văn bằng, chứng chỉ của nhân viên. Trường hợp văn bằng đã được lưu trữ tại cơ sở dữ liệu thì không cần nộp các bản sao văn bằng", "close"},
		{"Sổ theo dõi hoạt động để đối chiếu khi cần thiết", "close"},
		{"Văn bản ủy quyền cho cá nhân. Văn bản này không bắt buộc phải công chứng, chứng thực", "hand_in | Văn bản ủy quyền cho cá nhân"},
		// Lists.
		{"Các dự án sau đây phải có tài liệu xác nhận địa điểm: a) Dự án năng lượng; b) Dự án trồng rừng; c) Dự án khai thác khoáng sản", "close"},
		{"Bản vẽ thiết kế xây dựng, gồm: bản vẽ mặt bằng; bản vẽ mặt cắt; bản vẽ móng", "hand_in | Bản vẽ thiết kế xây dựng"},
		{"02 bộ bản vẽ thiết kế; kết quả thực hiện thủ tục về phòng cháy; báo cáo kết quả thẩm tra, gồm: bản vẽ mặt bằng; bản vẽ mặt cắt; bản vẽ móng", "close"},
		{"Các hồ sơ, giấy tờ chứng minh cho các khoản chi như: Dự toán chi được duyệt; Hợp đồng thuê dịch vụ", "hand_in+close | Các hồ sơ, giấy tờ chứng minh cho các khoản chi"},
		{"Quyết định chấm dứt hoạt động của văn phòng điều hành;Mẫu I.", "hand_in | Quyết định chấm dứt hoạt động của văn phòng điều hành"},
		{"Bản khai cơ sở vật chất, kỹ thuật; thông tin, dữ liệu phục vụ dự báo", "hand_in | Bản khai cơ sở vật chất, kỹ thuật; thông tin, dữ liệu phục vụ dự báo"},
		{"Văn bản trình bày lý do gia hạn kèm theo danh sách phương tiện (nếu có)", "only_if | Văn bản trình bày lý do gia hạn | Danh sách phương tiện IF nếu có"},
		{"Các văn bản pháp lý, tài liệu khác có liên quan (nếu có)", "only_if | Các văn bản pháp lý, tài liệu khác có liên quan IF nếu có"},
		// How copies are handed in is no condition.
		{"Bản sao có xuất trình bản chính để đối chiếu (trường hợp nộp hồ sơ trực tiếp); nộp bản sao có chứng thực (trường hợp nộp hồ sơ qua đường bưu chính) các loại tài liệu sau: Giấy phép của thành viên tổ bay", "hand_in | Giấy phép của thành viên tổ bay"},
		// Words after "miễn" and "thay thế bằng".
		{"Thành phần hồ sơ này được miễn trừ trong trường hợp tài liệu đó đã được gửi", "note"},
		{"Văn bản thỏa thuận của cha mẹ. Trường hợp cha mẹ đã chết thì văn bản thỏa thuận được thay thế bằng giấy tờ chứng minh cha mẹ đã chết", "only_if | Văn bản thỏa thuận của cha mẹ | Giấy tờ chứng minh cha mẹ đã chết IF cha mẹ đã chết"},
		// Demands inside names, and papers after a remark.
		{"Công trình tôn giáo thuộc dự án bảo quản di tích, phải bổ sung văn bản về sự cần thiết xây dựng", "close"},
		{"Lưu ý: Trường hợp trực tiếp nộp hồ sơ ở huyện đảo, người nộp phải nộp thêm giấy giới thiệu của cơ quan", "close"},
		{"Quy định nội bộ của ngân hàng được phép về hoạt động xuất khẩu ngoại tệ", "hand_in | Quy định nội bộ của ngân hàng được phép về hoạt động xuất khẩu ngoại tệ"},
		{"Quyết định xử phạt trong lĩnh vực đất đai, trong đó có thể hiện biện pháp khắc phục hậu quả; chứng từ nộp phạt của người sử dụng đất", "hand_in+close | Quyết định xử phạt trong lĩnh vực đất đai"},
		{"Hợp đồng mua bán hàng hóa hoặc các giấy tờ có giá trị pháp lý tương đương hợp đồng: 01 bản chụp", "hand_in | Hợp đồng mua bán hàng hóa hoặc các giấy tờ có giá trị pháp lý tương đương hợp đồng"},
		// "ngoài" before an additional paper.
		{"Đối với người nước ngoài, ngoài những giấy tờ nêu trên còn phải có Giấy phép lao động", "only_if | Giấy phép lao động IF người nước ngoài"},
		// Words for authority and for duties.
		{"Văn bản phê duyệt phương án của cấp có thẩm quyền đối với doanh nghiệp thuộc ngành nghề kinh doanh có điều kiện", "only_if | Văn bản phê duyệt phương án của cấp có thẩm quyền IF doanh nghiệp thuộc ngành nghề kinh doanh có điều kiện"},
		{"Cam kết thực hiện nghĩa vụ của tổ chức phát hành đối với nhà đầu tư về điều kiện phát hành", "hand_in | Cam kết thực hiện nghĩa vụ của tổ chức phát hành đối với nhà đầu tư về điều kiện phát hành"},
		{"Văn bản đề nghị phê duyệt bản vẽ tổng mặt bằng", "hand_in | Văn bản đề nghị phê duyệt bản vẽ tổng mặt bằng"},
		{"Đơn đề nghị cấp Giấy phép kinh doanh cảng hàng không", "hand_in | Đơn đề nghị cấp Giấy phép kinh doanh cảng hàng không"},
	} {
		if got := said("", tt.row)[0]; got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.row, got, tt.want)
		}
	}
}

// A list whose rows are divided by cases: the portal's order does not say which row belongs to
// which case.
func TestRowsThatPartAList(t *testing.T) {
	got := said("", "+ Đối với hồ sơ đề nghị tái cấp vốn", "Giấy đề nghị tái cấp vốn theo mẫu", "+ Đối với hồ sơ đề nghị gia hạn", "Giấy đề nghị gia hạn theo mẫu")
	if want := []string{"note", "close", "note", "close"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Nobody fills in two forms with the same name.
func TestTwoFormsOfOneName(t *testing.T) {
	got := said("", "Đơn đề nghị theo Mẫu số 01", "Bản sao hợp đồng thuê kho", "Đơn đề nghị theo Mẫu số 01 (bản chính)")
	if want := []string{"close", "hand_in | Bản sao hợp đồng thuê kho", "close"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHeadingsOfCases(t *testing.T) {
	for _, tt := range []struct {
		heading string
		want    headKind
		open    bool
	}{
		{"(*) Trường hợp bất khả kháng khác theo quy định tại khoản 1 Điều 3 Nghị định số 126/2020/NĐ-CP, phải nộp thêm:", headCondition, false},
		{"(i2) Đối với Nhà thầu nước ngoài trực tiếp khai thuế", headCase, false},
		{"5 Trường hợp đăng ký chào bán của công ty sau chia, tách công ty", headCase, false},
		{"Hồ sơ đăng ký tàu biển có thời hạn trong trường hợp chủ tàu là tổ chức nước ngoài", headCase, false},
		{"+ Cá nhân nộp hồ sơ gồm các giấy tờ sau", headCase, false},
		{"Ngoài các chứng từ nêu trên, tùy từng trường hợp, người khai hải quan phải nộp thêm chứng từ:", headCondition, false},
		{"Giấy tờ phải nộp", headSection, false},
		{"3. Một trong các tài liệu chứng minh đủ điều kiện để miễn phí", headGroup, true},
	} {
		if h := readHeading(tt.heading, 2); h.kind != tt.want || h.open != tt.open {
			t.Errorf("%s: kind %d open %v, want %d %v", tt.heading, h.kind, h.open, tt.want, tt.open)
		}
	}
}

func TestHeadingsThatBeginAlike(t *testing.T) {
	row := []client.PaperRow{{Name: "Bản sao văn bằng tốt nghiệp", Originals: 1}}
	d := Of(client.Procedure{Name: "Cấp chứng chỉ đăng kiểm viên", Cases: []client.PaperCase{
		{Name: "* Đăng kiểm viên hạng I:", Rows: row}, {Name: "* Đăng kiểm viên hạng II:", Rows: row},
	}})
	for _, c := range d.Cases {
		if c.Group {
			t.Errorf("%q is told as a part of one dossier", c.Full)
		}
	}
}

// Times that the steps do not confirm are not promised.
func TestTimesThatTheStepsDoNotBearOut(t *testing.T) {
	step := func(text string) []client.ProcedureStep { return []client.ProcedureStep{{Text: text}} }
	method := func(c client.Channel, n float64, words string) client.Method {
		return client.Method{Channel: c, Limit: client.TimeLimit{Quantity: n, Unit: client.UnitWorkingDay}, Description: words}
	}
	direct, online, postal := client.ChannelDirect, client.ChannelOnline, client.ChannelPostal
	for _, tt := range []struct {
		name string
		p    client.Procedure
		told bool
	}{
		{"stages that make no sum", client.Procedure{Methods: []client.Method{method(direct, 14, "")}, Steps: step("Trong thời hạn 01 ngày làm việc, cơ quan kiểm tra hồ sơ. Cơ quan cấp giấy phép trong thời hạn tối đa 12 ngày làm việc.")}, false},
		{"stages that make the sum", client.Procedure{Methods: []client.Method{method(direct, 13, "")}, Steps: step("Trong thời hạn 01 ngày làm việc, cơ quan kiểm tra hồ sơ. Cơ quan cấp giấy phép trong thời hạn tối đa 12 ngày làm việc.")}, true},
		{"only the time of a dossier that is not complete", client.Procedure{Methods: []client.Method{method(direct, 8, "")}, Steps: step("Trường hợp hồ sơ chưa đầy đủ, trong 02 ngày làm việc cơ quan hướng dẫn.")}, true},
		{"online quicker", client.Procedure{Methods: []client.Method{method(online, 2, ""), method(direct, 3, "")}}, true},
		{"the counter slower than the post", client.Procedure{Methods: []client.Method{method(online, 10, ""), method(postal, 10, ""), method(direct, 20, "")}}, false},
		{"the post alone", client.Procedure{Methods: []client.Method{method(postal, 5, "")}}, false},
		{"two limits in one clause", client.Procedure{Methods: []client.Method{method(direct, 7, "07 ngày làm việc (đối với quỹ)/30 ngày (đối với công ty đại chúng) kể từ ngày nhận được hồ sơ hợp lệ")}}, true},
	} {
		d := Of(tt.p)
		told := len(d.Times) > 0
		if told != tt.told {
			t.Errorf("%s: told %v, words %q", tt.name, d.Times, d.TimeWords)
		}
		if !told && len(d.TimeWords) == 0 {
			t.Errorf("%s: neither a time nor words", tt.name)
		}
	}
	d := Of(client.Procedure{Methods: []client.Method{method(direct, 7, "07 ngày làm việc (đối với quỹ)/30 ngày (đối với công ty đại chúng) kể từ ngày nhận được hồ sơ hợp lệ")}})
	if len(d.Times) != 2 || d.Times[0].Case != "quỹ" || !strings.Contains(d.Times[1].Case, "công ty đại chúng") {
		t.Errorf("two limits in one clause: %v", d.Times)
	}
}
