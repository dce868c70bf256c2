package client_test

import (
	"context"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/linked"
	"motcua/client/unit"
)

// noUnits tells that nobody takes 1.001193 any more.
type noUnits struct{ taking *unit.Taking }

func (noUnits) Abolished(code string) bool { return code == "1.001193" }

func (noUnits) Shares(context.Context) (client.Answer[unit.Shares], error) {
	return client.Answer[unit.Shares]{}, client.ErrNotFound
}

func (u noUnits) Units(context.Context, unit.Query) (client.Answer[unit.Result], error) {
	return client.Answer[unit.Result]{Value: unit.Result{Taking: u.taking}}, nil
}

// What an office's file names as a successor goes with each answer about an abolished procedure,
// with the catalogue's name, and with no answer about one in force.
func TestASuccessorIsSaidOfAnAbolishedProcedureAlone(t *testing.T) {
	hits := []client.Hit{{Code: "1.001193"}, {Code: "1.000894"}}
	local := &portal{id: "copy", asOf: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC), hits: hits}
	taking := &unit.Taking{Procedure: "1.001193", Abolished: true}
	s := client.NewService(client.ServiceConfig{
		Procedures: []client.ProcedureSource{local}, Topics: client.Topics{Units: noUnits{taking}},
		Popular: func(int) []client.Hit { return hits },
		ReplacedBy: func(string) (linked.Successor, bool) {
			return linked.Successor{Code: "1.004222", Office: "UBND"}, true // of both
		},
	})
	want := linked.Successor{Code: "1.004222", Name: "copy", Office: "UBND"}
	check := func(what string, got *linked.Successor, gone bool) {
		t.Helper()
		if (got != nil) != gone || gone && *got != want {
			t.Errorf("%s: %+v", what, got)
		}
	}
	for code, gone := range map[string]bool{"1.001193": true, "1.000894": false} {
		a, err := s.Show(t.Context(), code)
		if err != nil || a.Value.Abolished != gone {
			t.Errorf("%s: %+v, %v", code, a, err)
		}
		check("show "+code, a.Successor, gone)
		a, ok := s.KeptProcedure(t.Context(), code)
		if !ok {
			t.Errorf("%s is not kept", code)
		}
		check("kept "+code, a.Successor, gone)
	}
	found, err := s.Search(t.Context(), client.Query{Words: "khai sinh"})
	if err != nil || len(found.Value.Hits) != 2 {
		t.Fatalf("%+v, %v", found, err)
	}
	check("the abolished hit", found.Value.Hits[0].Successor, true)
	check("the other hit", found.Value.Hits[1].Successor, false)
	where, err := s.Units(t.Context(), unit.Query{Procedure: "1.001193"})
	if err != nil {
		t.Fatal(err)
	}
	check("where it is taken", where.Value.Taking.Successor, true)
	if hits[0].Successor != nil || hits[0].Abolished || taking.Successor != nil {
		t.Error("an answer of the source was changed")
	}
	if list := s.Popular(2); len(list) != 1 || list[0].Code != "1.000894" {
		t.Errorf("popular: %+v", list)
	}
}
