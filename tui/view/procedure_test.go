package view

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/digest"
	"motcua/tui/text"
)

// residence is a procedure with something in every part.
func residence() client.Procedure {
	return client.Procedure{
		ID: "019d2bfd", Code: "1.004194", Name: "Đăng ký tạm trú", Field: "Đăng ký, quản lý cư trú",
		Levels: []client.Level{client.LevelWard}, Kind: client.KindStandard, Publisher: "Bộ Công an",
		Decision:  client.Decision{Number: "5548/QĐ-BCA", Date: at("2025-06-30"), Agency: "Bộ Công an"},
		Executing: []string{"Công an Xã"}, Competent: []string{"Công an cấp xã"},
		Subjects: []string{"Công dân Việt Nam"},
		Methods: []client.Method{
			{
				Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: 3, Unit: client.UnitWorkingDay},
				Fees:        []client.Fee{{State: client.FeeAmount, Type: client.FeeTypeFee, Amount: 15000, Text: "Trường hợp nộp trực tiếp: 15.000 đồng"}},
				Description: "Từ thứ Hai đến\nthứ Sáu hằng tuần",
			},
			{
				Channel: client.ChannelOnline, Limit: client.TimeLimit{Quantity: 3, Unit: client.UnitWorkingDay},
				Fees: []client.Fee{{State: client.FeeAmount, Type: client.FeeTypeFee, Amount: 7000}, {State: client.FeeUnknown, Type: client.FeeTypeService, Text: "theo mức của ngân hàng"}},
			},
			{Channel: client.ChannelPostal, Limit: client.TimeLimit{Unit: client.UnitOther, Text: "tùy bưu điện"}},
		},
		Cases: []client.PaperCase{{Rows: []client.PaperRow{
			{Name: "- Tờ khai thay đổi thông tin cư trú (Mẫu CT01)", Originals: 1, Forms: []client.Form{{ID: "f", Name: "Mẫu CT01.docx"}}},
			{Name: "+ Giấy tờ chứng minh chỗ ở hợp pháp", Originals: 1, Copies: 2},
		}}},
		CaseLimits: []client.CaseLimit{{Name: "Đăng ký tạm trú theo danh sách", Code: "1.004194.02", Limit: client.TimeLimit{Quantity: 5, Unit: client.UnitWorkingDay}}},
		Steps: []client.ProcedureStep{
			{Name: "Bước 1:", Text: "- Chuẩn bị hồ sơ theo quy định\ncủa pháp luật.\n* Lưu ý:\n+ Ảnh chụp phải rõ.\na) Bản giấy;"},
			{Text: "Nộp hồ sơ tại Công an cấp xã."},
		},
		Conditions: "- Có chỗ ở hợp pháp.",
		LegalBasis: []client.LegalAct{{Number: "68/2020/QH14", Name: "Luật Cư trú"}},
		Results:    []client.Result{{Code: "KQ.G01.000123", Name: "Thông báo về kết quả đăng ký"}},
		Notes:      "• Người chưa thành niên phải có ý kiến của cha, mẹ.",
		URL:        "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd",
		UpdatedAt:  at("2026-04-15 10:00"),
	}
}

func procedurePage(v ProcedureView) string {
	var b strings.Builder
	line := func(indent int, s string) {
		if s != "" {
			b.WriteString(strings.Repeat("  ", indent) + s + "\n")
		}
	}
	line(0, v.Name+" | "+v.Code+" | "+v.Where)
	papers := func(title string, ps []PaperLine) {
		for _, p := range ps {
			line(1, title+": "+p.Name+" | "+p.Quantity+" | "+strings.Join(p.Forms, ", "))
		}
	}
	papers("hand in", v.HandIn)
	papers("show", v.Show)
	for _, f := range v.OnlyIf {
		papers("only if "+f.Condition, f.Papers)
	}
	for _, part := range []struct {
		name  string
		lines []string
	}{{"time", v.Time}, {"cost", v.Cost}, {"place", v.Place}, {"channels", v.Channels}, {"ready", []string{v.ReadyBy}}, {"source", []string{v.Source}}} {
		for _, l := range part.lines {
			line(1, part.name+": "+l)
		}
	}
	for _, s := range v.Sections {
		fmt.Fprintf(&b, "\n[%s] %s\n", s.ID, s.Title)
		for _, l := range s.Lines {
			mark := ""
			if l.Strong {
				mark = "# "
			}
			line(1+l.Indent, mark+l.Text)
		}
	}
	return b.String()
}

