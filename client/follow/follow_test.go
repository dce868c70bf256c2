package follow

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/reason"
	"motcua/client/workday"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, workday.Zone)

// sample returns a new dossier that waits for papers.
func sample(open bool) client.Dossier {
	d := client.Dossier{
		Status: client.StatusProcessing, StatusName: "Đang thẩm định", ProcedureName: "Đăng ký tạm trú",
		Agency: client.Agency{ID: "H55.17.05", Name: "UBND phường Đức Xuân"}, Desk: "Quầy 3",
		ReceivedAt: noon.AddDate(0, 0, -4), DueAt: noon.AddDate(0, 0, 3),
		Steps: []client.Step{
			{At: noon.AddDate(0, 0, -4), Name: "Tiếp nhận", Unit: "Một cửa", Status: client.StatusAccepted},
			{At: noon.AddDate(0, 0, -1), Name: "Thẩm định", Unit: "Phòng Tư pháp", Status: client.StatusProcessing},
		},
		Proof: client.ProofNeeded,
	}
	if open {
		d.Proof = client.ProofGiven
		d.Private = &client.Private{
			Applicant: "N••••• V•• A", Missing: []string{"Tờ khai", "Ảnh"}, Supplied: []string{"Đơn"}, Note: "Bổ sung ở quầy 3",
			Fees: []client.DossierFee{{Name: "Lệ phí", Amount: 15000, Known: true}, {Name: "Phí", PaidUnsaid: true}},
		}
	}
	return d
}

