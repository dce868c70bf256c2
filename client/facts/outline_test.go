package facts

import "testing"

// The catalogue knows the heading alone: its silence on papers and fees must
// not read as the source's.
func TestTheCatalogueGivesAnOutline(t *testing.T) {
	for _, code := range []string{"1.001193", "1.004194.01"} {
		p, err := Shipped().Procedure(t.Context(), code)
		if err != nil || !p.Outline {
			t.Errorf("%s: outline %v, %v, want an outline", code, p.Outline, err)
		}
	}
}
