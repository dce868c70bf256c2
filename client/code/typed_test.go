package code_test

import (
	"testing"

	"motcua/client/code"
)

func TestSplitTypedShowsTheGroups(t *testing.T) {
	for _, tt := range []struct{ typed, want string }{
		{"", ""},
		{"h", "H__ - ______ - ____"},
		{"H55", "H55 - ______ - ____"},
		{"H55.", "H55 - ______ - ____"},
		{"H55.17.05", "H55.17.05 - ______ - ____"},
		{"H55.17.05-", "H55.17.05 - ______ - ____"},
		{"H55.17.05-2611", "H55.17.05 - 2611__ - ____"},
		{"H55.17.05-261120", "H55.17.05 - 261120 - ____"},
		{"H55.17.05-261120-0", "H55.17.05 - 261120 - 0___"},
		{"H55.17.05-261120-0007", "H55.17.05 - 261120 - 0007"},
		{"H55.17.05-261120-00071", "H55.17.05 - 261120 - 00071"},
		{"G09.20-20260609-", "G09.20 - 20260609 - ____"},
		{"h55.17.05 26", "H55.17.05 - 26____ - ____"},
		{"H55.17.05-26112O-0OO7", "H55.17.05 - 261120 - 0007"},
		{"H55.17.052611", "H55.17.05 - 2611__ - ____"},
		{"H55.17.05-26112000", "H55.17.05 - 261120 - 00__"},
		{"H55.17.05-20261120", "H55.17.05 - 20261120 - ____"},
		{"HO3.12-", "H03.12 - ______ - ____"},
		{"H5517052611200007", "H55.17.05 - 261120 - 0007"},
		{"H551705261120", "H551705261120 - ______ - ____"}, // H55-170526-1120 or more to come
		{"H551726112000", "H55.17 - 261120 - 00__"},
	} {
		if got := code.SplitTyped(tt.typed).Grouped(); got != tt.want {
			t.Errorf("%q shows %q, want %q", tt.typed, got, tt.want)
		}
	}
}

func TestSplitTypedReportsOnlyWhatTypingCannotMend(t *testing.T) {
	for _, tt := range []struct {
		typed string
		want  code.Problem
	}{
		{"", 0}, {"H", 0}, {"H5", 0}, {"55", 0}, {"000.00", 0}, {"000.00.53.H48", 0},
		{"H55.17.05-2", 0}, {"H55.17.05-2611", 0}, {"H55.17.05-261", 0}, {"H55.17.05-261120-007", 0},
		{"H55.17.05-20", 0}, {"H55.17.05-201", 0}, {"H55.17.05-2013", 0}, {"H55.17.05-201311", 0},
		{"H55.17.05-2026113", 0}, {"1.00", 0},

		{"H55.17.05-2613", code.BadMonth},
		{"H55.17.05-2600", code.BadMonth},
		{"H55.17.05-261131", code.BadDay},
		{"H55.17.05-202613", code.BadMonth},
		{"H55.17.05-26112-", code.DateShort},
		{"H55.17.05-2611201-", code.DateLong},
		{"H55.17.05-26X", code.BadLetter},
		{"H55.17.05-261120-00000007", code.SerialLong},
		{"H55.17.05-261120-00A", code.BadLetter},
		{"H55.17.05/", code.BadLetter},
		{"55.17.05-", code.NoAgency},
		{"H55ABC", code.NoAgency},
		{"1.004194", code.IsProcedure},
		{"H55172611200007172611200007123", code.Ambiguous},
	} {
		got := code.SplitTyped(tt.typed).Problem
		if tt.want == 0 && got != nil || tt.want != 0 && (got == nil || got.Problem != tt.want) {
			t.Errorf("%q: %+v, want problem %v", tt.typed, got, tt.want)
		}
	}
}

// No fault is reported while a valid code is being typed.
func TestSplitTypedNeverBlamesTheWayToACode(t *testing.T) {
	for _, whole := range []string{
		"H55.17.05-261120-0007", "G09.20-20260609-0092637", "000.00.53.H48-220921-0099", "000.A0.01.H26-210212-9090",
		"H55-20201231-0001", "H55.17.05-200131-0001", "H55 17 05 261120 0007", "h55.17.05 – 26112O – ooo7",
		"H55.17.05261120-0007", "H55.17.052611200007", "G09.20-202606090092637", "H55-17-05-261120-0007", "000-00-53-H48-220921-0099",
		"H5517052611200007", "H55172611200007", "H55.17.05.01.02.03-261120-0007", "H55-171-05-261120-0007", "O01-000110-0000", "O01-20170101-0000",
	} {
		if _, err := code.ParseDossier(whole); err != nil {
			t.Fatalf("%q: %v", whole, err)
		}
		for i := range whole {
			if got := code.SplitTyped(whole[:i]); got.Problem != nil {
				t.Errorf("%q on the way to %q: %+v", whole[:i], whole, got.Problem)
			}
		}
	}
}