// The rule, with a row for each thing that is news and each that never is.
func TestNews(t *testing.T) {
	stopped := func(d *client.Dossier) { d.Status, d.ReasonKind = client.StatusStopped, reason.Papers }
	for _, tc := range []struct {
		what      string
		before    func(*client.Dossier) // nil: the sample
		after     func(*client.Dossier)
		later     time.Duration
		want      bool
		wantProof bool // want, but only with a proof
	}{
		{what: "the state", after: func(d *client.Dossier) { d.Status = client.StatusSupplement }, want: true},
		{what: "the portal's words for it", after: func(d *client.Dossier) { d.StatusName = "Chờ ký số" }, want: true},
		{what: "a state without a number has other words", before: func(d *client.Dossier) { d.Status = client.StatusUnknown },
			after: func(d *client.Dossier) { d.Status, d.StatusName = client.StatusUnknown, "Trình lãnh đạo" }, want: true},
		{what: "another due date", after: func(d *client.Dossier) { d.DueAt = d.DueAt.AddDate(0, 0, 2) }, want: true},
		{what: "no due date any more", after: func(d *client.Dossier) { d.DueAt = time.Time{} }, want: true},
		{what: "when it was finished", before: func(d *client.Dossier) { d.Status = client.StatusFinished },
			after: func(d *client.Dossier) { d.Status, d.FinishedAt = client.StatusFinished, noon }, want: true},
		{what: "when it was handed over", before: func(d *client.Dossier) { d.Status = client.StatusFinished },
			after: func(d *client.Dossier) { d.Status, d.ReturnedAt = client.StatusFinished, noon }, want: true},
		{what: "it is due today now", after: func(*client.Dossier) {}, later: 3 * 24 * time.Hour, want: true},
		{what: "it is late now", after: func(*client.Dossier) {}, later: 5 * 24 * time.Hour, want: true},
		{what: "its clock stands", after: func(d *client.Dossier) { d.SaidClock = client.ClockStands }, want: true},
		{what: "one more step", after: func(d *client.Dossier) {
			d.Steps = append(d.Steps, client.Step{At: noon, Name: "Trình ký", Unit: "Phòng Tư pháp"})
		}, want: true},
		{what: "a step has another name", after: func(d *client.Dossier) { d.Steps[1].Name = "Trình ký" }, want: true},
		{what: "a step began anew", after: func(d *client.Dossier) { d.Steps[1].At = noon }, want: true},
		{what: "another desk within a step", after: func(d *client.Dossier) { d.Steps[1].Unit = "Văn phòng" }, want: true},
		{what: "a step has a state", after: func(d *client.Dossier) { d.Steps[1].Status = client.StatusSupplement }, want: true},
		{what: "another agency", after: func(d *client.Dossier) { d.Agency.Name = "Sở Tư pháp" }, want: true},
		{what: "another desk hands it out", after: func(d *client.Dossier) { d.Desk = "Quầy 4" }, want: true},
		{what: "another kind of reason", before: stopped,
			after: func(d *client.Dossier) { stopped(d); d.ReasonKind = reason.Term }, want: true},
		{what: "a reason in other words", before: func(d *client.Dossier) { stopped(d); d.Reason = "Ảnh mờ" },
			after: func(d *client.Dossier) { stopped(d); d.Reason = "Ảnh sai cỡ" }, wantProof: true},
		{what: "a missing paper", after: func(d *client.Dossier) { d.Private.Missing = append(d.Private.Missing, "Hợp đồng") }, wantProof: true},
		{what: "no missing paper any more", after: func(d *client.Dossier) { d.Private.Missing = nil }, wantProof: true},
		{what: "what the agency notes of it", after: func(d *client.Dossier) { d.Private.Note = "Nộp trước thứ Sáu" }, wantProof: true},
		{what: "another fee", after: func(d *client.Dossier) { d.Private.Fees[0].Amount = 20000 }, wantProof: true},
		{what: "a fee was paid", after: func(d *client.Dossier) { d.Private.Fees[0].Paid = true }, wantProof: true},
		{what: "the amount of a fee is known", after: func(d *client.Dossier) { d.Private.Fees[1].Amount, d.Private.Fees[1].Known = 5000, true }, wantProof: true},

		{what: "nothing", after: func(*client.Dossier) {}},
		{what: "a day less is left", after: func(*client.Dossier) {}, later: 24 * time.Hour},
		{what: "a zone of time", after: func(d *client.Dossier) { d.DueAt = d.DueAt.UTC() }},
		{what: "the order of steps", after: func(d *client.Dossier) { slices.Reverse(d.Steps) }},
		{what: "the order of papers", after: func(d *client.Dossier) { slices.Reverse(d.Private.Missing) }},
		{what: "the order of fees", after: func(d *client.Dossier) { slices.Reverse(d.Private.Fees) }},
		{what: "papers that were handed in or come out", after: func(d *client.Dossier) {
			d.Private.Supplied, d.Private.Results = nil, []client.ResultPaper{{Name: "Giấy phép"}}
		}},
		{what: "how a name is shown", after: func(d *client.Dossier) { d.Private.Applicant = "Nguyễn Văn A" }},
		{what: "what the source does not say", after: func(d *client.Dossier) { d.Private.Fees[1].Amount, d.Private.Fees[1].Paid = 7, true }},
		{what: "the procedure's name", after: func(d *client.Dossier) { d.ProcedureName = "Đăng ký tạm trú (cấp xã)" }},
		{what: "when it was handed in", after: func(d *client.Dossier) { d.SubmittedAt = noon.AddDate(0, 0, -5) }},
	} {
		for _, open := range []bool{true, false} {
			before, after := sample(true), sample(true)
			if tc.before != nil {
				tc.before(&before)
				tc.before(&after)
			}
			tc.after(&after)
			if !open { // without a proof no system shows these
				before.Private, after.Private, before.Reason, after.Reason = nil, nil, "", ""
			}
			cal := clienttest.Calendar(t)
			a, b := see(before, cal, noon), see(after, cal, noon.Add(tc.later))
			want := tc.want || tc.wantProof && open
			if got := a.news(b); got != want {
				t.Errorf("%s (open %v): news %v, want %v", tc.what, open, got, want)
			}
			if got := b.news(a) && tc.later == 0; got != want && tc.later == 0 {
				t.Errorf("%s, the other way round (open %v): news %v, want %v", tc.what, open, got, want)
			}
		}
	}
}

// answer returns d as an answer of its system, just received.
func answer(d client.Dossier) client.Answer[client.Dossier] {
	return client.Answer[client.Dossier]{Value: d}
}

// What a proof showed in only one of two answers is no news, in either order. What changed
// behind it is news once a proof shows it again.
func TestProofIsNoNews(t *testing.T) {
	cal := clienttest.Calendar(t)
	d := New(noon, nil)
	take := func(seen client.Dossier) Outcome { return d.Take(answer(seen), nil, cal, noon) }
	// Without a proof, systems send official words instead of those that officials typed.
	shut := sample(false)
	shut.Steps[1].Name = client.StatusProcessing.String()
	for n, step := range []struct {
		seen client.Dossier
		want Outcome
	}{{sample(true), Begun}, {shut, Same}, {sample(true), Same}, {shut, Same}} {
		if got := take(step.seen); got != step.want {
			t.Errorf("look-up %d: %d, want %d", n, got, step.want)
		}
	}
	other := sample(true)
	other.Private.Missing = []string{"Tờ khai"}
	if got := take(other); got != Changed {
		t.Errorf("a paper that came in while the proof was not asked for: %d", got)
	}
	shut.Steps[1].Name = "Trình ký"
	if got := take(shut); got != Changed {
		t.Errorf("another step, seen without the proof: %d", got)
	}
}

