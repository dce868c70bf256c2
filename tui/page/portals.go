package page

import (
	"fmt"

	"motcua/client"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// DrawSource shows the state of a portal. why adds the reason of a failure for staff; people in
// a lobby can do nothing about a certificate.
func (e *Env) DrawSource(f *parts.Flow, h client.SourceHealth, why bool) {
	t, st, now := &e.Texts.Screen, e.Styles, e.Service.Now()
	switch {
	case !h.DownSince.IsZero():
		says := fmt.Sprintf(t.StateDown, e.Texts.Since(h.DownSince, now))
		if words := e.Texts.Causes.Of(string(h.Cause)); why && words != "" {
			says = fmt.Sprintf(t.StateWhy, says, words)
		}
		f.Hang(st.Bad, string(view.SignStop), st.Base, h.Source.Name+": "+says)
	case !h.LastOK.IsZero():
		f.Hang(st.Good, string(view.SignDone), st.Base, h.Source.Name+": "+fmt.Sprintf(t.StateAnswered, e.Texts.Clock(h.LastOK)))
	default:
		f.Hang(st.Quiet, string(view.SignAhead), st.Base, h.Source.Name+": "+t.StateNotAsked)
	}
}
