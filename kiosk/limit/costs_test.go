package limit

import (
	"testing"
	"time"

	"motcua/client/clienttest"
)

// What a look-up costs its source, and as a step through a unit's day: a row for each thing that
// the source did before with the same dossier.
func TestWhatALookUpCosts(t *testing.T) {
	type costs = [outcomes]float64
	for _, tt := range []struct {
		name     string
		proof    Proof
		past     past
		own, day costs
	}{
		{
			"for the first time", NoProof, past{},
			costs{Hit: 1, Miss: 2, Mixed: 2, Unclear: 2, Doubted: 1, Proved: .25}, costs{Hit: 3, Miss: 1, Unclear: 1, Mixed: 3, Doubted: 3},
		},
		{
			"after it was shown", NoProof, past{shown: true},
			costs{Miss: 2, Mixed: 2, Unclear: 2, Proved: .25}, costs{},
		},
		{
			"after a miss", NoProof, past{missed: true},
			costs{Mixed: 2, Proved: .25}, costs{Hit: 3, Mixed: 3, Doubted: 3},
		},
		{
			"with a proof", TypedProof, past{},
			costs{Hit: 1, Miss: 2, Mixed: 2, Unclear: 2, Doubted: 1, Proved: .25}, costs{Hit: 1, Miss: 1, Unclear: 1, Mixed: 1, Doubted: 1},
		},
		{
			"with a proof, after a miss", TypedProof, past{missed: true},
			costs{Miss: 2, Mixed: 2, Unclear: 2, Proved: .25}, costs{},
		},
		{
			"with a whole number, after a miss", WholeProof, past{missed: true},
			costs{Miss: 2, Mixed: 2, Unclear: 2, Proved: .25}, costs{},
		},
	} {
		if got := ownCost(tt.proof, tt.past); got != tt.own {
			t.Errorf("%s it costs the source %v, want %v", tt.name, got, tt.own)
		}
		if got := dayCost(tt.proof, tt.past); got != tt.day {
			t.Errorf("%s it costs %v of the day, want %v", tt.name, got, tt.day)
		}
	}
}

// Numbers that lie within twice as many are a walk, in whatever order.
func TestNumbersInOrder(t *testing.T) {
	for _, tt := range []struct {
		recent []int
		want   bool
	}{
		{[]int{100, 102, 101}, true},
		{[]int{1, 6, 3}, true},
		{[]int{1, 7, 4}, false},
		{[]int{900, 1, 2, 3}, true}, // only the last three count
		{[]int{1, 2}, false},
	} {
		if got := (&dayWatch{recent: tt.recent}).inOrder(3); got != tt.want {
			t.Errorf("%v: %v", tt.recent, got)
		}
	}
}

// An alarm tells how many dossiers of the day were found, and the same one comes again after its time.
func TestAnAlarmCountsWhatWasFound(t *testing.T) {
	var alarms []Alarm
	clock := clienttest.NewClock(time.Date(2026, 11, 24, 8, 0, 0, 0, time.UTC))
	p := newPatterns(clock.Now, func(a Alarm) { alarms = append(alarms, a) })
	l := &AlarmLimits{InOrder: 5, Dense: 5, Every: 10 * time.Minute}
	note := func(serial string, found bool) {
		p.note(asker{class: "public", name: "203.0.113.7"}, "day", serial, found, l)
	}
	note("0001", true)
	note("0001", true) // again: it is one dossier
	note("0050", false)
	note("0050", true) // found the second time
	note("0100", false)
	note("0150", true)
	note("0200", false)
	note("0250", true) // the alarm was raised a moment ago
	clock.Advance(l.Every)
	note("0300", false)
	if len(alarms) != 2 {
		t.Fatalf("%d alarms: %+v", len(alarms), alarms)
	}
	for i, want := range []Alarm{{Serials: 5, Found: 3}, {Serials: 7, Found: 4}} {
		if got := alarms[i]; got.Kind != AlarmDense || got.Serials != want.Serials || got.Found != want.Found || got.Sources != 1 {
			t.Errorf("alarm %d: %+v, want %d numbers, %d found", i, got, want.Serials, want.Found)
		}
	}
}
