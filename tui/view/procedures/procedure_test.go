package procedures

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/client/digest/fee"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/viewtest"
)

// residence is a procedure with something in every part.
func residence() client.Procedure {
	return client.Procedure{
		ID: "019d2bfd", Code: "1.004194", Name: "Đăng ký tạm trú", Field: "Đăng ký, quản lý cư trú",
		Levels: []client.Level{client.LevelWard}, Kind: client.KindStandard, Publisher: "Bộ Công an",
		Decision:  client.Decision{Number: "5548/QĐ-BCA", Date: viewtest.At("2025-06-30"), Agency: "Bộ Công an"},
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
		UpdatedAt:  viewtest.At("2026-04-15 10:00"),
	}
}

// procedurePage writes a document down, block by block.
func procedurePage(doc view.Document) string {
	var b strings.Builder
	line := func(indent int, s string) { b.WriteString(strings.Repeat("  ", indent) + s + "\n") }
	var papers func(indent int, ps []view.PaperLine)
	papers = func(indent int, ps []view.PaperLine) {
		for _, p := range ps {
			line(indent, p.Under+" | "+p.Name+" | "+p.Quantity+" | "+p.Hint)
			papers(indent+1, p.OneOf)
		}
	}
	for _, block := range doc.Blocks {
		line(0, fmt.Sprintf("[%s %d] %s%s | %s", block.Key, block.Case, block.Sign, block.Head, block.Lead))
		papers(1, block.Papers)
		for _, l := range block.Lines {
			words := l.Text.With(func(s view.Span) string {
				if s.Kind == view.SpanPlain {
					return s.Text
				}
				return fmt.Sprintf("<%d %s>", s.Kind, s.Text)
			})
			line(1, l.Key+": "+words)
		}
		for _, l := range block.Official {
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
			a := client.Answer[client.Procedure]{Value: residence(), AsOf: viewtest.Now, Source: viewtest.H55}
			golden.RequireEqual(t, []byte(procedurePage(Document(a, viewtest.Env(t, l)))+"\n"+procedurePage(Official(a, viewtest.Env(t, l)))))
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
	p.Decision.Date = viewtest.At("2026-01-02")
	full := procedurePage(Official(client.Answer[client.Procedure]{Value: p}, viewtest.Env(t, text.VI)))
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
		{"after hours", days, "2026-11-24 18:00", "Bây giờ là giờ nghỉ. Nộp vào ngày làm việc tới, có kết quả chậm nhất thứ Ba 01/12/2026.", ""},
		{"on a Sunday", days, "2026-11-22 09:00", "Bây giờ là giờ nghỉ. Nộp vào ngày làm việc tới, có kết quả chậm nhất thứ Sáu 27/11/2026.", ""},
		{"before 15 o'clock", sameDay, "2026-11-24 08:14", "Nộp hôm nay trước 15 giờ, có kết quả trong hôm nay.", "Hand it in today before 15:00 and the result is there today."},
		{"after 15 o'clock", sameDay, "2026-11-24 15:30", "Nộp hôm nay, có kết quả chậm nhất thứ Tư 25/11/2026.", ""},
		{"no limit", limited(client.TimeLimit{}), "2026-11-24 08:14", "", ""},
		{"into a year before its notice", days, "2026-12-29 08:14", "Nộp hôm nay, có kết quả chậm nhất thứ Ba 05/01/2027 (lịch 2027 chưa công bố).", "Hand it in today and the result is there by Tuesday 5 January 2027 at the latest (the 2027 calendar is not announced yet)."},
		{"the same day of such a year", sameDay, "2027-03-01 08:14", "Nộp hôm nay trước 15 giờ, có kết quả trong hôm nay (lịch 2027 chưa công bố).", ""},
		{"a year without holidays", days, "2029-11-24 08:14", "Chưa có lịch nghỉ 2029 nên máy không tính trước được ngày có kết quả.", "The holidays of 2029 are not known here, so the day of the result cannot be told."},
		{"into a year without holidays", days, "2027-12-29 08:14", "Chưa có lịch nghỉ 2028 nên máy không tính trước được ngày có kết quả.", ""},
	}
	for _, tt := range tests {
		e := viewtest.Env(t, text.VI)
		e.Now = viewtest.At(tt.now)
		if got := ready(tt.p, e).String(); got != tt.vi {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.vi)
		}
		if e.Texts = text.For(text.EN); tt.en != "" {
			if got := ready(tt.p, e).String(); got != tt.en {
				t.Errorf("%s: got %q, want %q", tt.name, got, tt.en)
			}
		}
	}
}

func TestQuantity(t *testing.T) {
	vi, en := viewtest.Env(t, text.VI), viewtest.Env(t, text.EN)
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
	want := HitLine{Code: "1.001193", Name: "Đăng ký khai sinh", Where: "Hộ tịch · cấp xã, cấp tỉnh · Bộ Tư pháp", Matched: [][2]int{{8, 17}}}
	if got := Hit(h, viewtest.Env(t, text.VI)); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if got := Hit(client.Hit{Name: "Thủ tục "}, viewtest.Env(t, text.EN)); got.Name != "Thủ tục " {
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
		cost := Document(client.Answer[client.Procedure]{Value: p}, view.Env{Texts: text.For(lang)}).Get("cost").Items()
		if !slices.Equal(cost, want) {
			t.Errorf("%s: cost reads %q, want %q", lang, cost, want)
		}
	}
}