func TestOutcomes(t *testing.T) {
	in := func(s client.Status) client.Answer[client.Dossier] {
		d := sample(false)
		d.Status = s
		return answer(d)
	}
	because := func(s client.Status) client.Answer[client.Dossier] {
		a := in(s)
		a.Value.ReasonKind = reason.Papers
		return a
	}
	kept := func(s client.Status) client.Answer[client.Dossier] {
		a := in(s)
		a.Stale = true
		return a
	}
	type look struct {
		a    client.Answer[client.Dossier]
		err  error
		want Outcome
		over bool
	}
	gone := fmt.Errorf("h55: %w", client.ErrNotFound)
	down := &client.UnavailableError{}
	for what, looks := range map[string][]look{
		"a state after the other": {
			{a: in(client.StatusProcessing), want: Begun}, {a: in(client.StatusProcessing), want: Same},
			{a: in(client.StatusSupplement), want: Changed}, {a: in(client.StatusFinished), want: Changed},
			{a: in(client.StatusFinished), want: Same}, {a: in(client.StatusReturned), want: Changed, over: true},
		},
		"refused": {{a: because(client.StatusRefused), want: Begun, over: true}},
		"stopped": {{a: because(client.StatusStopped), want: Begun, over: true}},
		"refused before the reason is told": {
			{a: in(client.StatusRefused), want: Begun}, {a: in(client.StatusRefused), want: Same},
			{a: because(client.StatusRefused), want: Changed, over: true},
		},
		"withdrawn": {{a: in(client.StatusWithdrawn), want: Begun}},
		"an outage": {
			{err: down, want: Failed}, {a: in(client.StatusProcessing), want: Begun}, {err: down, want: Failed},
			{a: kept(client.StatusRegistered), want: Kept}, {a: in(client.StatusProcessing), want: Same},
		},
		"begun in an outage": {
			{a: kept(client.StatusProcessing), want: Begun}, {a: in(client.StatusProcessing), want: Same},
		},
		"a code that nobody has":           {{err: gone, want: Gone, over: true}},
		"nobody has it after an outage":    {{err: down, want: Failed}, {err: gone, want: Gone, over: true}},
		"nobody has it any more, or again": {{a: in(client.StatusProcessing), want: Begun}, {err: gone, want: Failed}, {a: in(client.StatusProcessing), want: Same}},
	} {
		d := New(noon, nil)
		for n, l := range looks {
			got := d.Take(l.a, l.err, clienttest.Calendar(t), noon)
			if _, open := d.Due(); got != l.want || open == l.over {
				t.Errorf("%s, look-up %d: %d, over %v; want %d, %v", what, n, got, !open, l.want, l.over)
			}
		}
	}
}

// A missing reason is waited for during an hour from when it was first missing. If the dossier
// continues and is stopped again, a new hour begins.
func TestAReasonIsWaitedForDuringAnHour(t *testing.T) {
	d := New(noon, nil)
	for _, look := range []struct {
		after time.Duration
		s     client.Status
		over  bool
	}{
		{0, client.StatusStopped, false}, {59 * time.Minute, client.StatusStopped, false}, {2 * time.Hour, client.StatusProcessing, false},
		{3 * time.Hour, client.StatusStopped, false}, {4*time.Hour - time.Second, client.StatusStopped, false}, {4 * time.Hour, client.StatusStopped, true},
	} {
		a := answer(sample(false))
		a.Value.Status = look.s
		d.Take(a, nil, clienttest.Calendar(t), noon.Add(look.after))
		if _, open := d.Due(); open == look.over {
			t.Errorf("after %v: over %v", look.after, !open)
		}
	}
}

// A dossier is followed for hours; what is remembered of it reveals nothing about it.
func TestSeenHoldsNoWords(t *testing.T) {
	d := sample(true)
	d.Reason = "Ảnh mờ"
	seen := see(d, clienttest.Calendar(t), noon)
	held := fmt.Sprintf("%+v %s %s", seen, seen.public[:], seen.open[:])
	for _, word := range []string{"Đức Xuân", "Tư pháp", "Tờ khai", "quầy 3", "Lệ phí", "Ảnh", "V•• A"} {
		if strings.Contains(held, word) {
			t.Errorf("it holds %q", word)
		}
	}
}

