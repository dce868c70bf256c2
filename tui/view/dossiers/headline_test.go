package dossiers

import (
	"testing"
	"time"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/viewtest"
)

// The headline of each state and of each way to stand to the appointment. Empty: the
// appointment itself is the plate, or there is neither.
func TestHeadline(t *testing.T) {
	ways := []struct {
		name   string
		change func(*client.Dossier)
	}{
		{"in time", nil},
		{"today", func(d *client.Dossier) { d.DueAt = viewtest.At("2026-11-24 17:00") }},
		{"late", func(d *client.Dossier) { d.DueAt = viewtest.At("2026-11-19 17:00") }},
		{"late by minutes", func(d *client.Dossier) { d.DueAt = viewtest.At("2026-11-24 08:00") }},
		{"no date", func(d *client.Dossier) { d.DueAt = time.Time{} }},
		{"the portal says that the clock stands", func(d *client.Dossier) { d.SaidClock, d.DueAt = client.ClockStands, viewtest.At("2026-11-19 17:00") }},
		{"the portal says that the clock ended", func(d *client.Dossier) { d.SaidClock = client.ClockEnded }},
	}
	const (
		lateVI, lateEN = "! Trễ 3 ngày làm việc", "! 3 working days late"
		hourVI, hourEN = "! Trễ, đã quá giờ hẹn", "! Late, past the promised hour"
		holdVI, holdEN = "○ Thời hạn đang tạm dừng: những ngày chờ không bị tính", "○ On hold: waiting days do not count"
		overVI, overEN = "○ Hồ sơ này không còn tính thời hạn", "○ This application has no time limit any more"
	)
	all := func(s string) []string { return []string{s, s, s, s, s, s, s} }
	runsVI := []string{"", "", lateVI, hourVI, "", holdVI, overVI}
	runsEN := []string{"", "", lateEN, hourEN, "", holdEN, overEN}
	for status, want := range map[client.Status]map[text.Lang][]string{
		client.StatusUnknown:    {text.VI: {"", "", "", "", "", holdVI, overVI}, text.EN: {"", "", "", "", "", holdEN, overEN}},
		client.StatusRegistered: {text.VI: runsVI, text.EN: runsEN},
		client.StatusAccepted:   {text.VI: runsVI, text.EN: runsEN},
		client.StatusProcessing: {text.VI: runsVI, text.EN: runsEN},
		client.StatusRefused:    {text.VI: all("✗ Không được tiếp nhận"), text.EN: all("✗ Not accepted")},
		client.StatusSupplement: {text.VI: all("! Cần bổ sung giấy tờ"), text.EN: all("! More papers needed")},
		client.StatusPayment:    {text.VI: all("! Cần nộp tiền"), text.EN: all("! Payment needed")},
		client.StatusWithdrawn:  {text.VI: all("○ Đang rút theo yêu cầu"), text.EN: all("○ Being withdrawn at your request")},
		client.StatusStopped:    {text.VI: all("✗ Đã dừng xử lý"), text.EN: all("✗ Stopped")},
		client.StatusFinished:   {text.VI: all("✓ Đã có kết quả"), text.EN: all("✓ The result is ready")},
		client.StatusReturned:   {text.VI: all("✓ Đã trả kết quả"), text.EN: all("✓ Result handed over")},
	} {
		for l, want := range want {
			for i, way := range ways {
				for _, m := range []view.Medium{view.Keys, view.Ear, view.Touch, view.Paper, view.Typed, view.Command} {
					e := viewtest.Env(t, l)
					e.Medium = m
					doc := Document(sample(t, status, way.change), e)
					head := doc.Get("headline")
					got := head.String()
					if got != "" {
						got = string(head.Sign) + " " + got
					}
					if got != want[i] {
						t.Errorf("%s, %s, %s, medium %d: %q, want %q", l, status, way.name, m, got, want[i])
					}
					// One plate a page, and it comes before the date.
					plates := doc.Of(view.KindPlate)
					due := doc.Get("due")
					if wantPlate := want[i] != "" || len(due.Lines) > 0; len(plates) > 1 || (len(plates) == 1) != wantPlate {
						t.Errorf("%s, %s, %s: %d plates", l, status, way.name, len(plates))
					}
					if got != "" && due.Kind == view.KindPlate && len(due.Lines) > 0 {
						t.Errorf("%s, %s, %s: the date is as large as the headline", l, status, way.name)
					}
				}
			}
		}
	}
}

// The headline says how many papers and how much money, once a proof has opened it.
func TestHeadlineCounts(t *testing.T) {
	for _, tt := range []struct {
		status client.Status
		p      client.Private
		vi, en string
	}{
		{client.StatusSupplement, client.Private{Missing: []string{"A"}}, "Cần bổ sung 1 giấy tờ", "1 more paper needed"},
		{client.StatusSupplement, client.Private{Missing: []string{"A", "B"}}, "Cần bổ sung 2 giấy tờ", "2 more papers needed"},
		{client.StatusPayment, client.Private{Fees: []client.DossierFee{{Amount: 200000, Known: true}, {Amount: 5000, Known: true, Paid: true}}}, "Cần nộp 200.000 đồng", "You have to pay 200,000 VND"},
		{client.StatusPayment, client.Private{Fees: []client.DossierFee{{Amount: 200000, Known: true, PaidUnsaid: true}}}, "Cần nộp tiền", "Payment needed"},
		{client.StatusPayment, client.Private{Fees: []client.DossierFee{{Amount: 200000, Known: true}, {}}}, "Cần nộp tiền", "Payment needed"},
		{client.StatusPayment, client.Private{Fees: []client.DossierFee{{Amount: 200000, Known: true, Paid: true}}}, "Cần nộp tiền", "Payment needed"},
	} {
		a := sample(t, tt.status, func(d *client.Dossier) { d.Proof, d.Private = client.ProofGiven, &tt.p })
		for l, want := range map[text.Lang]string{text.VI: tt.vi, text.EN: tt.en} {
			if got := Document(a, viewtest.Env(t, l)).Words("headline"); got != want {
				t.Errorf("%s: %q, want %q", l, got, want)
			}
			if got := Row(a, viewtest.Env(t, l)).Brief; got != want {
				t.Errorf("%s: the row says %q, want %q", l, got, want)
			}
		}
	}
}
