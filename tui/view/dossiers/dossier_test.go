package dossiers

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/reason"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/viewtest"
)

func mustCode(t testing.TB, s string) code.Dossier {
	t.Helper()
	c, err := code.ParseDossier(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// sample is a dossier as it stands in the middle of its life; change makes the
// scenario out of it.
func sample(t testing.TB, s client.Status, change func(*client.Dossier)) client.Answer[client.Dossier] {
	t.Helper()
	d := client.Dossier{
		Code:          mustCode(t, "H55.17.05-261120-0007"),
		Status:        s,
		ProcedureCode: "1.004194",
		ProcedureName: "Đăng ký tạm trú",
		Agency:        client.Agency{ID: "H55.17.05", Name: "Công an phường Đức Xuân"},
		Desk:          "Quầy 3",
		SubmittedAt:   viewtest.At("2026-11-20 08:12"),
		ReceivedAt:    viewtest.At("2026-11-20 09:40"),
		DueAt:         viewtest.At("2026-11-25 17:00"),
		Steps: []client.Step{
			{At: viewtest.At("2026-11-20 08:12"), Name: "Nộp hồ sơ", Status: client.StatusRegistered},
			{At: viewtest.At("2026-11-20 09:40"), Name: "Được tiếp nhận", Status: client.StatusAccepted},
		},
	}
	if change != nil {
		change(&d)
	}
	return client.Answer[client.Dossier]{
		Value: d, AsOf: viewtest.Now,
		Source: client.SourceName{ID: "h55", Name: "Hệ thống một cửa tỉnh Thái Nguyên"},
	}
}

// scenario is one dossier with what it shows.
type scenario struct {
	name   string
	status client.Status
	change func(*client.Dossier)
}

func step(when, name string, s client.Status) client.Step {
	return client.Step{At: viewtest.At(when), Name: name, Status: s}
}

func scenarios() []scenario {
	type D = client.Dossier
	given := func(d *D, p client.Private) { d.Proof, d.Private = client.ProofGiven, &p }
	working := func(d *D) {
		d.Steps = append(d.Steps, step("2026-11-23 14:05", "Đang xử lý", client.StatusProcessing))
	}
	return []scenario{
		{"registered, no date yet", 1, func(d *D) { d.DueAt, d.ReceivedAt, d.Steps = time.Time{}, time.Time{}, d.Steps[:1] }},
		{"accepted, on time", 2, nil},
		{"accepted, no date", 2, func(d *D) { d.DueAt, d.Desk = time.Time{}, "" }},
		{"refused with a reason", 3, func(d *D) {
			d.Reason, d.DueAt = "ảnh chụp căn cước bị mờ;", time.Time{}
			d.Steps = []client.Step{d.Steps[0], step("2026-11-20 10:02", "Không tiếp nhận", client.StatusRefused)}
		}},
		{"refused without a reason", 3, func(d *D) { d.DueAt, d.Agency.Name = time.Time{}, "" }},
		{"processing, on time", 4, working},
		{"processing, due on a day off", 4, func(d *D) { d.DueAt = viewtest.At("2026-11-29"); d.Code = code.Dossier{} }},
		{"processing, due today", 4, func(d *D) { working(d); d.DueAt = viewtest.At("2026-11-24 17:00") }},
		{"processing, late by one day", 4, func(d *D) { working(d); d.DueAt = viewtest.At("2026-11-23 17:00") }},
		{"processing, late by six days", 4, func(d *D) { working(d); d.DueAt = viewtest.At("2026-11-16 17:00") }},
		{"processing, late by minutes", 4, func(d *D) { working(d); d.DueAt = viewtest.At("2026-11-24 08:00") }},
		{"processing, due in a year without holidays", 4, func(d *D) { working(d); d.DueAt = viewtest.At("2028-02-01 17:00") }},
		{"supplement, proof needed", 5, func(d *D) { d.Proof, d.DueAt = client.ProofNeeded, viewtest.At("2026-11-16 17:00") }},
		{"supplement, proof given", 5, func(d *D) {
			given(d, client.Private{Applicant: "N••••• V•• A", Missing: []string{"Hợp đồng thuê nhà", "Ảnh 3x4."}, Note: "Hợp đồng thuê nhà phải có công chứng"})
		}},
		{"supplement, source keeps no list", 5, nil},
		{"payment, proof needed", 6, func(d *D) { d.Proof = client.ProofNeeded }},
		{"payment, proof given", 6, func(d *D) {
			given(d, client.Private{Fees: []client.DossierFee{
				{Name: "Lệ phí đăng ký", Amount: 10000, Known: true, Paid: true},
				{Name: "Lệ phí cấp thẻ", Amount: 30000, Known: true}, {Name: "Phí chuyển phát", Amount: 26500, Known: true},
			}})
		}},
		{"payment, one amount not known", 6, func(d *D) {
			given(d, client.Private{Fees: []client.DossierFee{{Amount: 30000, Known: true}, {Name: "Phí thẩm định"}, {Name: "Phí nhận qua mạng", Known: true}}})
		}},
		{"payment, all paid", 6, func(d *D) {
			given(d, client.Private{Fees: []client.DossierFee{{Name: "Lệ phí", Amount: 30000, Known: true, Paid: true}}})
		}},
		{"withdrawn", 7, func(d *D) { d.DueAt = viewtest.At("2026-11-16 17:00") }},
		{"stopped with a reason", 8, func(d *D) {
			d.Reason, d.DueAt = "người nộp không bổ sung giấy tờ", viewtest.At("2026-11-16 17:00")
		}},
		{"stopped without a reason", 8, nil},
		{"refused, the reason needs the proof", 3, func(d *D) {
			d.Proof, d.ReasonKind, d.DueAt = client.ProofNeeded, reason.Papers, time.Time{}
		}},
		{"stopped, the reason needs the proof", 8, func(d *D) { d.Proof, d.ReasonKind = client.ProofNeeded, reason.Term }},
		{"stopped, the reason is of no kind", 8, func(d *D) { d.Proof, d.ReasonKind = client.ProofNeeded, reason.Other }},
		{"finished early", 9, func(d *D) {
			d.FinishedAt = viewtest.At("2026-11-23 10:00")
			d.Steps = append(d.Steps, step("2026-11-23 10:00", "Đã xử lý xong", client.StatusFinished))
		}},
		{"finished on time", 9, func(d *D) { d.DueAt, d.FinishedAt = viewtest.At("2026-11-23 17:00"), viewtest.At("2026-11-23 10:00") }},
		{"finished late", 9, func(d *D) { d.DueAt, d.FinishedAt = viewtest.At("2026-11-19 17:00"), viewtest.At("2026-11-23 10:00") }},
		{"finished, nobody says when", 9, nil},
		{"returned", 10, func(d *D) {
			d.FinishedAt, d.ReturnedAt = viewtest.At("2026-11-23 10:00"), viewtest.At("2026-11-23 15:30")
		}},
		{"returned, only dates known", 10, func(d *D) {
			d.Steps, d.FinishedAt, d.ReturnedAt = nil, viewtest.At("2026-11-23"), viewtest.At("2026-11-24 08:00")
		}},
		{"a state outside the national list", 0, func(d *D) { d.StatusName = "Chờ ký số" }},
		{"a state outside the national list, past its date", 0, func(d *D) { d.StatusName, d.DueAt = "Chờ ký số", viewtest.At("2026-11-20") }},
		{"a state outside the national list that waits for papers", 0, func(d *D) {
			d.StatusName, d.SaidClock, d.DueAt = "Chờ bổ sung hồ sơ", client.ClockStands, viewtest.At("2026-11-20")
		}},
		{"a state outside the national list that ended", 0, func(d *D) { d.StatusName, d.SaidClock = "Đã hủy", client.ClockEnded }},
		{"processing, the portal stopped the clock", 4, func(d *D) { working(d); d.SaidClock, d.DueAt = client.ClockStands, viewtest.At("2026-11-20") }},
		{"no state at all", 0, nil},
	}
}

// page writes a document as a reader would meet it.
func page(doc view.Document) string {
	var b strings.Builder
	line := func(format string, args ...any) {
		if s := strings.TrimRight(fmt.Sprintf(format, args...), " "); strings.TrimSpace(s) != "" {
			b.WriteString("  " + s + "\n")
		}
	}
	line("%s | %s", strings.ReplaceAll(doc.Words("code"), "-", " - "), doc.Words("procedure"))
	for _, b := range doc.Blocks { // as the document orders them
		switch b.Key {
		case "headline":
			line("[ %s %s ]", b.Sign, strings.ToUpper(b.String()))
		case "due":
			line("%s", b.Head)
			line("%s", b)
		case "timely", "state":
			line("%s %s", b.Sign, b)
		case "apology":
			line("%s", b)
		case "next", "note":
			line("  %s", b)
		case "missing":
			for _, m := range b.Items() {
				line("  ☐ %s", m)
			}
		}
	}
	line("%s", doc.Get("applicant"))
	for _, m := range doc.Get("fees").Items() {
		line("  - %s", m)
	}
	for _, s := range doc.Get("steps").Steps {
		line("%s %-14s %s", s.Sign, s.Moment("  "), s.Name)
	}
	line("%s", doc.Get("proof"))
	for _, c := range doc.Get("caveats").Items() {
		line("%s", c)
	}
	line("%s", doc.Get("source"))
	return b.String()
}

// The goldens read like a page: every state, every way to stand to the date, in
// one language.
func TestDossierPages(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		t.Run(string(l), func(t *testing.T) {
			var b strings.Builder
			for _, s := range scenarios() {
				fmt.Fprintf(&b, "[%d %s]\n%s\n", s.status, s.name, page(Document(sample(t, s.status, s.change), viewtest.Env(t, l))))
			}
			golden.RequireEqual(t, []byte(b.String()))
		})
	}
}

// A note that only repeats the missing papers says nothing, and a note of
// several lines must not break the line it stands in.
func TestNote(t *testing.T) {
	tests := []struct {
		note    string
		missing []string
		want    string
	}{
		{"- Hợp đồng thuê nhà\n- Ảnh 3x4;", []string{"Hợp đồng thuê nhà.", "ảnh 3x4"}, ""},
		{"- Hợp đồng thuê nhà\n- Nộp trước thứ Sáu;\n\n+ gọi trước", []string{"Hợp đồng thuê nhà"}, "Cơ quan ghi: Nộp trước thứ Sáu; gọi trước."},
		{"", nil, ""},
	}
	for _, tt := range tests {
		a := sample(t, client.StatusSupplement, func(d *client.Dossier) {
			d.Private = &client.Private{Note: tt.note, Missing: tt.missing}
		})
		if got := Document(a, viewtest.Env(t, text.VI)).Words("note"); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.note, got, tt.want)
		}
	}
}

