package tui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/workday"
)

// Whatever the chance, the pauses lengthen from a minute to a quarter of an hour,
// each is at most a fifth longer than it must be, and no two lists ask in step.
func TestPausesLengthenWithJitter(t *testing.T) {
	dossierCode, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	started := time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)
	last := map[time.Time]int{}
	for seed := range uint64(50) {
		l := newFollowList(rand.New(rand.NewPCG(seed, 1)).Float64)
		now := started
		l.add(dossierCode, now)
		least := time.Duration(0)
		for n := range 12 {
			f, wait := l.next(now)
			if longest := least + least/5; wait < least || wait > longest {
				t.Fatalf("pause %d is %v, want %v to %v", n, wait, least, longest)
			}
			now = now.Add(wait)
			l.lastAsked = now
			a := client.Answer[client.Dossier]{Value: client.Dossier{Code: dossierCode, Status: client.StatusProcessing}, AsOf: now}
			l.answered(f, a, nil, nil, now)
			switch least {
			case 0:
				least = followFirst
			default:
				least = min(time.Duration(float64(least)*followGrow), followLast)
			}
		}
		last[now]++
	}
	if len(last) < 45 {
		t.Errorf("of 50 lists only %d ask at times of their own", len(last))
	}
	if j := newFollowList(nil).jitter(); j < 0 || j >= 1 {
		t.Errorf("jitter %v", j)
	}
}

// One after another is due, the one that waited longest first, and never two
// within a second.
func TestTheOneThatWaitedLongestIsNext(t *testing.T) {
	l := newFollowList(func() float64 { return 0 })
	now := time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)
	var codes []code.Dossier
	for _, s := range []string{"H55.17.05-261120-0001", "H55.17.05-261120-0002", "H55.17.05-261120-0003"} {
		dossierCode, err := code.ParseDossier(s)
		if err != nil {
			t.Fatal(err)
		}
		codes = append(codes, dossierCode)
		if added, room := l.add(dossierCode, now); !added || !room {
			t.Errorf("%s: %v, %v", s, added, room)
		}
	}
	if added, room := l.add(codes[0], now); added || !room {
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
	l.remove(7)
	l.remove(1)
	if l.find(codes[1]) != nil || len(l.all) != 2 {
		t.Error("not removed")
	}
}

// A list lives for hours and answers for minutes: of what a portal said, only
// what a row needs is kept.
func TestAListKeepsOnlyRows(t *testing.T) {
	dossierCode, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)
	l := newFollowList(nil)
	l.add(dossierCode, now)
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
	for _, h := range []*held{f.answer, f.before} {
		if said := fmt.Sprintf("%+v", *h); strings.Contains(said, "trồng") || !strings.Contains(said, "Đăng ký tạm trú") {
			t.Errorf("it keeps %s", said)
		}
	}
	// What is not kept is news all the same.
	d.Reason = "Một lý do khác"
	was := f.changed
	l.answered(f, client.Answer[client.Dossier]{Value: d, AsOf: now}, nil, nil, now.Add(time.Hour))
	if f.changed.Equal(was) {
		t.Error("another reason is no news")
	}
}

// Another spelling of a code is the same dossier, unless the first got no answer.
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
	l := newFollowList(nil)
	l.add(first, now)
	l.answered(l.find(first), client.Answer[client.Dossier]{}, client.ErrNotFound, nil, now)
	if added, room := l.add(first, now); added || !room {
		t.Error("the same spelling is taken twice")
	}
	if added, _ := l.add(other, now); !added || len(l.all) != 1 || l.find(other) == nil {
		t.Errorf("a spelling without an answer stands in the way of another: %d on the list", len(l.all))
	}
	l.answered(l.find(other), client.Answer[client.Dossier]{Value: client.Dossier{Code: other}, AsOf: now}, nil, nil, now)
	if added, _ := l.add(first, now); added || len(l.all) != 1 {
		t.Error("one dossier is followed twice")
	}
	if added, _ := l.add(dossierCode("H55.17.05-261120-0008"), now); !added {
		t.Error("another dossier is not taken")
	}
}