func TestProcedurePages(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		t.Run(string(l), func(t *testing.T) {
			v := Procedure(client.Answer[client.Procedure]{Value: residence(), AsOf: now, Source: h55}, env(t, l))
			golden.RequireEqual(t, []byte(procedurePage(v)))
		})
	}
}

// fill puts a word of its own into every string below v and gives the words.
func fill(v reflect.Value, path string, words map[string]string) {
	switch v.Kind() {
	case reflect.String:
		switch v.Type() {
		case reflect.TypeFor[string]():
			w := fmt.Sprintf("từ%dđó", len(words))
			words[path] = w
			v.SetString(w)
		case reflect.TypeFor[client.Channel]():
			v.SetString(string(client.ChannelDirect))
		case reflect.TypeFor[client.TimeUnit]():
			v.SetString(string(client.UnitOther))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[client.Fee]() {
			v.FieldByName("State").SetInt(int64(client.FeeUnknown))
		}
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				fill(f, path+"."+v.Type().Field(i).Name, words)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), fmt.Sprintf("%s[%d]", path, i), words)
		}
	}
}

// Nothing of the source may get lost on the way to the full text, also what
// somebody adds to client.Procedure later.
func TestEveryTextOfTheSourceIsInTheFullText(t *testing.T) {
	var p client.Procedure
	words := map[string]string{}
	fill(reflect.ValueOf(&p).Elem(), "", words)
	p.Decision.Date = at("2026-01-02")
	full := procedurePage(ProcedureView{Sections: sections(p, env(t, text.VI))})
	if len(words) < 50 {
		t.Fatalf("only %d texts filled in", len(words))
	}
	for path, w := range words {
		if strings.HasSuffix(path, ".ID") || path == ".URL" || strings.Contains(path, "].Rows[") && strings.HasSuffix(path, "].Code") {
			continue // identifiers; the link stands beside the text
		}
		if strings.Contains(path, "].Fees[") && strings.HasSuffix(path, ".Currency") {
			continue // of an amount that is not known
		}
		if !strings.Contains(full, w) {
			t.Errorf("%s is not in the full text", path)
		}
	}
}

func TestOfficialText(t *testing.T) {
	tests := []struct {
		name, in string
		want     []SectionLine
	}{
		{"nothing", " \n - \n", nil},
		{"a broken sentence", "nộp hồ sơ theo quy định\ncủa pháp luật.", []SectionLine{{Text: "nộp hồ sơ theo quy định của pháp luật."}}},
		{"a broken name", "- nộp tại Trung tâm\nPhục vụ hành chính công.", []SectionLine{{Text: "nộp tại Trung tâm", Indent: 1}, {Text: "Phục vụ hành chính công.", Indent: 1}}},
		{"two sentences", "Một.\nhai", []SectionLine{{Text: "Một."}, {Text: "hai"}}},
		{"levels", "* Lưu ý:\n- một;\n+ hai;\n• ba", []SectionLine{{Text: "Lưu ý:", Strong: true}, {Text: "một;", Indent: 1}, {Text: "hai;", Indent: 2}, {Text: "ba", Indent: 1}}},
		{"numbers stay", "a) một;\n(ii) hai;\n1. ba", []SectionLine{{Text: "a) một;", Indent: 1}, {Text: "(ii) hai;", Indent: 1}, {Text: "1. ba", Indent: 1}}},
		{"a number that is no list", "66.7/2025/NQ-CP", []SectionLine{{Text: "66.7/2025/NQ-CP"}}},
		{"stray marks", "- - Một\n-   Hai", []SectionLine{{Text: "Một", Indent: 1}, {Text: "Hai", Indent: 1}}},
		{"a minus inside", "3 - 5 ngày", []SectionLine{{Text: "3 - 5 ngày"}}},
	}
	for _, tt := range tests {
		if got := official(tt.in, 0); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: got %+v", tt.name, got)
		}
	}
}

// Whatever a portal sends, only marks and white space go.
func FuzzOfficialKeepsEveryWord(f *testing.F) {
	for _, s := range []string{"- một\nhai\n+ ba;", "* Lưu ý:\n\n• (i) x", "- \n+\n*", "a) b\nc) d - e\t–f", "♦•–x y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = clean.Text(s)
		var got strings.Builder
		for _, l := range official(s, 0) {
			if strings.TrimSpace(l.Text) == "" || strings.Contains(l.Text, "\n") || l.Indent < 0 || l.Indent > 2 {
				t.Fatalf("line %+v", l)
			}
			got.WriteString(l.Text + "\n")
		}
		if a, b := strings.Join(strings.Fields(got.String()), ""), strings.Join(strings.Fields(s), ""); unmarked(a) != unmarked(b) {
			t.Fatalf("got %q of %q", a, b)
		}
	})
}