func TestWordsOfTheSourceStayOnOneLine(t *testing.T) {
	a := sample(t, client.StatusStopped, func(d *client.Dossier) { d.Reason = "thiếu ảnh;\nthiếu chữ ký" })
	if got := Document(a, viewtest.Env(t, text.VI)).Words("next"); !strings.HasPrefix(got, "Lý do: thiếu ảnh; thiếu chữ ký. ") {
		t.Errorf("got %q", got)
	}
}

// Who paid what is not always known: then nobody is asked for a sum twice.
func TestPaymentWhenTheSourceDoesNotSayWhatWasPaid(t *testing.T) {
	a := sample(t, client.StatusPayment, func(d *client.Dossier) {
		d.Private = &client.Private{Fees: []client.DossierFee{{Name: "Lệ phí", Amount: 20000, Known: true, PaidUnsaid: true}}}
	})
	doc := Document(a, viewtest.Env(t, text.VI))
	if want := "Nộp tiền ở Quầy 3, số tiền ghi trên giấy báo. Nộp xong, hồ sơ được xử lý tiếp."; doc.Words("next") != want {
		t.Errorf("got %q", doc.Words("next"))
	}
	if fees := doc.Get("fees").Items(); len(fees) != 1 || fees[0] != "Lệ phí: 20.000 đồng" {
		t.Errorf("got %q", fees)
	}
}

