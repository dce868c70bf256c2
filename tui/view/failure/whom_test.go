package failure

import (
	"errors"
	"strings"
	"testing"

	"motcua/client"
	"motcua/tui/text"
	"motcua/tui/view"
)

// Who asks about a procedure has handed in nothing yet.
func TestWhomToAskBeforeAnythingIsHandedIn(t *testing.T) {
	for _, l := range []text.Lang{text.VI, text.EN} {
		e := view.Env{Texts: text.For(l)}
		handedIn := e.Texts.Dossier.DeskOffice
		for _, err := range []error{client.ErrUnavailable, &client.UnavailableError{Cause: client.CauseTimeout}, errors.New("a surprise")} {
			if said := Dossier(err, e); !strings.Contains(said, handedIn) {
				t.Errorf("a dossier, %v: %q", err, said)
			}
			for _, said := range []string{Procedure(err, "1.001193", e), Search(err, client.Query{Words: "khai sinh"}, e)} {
				if strings.Contains(said, handedIn) || !strings.Contains(said, e.Texts.Review.AnyDesk) {
					t.Errorf("a procedure, %v: %q", err, said)
				}
			}
		}
	}
}
