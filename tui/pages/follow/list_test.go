package follow

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/reason"
	"motcua/client/workday"
)

// One dossier after another is due, the one that waited longest first, and never two within
// a second.
func TestTheOneThatWaitedLongestIsNext(t *testing.T) {
	l := NewList(func() float64 { return 0 }, nil)
	now := time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)
	var codes []code.Dossier
	for _, s := range []string{"H55.17.05-261120-0001", "H55.17.05-261120-0002", "H55.17.05-261120-0003"} {
		dossierCode, err := code.ParseDossier(s)
		if err != nil {
			t.Fatal(err)
		}
		codes = append(codes, dossierCode)
		if added, room := l.Add(dossierCode, now); !added || !room {
			t.Errorf("%s: %v, %v", s, added, room)
		}
	}
	if added, room := l.Add(codes[0], now); added || !room {
		t.Error("twice in one list")
	}
	for n, code := range codes {
		f, wait := l.next(now)
		if f.code != code || n > 0 && wait != followGap || n == 0 && wait != 0 {
			t.Errorf("number %d is %s in %v", n, f.code, wait)
		}
		now = now.Add(wait)
		l.lastAsked = now
		l.answered(f, client.Answer[client.Dossier]{Value: client.Dossier{Code: code, Status: client.StatusReturned}}, nil, nil, now)
	}
	if f, _ := l.next(now); f != nil {
		t.Errorf("%s is closed and still asked for", f.code)
	}
	l.remove(&followed{})
	l.remove(l.all[1])
	if l.find(codes[1]) != nil || len(l.all) != 2 {
		t.Error("not removed")
	}
}

// A list lives for hours and answers only for minutes, so it stores only what a row needs.
func TestAListKeepsOnlyRows(t *testing.T) {
	dossierCode, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)
	l := NewList(nil, nil)
	l.Add(dossierCode, now)
	d := client.Dossier{
		Code: dossierCode, Status: client.StatusProcessing, ProcedureName: "Đăng ký tạm trú", DueAt: now, Reason: "Lý do trồng",
		Steps:   []client.Step{{At: now, Name: "Bước trồng", Unit: "Nơi trồng", Status: client.StatusAccepted}},
		Private: &client.Private{Applicant: "Tên trồng", Note: "Lời trồng", Missing: []string{"Giấy trồng"}},
	}
	for _, s := range []client.Status{client.StatusProcessing, client.StatusRefused} {
		d.Status = s
		l.answered(l.all[0], client.Answer[client.Dossier]{Value: d, AsOf: now}, nil, nil, now)
	}
	f := l.all[0]
	if f.before == nil || f.answer.Value.Status != client.StatusRefused || f.answer.Value.Private != nil {
		t.Fatalf("%+v", f)
	}
	for _, h := range []*client.Answer[client.Dossier]{f.answer, f.before} {
		if said := fmt.Sprintf("%+v", *h); strings.Contains(said, "trồng") || !strings.Contains(said, "Đăng ký tạm trú") {
			t.Errorf("it keeps %s", said)
		}
	}
	// A change in a part that is not stored is news all the same.
	d.Reason = "Một lý do khác"
	was := f.changed
	l.answered(f, client.Answer[client.Dossier]{Value: d, AsOf: now}, nil, nil, now.Add(time.Hour))
	if f.changed.Equal(was) {
		t.Error("another reason is no news")
	}
}

// Another spelling of a code is the same dossier, unless the first one got no answer.
func TestSpellingsAreOneFollowedDossier(t *testing.T) {
	dossierCode := func(s string) code.Dossier {
		c, err := code.ParseDossier(s)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	first, other := dossierCode("H55.17.05-261120-00007"), dossierCode("05.17.H55-20261120-0007")
	now := time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)
	l := NewList(nil, nil)
	l.Add(first, now)
	l.answered(l.find(first), client.Answer[client.Dossier]{}, client.ErrNotFound, nil, now)
	if added, room := l.Add(first, now); added || !room {
		t.Error("the same spelling is taken twice")
	}
	if added, _ := l.Add(other, now); !added || len(l.all) != 1 || l.find(other) == nil {
		t.Errorf("a spelling without an answer stands in the way of another: %d on the list", len(l.all))
	}
	l.answered(l.find(other), client.Answer[client.Dossier]{Value: client.Dossier{Code: other}, AsOf: now}, nil, nil, now)
	if added, _ := l.Add(first, now); added || len(l.all) != 1 {
		t.Error("one dossier is followed twice")
	}
	if added, _ := l.Add(dossierCode("H55.17.05-261120-0008"), now); !added {
		t.Error("another dossier is not taken")
	}
}

// The list and --watch report the same changes: see client/follow, and
// TestWatchRingsForTheSame in tui/line.
func TestListRingsForTheSame(t *testing.T) {
	dossierCode, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)
	stopped := func(kind reason.Kind) func(*client.Dossier) {
		return func(d *client.Dossier) { d.Status, d.ReasonKind = client.StatusStopped, kind }
	}
	for _, tc := range []struct {
		what          string
		before, after func(*client.Dossier)
		want          bool
	}{
		{"a new reason on a stopped dossier", stopped(reason.Unsaid), stopped(reason.Papers), true},
		{"a new desk within a step", nil, func(d *client.Dossier) { d.Steps[1].Unit = "Công an tỉnh" }, true},
		{"a missing paper came in", nil, func(d *client.Dossier) { d.Private.Missing = d.Private.Missing[:1] }, true},
		{"a proof that one answer did not ask for", nil, func(d *client.Dossier) { d.Private, d.Proof = nil, client.ProofNone }, false},
		{"the order of the time line", nil, func(d *client.Dossier) { slices.Reverse(d.Steps) }, false},
	} {
		l := NewList(func() float64 { return 0 }, nil)
		l.Add(dossierCode, now)
		for n, turn := range []func(*client.Dossier){tc.before, tc.after} {
			d := client.Dossier{
				Code: dossierCode, Status: client.StatusProcessing, DueAt: now.AddDate(0, 0, 7),
				Steps: []client.Step{
					{At: now.AddDate(0, 0, -2), Name: "Tiếp nhận", Unit: "Một cửa"}, {At: now.AddDate(0, 0, -1), Name: "Thẩm định", Unit: "Công an phường"},
				},
				Private: &client.Private{Missing: []string{"Hợp đồng", "Giấy xác nhận"}},
			}
			if turn != nil {
				turn(&d)
			}
			l.answered(l.all[0], client.Answer[client.Dossier]{Value: d, AsOf: now}, nil, nil, now.Add(time.Duration(n)*time.Minute))
		}
		if got := l.changes() == 1; got != tc.want {
			t.Errorf("%s: news %v, want %v", tc.what, got, tc.want)
		}
	}
}
