package facts

import (
	"strings"
	"testing"

	"motcua/client/clean"
)

// The codes of the groups are those of the catalogue, and the names say what their
// procedures do.
func TestLinkedGroupsAreInTheCatalogue(t *testing.T) {
	for _, g := range linkedByLaw {
		for _, code := range append([]string{g.Code}, g.Also...) {
			e, ok := Shipped().Entry(code)
			if !ok {
				t.Fatalf("%s is not in the catalogue", code)
			}
			for _, m := range g.Members[:2] {
				if !strings.Contains(clean.Fold(e.Name), clean.Fold(m.Name)) {
					t.Errorf("%s %q does not do %q", code, e.Name, m.Name)
				}
			}
			if got := Linked(code); len(got) != 1 || !got[0].Does(code) {
				t.Errorf("%s: %+v", code, got)
			}
		}
		for _, m := range g.Members {
			if m.Code == "" {
				continue
			}
			if e, ok := Shipped().Entry(m.Code); !ok || !strings.Contains(clean.Fold(e.Name), strings.Split(clean.Fold(m.Name), ",")[0][5:]) && m.Code != "1.001731" {
				t.Errorf("%s is %q, want %q", m.Code, e.Name, m.Name)
			}
			if got := Linked(m.Code); len(got) != 1 || got[0].Does(m.Code) || got[0].Code != g.Code {
				t.Errorf("%s: %+v", m.Code, got)
			}
		}
	}
	if got := Linked("1.004194"); len(got) != 0 {
		t.Errorf("a procedure of its own: %+v", got)
	}
}