// A desk that is no name begins in lower case inside a sentence.
func TestPlaceInSentence(t *testing.T) {
	for desk, want := range map[string]string{
		"Nơi tiếp nhận hồ sơ": "nơi tiếp nhận hồ sơ",
		"Quầy 3":              "Quầy 3",
		"Trung tâm Phục vụ hành chính công": "Trung tâm Phục vụ hành chính công",
		"Bộ phận một cửa phường Đức Xuân":   "Bộ phận một cửa phường Đức Xuân",
		"Đâu cũng được":                     "đâu cũng được",
		"":                                  "nơi đã nộp hồ sơ",
	} {
		if got := place(client.Dossier{Desk: desk}, viewtest.Env(t, text.VI)).String(); got != want {
			t.Errorf("%q: got %q, want %q", desk, got, want)
		}
	}
}

// What a medium says in its own way it finds as spans: each kind where the words of
// a dossier hold such a thing.
func TestSpansOfADossier(t *testing.T) {
	a := sample(t, client.StatusPayment, func(d *client.Dossier) {
		d.Private = &client.Private{Applicant: "N••••• V•• A", Fees: []client.DossierFee{{Name: "Lệ phí", Amount: 30000, Known: true}}}
	})
	for l, want := range map[text.Lang]map[view.SpanKind][]string{
		text.VI: {
			view.SpanDate: {"25/11/2026"}, view.SpanTime: {"trước 17 giờ", "lúc 8:14 hôm nay"},
			view.SpanCode: {"H55.17.05-261120-0007"}, view.SpanName: {"N••••• V•• A"},
		},
		text.EN: {
			view.SpanDate: {"25 November 2026"}, view.SpanTime: {"before 17:00", "at 8:14 today"},
			view.SpanCode: {"H55.17.05-261120-0007"}, view.SpanName: {"N••••• V•• A"},
		},
	} {
		got := map[view.SpanKind][]string{}
		doc := Document(a, viewtest.Env(t, l))
		for _, b := range doc.Blocks {
			for _, s := range b.Text() {
				got[s.Kind] = append(got[s.Kind], s.Text)
				if dated := s.Kind == view.SpanDate; dated == s.At.IsZero() {
					t.Errorf("%s: %q has the time %v", l, s.Text, s.At)
				}
			}
		}
		for kind, texts := range want {
			if !slices.Equal(got[kind], texts) {
				t.Errorf("%s: kind %d: %q, want %q", l, kind, got[kind], texts)
			}
		}
	}
}