// The portal counts photos and copies in the column of originals; "1 bản chính"
// of a photo is nonsense at a counter.
func TestQuantityOfPhotosAndCopies(t *testing.T) {
	vi, en := viewtest.Env(t, text.VI), viewtest.Env(t, text.EN)
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
		if got := QuantityOf(tt.name, tt.originals, tt.copies, vi); got != tt.vi {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.vi)
		}
		if got := QuantityOf(tt.name, tt.originals, tt.copies, en); got != tt.en {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.en)
		}
	}
}

// Of an outline only the heading is known. The page once read "Nguồn chưa ghi
// thời hạn" there, which the portal may well have written.
func TestOutlineClaimsNothing(t *testing.T) {
	p := client.Procedure{Code: "1.004194", Name: "Đăng ký tạm trú", Field: "Cư trú", Executing: []string{"Công an cấp xã"}, Outline: true, URL: "https://dichvucong.gov.vn/x"}
	for _, l := range []text.Lang{text.VI, text.EN} {
		doc := Document(client.Answer[client.Procedure]{Value: p}, viewtest.Env(t, l))
		for _, key := range []string{"time", "cost", "hand-in", "no-papers", "ready"} {
			if len(doc.Get(key).Lines) > 0 {
				t.Errorf("%s: %s is told of an outline: %q", l, key, doc.Words(key))
			}
		}
		if said := doc.Words("outline"); !strings.HasSuffix(said, ": "+p.URL) || !strings.Contains(said, viewtest.Env(t, l).Whom()) {
			t.Errorf("%s: %q", l, said)
		}
		for _, b := range Official(client.Answer[client.Procedure]{Value: p}, viewtest.Env(t, l)).Of(view.KindSection) {
			if b.Key != "about" && b.Key != "where" {
				t.Errorf("%s: section %s", l, b.Key)
			}
		}
	}
	p.URL, p.Outline = "", true
	if got := Document(client.Answer[client.Procedure]{Value: p}, viewtest.Env(t, text.VI)).Words("outline"); !strings.HasSuffix(got, "tiền. Hỏi quầy hướng dẫn.") {
		t.Errorf("got %q", got)
	}
	p.Outline = false
	doc := Document(client.Answer[client.Procedure]{Value: p}, viewtest.Env(t, text.VI))
	if doc.Words("outline") != "" || doc.Words("time") == "" || doc.Words("cost") == "" {
		t.Errorf("no outline: %+v", doc)
	}
}

// A text with several amounts must not pass for its first one.
func TestOtherAmountsAreTold(t *testing.T) {
	f := fee.Fee{Fee: client.Fee{State: client.FeeAmount, Amount: 15000}, Others: true}
	if got := cost(f, viewtest.Env(t, text.VI)); got != "15.000 đồng, có mức khác, xem toàn văn" {
		t.Errorf("got %q", got)
	}
	if got := cost(f, viewtest.Env(t, text.EN)); got != "15,000 VND, there are other amounts, see the full text" {
		t.Errorf("got %q", got)
	}
	f.State = client.FeeUnknown
	if got := cost(f, viewtest.Env(t, text.VI)); got != "cổng chưa ghi số tiền, xem toàn văn" {
		t.Errorf("got %q", got)
	}
}

// What is good to know for everybody stands behind the papers of the cases: it is not
// the first thing that a person looks for.
func TestNotesStandBehindTheCases(t *testing.T) {
	p := residence()
	row := func(name string) client.PaperRow { return client.PaperRow{Name: name, Originals: 1} }
	p.Cases = []client.PaperCase{
		{Rows: []client.PaperRow{row("* Lưu ý: Giấy tờ do cơ quan nước ngoài cấp phải được hợp pháp hóa lãnh sự."), row("- Tờ khai thay đổi thông tin cư trú")}},
		{Name: "Trường hợp đăng ký theo danh sách", Rows: []client.PaperRow{row("- Danh sách người tạm trú")}},
		{Name: "Trường hợp đăng ký tại đơn vị", Rows: []client.PaperRow{row("- Giấy giới thiệu của đơn vị")}},
	}
	doc := Document(client.Answer[client.Procedure]{Value: p}, viewtest.Env(t, text.VI))
	notes := slices.IndexFunc(doc.Blocks, func(b view.Block) bool { return b.Key == "notes" && b.Case == 0 })
	last := 0
	for i, b := range doc.Blocks {
		if b.Kind == view.KindCase || b.Kind == view.KindChecklist {
			last = i
		}
	}
	if notes < last || doc.Cases() != 2 {
		t.Errorf("notes are block %d, papers end with %d, %d cases:\n%s", notes, last, doc.Cases(), procedurePage(doc))
	}
}