func unmarked(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("-–—•·●▪◦○♦+*", r) {
			return -1
		}
		return r
	}, s)
}

func TestReadyBy(t *testing.T) {
	limited := func(l client.TimeLimit) client.Procedure {
		return client.Procedure{Methods: []client.Method{{Channel: client.ChannelDirect, Limit: l}}}
	}
	days := limited(client.TimeLimit{Quantity: 4, Unit: client.UnitWorkingDay})
	sameDay := limited(client.TimeLimit{Quantity: 1, Unit: client.UnitOther, Text: "Trong ngày làm việc; trường hợp nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo"})
	tests := []struct {
		name   string
		p      client.Procedure
		now    string
		vi, en string
	}{
		{"days", days, "2026-11-24 08:14", "Nộp hôm nay, có kết quả chậm nhất thứ Hai 30/11/2026.", "Hand it in today and the result is there by Monday 30 November 2026 at the latest."},
		{"after hours", days, "2026-11-24 18:00", "Bây giờ là giờ nghỉ. Nộp vào ngày làm việc tới, có kết quả chậm nhất thứ Ba 1/12/2026.", ""},
		{"on a Sunday", days, "2026-11-22 09:00", "Bây giờ là giờ nghỉ. Nộp vào ngày làm việc tới, có kết quả chậm nhất thứ Sáu 27/11/2026.", ""},
		{"before 15 o'clock", sameDay, "2026-11-24 08:14", "Nộp hôm nay trước 15 giờ, có kết quả trong hôm nay.", "Hand it in today before 15:00 and the result is there today."},
		{"after 15 o'clock", sameDay, "2026-11-24 15:30", "Nộp hôm nay, có kết quả chậm nhất thứ Tư 25/11/2026.", ""},
		{"no limit", limited(client.TimeLimit{}), "2026-11-24 08:14", "", ""},
		{"a year without holidays", days, "2029-11-24 08:14", "", ""},
	}
	for _, tt := range tests {
		e := env(t, text.VI)
		e.Now = at(tt.now)
		if got := readyBy(tt.p, e); got != tt.vi {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.vi)
		}
		if e.Texts = text.For(text.EN); tt.en != "" {
			if got := readyBy(tt.p, e); got != tt.en {
				t.Errorf("%s: got %q, want %q", tt.name, got, tt.en)
			}
		}
	}
}

func TestQuantity(t *testing.T) {
	vi, en := env(t, text.VI), env(t, text.EN)
	tests := []struct {
		originals, copies int
		vi, en            string
	}{
		{1, 0, "1 bản chính", "1 original"},
		{0, 2, "2 bản sao", "2 copies"},
		{2, 1, "2 bản chính, 1 bản sao", "2 originals, 1 copy"},
		{0, 0, "", ""},
	}
	for _, tt := range tests {
		if got := Quantity(tt.originals, tt.copies, vi); got != tt.vi {
			t.Errorf("got %q, want %q", got, tt.vi)
		}
		if got := Quantity(tt.originals, tt.copies, en); got != tt.en {
			t.Errorf("got %q, want %q", got, tt.en)
		}
	}
}

func TestHit(t *testing.T) {
	h := client.Hit{Code: "1.001193", Name: "Thủ tục đăng ký khai sinh", Field: "Hộ tịch", Agency: "Bộ Tư pháp", Levels: []client.Level{client.LevelWard, client.LevelProvince}, Matched: [][2]int{{0, 3}, {16, 25}}}
	// "Thủ tục " is taken off the front, so what matched moves with the rest.
	want := HitView{Code: "1.001193", Name: "Đăng ký khai sinh", Where: "Hộ tịch · cấp xã, cấp tỉnh · Bộ Tư pháp", Matched: [][2]int{{8, 17}}}
	if got := Hit(h, env(t, text.VI)); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if got := Hit(client.Hit{Name: "Thủ tục "}, env(t, text.EN)); got.Name != "Thủ tục " {
		t.Errorf("got %+v", got)
	}
}