// Keys are the same in both languages, and every sentence has one: clips and media
// go by them.
func TestKeysOfADossier(t *testing.T) {
	keys := func(l text.Lang, s scenario) []string {
		var out []string
		for _, b := range Document(sample(t, s.status, s.change), viewtest.Env(t, l)).Blocks {
			if b.Key == "official" {
				continue // only a reader of English needs it
			}
			out = append(out, b.Key)
			for _, said := range b.Lines {
				out = append(out, said.Key)
				list := b.Kind == view.KindList || b.Kind == view.KindTitle || b.Kind == view.KindChecklist
				if list != (said.Key == "") {
					t.Errorf("%s: %s: the key of %q is %q", s.name, b.Key, said.Text, said.Key)
				}
			}
		}
		return out
	}
	for _, s := range scenarios() {
		if vi, en := keys(text.VI, s), keys(text.EN, s); !slices.Equal(vi, en) {
			t.Errorf("%s:\n%q in Vietnamese\n%q in English", s.name, vi, en)
		}
	}
}

// A sentence with the key of a recorded clip has the clip's words, whatever the
// dossier: who listens would hear something else.
func TestKeysNameTheirClips(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		clips, heard := map[string]string{}, map[string]bool{}
		for _, c := range text.For(l).Clips() {
			clips[c.Key] = c.Text
		}
		saturday := viewtest.Env(t, l)
		saturday.Now = viewtest.At("2026-11-28 09:00")
		docs := []view.Document{
			Document(sample(t, client.StatusFinished, func(d *client.Dossier) {
				d.DueAt, d.FinishedAt = viewtest.At("2026-11-23 09:00"), viewtest.At("2026-11-23 10:00")
			}), viewtest.Env(t, l)),
			Document(sample(t, client.StatusProcessing, func(d *client.Dossier) { d.DueAt = viewtest.At("2026-11-29") }), saturday),
		}
		for _, s := range scenarios() {
			docs = append(docs, Document(sample(t, s.status, s.change), viewtest.Env(t, l)))
		}
		for _, doc := range docs {
			for _, b := range doc.Blocks {
				for _, said := range b.Lines {
					words, fixed := clips[said.Key]
					if fixed && words != said.Text.String() {
						t.Errorf("%s: %s is %q, the clip says %q", l, said.Key, said.Text, words)
					}
					heard[said.Key] = heard[said.Key] || fixed
				}
			}
		}
		for key := range clips {
			if strings.HasPrefix(key, "dossier-") && key != "dossier-hidden" && key != "dossier-never" && !heard[key] {
				t.Errorf("%s: no dossier says %s", l, key)
			}
		}
	}
}

