package procedures

import (
	"testing"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/viewtest"
)

// A code is only spoken of where one is shown: on a screen, of a form that is a file, of a
// procedure whose page is known.
func TestAFormSaysWhereToScanOnlyWhereOneCan(t *testing.T) {
	noPage, noFile := residence(), residence()
	noPage.URL = ""
	for i := range noFile.Cases {
		for j := range noFile.Cases[i].Rows {
			noFile.Cases[i].Rows[j].Forms = nil
		}
	}
	scan, portal := topic.Form.In(text.For(text.VI)).Hint, text.For(text.VI).Procedure.FillIn
	for _, c := range []struct {
		p      client.Procedure
		medium view.Medium
		want   string
	}{
		{residence(), view.Keys, scan}, {residence(), view.Touch, scan}, {residence(), view.Ear, scan},
		{residence(), view.Command, portal}, {residence(), view.Typed, portal}, {residence(), view.Paper, portal},
		{noPage, view.Keys, portal}, {noFile, view.Keys, portal},
	} {
		e := viewtest.Env(t, text.VI)
		e.Medium = c.medium
		b := Document(client.Answer[client.Procedure]{Value: c.p, AsOf: viewtest.Now}, e).Get("hand-in")
		if len(b.Papers) == 0 || b.Papers[0].Hint != c.want {
			t.Errorf("medium %d, page %q: %+v, want %q", c.medium, c.p.URL, b.Papers, c.want)
		}
	}
}
