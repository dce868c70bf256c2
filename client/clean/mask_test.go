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