// What is missing is listed once, one paper a line: as what to bring while the dossier waits for
// it, as a list of its own in any other state.
func TestMissingPapersAreSaidOnce(t *testing.T) {
	papers := &client.Private{Missing: []string{"Ảnh 3x4.", "Hợp đồng thuê nhà"}}
	for status, kind := range map[client.Status]view.Kind{client.StatusSupplement: view.KindChecklist, client.StatusProcessing: view.KindList} {
		doc := Document(sample(t, status, func(d *client.Dossier) { d.Private = papers }), viewtest.Env(t, text.VI))
		if b := doc.Get("missing"); len(b.Lines) != 2 || b.Kind != kind {
			t.Errorf("%s: %d papers in a block of kind %d, want 2 in %d", status, len(b.Lines), b.Kind, kind)
		}
		said := 0
		for _, b := range doc.Blocks {
			said += strings.Count(b.String(), "Ảnh 3x4")
		}
		if said != 1 {
			t.Errorf("%s: said %d times", status, said)
		}
	}
	d := sample(t, client.StatusSupplement, func(d *client.Dossier) { d.Private = papers }).Value
	if got, want := WhatNow(d, viewtest.Env(t, text.VI)), "Nộp các giấy tờ này ở Quầy 3: Ảnh 3x4; Hợp đồng thuê nhà."; got != want {
		t.Errorf("what to do now is %q, want %q", got, want)
	}
}

// That the clock stands still is said once: it was said beside the date and again
// behind the papers.
func TestThePauseIsSaidOnce(t *testing.T) {
	for l, words := range map[text.Lang]string{text.VI: "không bị tính", text.EN: "do not count"} {
		for _, status := range []client.Status{client.StatusSupplement, client.StatusPayment} {
			said := 0
			for _, b := range Document(sample(t, status, nil), viewtest.Env(t, l)).Blocks {
				said += strings.Count(b.String(), words)
			}
			if said != 1 {
				t.Errorf("%s, %s: said %d times", l, status, said)
			}
		}
	}
}

// A slip has no room for the agency's note, so it says how to see what the note
// asks for. It said that the system names no papers.
func TestPaperPointsToTheNote(t *testing.T) {
	a := sample(t, client.StatusSupplement, func(d *client.Dossier) {
		d.Proof, d.Private = client.ProofGiven, &client.Private{Note: "Thiếu hợp đồng thuê nhà"}
	})
	for l, want := range map[text.Lang]map[view.Medium]string{
		text.VI: {
			view.Keys:  "Nộp ở Quầy 3.",
			view.Paper: "Nộp ở Quầy 3. Ở máy tra cứu, nhập mã và 4 số cuối căn cước hay điện thoại đã khai để biết cần nộp thêm giấy gì.",
		},
		text.EN: {
			view.Keys:  "Bring what is missing to Quầy 3.",
			view.Paper: "Bring what is missing to Quầy 3. At the kiosk, enter the code and the last 4 digits of your identity card or phone number to see which papers are missing.",
		},
	} {
		for medium, want := range want {
			e := viewtest.Env(t, l)
			e.Medium = medium
			if got := Document(a, e).Words("next"); got != want {
				t.Errorf("%s: got %q, want %q", l, got, want)
			}
		}
	}
}

