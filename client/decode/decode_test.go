package decode

import (
	"encoding/json"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/workday"
)

func TestDates(t *testing.T) {
	at := time.Date(2026, 11, 25, 17, 0, 0, 0, workday.Zone)
	day := time.Date(2026, 11, 25, 0, 0, 0, 0, workday.Zone)
	var bad atomic.Int64
	for in, want := range map[string]time.Time{
		`"2026-11-25T17:00:00+07:00"`:     at,
		`"2026-11-25T17:00:00+0700"`:      at,
		`"2026-11-25T10:00:00Z"`:          at,
		`"2026-11-25T10:00:00.000+0000"`:  at,
		`"2026-11-25T17:00:00.25+07:00"`:  at.Add(250 * time.Millisecond),
		`"25/11/2026 17:00:00"`:           at,
		`" 25/11/2026 17:00\n"`:           at,
		`"25/11/2026"`:                    day,
		`1795600800000`:                   at,
		`"1795600800000"`:                 at,
		`"2026-11-24T17:00:00Z"`:          day, // midnight in Vietnam is still the day before in UTC
		`"2026-11-25T16:59:59.999Z"`:      day.Add(24*time.Hour - time.Millisecond),
		`"31/12/2026 23:59:59"`:           time.Date(2026, 12, 31, 23, 59, 59, 0, workday.Zone),
		`"2026-12-31T17:00:00.000+00:00"`: time.Date(2027, 1, 1, 0, 0, 0, 0, workday.Zone),
		`""`:                              {}, `null`: {}, `0`: {}, `"0"`: {}, `[]`: {}, `{}`: {},
	} {
		if got := stamp(t, in).Time(&bad); !got.Equal(want) || !got.IsZero() && got.Location() != workday.Zone {
			t.Errorf("%s = %v, want %v", in, got, want)
		}
	}
	if bad.Load() != 0 {
		t.Errorf("%d counted as unreadable, want 0", bad.Load())
	}
}

func TestDatesThatAreNotRead(t *testing.T) {
	wrong := []string{
		`"2026-11-25T17:00:00"`, // it may be UTC or Vietnam's time
		`"2026-11-25 17:00:00"`, `"2026-11-25"`,
		`"11/25/2026 17:00"`, // American order
		`"31/11/2026"`, `"30/02/2026 08:00"`, `"25/11/26"`, `"25-11-2026"`, `"25/11/2026 24:00"`, `"25/11/2026 17:60"`,
		`"2026-13-01T00:00:00Z"`, `"2026-11-25T25:00:00Z"`,
		`1795600800`, `179560080000`, `17956008000000`, `1.7956008e12`, `-1795600800000`, `"+795600800000"`,
		`"01/01/1970"`, `"9999-12-31T00:00:00Z"`, `true`, `{"time":1795600800000}`, `[2026,11,25]`, `"hôm nay"`,
	}
	var bad atomic.Int64
	for _, in := range wrong {
		if got := stamp(t, in).Time(&bad); !got.IsZero() {
			t.Errorf("%s = %v, want none", in, got)
		}
	}
	if int(bad.Load()) != len(wrong) {
		t.Errorf("%d counted as unreadable, want %d", bad.Load(), len(wrong))
	}
}

// The machine's zone must not affect a date.
func TestDatesInAnotherZone(t *testing.T) {
	here := time.Local
	t.Cleanup(func() { time.Local = here })
	want := time.Date(2026, 11, 25, 0, 30, 0, 0, workday.Zone)
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("west", -11*3600), time.FixedZone("east", 14*3600)} {
		time.Local = zone
		var bad atomic.Int64
		for _, in := range []string{`"25/11/2026 00:30"`, `"2026-11-24T17:30:00Z"`, `1795541400000`} {
			if got := stamp(t, in).Time(&bad); !got.Equal(want) || got.Day() != 25 {
				t.Errorf("%s in %s = %v, want %v", in, zone, got, want)
			}
		}
	}
}

