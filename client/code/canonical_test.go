package code_test

import (
	"testing"

	"motcua/client/code"
)

// All spellings of a code are counted as one.
func TestCanonicalCode(t *testing.T) {
	for want, spellings := range map[string][]string{
		"H55.17.05-261120-0007": {
			"H55.17.05-261120-0007", "H55.17.05-261120-00007", "H55.17.05-261120-0000007", "H55.17.05-20261120-0007",
			"h55.17.05-261120-0007", " H55 . 17 . 05 – 261120 – 0007 ", "Ｈ55.17.05-261120-0007", "H55-17-05-261120-0007",
			"05.17.H55-261120-0007", "000.05.17.H55-20261120-000007", "H55.17.05.00-261120-0007", "H55.17.05.00.000-261120-0007", "H55.017.5-261120-0007",
			"H55.I7.O5-261120-OOO7",
		},
		"G01-261119-19001":         {"000.00.00.G01-261119-0019001", "G01-261119-19001", "00.00.G01-20261119-019001"},
		"H48.53-220921-0099":       {"000.00.53.H48-220921-0099", "H48.53.00.000-220921-0099", "H48.53-20220921-00099"},
		"H03.03.17-250612-0031":    {"000.17.03.H03-250612-0031"},
		"H26.01.A0-210212-9090":    {"000.A0.01.H26-210212-9090"},
		"H55.17.00.05-261120-0007": {"H55.17.00.05-261120-0007"},
	} {
		for _, s := range spellings {
			c, err := code.ParseDossier(s)
			if err != nil {
				t.Errorf("%q: %v", s, err)
				continue
			}
			got := c.Canonical()
			if got.String() != want {
				t.Errorf("%q is counted as %s, want %s", s, got, want)
			}
			if got.Canonical() != got {
				t.Errorf("%s has another form: %s", got, got.Canonical())
			}
			if again, err := code.ParseDossier(got.String()); err != nil || again != got {
				t.Errorf("%s is read as %s, %v", got, again, err)
			}
		}
	}
	if got := (code.Dossier{}).Canonical(); !got.IsZero() {
		t.Errorf("no code is counted as %s", got)
	}
}

// Different dossiers have different canonical codes.
func TestCanonicalCodeKeepsDossiersApart(t *testing.T) {
	seen := map[code.Dossier]string{}
	for _, s := range []string{
		"H55.17.05-261120-0007", "H55.17.05-261120-0008", "H55.17.05-261120-0070", "H55.17.05-261121-0007", "H55.05.17-261120-0007", "H55.17-261120-0007",
		"H55.17.50-261120-0007", "H55.17.05-261120-10007", "G01.17.05-261120-0007", "H55.17.00.05-261120-0007", "H55.A0-261120-0007", "H55.A00-261120-0007",
	} {
		c := parsed(t, s).Canonical()
		if other, ok := seen[c]; ok {
			t.Errorf("%s and %s are counted as one", s, other)
		}
		seen[c] = s
	}
}

func parsed(t *testing.T, s string) code.Dossier {
	t.Helper()
	c, err := code.ParseDossier(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
