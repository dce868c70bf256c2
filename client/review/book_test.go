package review

import (
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/digest"
	"motcua/client/digest/reading"
	"motcua/client/workday"
)

func page() client.Procedure {
	return client.Procedure{
		Code: "1.001193", Name: "Đăng ký khai sinh",
		Cases: []client.PaperCase{{Name: "Giấy tờ phải nộp", Rows: []client.PaperRow{
			{Name: "- Tờ khai đăng ký khai sinh theo mẫu.", Originals: 1, Forms: []client.Form{{ID: "1", Name: "Mẫu 01.docx"}}},
			{Name: "- Giấy chứng sinh.", Originals: 1},
			{Name: "Lưu ý: trẻ em dưới 14 tuổi không phải có mặt."},
		}}},
		Methods: []client.Method{{Channel: client.ChannelDirect, Limit: client.TimeLimit{Quantity: 1, Unit: client.UnitWorkingDay}}},
	}
}

// The fingerprint changes with what people act on, and with nothing else.
func TestFingerprint(t *testing.T) {
	was := Fingerprint(page())
	// Offices keep fingerprints in their files. Another value for the same page makes
	// all reviews those of a changed page, so it needs another name than v1.
	const pinned = "v1-921770fdce84782c"
	if !fingerprintForm.MatchString(was) || was != pinned {
		t.Errorf("fingerprint %q, want %q", was, pinned)
	}
	for name, change := range map[string]func(*client.Procedure){
		"a row":       func(p *client.Procedure) { p.Cases[0].Rows[1].Name = "- Giấy cam đoan." },
		"a row moved": func(p *client.Procedure) { r := p.Cases[0].Rows; r[0], r[1] = r[1], r[0] },
		"a quantity":  func(p *client.Procedure) { p.Cases[0].Rows[1].Copies = 1 },
		"a form":      func(p *client.Procedure) { p.Cases[0].Rows[0].Forms[0].Name = "Mẫu 02.docx" },
		"a heading":   func(p *client.Procedure) { p.Cases[0].Name = "" },
		"a limit":     func(p *client.Procedure) { p.Methods[0].Limit.Quantity = 2 },
		"a fee":       func(p *client.Procedure) { p.Methods[0].Fees = []client.Fee{{State: client.FeeFree}} },
		"a step":      func(p *client.Procedure) { p.Steps = []client.ProcedureStep{{Text: "Nộp hồ sơ"}} },
		"conditions":  func(p *client.Procedure) { p.Conditions = "Không" },
		"a case's limit": func(p *client.Procedure) {
			p.CaseLimits = []client.CaseLimit{{Name: "x"}}
		},
	} {
		p := page()
		change(&p)
		if Fingerprint(p) == was {
			t.Errorf("%s: the fingerprint stays", name)
		}
	}
	for name, change := range map[string]func(*client.Procedure){
		"white space":    func(p *client.Procedure) { p.Cases[0].Rows[1].Name = " -  Giấy chứng sinh.\n" },
		"a file's id":    func(p *client.Procedure) { p.Cases[0].Rows[0].Forms[0].ID = "2" },
		"a row's id":     func(p *client.Procedure) { p.Cases[0].Rows[0].ID = "2" },
		"legal basis":    func(p *client.Procedure) { p.LegalBasis = []client.LegalAct{{Number: "1"}} },
		"the date":       func(p *client.Procedure) { p.UpdatedAt = time.Now() },
		"the publisher":  func(p *client.Procedure) { p.Publisher = "Bộ Tư pháp" },
		"the page's url": func(p *client.Procedure) { p.URL = "https://example" },
	} {
		p := page()
		change(&p)
		if Fingerprint(p) != was {
			t.Errorf("%s: the fingerprint changes", name)
		}
	}
}

func bookWith(t *testing.T, source, more string) *Book {
	t.Helper()
	doc := strings.Replace(good, "v1-0123456789abcdef", source, 1) + more
	b := Read(write(t, t.TempDir(), "r.toml", doc), nil)
	if p := b.Problems(); len(p) > 0 {
		t.Fatalf("problems %+v", p)
	}
	return b
}