func stamp(t *testing.T, in string) Stamp {
	t.Helper()
	var s Stamp
	if err := json.Unmarshal([]byte(in), &s); err != nil {
		t.Fatalf("%s: %v", in, err)
	}
	return s
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{`"2026-11-25T17:00:00+0700"`, `1795600800000`, `"25/11/2026 17:00"`, `[1]`, `"\u0000"`, `"2026-11-25T17:00:00,5Z"`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		var s Stamp
		if json.Unmarshal(in, &s) != nil {
			return
		}
		var bad atomic.Int64
		switch got := s.Time(&bad); {
		case got.IsZero() && s != "" && s != "0" && bad.Load() != 1:
			t.Errorf("%s is neither read nor counted", in)
		case !got.IsZero() && (got.Year() < 1990 || got.Year() >= 2100 || got.Location() != workday.Zone || bad.Load() != 0):
			t.Errorf("%s = %v", in, got)
		}
	})
}

func TestStatusByName(t *testing.T) {
	for in, want := range map[string]client.Status{
		"Mới đăng ký": client.StatusRegistered, "ĐANG XỬ LÝ": client.StatusProcessing, " đang  xu ly ": client.StatusProcessing,
		"Yêu cầu bổ sung giấy tờ": client.StatusSupplement, "Đã trả kết quả": client.StatusReturned, "dung xu ly": client.StatusStopped,
		"\u00D0ang x\u01B0\u0309 ly\u0301": client.StatusProcessing, "\u0189ã\u00A0trả\u200B kết quả": client.StatusReturned,
		"Đã có kết quả": client.StatusFinished, "Có kết quả.": client.StatusFinished, "Đã xử lý xong, chờ trả kết quả": client.StatusFinished,
		"2. Đang xử lý": client.StatusProcessing, "Đang xử lý (2)": client.StatusProcessing, "ĐÃ CÓ KẾT QUẢ...": client.StatusFinished,
		"Đã tiếp nhận": client.StatusAccepted, "Mới": client.StatusRegistered, "Từ chối tiếp nhận": client.StatusRefused,
		"H10 - Đã trả kết quả": client.StatusReturned, "[ĐXL] Đang xử lý": client.StatusProcessing, "dxl_dang_xu_ly": client.StatusProcessing,
		"TT05-Yêu cầu bổ sung giấy tờ (lần 2)": client.StatusSupplement, "Đang xử lý (quá hạn)": client.StatusProcessing,
		"HỒ SƠ ĐÃ TRẢ KẾT QUẢ TRỄ HẠN": client.StatusReturned, "S9: Hồ sơ có kết quả, chờ trả": client.StatusFinished,
		"Hồ sơ chờ tiếp nhận": client.StatusRegistered, "Đang xử lý còn hạn": client.StatusProcessing,
	} {
		if got, ok := StatusByName(in); !ok || got != want {
			t.Errorf("%q = %v %v, want %v", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "Đang xử lý tại phòng", "Chờ ý kiến sở", "4", "Tạm dừng xử lý",
		"Chờ bổ sung hồ sơ", "Đã hủy", "Chờ kết quả", "Chưa có kết quả", "Đã xử lý xong bước 2", "Đã trả kết quả lần 1", "Chưa đang xử lý", "Quá hạn", "Hồ sơ", "H10", "12 34",
		"Liên thông", "Trả lại", "Yêu cầu bổ sung", "Không - Đã trả kết quả", "Đã trả kết quả 1/2", "Đã xử lý xong 1/3"} {
		if got, ok := StatusByName(in); ok {
			t.Errorf("%q = %v, want none of the ten", in, got)
		}
	}
}

func TestClockByName(t *testing.T) {
	for want, names := range map[client.Clock][]string{
		client.ClockStands: {
			"Chờ bổ sung hồ sơ", "CHỜ BỔ SUNG", "Yêu cầu bổ sung", "Chờ công dân bổ sung giấy tờ", "Đang chờ ông/bà bổ sung", "Chờ hồ sơ bổ sung",
			"Tạm dừng", "Tạm dừng xử lý", "tam ngung", "Tạm đình chỉ", "Chờ nộp phí", "Chờ thanh toán", "Yêu cầu thực hiện nghĩa vụ tài chính",
			"\u00D0ang ch\u01A1\u0300 b\u00F4\u0309 sung", "Chờ\u00A0nộp lệ phí", "Trả lại, yêu cầu bổ sung",
			"Chờ thực hiện NVTC", "YÊU CẦU THỰC HIỆN NVTC", "06 - Đang chờ thanh toán", "YCBS", "Chờ nộp thuế", "Chờ thực hiện nghĩa vụ thuế",
			"Chờ bổ xung hồ sơ", "Yêu cầu hoàn thiện hồ sơ", "Chờ công dân hoàn thiện hồ sơ", "Hồ sơ không hợp lệ, yêu cầu bổ sung",
			"Đã duyệt tạm dừng", "Lãnh đạo đã ký yêu cầu bổ sung", "Cán bộ yêu cầu bổ sung", "Từ chối rút hồ sơ, chờ bổ sung hồ sơ",
			"Hết thời gian tạm dừng, yêu cầu nộp phí", "Tạm dừng chờ thẩm định", "Liên thông, tạm dừng", "Yêu cầu bổ sung giấy tờ (lần 2)",
		},
		client.ClockEnded: {"Đã hủy", "Đã huỷ", "Hủy", "Hồ sơ bị hủy", "Hủy bỏ", "Đã rút", "Công dân rút hồ sơ", "Dừng xử lý", "Đình chỉ"},
		client.ClockRuns: {
			"", "Đang xử lý", "Đã bổ sung hồ sơ", "Chờ xử lý hồ sơ bổ sung", "Chờ tiếp nhận bổ sung", "Chờ ký số", "Đã thanh toán",
			"Tiếp tục xử lý sau tạm dừng", "Hết thời gian tạm dừng", "Chờ trả kết quả", "Đã nộp phí", "Chờ xác nhận thanh toán", "Chờ duyệt",
			"Đang tiến hành xử lý", "Cấp đổi, bổ sung", "Hủy bổ sung",
			"Chờ cán bộ yêu cầu bổ sung", "Chờ duyệt yêu cầu bổ sung", "Chờ lãnh đạo phòng ký thông báo bổ sung", "Chờ lãnh đạo duyệt tạm dừng",
			"Đề nghị tạm dừng", "Trình ký văn bản tạm dừng", "Dự thảo yêu cầu bổ sung", "Chờ gửi yêu cầu bổ sung", "Chờ thông báo nghĩa vụ tài chính",
			"Từ chối rút hồ sơ", "Không đồng ý rút hồ sơ", "Từ chối yêu cầu tạm dừng", "Không phải bổ sung", "Chờ lãnh đạo duyệt dừng xử lý",
			"Liên thông", "Trả lại", "Quá hạn", "Đã thực hiện NVTC", "Chờ xác nhận NVTC", "Từ chối tiếp nhận",
		},
	} {
		for _, n := range names {
			if got := ClockByName(n); got != want {
				t.Errorf("%q = %v, want %v", n, got, want)
			}
		}
	}
	if ClockByName("Đang xử lý", "Tạm dừng") != client.ClockStands {
		t.Error("the second of two names is not read")
	}
}

func TestOfficialName(t *testing.T) {
	for _, s := range client.AllStatuses() {
		if got, ok := StatusByName(OfficialName(s)); !ok || got != s {
			t.Errorf("%v is worded %q, which is %v", s, OfficialName(s), got)
		}
	}
	if OfficialName(client.StatusUnknown) != "" || OfficialName(11) != "" {
		t.Error("what is none of the ten has an official name")
	}
}

func TestLabel(t *testing.T) {
	for in, want := range map[string]string{
		"12": "12", " pausing ": "pausing", "A.b_c-1": "A.b_c-1", "": "other", "chờ ý kiến": "other",
		strings.Repeat("a", 33): "other", "a\nb": "other", "Nguyễn Văn A": "other",
	} {
		if got := Label(in); got != want {
			t.Errorf("Label(%q) = %q, want %q", in, got, want)
		}
	}
	var told []string
	OnUnknown(func(_ client.SourceName, id string) { told = append(told, id) }).Tell(client.SourceName{}, "x y")
	OnUnknown(nil).Tell(client.SourceName{}, "x")
	if len(told) != 1 || told[0] != "other" {
		t.Errorf("told %q", told)
	}
}

func TestSameCode(t *testing.T) {
	dossierCode, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]bool{
		"H55.17.05-261120-0007": true, " h55.17.05-261120-0007 ": true, "H55.17.05 – 261120 – 0007": true,
		"": false, "H55.17.05-261120-00070": false, "H55.17.05-261120-0008": false, "0007": false,
	} {
		if got := SameCode(in, dossierCode); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
	if SameCode("", code.Dossier{}) {
		t.Error("nothing is the code of no dossier")
	}
}

func TestRedact(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Chuyển Trần Thị B xử lý", "Chuyển ••• xử lý"},
		{"TRẦN  THỊ B ký", "••• ký"},
		{"tran thi b ký, TRAN THI B, Trần.Thị.B, tran_thi_b, Trần\u00A0Thị – B", "••• ký, •••, •••, •••, •••"},
		{"Tra\u0302\u0300n Thi\u0323 B và TranThiB", "••• và •••"},
		{"Trần Thị Bé, trần thị, xem B, Trần Thị .... B", "Trần Thị Bé, trần thị, xem B, Trần Thị .... B"},
		{"CCCD 001085012345, ĐT 0912.345.678 hoặc +84 912 345 678", "CCCD •••, ĐT ••• hoặc •••"},
		{"thư về b.tran@example.gov.vn nhé", "thư về ••• nhé"},
		{"Quyết định 5548/QĐ-BCA ngày 25.11.2026 10 giờ", "Quyết định 5548/QĐ-BCA ngày 25.11.2026 10 giờ"},
		{"nộp 1.000.000.000 đồng", "nộp 1.000.000.000 đồng"},
	}
	for _, tt := range tests {
		if got := redactNames(tt.in, "Trần Thị B", "", "A", "("); got != tt.want {
			t.Errorf("%q = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// A name is the same with Ð for Đ and with y for i.
func TestRedactLetters(t *testing.T) {
	for in, want := range map[string]string{
		"\u00D0ỗ Thị Lý": "•••", "ĐỖ THỊ LÍ": "•••", "do thi ly": "•••", "\u0111ỗ  thị lý.": "•••.", "Đỗ Thị Lỵ": "•••", "Đỗ Thị Lan": "Đỗ Thị Lan",
	} {
		if got := redactNames(clean.Line(in), "Đỗ Thị Lý"); got != want {
			t.Errorf("%q = %q, want %q", in, got, want)
		}
	}
}

// FuzzRedactSpellings: a name of two words is removed in every spelling, whatever the text
// around it.
func FuzzRedactSpellings(f *testing.F) {
	f.Add("Chuyển", "Đỗ", "Lý", "ký")
	f.Add("", "An", "Bình", "Công an Bình Thuận")
	f.Add("Đỗ", "Đỗ", "Đỗ", "Đỗ")
	f.Add("x.", "ˀ", "ﬁ", "1")
	f.Fuzz(func(t *testing.T, before, first, last, behind string) {
		word := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) && clean.Line(string(r)) == string(r) {
					return r
				}
				return -1
			}, clean.Line(s))
		}
		first, last = word(first), word(last)
		if clean.Fold(first) == "" || clean.Fold(last) == "" {
			return
		}
		name := clean.Line(first + " " + last)
		plain := func(s string) string {
			fold := ""
			for _, w := range wordsOf(s) {
				fold += " " + w.fold
			}
			return fold + " "
		}
		around := plain(before) + plain(behind)
		if strings.Contains(strings.ReplaceAll(plain(before+" "+name+" "+behind), plain(name)[1:], ""), plain(name)) || strings.Contains(around, plain(name)) {
			return // the words around the name contain it again
		}
		for _, spelled := range []string{
			name, strings.ToUpper(name), clean.Fold(name), strings.ReplaceAll(name, " ", "  "), strings.ReplaceAll(name, " ", "."), norm.NFD.String(name),
			strings.NewReplacer("Đ", "\u00D0", "đ", "\u00F0").Replace(name),
		} {
			text := clean.Line(before + " " + spelled + " " + behind)
			if got := redactNames(text, name); strings.Contains(plain(got), plain(name)) {
				t.Errorf("%q is still in %q, made of %q", name, got, text)
			}
		}
	})
}

// The people of an answer are found in fields of their own, in any spelling.
func TestPeopleIn(t *testing.T) {
	got := PeopleIn(
		json.RawMessage(`{"applicant":{"data":{"fullname":"Nguy\u1ec5n V\u0103n A","ownerFullname":" Tr&#7847;n B ","address":"Số 1 đường Mẫu","phoneNumber":"0912"}},"agency":{"name":"UBND phường"}}`),
		json.RawMessage(`[{"NguoiXuLy":"Lê Văn C","PhongBanXuLy":"Phòng 1"},{"userName":"Phòng Tư pháp","delegate_name":"Vũ D","ChuHoSo":"Đỗ E","TenNguoiNop":"Bùi G","assignee":{"fullname":"Lý H"}}]`),
		json.RawMessage(`{`), json.RawMessage(`{"fullname":["x"],"address":"Phường Mẫu","fullName":"7","hoTen":"`+strings.Repeat("dài ", 60)+`"}`),
	)
	want := []string{"Bùi G", "Lê Văn C", "Lý H", "Nguyễn Văn A", "Số 1 đường Mẫu", "Trần B", "Vũ D", "Đỗ E"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Several people in one field are found separately, without the words around their names. Text
// that names no person is not split.
func TestPeopleOfOneField(t *testing.T) {
	for field, want := range map[string][]string{
		"Hộ ông Nguyễn Văn An và bà Trần Thị Bích":        {"Nguyễn Văn An", "Trần Thị Bích"},
		"ÔNG NGUYỄN VĂN AN - BÀ TRẦN THỊ BÍCH":            {"NGUYỄN VĂN AN", "TRẦN THỊ BÍCH"},
		"Nguyễn Văn An, 001085012345; Trần Thị Bích (vợ)": {"Nguyễn Văn An", "Trần Thị Bích"},
		"Hộ kinh doanh Nguyễn Văn An":                     {"Nguyễn Văn An"},
		"Người đại diện: đ/c Lê Văn Cán 1985":             {"Lê Văn Cán"},
		"Lê Văn Cán - Phòng Tư pháp":                      {"Lê Văn Cán"},
		"Lê Văn Cán - Tổ Hộ tịch (Chuyên viên)":           {"Lê Văn Cán"},
		"Phòng Tư pháp - Lê Văn Cán":                      {"Lê Văn Cán"},
		"Phòng Tài nguyên và Môi trường":                  nil,
		"Trung tâm hành chính công - Phường Đức Xuân":     nil,
		"PHÒNG KINH TẾ - HẠ TẦNG ĐÔ THỊ":                  nil,
		"nguyen van an va tran thi bich":                  {"nguyen van an", "tran thi bich"},
		"Công ty TNHH Đăng ký và Tư vấn Minh Anh":         nil,
		"UBND phường Đức Xuân, Phòng Tư pháp":             nil,
		"Bà Rịa": nil,
		"Trương Văn An và Trần Thị Bích":                    {"Trương Văn An", "Trần Thị Bích"},
		"BÀN THỊ MAI, Triệu Văn Bình":                       {"BÀN THỊ MAI", "Triệu Văn Bình"},
		"Trường Tiểu học Lê Văn Tám và Hội Chữ thập đỏ":     nil,
		strings.Repeat("Lê Văn Cán, ", 60) + "Vũ Thị Giang": {"Lê Văn Cán", "Vũ Thị Giang"},
	} {
		raw, err := json.Marshal(map[string]string{"ChuHoSo": field})
		if err != nil {
			t.Fatal(err)
		}
		got := slices.DeleteFunc(PeopleIn(raw), func(s string) bool { return s == field })
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", field, got, want)
		}
	}
}

// A long time line repeats the same officials; a person named only in the last step is found
// too.
func TestPeopleOfALongTimeLine(t *testing.T) {
	rows := make([]json.RawMessage, 0, 200)
	for range 199 {
		rows = append(rows, json.RawMessage(`{"NguoiXuLy":"Lê Văn Cán","userName":"Vũ Thị Giang"}`))
	}
	rows = append(rows, json.RawMessage(`{"NguoiXuLy":"Đỗ Thị Lý"}`))
	if got, want := PeopleIn(rows...), []string{"Lê Văn Cán", "Vũ Thị Giang", "Đỗ Thị Lý"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A short name is not cut out of other words, but is removed as a separate word. A name of one
// word counts only as written.
func TestRedactWholeWords(t *testing.T) {
	for in, want := range map[string]string{
		"cơ quan, ông An, bàn An": "cơ quan, ông •••, bàn •••",
		"Công an phường":          "Công an phường", // somebody is called An
		"An, và An An":            "•••, và ••• •••",
		"Ana An.":                 "Ana •••.",
		"An An2 2An An":           "••• An2 2An •••",
		"toàn":                    "toàn",
	} {
		if got := redactNames(in, "An"); got != want {
			t.Errorf("%q = %q, want %q", in, got, want)
		}
	}
}

// People whom no field names are recognised by a form of address before the name.
func TestRedactWhoIsAddressed(t *testing.T) {
	for in, want := range map[string]string{
		"bà Trần Thị Bích và ông Lê Cán ký":     "bà ••• và ông ••• ký",
		"UBND thành phố Bà Rịa, ông bà đến nộp": "UBND thành phố Bà Rịa, ông bà đến nộp",
		"Anh Sơn":                          "Anh Sơn",
		"hồ sơ H55.17.05-20261120-0092637": "hồ sơ H55.17.05-20261120-0092637",
	} {
		if got := redactNames(in); got != want {
			t.Errorf("%q = %q, want %q", in, got, want)
		}
	}
}

// FuzzRedact: a name by itself is removed, whatever the text around it, and clean text stays
// clean.
func FuzzRedact(f *testing.F) {
	f.Add("Chuyển Trần Thị B xử lý", "Trần Thị B")
	f.Add("cơ quan", "an")
	f.Add("(?i a", "(?i")
	f.Fuzz(func(t *testing.T, text, name string) {
		text, name = clean.Line(text), clean.Line(name)
		got := redactNames(text, name)
		if clean.Line(got) != got {
			t.Errorf("%q without %q is not clean: %q", text, name, got)
		}
		if len([]rune(name)) > 1 && len(strings.Fields(name)) > 0 {
			if strings.TrimFunc(name, func(r rune) bool { return !inWord(r) }) != name {
				return // what stands around a name is no part of it
			}
			if got := redactNames("ông "+name+" ký", name); strings.Contains(got, name) && !strings.Contains(Hidden, name) && !strings.Contains("ông ký", name) { //nolint:gocritic // a name may be one of these words
				t.Errorf("%q is still in %q", name, got)
			}
		}
	})
}

func TestStepsFromDates(t *testing.T) {
	at := func(day int) time.Time { return time.Date(2026, 11, day, 8, 0, 0, 0, workday.Zone) }
	got := StepsFromDates(client.Dossier{
		SubmittedAt: at(20), FinishedAt: at(24), ReturnedAt: at(23), Agency: client.Agency{Name: "UBND phường"},
	})
	want := []client.Step{
		{At: at(20), Status: client.StatusRegistered, Unit: "UBND phường"},
		{At: at(23), Status: client.StatusReturned, Unit: "UBND phường"},
		{At: at(24), Status: client.StatusFinished, Unit: "UBND phường"},
	}
	if len(got) != len(want) {
		t.Fatalf("steps %+v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("step %d = %+v, want %+v", i, got[i], want[i])
		}
	}
}

// redactNames calls redact with plain names.
func redactNames(text string, names ...string) string { return redact(text, hiddenNames(names)) }
