package view

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/workday"
	"motcua/tui/text"
)

// now is a Tuesday morning; the culture day off of 24/11 is no concern of the
// calendar used here.
var now = at("2026-11-24 08:14")

func at(s string) time.Time {
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02"} {
		if t, err := time.ParseInLocation(layout, s, workday.Zone); err == nil {
			return t
		}
	}
	panic("no time: " + s)
}

func calendar(t testing.TB) *workday.Calendar {
	t.Helper()
	c, err := workday.NewCalendar(map[int][]string{2026: {"2026-01-01", "2026-09-02"}, 2027: {"2027-01-01"}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func env(t testing.TB, l text.Lang) Env {
	t.Helper()
	return Env{Texts: text.For(l), Now: now, Calendar: calendar(t), Person: true}
}

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
		SubmittedAt:   at("2026-11-20 08:12"),
		ReceivedAt:    at("2026-11-20 09:40"),
		DueAt:         at("2026-11-25 17:00"),
		Steps: []client.Step{
			{At: at("2026-11-20 08:12"), Name: "Nộp hồ sơ", Status: client.StatusRegistered},
			{At: at("2026-11-20 09:40"), Name: "Được tiếp nhận", Status: client.StatusAccepted},
		},
	}
	if change != nil {
		change(&d)
	}
	return client.Answer[client.Dossier]{
		Value: d, AsOf: now,
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
	return client.Step{At: at(when), Name: name, Status: s}
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
		{"processing, due on a day off", 4, func(d *D) { d.DueAt = at("2026-11-29"); d.Code = code.Dossier{} }},
		{"processing, due today", 4, func(d *D) { working(d); d.DueAt = at("2026-11-24 17:00") }},
		{"processing, late by one day", 4, func(d *D) { working(d); d.DueAt = at("2026-11-23 17:00") }},
		{"processing, late by six days", 4, func(d *D) { working(d); d.DueAt = at("2026-11-16 17:00") }},
		{"processing, late by minutes", 4, func(d *D) { working(d); d.DueAt = at("2026-11-24 08:00") }},
		{"processing, due in a year without holidays", 4, func(d *D) { working(d); d.DueAt = at("2028-02-01 17:00") }},
		{"supplement, proof needed", 5, func(d *D) { d.Proof, d.DueAt = client.ProofNeeded, at("2026-11-16 17:00") }},
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
		{"withdrawn", 7, func(d *D) { d.DueAt = at("2026-11-16 17:00") }},
		{"stopped with a reason", 8, func(d *D) { d.Reason, d.DueAt = "người nộp không bổ sung giấy tờ", at("2026-11-16 17:00") }},
		{"stopped without a reason", 8, nil},
		{"refused, the reason needs the proof", 3, func(d *D) {
			d.Proof, d.ReasonKind, d.DueAt = client.ProofNeeded, client.ReasonPapers, time.Time{}
		}},
		{"stopped, the reason needs the proof", 8, func(d *D) { d.Proof, d.ReasonKind = client.ProofNeeded, client.ReasonTerm }},
		{"stopped, the reason is of no kind", 8, func(d *D) { d.Proof, d.ReasonKind = client.ProofNeeded, client.ReasonOther }},
		{"finished early", 9, func(d *D) {
			d.FinishedAt = at("2026-11-23 10:00")
			d.Steps = append(d.Steps, step("2026-11-23 10:00", "Đã xử lý xong", client.StatusFinished))
		}},
		{"finished on time", 9, func(d *D) { d.DueAt, d.FinishedAt = at("2026-11-23 17:00"), at("2026-11-23 10:00") }},
		{"finished late", 9, func(d *D) { d.DueAt, d.FinishedAt = at("2026-11-19 17:00"), at("2026-11-23 10:00") }},
		{"finished, nobody says when", 9, nil},
		{"returned", 10, func(d *D) { d.FinishedAt, d.ReturnedAt = at("2026-11-23 10:00"), at("2026-11-23 15:30") }},
		{"returned, only dates known", 10, func(d *D) {
			d.Steps, d.FinishedAt, d.ReturnedAt = nil, at("2026-11-23"), at("2026-11-24 08:00")
		}},
		{"a state outside the national list", 0, func(d *D) { d.StatusName = "Chờ ký số" }},
		{"a state outside the national list, past its date", 0, func(d *D) { d.StatusName, d.DueAt = "Chờ ký số", at("2026-11-20") }},
		{"a state outside the national list that waits for papers", 0, func(d *D) {
			d.StatusName, d.SaidClock, d.DueAt = "Chờ bổ sung hồ sơ", client.ClockStands, at("2026-11-20")
		}},
		{"a state outside the national list that ended", 0, func(d *D) { d.StatusName, d.SaidClock = "Đã hủy", client.ClockEnded }},
		{"processing, the portal stopped the clock", 4, func(d *D) { working(d); d.SaidClock, d.DueAt = client.ClockStands, at("2026-11-20") }},
		{"no state at all", 0, nil},
	}
}

// page writes a document as a reader would meet it.
func page(doc Document) string {
	var b strings.Builder
	line := func(format string, args ...any) {
		if s := strings.TrimRight(fmt.Sprintf(format, args...), " "); strings.TrimSpace(s) != "" {
			b.WriteString("  " + s + "\n")
		}
	}
	signed := func(k string) { line("%s %s", doc.Get(k).Sign, doc.Get(k)) }
	line("%s | %s", strings.ReplaceAll(doc.Words("code"), "-", " - "), doc.Words("procedure"))
	line("%s", doc.Get("due").Head)
	line("%s", doc.Get("due"))
	signed("timely")
	line("%s", doc.Get("apology"))
	signed("state")
	line("  %s", doc.Get("next"))
	line("  %s", doc.Get("note"))
	line("%s", doc.Get("applicant"))
	for _, m := range append(doc.Get("missing").Items(), doc.Get("fees").Items()...) {
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
				fmt.Fprintf(&b, "[%d %s]\n%s\n", s.status, s.name, page(Dossier(sample(t, s.status, s.change), env(t, l))))
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
		if got := Dossier(a, env(t, text.VI)).Words("note"); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.note, got, tt.want)
		}
	}
}

func TestWordsOfTheSourceStayOnOneLine(t *testing.T) {
	a := sample(t, client.StatusStopped, func(d *client.Dossier) { d.Reason = "thiếu ảnh;\nthiếu chữ ký" })
	if got := Dossier(a, env(t, text.VI)).Words("next"); !strings.HasPrefix(got, "Lý do: thiếu ảnh; thiếu chữ ký. ") {
		t.Errorf("got %q", got)
	}
}

// Who paid what is not always known: then nobody is asked for a sum twice.
func TestPaymentWhenTheSourceDoesNotSayWhatWasPaid(t *testing.T) {
	a := sample(t, client.StatusPayment, func(d *client.Dossier) {
		d.Private = &client.Private{Fees: []client.DossierFee{{Name: "Lệ phí", Amount: 20000, Known: true, PaidUnsaid: true}}}
	})
	doc := Dossier(a, env(t, text.VI))
	if want := "Nộp tiền ở Quầy 3, số tiền ghi trên giấy báo. Nộp xong, hồ sơ đi tiếp."; doc.Words("next") != want {
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
		if got := place(client.Dossier{Desk: desk}, env(t, text.VI)).String(); got != want {
			t.Errorf("%q: got %q, want %q", desk, got, want)
		}
	}
}