// How to give the proof is said once.
func TestTheProofIsAskedForOnce(t *testing.T) {
	for _, status := range []client.Status{client.StatusProcessing, client.StatusSupplement, client.StatusPayment, client.StatusRefused} {
		e := viewtest.Env(t, text.VI)
		doc := Document(sample(t, status, func(d *client.Dossier) { d.Proof = client.ProofNeeded }), e)
		said := 0
		for _, b := range doc.Blocks {
			said += strings.Count(b.String(), e.Texts.Dossier.ProofKey)
		}
		if said != 1 {
			t.Errorf("%s: said %d times", status, said)
		}
	}
}

// A system that could not be asked is named beside the answer of another.
func TestPartialAnswers(t *testing.T) {
	a := client.Answer[client.Dossier]{Source: viewtest.H55, AsOf: viewtest.Now}
	if got := Document(a, viewtest.Env(t, text.VI)).Get("caveats").Items(); len(got) != 0 {
		t.Errorf("caveats %q, want none", got)
	}
	a.Partial = []client.SourceName{{ID: "g01", Name: "Hệ thống một cửa Bộ Công an"}, {ID: "bk", Name: "Bắc Kạn"}}
	for l, want := range map[text.Lang]string{
		text.VI: "Chưa hỏi được: Hệ thống một cửa Bộ Công an, cổng Bắc Kạn. Nơi đó có thể biết thêm về hồ sơ này.",
		text.EN: "Could not be asked: Hệ thống một cửa Bộ Công an, the portal Bắc Kạn. More may be known there about this application.",
	} {
		if got := Document(a, viewtest.Env(t, l)).Get("caveats").Items(); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
}

// A name is found by its mask, whatever its letters are, and nothing else is.
func TestMarkName(t *testing.T) {
	tests := []struct{ words, mask, want string }{
		{"Giấy khai sinh của NGUYỄN VĂN A.", "N••••• V•• A", "Giấy khai sinh của [NGUYỄN VĂN A]."},
		{"Nguyễn-Văn A, Nguyễn Văn A", "N••••• V•• A", "[Nguyễn-Văn A], [Nguyễn Văn A]"},
		{"Nguyễn Văn An; nguyễn văn a", "N••••• V•• A", "Nguyễn Văn An; nguyễn văn a"},
		{"Nguyễn Văn A", "Nguyễn Văn A", "[Nguyễn Văn A]"}, // staff see it in full
		{"Cúc đã nộp", "C••", "Cúc đã nộp"},
		{"Nguyễn Văn A", "", "Nguyễn Văn A"},
	}
	for _, tt := range tests {
		got := markName(view.Plain(tt.words), tt.mask).With(func(s view.Span) string {
			if s.Kind == view.SpanName {
				return "[" + s.Text + "]"
			}
			return s.Text
		})
		if got != tt.want {
			t.Errorf("%q for %q: got %q, want %q", tt.words, tt.mask, got, tt.want)
		}
	}
}

// A time line that is read aloud has no month cut short and no dot.
func TestTheEarGetsTheStepsInWords(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		e := viewtest.Env(t, l)
		e.Medium = view.Ear
		said := ""
		for _, s := range Document(sample(t, client.StatusProcessing, nil), e).Get("steps").Steps {
			said += s.Moment(", ")
		}
		if said == "" || strings.Contains(said, "·") || strings.Contains(said, " Nov,") {
			t.Errorf("%s: %q", l, said)
		}
	}
}
