package clean_test

import (
	"strings"
	"testing"

	"motcua/client/clean"
)

func TestMaskName(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Nguyễn Văn A", "N••••• V•• A"},
		{"NGUYỄN VĂN A", "N••••• V•• A"},
		{"Nguye\u0302\u0303n  Va\u0306n\tA", "N••••• V•• A"},
		{"Đỗ Ánh", "Đ• Á••"},
		{"A", "A"},
		{"", ""},
		{"Công ty TNHH 123", "C••• t• T••• 1••"},
		{"N••••• V•• A", "N••••• V•• A"},
		{strings.Repeat("x", 50), "x" + strings.Repeat("•", 12)},
		{"\x1b[31mA", "\uFFFD•••••"},
	} {
		if got := clean.MaskName(tt.in); got != tt.want {
			t.Errorf("MaskName(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzMaskName(f *testing.F) {
	f.Add("Nguyễn Văn A")
	f.Add("a\u0338b \u0301c")
	f.Fuzz(func(t *testing.T, s string) {
		got := clean.MaskName(s)
		if again := clean.MaskName(got); again != got {
			t.Errorf("masking %q twice: %q, then %q", s, got, again)
		}
		for _, word := range strings.Fields(got) {
			shown := strings.TrimRight(word, "•")
			if n := len([]rune(shown)); n > 1 {
				t.Errorf("%q shows %q", s, shown)
			}
		}
	})
}

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
			if got := clean.MatchesDigits(tt.proof, tt.ids...); got != tt.want {
				t.Errorf("MatchesDigits(%q, %q) = %v", tt.proof, tt.ids, got)
			}
		})
	}
}
