package client

import (
	"context"
	"testing"
	"time"
)

// What an office wrote goes with a page wherever that comes from: a portal, the
// copy that was kept, and the heading that a catalogue knows.
func TestAReviewGoesWithEveryAnswer(t *testing.T) {
	kept := fixedKeeper{all: map[string]Answer[Procedure]{"1.001193": {Value: Procedure{Code: "1.001193"}, AsOf: time.Now()}}}
	asked := 0
	s := NewService(ServiceConfig{Keeper: kept, Review: func(p Procedure) *Review {
		asked++
		return &Review{Office: "UBND " + p.Code}
	}})
	if a, err := s.Show(t.Context(), "1.001193"); err != nil || a.Review == nil || a.Review.Office != "UBND 1.001193" {
		t.Errorf("shown: %+v, %v", a.Review, err)
	}
	if a, ok := s.KeptProcedure(t.Context(), "1.001193"); !ok || a.Review == nil {
		t.Errorf("kept: %+v, %v", a.Review, ok)
	}
	if _, err := s.Show(t.Context(), "9.999999"); err == nil || asked != 2 {
		t.Errorf("no page has a review: %v, asked %d times", err, asked)
	}
}

// fixedKeeper keeps what it was made with.
type fixedKeeper struct {
	Keeper
	all map[string]Answer[Procedure]
}

func (k fixedKeeper) Source() SourceName { return SourceName{ID: "store"} }
func (k fixedKeeper) AsOf() time.Time    { return time.Now() }
func (k fixedKeeper) Procedure(context.Context, string) (Procedure, error) {
	return Procedure{}, ErrNotFound
}

func (k fixedKeeper) Kept(_ context.Context, code string) (Answer[Procedure], bool, bool) {
	a, ok := k.all[code]
	return a, ok, ok
}