func TestAReviewKnowsWhetherItsSourceChanged(t *testing.T) {
	b := bookWith(t, Fingerprint(page()), "")
	same, changed, outline, other := page(), page(), page(), page()
	changed.Conditions, outline.Outline, other.Code = "Không", true, "1.000001"
	for _, tc := range []struct {
		p    client.Procedure
		want string
	}{{same, "current"}, {changed, "changed"}, {outline, "unseen"}, {other, ""}} {
		r := b.Of(tc.p)
		if (r == nil) != (tc.want == "") || r != nil && r.State.String() != tc.want {
			t.Errorf("%s: %+v, want %q", tc.p.Code, r, tc.want)
		}
	}
	var s Shelf
	if s.Of(same) != nil {
		t.Error("an empty shelf has a review")
	}
	s.Put(b)
	if s.Of(same) == nil {
		t.Error("the shelf has no review")
	}
}

func TestDigestTakesThePapersOfTheReview(t *testing.T) {
	b := bookWith(t, "v1-921770fdce84782c", `
[[procedure.paper]]
name = "Tờ khai"
originals = 1
fill_in = true
forms = ["Mẫu 01"]
[[procedure.paper]]
name = "Giấy ủy quyền"
when = "làm thay người khác"
copies = 1
[[procedure.paper]]
name = "Giấy chứng sinh"
unless = "đã có bản điện tử"
[[procedure.paper]]
name = "Giấy tờ tùy thân"
one_of = ["Căn cước", "Hộ chiếu"]
show = true
[[procedure.paper]]
name = "Đơn đăng ký lại"
case = "Đăng ký lại"
`)
	p := page()
	a := client.Answer[client.Procedure]{Value: p, Review: b.Of(p)}
	d := Digest(a)
	if len(d.Cases) != 2 || d.Cases[0].Name != "" || d.Cases[1].Name != "Đăng ký lại" {
		t.Fatalf("cases %+v", d.Cases)
	}
	c := d.Cases[0]
	if len(c.HandIn) != 1 || c.HandIn[0].Name != "Tờ khai" || !c.HandIn[0].FillIn || c.HandIn[0].Originals != 1 || c.HandIn[0].Forms[0].Name != "Mẫu 01" {
		t.Errorf("hand in %+v", c.HandIn)
	}
	if len(c.Show) != 1 || c.Show[0].Head != "Giấy tờ tùy thân" || len(c.Show[0].OneOf) != 2 {
		t.Errorf("show %+v", c.Show)
	}
	if len(c.OnlyIf) != 2 || c.OnlyIf[0].When != "làm thay người khác" || !c.OnlyIf[1].Except || c.OnlyIf[1].When != digest.ExceptWords+"đã có bản điện tử" {
		t.Errorf("only if %+v", c.OnlyIf)
	}
	if len(c.Notes) != 1 {
		t.Errorf("the source's notes are gone: %+v", c.Notes)
	}
	a.Review = nil
	if got := Digest(a); len(got.Cases) != 1 || len(got.Cases[0].HandIn) != 2 {
		t.Errorf("without a review: %+v", got.Cases)
	}
}

// A skeleton is a file without mistakes, and its review shows what the page showed.
func TestSkeletonSaysWhatThePageSays(t *testing.T) {
	p := page()
	p.Cases[0].Rows = append(p.Cases[0].Rows,
		client.PaperRow{Name: "Trường hợp làm thay thì nộp giấy ủy quyền \"có chứng thực\" tại C:\\x.", Copies: 1},
		client.PaperRow{Name: "- Một trong các giấy tờ: căn cước; hộ chiếu; giấy khai sinh."},
		client.PaperRow{Name: "- Trường hợp cần thiết, cơ quan yêu cầu người nộp xuất trình giấy tờ chứng minh.", Originals: 1})
	w := SkeletonWords{Head: "Sửa rồi lưu\nvào tệp", Papers: "giấy tờ", Closely: "đọc kỹ", Terms: "khi khác", Note: "của quầy", Office: "(tên cơ quan)"}
	today := time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone)
	doc := Skeleton(p, "", today, []string{"1 ngày làm việc"}, []string{"không mất tiền"}, w)
	entries, problems := Parse("f", []byte(doc))
	if len(problems) > 0 || len(entries) != 1 {
		t.Fatalf("problems %+v in\n%s", problems, doc)
	}
	e := entries[0]
	if e.Source != Fingerprint(p) || e.Review.Office != "(tên cơ quan)" || !e.Review.Date.Equal(time.Date(2026, 11, 24, 0, 0, 0, 0, workday.Zone)) {
		t.Errorf("entry %+v", e)
	}
	read, again := digest.Of(p), Digest(client.Answer[client.Procedure]{Value: p, Review: &e.Review})
	names := func(d digest.Digest) string {
		var out []string
		for _, c := range d.Cases {
			for _, p := range c.HandIn {
				out = append(out, p.Name)
			}
			for _, o := range c.OnlyIf {
				out = append(out, o.When+": "+o.Papers[0].Name)
			}
		}
		return strings.Join(out, "\n")
	}
	if names(read) != names(again) {
		t.Errorf("the page has\n%s\nthe skeleton\n%s\nin\n%s", names(read), names(again), doc)
	}
	for _, want := range []string{"# đọc kỹ", "# - Trường hợp cần thiết", `# time = ["1 ngày làm việc"]`, `# note = ""`} {
		if !strings.Contains(doc, want) {
			t.Errorf("no %q in\n%s", want, doc)
		}
	}
}

