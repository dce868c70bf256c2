package tui_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/builtin"
	"motcua/client/clienttest"
	"motcua/client/clienttest/decided"
	"motcua/client/decision"
	"motcua/client/decisions"
)

var _ = pictured([]scene{
	{"decisions", toDecisions},
	{"decisions_chosen", func(c *terminal) {
		toDecisions(c)
		c.press("left")
		c.wait(time.Second)
		c.press("down", "down", "down")
	}},
	{"decision", func(c *terminal) { toDecisions(c); c.press("enter"); c.wait(time.Second); c.press("down") }},
	{"decisions_of_procedure", func(c *terminal) { c.press("3"); c.wait(time.Second); c.press("d"); c.wait(time.Second) }},
}, []lobbyScene{
	{"decisions", nil, toDecisions},
	{"decisions_year", nil, func(c *terminal) { toDecisions(c); c.tap("key:left") }},
	{"decisions_of_procedure", nil, func(c *terminal) { c.press("3"); c.wait(time.Second); c.press("d"); c.wait(time.Second) }},
	{"decision", nil, toDecision},
	{"decision_more", nil, func(c *terminal) { toDecision(c); c.press("pgdown") }},
})

// toDecisions goes to the decisions of this year.
func toDecisions(c *terminal) {
	c.press("k", "2")
	c.wait(time.Second)
}

// toDecision opens the first decision of the list, which a small screen has further down.
func toDecision(c *terminal) {
	toDecisions(c)
	if !slices.Contains(c.model.Screen().Targets(), "row:0") {
		c.press("pgdown")
	}
	c.tap("row:0")
	c.wait(time.Second)
}

// foretold answers with what was asked of a source before virtual time began.
type foretold struct {
	list map[string]client.Answer[decision.List]
	errs map[string]error
}

func (f foretold) List(_ context.Context, q decision.Query) (client.Answer[decision.List], error) {
	return f.list[q.Procedure], f.errs[q.Procedure]
}

func (f foretold) Full(context.Context, string) (client.Answer[decision.Full], error) {
	return client.Answer[decision.Full]{}, client.ErrNotFound
}

// foretell asks a source for the decisions of the samples' procedures.
func foretell(t *testing.T, s client.DecisionSource) foretold {
	t.Helper()
	f := foretold{map[string]client.Answer[decision.List]{}, map[string]error{}}
	for code, p := range sampleProcedures {
		f.list[code], f.errs[code] = s.List(t.Context(), decision.Query{Agency: "H55", Procedure: code, Field: p.Field, Number: "9354/QĐ-BCA-C06"})
	}
	return f
}

// D on a procedure's page leads to the decisions that have it, at the sample portal, after a
// sync without a network, and while the gateway is down; who is connected to none is told
// where they are.
func TestAProceduresDecisionsAreShown(t *testing.T) {
	clienttest.Long(t, "reads all decisions of the sample")
	dir := t.TempDir()
	source, _ := decided.AtPortal(t, dir, sampleDay, func(c *decisions.Config) { c.CountsAll = true })
	live := foretell(t, source)
	never := func(context.Context) error { return nil }
	if synced, err := source.Sync(t.Context(), "H55", 1000, never, func(int, int) {}); err != nil || synced.Left != 0 {
		t.Fatalf("%+v, %v", synced, err)
	}
	source, _ = decided.AtPortal(t, dir, sampleDay, func(c *decisions.Config) { c.Offline = true })
	kept := foretell(t, source)
	source, portal := decided.AtPortal(t, dir, sampleDay, nil)
	portal.Close()
	down := foretell(t, source)

	own := "Số 9354/QĐ-BCA-C06 · công bố ngày 10/9/2026 · Bộ Công an"
	home := "Sửa đổi hoặc thay thế · Số 394/QĐ-UBND · công bố ngày 20/4/2026"
	named := "Thủ tục ghi quyết định số 9354/QĐ-BCA-C06, chưa tìm thấy"
	for name, tt := range map[string]struct {
		from         client.DecisionSource
		shows, hides []string
	}{
		"online":  {live, []string{"Quyết định có thủ tục 1.004194", own, home, "Mới ban hành"}, []string{"Thủ tục ghi"}},
		"offline": {kept, []string{home, "Mới ban hành"}, []string{"Bộ Công an"}},
		"down":    {down, []string{home, "Mới ban hành"}, []string{"Bộ Công an"}},
		"nobody":  {nil, []string{"Máy này chưa nối với nơi có các quyết định", decision.PortalPage}, []string{home}},
	} {
		t.Run(name, func(t *testing.T) {
			o, a := options(t)
			of := builtin.Answers()
			of.Popular, of.Calendar, of.Decisions = shipped.Popular, sampleCalendar(), tt.from
			if name != "online" && name != "nobody" {
				tt.shows = append(tt.shows, named)
			}
			a.Lookups = client.NewService(of)
			onTerminal(t, o, 120, 40, func(c *terminal) {
				c.press("3")
				c.wait(time.Second)
				c.press("d")
				c.wait(time.Second)
				c.shows(tt.shows...)
				c.hides(tt.hides...)
			})
		})
	}
}

// slowly answers a second later, unless nobody waits any more.
type slowly struct{ decided.Source }

func (s slowly) List(ctx context.Context, q decision.Query) (client.Answer[decision.List], error) {
	select {
	case <-time.After(time.Second):
		return s.Source.List(ctx, q)
	case <-ctx.Done():
		return client.Answer[decision.List]{}, ctx.Err()
	}
}

// Who turned to another year before the first one came was told once that it had stopped:
// the end of the first question was taken for the answer to the second.
func TestTheYearThatIsShownIsTheOneAskedForLast(t *testing.T) {
	o, a := options(t)
	of := builtin.Answers()
	of.Popular, of.Calendar, of.Decisions = shipped.Popular, sampleCalendar(), slowly{decided.Source{AsOf: sampleDay}}
	a.Lookups = client.NewService(of)
	onTerminal(t, o, 120, 40, func(c *terminal) {
		c.press("k", "2", "left")
		c.wait(3 * time.Second)
		c.shows("5/11/2025")
	})
}
