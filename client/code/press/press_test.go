package press_test

import (
	"strings"
	"testing"

	"motcua/client/code"
	"motcua/client/code/press"
)

// pressed types a text key by key, as fingers do on a kiosk.
func pressed(t *testing.T, from, keys, own string) string {
	t.Helper()
	for _, r := range keys {
		next := press.Next(from, r, own)
		if next == "" {
			t.Errorf("after %q the key %q does nothing", from, r)
			return from
		}
		from = next
	}
	return from
}

func TestSeparatorsInsertThemselves(t *testing.T) {
	for _, tt := range []struct{ from, keys, own, want string }{
		{"", "H55", "", "H55"},
		{"H55", "17052611200007", "", "H55.17.05-261120-0007"},
		{"A00", "17052611200007", "", "A00.17.05-261120-0007"},
		{"Z99", "17052611200007", "", "Z99.17.05-261120-0007"},
		{"H55", "9", "", "H55.9"},
		{"", "H55.17.05-261120-0007", "", "H55.17.05-261120-0007"},
		{"", "H5517-2611200007", "", "H55.17-261120-0007"},
		{"", "H552611200007", "H55", "H55-261120-0007"},
		{"H55.17", "2611200007", "H55.17", "H55.17-261120-0007"},
		{"H55.17.05", ".022611200007", "", "H55.17.05.02-261120-0007"},
		{"H55.17.05-", "2005120007", "", "H55.17.05-200512-0007"},
		{"H55.17.05-", "202611200007", "", "H55.17.05-20261120-0007"},
		{"", "000.00.53.H482611200007", "", "000.00.53.H48-261120-0007"},
	} {
		got := pressed(t, tt.from, tt.keys, tt.own)
		if got != tt.want {
			t.Errorf("%q and the keys %q, at %q: %q, want %q", tt.from, tt.keys, tt.own, got, tt.want)
		}
		if _, err := code.ParseDossier(got); strings.HasSuffix(tt.want, "0007") && err != nil {
			t.Errorf("%q is no code: %v", got, err)
		}
	}
}

func TestKeysThatLeadToNoCode(t *testing.T) {
	for _, tt := range []struct {
		from string
		key  rune
	}{
		{"H55.17.05-26", '2'}, {"H55.17.05-2611", '4'}, {"H55.17.05-2611", '-'}, {"H55.17.05-", '-'}, {"H55.17.05-261120", 'H'}, {"H55", 'A'},
	} {
		if got := press.Next(tt.from, tt.key, ""); got != "" {
			t.Errorf("after %q the key %q makes %q", tt.from, tt.key, got)
		}
	}
}

func TestAgencyAsFarAsItIsTyped(t *testing.T) {
	for _, tt := range []struct {
		typed, want string
		dash, ok    bool
	}{
		{"H55.17.05", "H55.17.05", false, true},
		{"H55.17.05-", "H55.17.05", true, true},
		{"H5", "", false, false},
		{"", "", false, false},
		{"H55-17", "H55.17", false, false}, // the dash may begin the date
	} {
		if got, dash, ok := press.Agency(tt.typed); got != tt.want || dash != tt.dash || ok != tt.ok {
			t.Errorf("%q: %q, %v, %v", tt.typed, got, dash, ok)
		}
	}
}