func TestDoubts(t *testing.T) {
	p := page()
	p.Cases[0].Rows = append(p.Cases[0].Rows, client.PaperRow{Name: "- Trường hợp cần thiết, cơ quan yêu cầu người nộp xuất trình giấy tờ chứng minh.", Originals: 1})
	if n := DoubtsOf(digest.Of(p)); n.Rows != 4 || n.Papers != 3 || n.Closely != 1 || n.Percent() != 33 {
		t.Errorf("%+v, %d %%", n, n.Percent())
	}
	likely := digest.Paper{Sure: reading.Likely}
	for _, tc := range []struct {
		rows []digest.RowRead
		want Doubts
		part int
	}{
		// A row with three likely papers counts as one doubtful row.
		{[]digest.RowRead{{Papers: []digest.Paper{likely, likely, likely}}, {Papers: []digest.Paper{{Sure: reading.Sure}}}}, Doubts{Rows: 2, Papers: 2, Unsure: 1}, 50},
		{[]digest.RowRead{{Papers: []digest.Paper{{Sure: reading.Sure}, likely}, Close: []digest.Span{{}}}, {Class: reading.ClassVoid}}, Doubts{Rows: 1, Papers: 1, Closely: 1, Unsure: 1}, 100},
	} {
		if n := DoubtsOf(digest.Digest{Rows: tc.rows}); n != tc.want || n.Percent() != tc.part {
			t.Errorf("%+v, %d %%, want %+v, %d %%", n, n.Percent(), tc.want, tc.part)
		}
	}
	if n := (Doubts{}); n.Percent() != 0 {
		t.Errorf("nothing to read is %d %% in doubt", n.Percent())
	}
}

// A book is read once, at its first use, and a book that was put meanwhile is newer.
func TestAShelfReadsItsBookLater(t *testing.T) {
	var s Shelf
	read := 0
	s.Later(func() *Book { read++; return bookWith(t, Fingerprint(page()), "") })
	if read != 0 {
		t.Fatal("read at once")
	}
	for range 3 {
		if s.Of(page()) == nil {
			t.Error("there is no review")
		}
	}
	if read != 1 {
		t.Errorf("read %d times", read)
	}
	var put Shelf
	put.Later(func() *Book { t.Error("read although one was put"); return nil })
	put.Put(&Book{})
	if put.Of(page()) != nil {
		t.Error("the book that was put is not in use")
	}
}

// Files that could not be read are distinguished from files without reviews.
func TestUnread(t *testing.T) {
	folder := t.TempDir()
	for name, tc := range map[string]struct {
		doc  string
		want bool
	}{
		"one review":              {good, false},
		"no review":               {"# soon\n", false},
		"a wrong key":             {strings.Replace(good, "office", "ofice", 1), false},
		"no TOML from line 1 on":  {strings.Replace(good, "[[procedure]]", "[[procedure]", 1), true},
		"a quote is missing":      {strings.Replace(good, `"1.001193"`, `"1.001193`, 1), true},
		"no TOML beside a review": {good + "[[procedure]]\ncode = \"\n", false},
		"no text":                 {"\xff\xfe[", true},
	} {
		if b := Read(write(t, folder, "r.toml", tc.doc), nil); b.Unread() != tc.want {
			t.Errorf("%s: unread is %t, %+v", name, b.Unread(), b.Problems())
		}
	}
	if !Read(folder+"/none.toml", nil).Unread() {
		t.Error("a file that is not there was read")
	}
	if Read("", nil).Unread() {
		t.Error("no file is nothing unread")
	}
}
