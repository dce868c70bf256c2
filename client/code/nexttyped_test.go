package code_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"motcua/client/code"
)

func TestNextTypedOffersWhatCanCome(t *testing.T) {
	const digits, letters = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for _, tt := range []struct{ typed, want string }{
		{"", digits + letters},
		{"H", digits + letters + "."},
		{"H5", digits + letters + "."},
		{"H55", ".-"},
		{"h55", ".-"},
		{"H55.", digits + letters},
		{"H55.17", digits + letters + ".-"},
		{"000", "."}, // no ministry or province in it yet
		{"000.00.53.H48", ".-"},
		{"1.2.3.4.5.", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0"}, // the last group must name the unit
		{"H55.17.05-", digits},
		{"H55.17.05-2", digits},
		{"H55.17.05-26", "01"},
		{"H55.17.05-20", digits},   // 2020, or the year 2020 to 2099
		{"H55.17.05-202", digits},  // the month 02 … or the year
		{"H55.17.05-2026", "01"},   // no month 26: the year is 2026
		{"H55.17.05-261", "012"},   // October to December
		{"H55.17.05-2613", ""},     // there is no month 13
		{"H55.17.05-2611", "0123"}, // a day
		{"H55.17.05-26113", "0"},   // November has 30 days
		{"H55.17.05-2602", "012"},  // February
		{"H55.17.05-26022", "012345678"},
		{"H55.17.05-24022", digits}, // a leap year
		{"H55.17.05-261120", "-"},
		{"H55.17.05-201120", "-"},
		{"H55.17.05-201211", "-0123"}, // 11 December 2020, or November 2012
		{"H55.17.05-20261120", "-"},
		{"H55.17.05-261120-", digits},
		{"H55.17.05-261120-0007", digits},
		{"H55.17.05-261120-0000007", ""},
		{"H55.17.05-261120-0007-", ""},
		// A number of social insurance.
		{"037", digits + "."}, {"0370", digits}, {"03706", "2-"}, {"03706-", "2"}, {"03706-2", "0"}, {"03706-20", digits}, {"03706-202", digits},
		{"03706-2026", digits + "-"}, {"03706-2026-", digits}, {"03706-2026-0790", digits}, {"03706-2026-07906", digits}, {"03706-2026-079061", ""},
		{"03706/2026", ""}, {"037062", "0"}, {"0370620", "1234"}, {"03706202", digits}, {"037062026", digits + "-"}, {"0370620260790", digits}, {"03706202607906", ""},
		{"1370", digits}, {"13706", "-"}, {"0001", ""},
		{"H55.17.05-26X", ""}, {"H55.17.05/", ""}, {"H5517", ""}, {"000-", ""}, {"..", ""}, {"-", ""},
	} {
		got := code.NextTyped(tt.typed)
		if want := []rune(tt.want); !sameRunes(got, want) {
			t.Errorf("after %q: %q, want %q", tt.typed, string(got), tt.want)
		}
	}
}

func sameRunes(a, b []rune) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}

// becomesAnswer reports whether the typed text is a dossier's code or a number of social
// insurance, for which the person is told the other portal.
func becomesAnswer(err error) bool {
	var fault *code.Error
	return err == nil || errors.As(err, &fault) && fault.Problem == code.IsInsurance
}

// finish types offered characters until the text is a complete code.
func finish(typed string) (code.Dossier, error) {
	for range 40 {
		if strings.Count(typed, "-") == 2 {
			if c, err := code.ParseDossier(typed); err == nil {
				return c, nil
			}
		}
		next := code.NextTyped(typed)
		if len(next) == 0 {
			break
		}
		pick := next[0]
		for _, r := range "1H.-" { // prefers the later of these
			if slices.Contains(next, r) && (r != 'H' || typed == "" || strings.HasSuffix(typed, ".")) {
				pick = r
			}
		}
		typed += string(pick)
	}
	return code.ParseDossier(typed)
}

func FuzzNextTyped(f *testing.F) {
	for _, s := range []string{
		"", "H55.17.05-261120-0007", "G09.20-20260609-0092637", "000.00.53.H48-220921-0099", "000.A0.01.H26-210212-9090",
		"H55-20201231-0001", "O01-000110-0000", "1.2.3.4.5.H48-240229-0001", "1.1.1.1.1.0", "O01.O02.O03.O04.O05.", "h55 17", "H55.17.05-20129",
		"001", "03706-2026-07",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range code.NextTyped(s) {
			if c, err := finish(s + string(r)); !becomesAnswer(err) {
				t.Errorf("after %q it offers %q, and that cannot become a code: %q, %v", s, r, c, err)
			}
		}
		c, err := code.ParseDossier(s)
		if err != nil {
			return
		}
		whole := c.String()
		for i, r := range whole {
			if !slices.Contains(code.NextTyped(whole[:i]), r) {
				t.Errorf("%q cannot be typed: after %q no %q", whole, whole[:i], r)
			}
		}
	})
}
