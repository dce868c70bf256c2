package follow

import (
	"reflect"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/code"
)

// What a session kept, the next one shows and compares with, so that only a change is news.
func TestKeptOverTwoSessions(t *testing.T) {
	of, err := code.ParseDossier("H55.17.05-261120-0007")
	if err != nil {
		t.Fatal(err)
	}
	from := client.SourceName{ID: "h55", Name: "Cổng Bắc Kạn"}
	always := func() float64 { return 0 }
	for _, tt := range []struct {
		name     string
		open     bool // the proof was given in the first session
		then     func(*client.Dossier)
		thenOpen bool
		want     Outcome
	}{
		{"nothing changed", false, func(*client.Dossier) {}, false, Same},
		{"with the proof, nothing changed", true, func(*client.Dossier) {}, true, Same},
		{"without the proof this time", true, func(*client.Dossier) {}, false, Same},
		{"with the proof this time", false, func(*client.Dossier) {}, true, Same},
		{"another desk", false, func(d *client.Dossier) { d.Desk = "Quầy 9" }, false, Changed},
		{"another name of a step", false, func(d *client.Dossier) { d.Steps[0].Name = "Nhận lại" }, false, Changed},
		{"an official's note", true, func(d *client.Dossier) { d.Private.Note = "Mang bản gốc" }, true, Changed},
	} {
		d := New(noon, always)
		answer := client.Answer[client.Dossier]{AsOf: noon, Source: from, Value: sample(tt.open)}
		d.Take(answer, nil, clienttest.Calendar(t), noon)

		resumed, row := Resume(Entry{Code: of, Seen: d.Memory(&answer)}, noon.Add(time.Hour), always)
		if due, ok := resumed.Due(); !ok || !due.Equal(noon.Add(time.Hour)) {
			t.Errorf("%s: it is due at %v, %v", tt.name, due, ok)
		}
		said := answer.Value
		want := client.Dossier{
			Code: of, Status: said.Status, StatusName: said.StatusName, SaidClock: said.SaidClock,
			ProcedureCode: said.ProcedureCode, ProcedureName: said.ProcedureName,
			DueAt: said.DueAt, FinishedAt: said.FinishedAt, ReturnedAt: said.ReturnedAt, Steps: said.Steps,
		}
		if row == nil || !row.Stale || row.AsOf != noon || row.Source != from || !reflect.DeepEqual(row.Value, want) {
			t.Errorf("%s: the row shows %+v", tt.name, row)
		}
		next := sample(tt.thenOpen)
		tt.then(&next)
		if got := resumed.Take(client.Answer[client.Dossier]{Value: next}, nil, clienttest.Calendar(t), noon.Add(time.Hour)); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Without a memory that can be used, a dossier begins anew.
func TestNothingKept(t *testing.T) {
	row := &client.Answer[client.Dossier]{Value: sample(false)}
	unasked, asked := New(noon, nil), New(noon, nil)
	asked.Take(*row, nil, clienttest.Calendar(t), noon)
	if unasked.Memory(row) != nil || unasked.Memory(nil) != nil || asked.Memory(nil) != nil {
		t.Error("something is kept of a dossier without an answer or without its row")
	}
	short := asked.Memory(row)
	short.Public = short.Public[1:]
	for name, seen := range map[string]*Memory{"only the code": nil, "a file that was cut": short} {
		d, row := Resume(Entry{Seen: seen}, noon, nil)
		if got := d.Take(client.Answer[client.Dossier]{Value: sample(false)}, nil, clienttest.Calendar(t), noon); got != Begun || row != nil {
			t.Errorf("%s: %v, row %v", name, got, row)
		}
	}
	// A part that was cut is forgotten: its first answer is not news.
	cut := asked.Memory(row)
	cut.Shut = cut.Shut[1:]
	d, _ := Resume(Entry{Seen: cut}, noon, nil)
	renamed := sample(false)
	renamed.Steps[0].Name = "Nhận lại"
	if got := d.Take(client.Answer[client.Dossier]{Value: renamed}, nil, clienttest.Calendar(t), noon); got != Same {
		t.Errorf("a cut part: %v", got)
	}
}