// Whatever the random numbers, the pauses grow from a minute to a quarter of an hour, each is
// at most a fifth longer than necessary, and no two dossiers are asked for in step.
func TestPausesLengthen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		last := map[time.Time]bool{}
		began := time.Now()
		for range 50 {
			start, least := time.Now(), First
			pace := pace{}
			for n := range 12 {
				asked := time.Now()
				<-time.After(pace.next(false, 0))
				if waited := time.Since(asked); waited < least || waited > least+least/5 {
					t.Fatalf("pause %d is %v, want %v to %v", n, waited, least, least+least/5)
				}
				least = min(least*3/2, most)
			}
			last[began.Add(time.Since(start))] = true
		}
		if len(last) < 45 {
			t.Errorf("of 50 only %d ask at times of their own", len(last))
		}
	})
}

func TestPauses(t *testing.T) {
	type next struct {
		news  bool
		least time.Duration
		want  time.Duration
	}
	for what, tc := range map[string]struct {
		chance float64
		nexts  []next
	}{
		"nothing happens": {0, []next{{false, 0, time.Minute}, {false, 0, 90 * time.Second}, {false, 0, 135 * time.Second}}},
		"news":            {0, []next{{false, 0, time.Minute}, {false, 0, 90 * time.Second}, {true, 0, time.Minute}, {false, 0, 90 * time.Second}}},
		"asked to wait":   {0, []next{{false, 20 * time.Minute, 20 * time.Minute}, {false, 0, 90 * time.Second}}},
		"asked for less":  {0, []next{{false, time.Second, time.Minute}}},
		"chance":          {0.5, []next{{false, 0, 66 * time.Second}, {false, 10 * time.Minute, 11 * time.Minute}}},
	} {
		pace := pace{chance: func() float64 { return tc.chance }}
		for n, step := range tc.nexts {
			if got := pace.next(step.news, step.least); got != step.want {
				t.Errorf("%s, pause %d: %v, want %v", what, n, got, step.want)
			}
		}
	}
}

func TestWait(t *testing.T) {
	for _, tc := range []struct {
		err  error
		want time.Duration
	}{
		{nil, 0},
		{errors.New("anything"), 0},
		{&client.UnavailableError{RetryAfter: 40 * time.Minute}, 40 * time.Minute},
		{fmt.Errorf("h55: %w", &client.LimitedError{Wait: time.Minute}), time.Minute},
	} {
		if got := Wait(tc.err); got != tc.want {
			t.Errorf("%v: %v, want %v", tc.err, got, tc.want)
		}
	}
}

// Each dossier has pauses of its own. A system that wants a pause, or news, does not affect the
// others. A dossier that is over is not asked for again.
func TestEachHasItsOwnPauses(t *testing.T) {
	type one struct {
		Dossier
		name string
	}
	none := func() float64 { return 0 }
	start := noon
	var all []*one
	for _, name := range []string{"quiet", "busy", "news", "gone", "ends", "late"} {
		all = append(all, &one{New(start, none), name})
	}
	at := map[string][]time.Duration{}
	for range 25 {
		d, ok := Next(all)
		if !ok {
			break
		}
		now, _ := d.Due()
		at[d.name] = append(at[d.name], now.Sub(start))
		a, err := answer(sample(false)), error(nil)
		switch n := len(at[d.name]); {
		case d.name == "busy" && n == 1:
			err = &client.UnavailableError{RetryAfter: 40 * time.Minute}
		case d.name == "news":
			a.Value.StatusName = fmt.Sprint(n)
		case d.name == "late" && n < 3:
			err = &client.UnavailableError{}
		case d.name == "gone":
			err = client.ErrNotFound
		case d.name == "ends" && n == 2:
			a.Value.Status = client.StatusReturned
		}
		d.Take(a, err, clienttest.Calendar(t), now)
	}
	for name, want := range map[string][]time.Duration{
		"quiet": {0, time.Minute, 150 * time.Second}, "busy": {0},
		"news": {0, time.Minute, 2 * time.Minute, 3 * time.Minute}, "gone": {0}, "ends": {0, time.Minute},
		"late": {0, time.Minute, 150 * time.Second, 210 * time.Second}, // the first answer, then a minute
	} {
		got := at[name]
		if name != "gone" && name != "ends" && name != "busy" {
			got = got[:min(len(got), len(want))]
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s was asked for at %v, want %v", name, at[name], want)
		}
	}
	over := New(noon, none)
	over.Take(client.Answer[client.Dossier]{}, client.ErrNotFound, nil, noon)
	if _, ok := Next([]*Dossier{&over}); ok {
		t.Error("what is over is due")
	}
}
