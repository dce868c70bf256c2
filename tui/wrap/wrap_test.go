package wrap_test

import (
	"slices"
	"testing"

	"motcua/tui/wrap"
)

func TestLines(t *testing.T) {
	tests := []struct {
		name, text string
		width      int
		want       []string
	}{
		{"at spaces", "mang theo giấy tờ gốc", 10, []string{"mang theo", "giấy tờ", "gốc"}},
		{"a code stays in one piece", "Hồ sơ H55.17.05-261120-0007 trễ hẹn", 24, []string{"Hồ sơ", "H55.17.05-261120-0007", "trễ hẹn"}},
		{"so does a flag", "chỉ khi có --revocation", 14, []string{"chỉ khi có", "--revocation"}},
		{"a dash between words", "một cửa - liên thông", 10, []string{"một cửa -", "liên thông"}},
		{"a word that fits nowhere breaks behind a hyphen", "a-code-of-many-parts", 8, []string{"a-code-", "of-many-", "parts"}},
		{"a word as wide as the line stays whole", "mã a-b-cdef", 8, []string{"mã", "a-b-cdef"}},
		{"colours stay", "\x1b[1mmột-hai\x1b[0m ba", 7, []string{"\x1b[1mmột-hai\x1b[0m", "ba"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := wrap.Lines(tt.text, tt.width); !slices.Equal(got, tt.want) {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
