package code_test

import (
	"testing"

	"motcua/client/code"
)

func TestAgencyRoot(t *testing.T) {
	for id, want := range map[string]string{
		"H55.17.05":     "H55",
		"h55.17.05":     "H55",
		"000.00.53.H48": "H48", // older ids end in the province
		"000.00.00.G01": "G01",
		"000.A0.H26":    "H26", // a group of a letter and one digit is none
		"000.ABC.H26":   "H26",
		"000.H5A.H26":   "H26",
		"000.@55.H26":   "H26",
		"000.[55.H26":   "H26",
		"A00.17":        "A00",
		"Z99.17":        "Z99",
		"mau":           "MAU", // an id without one
		"":              "",
	} {
		if got := code.AgencyRoot(id); got != want {
			t.Errorf("the root of %q is %q, want %q", id, got, want)
		}
		if got := code.AgencyRoot(" " + id + " "); got != want {
			t.Errorf("the root of %q between blanks is %q, want %q", id, got, want)
		}
	}
}

func TestAgencyMatches(t *testing.T) {
	for _, tt := range []struct {
		pattern, id string
		want        bool
	}{
		{"*", "H55.17.05", true},
		{"H55", "H55", true},
		{"H55", "H55.17", false},
		{"H55*", "H55", true},
		{"H55*", "H55.17.05", true},
		{"H55.*", "H55.17.05", true},
		{"H55*", "000.00.53.H55", true},
		{"H55*", "H56.17", false},
		{"H55*", "H551.17", false},
		{"H55.17*", "H55.17.05", true},
		{"H55.17*", "H55.18", false},
		{"H55.17*", "000.H55.17", false}, // only a province stands last
		{"", "H55", false},
	} {
		if got := code.AgencyMatches(tt.pattern, tt.id); got != tt.want {
			t.Errorf("%q for %q: %v", tt.pattern, tt.id, got)
		}
	}
}
