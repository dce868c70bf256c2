package code_test

import (
	"testing"

	"motcua/client/code"
)

func TestMatchesDigits(t *testing.T) {
	const identity, phone = "001099012345", "0912 345 678"
	for _, tt := range []struct {
		name, proof string
		ids         []string
		want        bool
	}{
		{"last four of the identity number", "2345", []string{identity, phone}, true},
		{"last four of the telephone", "5678", []string{identity, phone}, true},
		{"last six", "012345", []string{identity}, true},
		{"the whole number", identity, []string{identity}, true},
		{"with blanks and dots", "0912.345 678", []string{phone}, true},
		{"with the country code", "+84 912 345 678", []string{phone}, true},
		{"the source has the country code", "0912345678", []string{"+84912345678"}, true},
		{"full width", "２３４５", []string{identity}, true},

		{"full width, the first and the last digit", "０９０９", []string{"001099010909"}, true},
		{"a plus without a country", "+2345", []string{identity}, false},
		{"three digits", "345", []string{identity}, false},
		{"nothing", "", []string{identity, ""}, false},
		{"blanks", "    ", []string{identity}, false},
		{"the first four", "0010", []string{identity}, false},
		{"the middle", "0990", []string{identity}, false},
		{"of nobody", "2345", nil, false},
		{"of an empty number", "2345", []string{""}, false},
		{"longer than the number", "00012345", []string{"12345"}, false},
		{"thirteen digits", "0001099012345", []string{"0001099012345"}, false},
		{"letters", "23a45", []string{identity}, false},
		{"letters before the digits", "x2345", []string{identity}, false},
		{"a number that the source masked", "2678", []string{"0912***678"}, false},
		{"what a mask leaves", "5678", []string{"******5678"}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := code.MatchesDigits(tt.proof, tt.ids...); got != tt.want {
				t.Errorf("MatchesDigits(%q, %q) = %v", tt.proof, tt.ids, got)
			}
		})
	}
}

// A whole number has too many possibilities to try all.
func TestIsWholeNumber(t *testing.T) {
	for proof, want := range map[string]bool{
		"": false, "1007": false, "12345678": false, "123456789": true, "0912 345 678": true, "+84 912 345 678": true, "001 099 001 007": true,
		"0010990010071": false, "12345678a": false, "A123456789": false,
	} {
		if got := code.IsWholeNumber(proof); got != want {
			t.Errorf("%q: %v", proof, got)
		}
	}
}