// The portal lists "free" beside the amounts for people who are exempt. The
// first page once read "không mất tiền" there, as if for everybody.
func TestFreeBesideAnAmountIsForSomePeopleOnly(t *testing.T) {
	p := client.Procedure{Code: "1.004194", Name: "Đăng ký tạm trú", Methods: []client.Method{{
		Channel: client.ChannelDirect,
		Fees: []client.Fee{
			{State: client.FeeAmount, Amount: 15000, Currency: "VND"},
			{State: client.FeeFree, Text: "Miễn phí: trường hợp thuộc diện được miễn theo Thông tư 75/2022/TT-BTC"},
		},
	}}}
	for lang, want := range map[text.Lang][]string{
		text.VI: {"15.000 đồng", "có diện được miễn, xem toàn văn"},
		text.EN: {"15,000 VND", "some people are exempt, see the full text"},
	} {
		v := Procedure(client.Answer[client.Procedure]{Value: p}, Env{Texts: text.For(lang)})
		if !slices.Equal(v.Cost, want) {
			t.Errorf("%s: cost reads %q, want %q", lang, v.Cost, want)
		}
	}
}

// The portal counts photos and copies in the column of originals; "1 bản chính"
// of a photo is nonsense at a counter.
func TestQuantityOfPhotosAndCopies(t *testing.T) {
	vi, en := env(t, text.VI), env(t, text.EN)
	for _, tt := range []struct {
		name              string
		originals, copies int
		vi, en            string
	}{
		{"Ảnh cỡ 4cm x 6cm", 1, 0, "1 ảnh", "1 photo"},
		{"02 ảnh 3x4", 2, 0, "2 ảnh", "2 photos"},
		{"- Tấm ảnh chân dung", 1, 0, "1 ảnh", "1 photo"},
		{"Bản sao Giấy khai sinh", 1, 0, "1 bản", "1 copy"},
		{"Bản chụp căn cước", 2, 0, "2 bản", "2 copies"},
		{"Bản sao Giấy khai sinh", 1, 1, "1 bản chính, 1 bản sao", "1 original, 1 copy"},
		{"Bản sao Giấy khai sinh", 0, 1, "1 bản sao", "1 copy"},
		{"Tờ khai", 1, 0, "1 bản chính", "1 original"},
		{"Anh, chị em ruột khai", 1, 0, "1 bản chính", "1 original"},
		{"Ảnh", 0, 0, "", ""},
	} {
		if got := quantityOf(tt.name, tt.originals, tt.copies, vi); got != tt.vi {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.vi)
		}
		if got := quantityOf(tt.name, tt.originals, tt.copies, en); got != tt.en {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.en)
		}
	}
}

// Of an outline only the heading is known. The page once read "Nguồn chưa ghi
// thời hạn" there, which the portal may well have written.
func TestOutlineClaimsNothing(t *testing.T) {
	p := client.Procedure{Code: "1.004194", Name: "Đăng ký tạm trú", Field: "Cư trú", Executing: []string{"Công an cấp xã"}, Outline: true, URL: "https://dichvucong.gov.vn/x"}
	for _, l := range []text.Lang{text.VI, text.EN} {
		v := Procedure(client.Answer[client.Procedure]{Value: p}, env(t, l))
		if len(v.Time)+len(v.Cost)+len(v.HandIn)+len(v.Cases) > 0 || v.ReadyBy != "" {
			t.Errorf("%s: %+v", l, v)
		}
		if !strings.HasSuffix(v.Outline, ": "+p.URL) || !strings.Contains(v.Outline, env(t, l).desk()) {
			t.Errorf("%s: %q", l, v.Outline)
		}
		for _, s := range v.Sections {
			if s.ID != "about" && s.ID != "where" {
				t.Errorf("%s: section %s", l, s.ID)
			}
		}
	}
	p.URL, p.Outline = "", true
	if got := Procedure(client.Answer[client.Procedure]{Value: p}, env(t, text.VI)).Outline; !strings.HasSuffix(got, "tiền. Hỏi quầy hướng dẫn.") {
		t.Errorf("got %q", got)
	}
	p.Outline = false
	if v := Procedure(client.Answer[client.Procedure]{Value: p}, env(t, text.VI)); v.Outline != "" || len(v.Time) == 0 || len(v.Cost) == 0 {
		t.Errorf("no outline: %+v", v)
	}
}

// A text with several amounts must not pass for its first one.
func TestOtherAmountsAreTold(t *testing.T) {
	f := digest.Fee{Fee: client.Fee{State: client.FeeAmount, Amount: 15000}, Others: true}
	if got := cost(f, env(t, text.VI)); got != "15.000 đồng, có mức khác, xem toàn văn" {
		t.Errorf("got %q", got)
	}
	if got := cost(f, env(t, text.EN)); got != "15,000 VND, there are other amounts, see the full text" {
		t.Errorf("got %q", got)
	}
	f.State = client.FeeUnknown
	if got := cost(f, env(t, text.VI)); got != "cổng chưa ghi số tiền, xem toàn văn" {
		t.Errorf("got %q", got)
	}
}
