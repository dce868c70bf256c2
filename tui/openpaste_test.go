package tui

import (
	"strings"
	"testing"
	"time"
)

// chunk is what a terminal sends at once, and how long after the one before it.
type chunk struct {
	after time.Duration
	bytes string
}

func TestPastesThatNeverEnd(t *testing.T) {
	t.Parallel()
	const cut = string(pasteCut) + pasteEnd
	long := strings.Repeat("ab", pasteMost)
	for _, c := range []struct {
		what string
		sent []chunk
		want string
	}{
		{"keys", []chunk{{0, "khai\x1b[A"}, {time.Hour, "x"}}, "khai\x1b[Ax"},
		{"a paste", []chunk{{0, pasteBegin + "tạm" + pasteEnd}, {time.Hour, "x"}}, pasteBegin + "tạm" + pasteEnd + "x"},
		{"in pieces", []chunk{{0, pasteBegin + "kh"}, {900 * time.Millisecond, "ai\x1b[20"}, {900 * time.Millisecond, "1~x"}}, pasteBegin + "khai" + pasteEnd + "x"},
		{"never ended", []chunk{{0, pasteBegin + "kh"}, {2 * time.Second, "\x1b[<0;1;1M"}}, pasteBegin + "kh" + cut + "\x1b[<0;1;1M"},
		{"ended late", []chunk{{0, pasteBegin + "kh"}, {2 * time.Second, "x" + pasteEnd}}, pasteBegin + "kh" + cut + "x" + pasteEnd},
		{"too long", []chunk{{0, pasteBegin + long + pasteEnd + "x"}}, pasteBegin + long[:pasteMost] + cut + "x"},
		{"too long and never ended", []chunk{{0, pasteBegin + long}, {2 * time.Second, "x"}}, pasteBegin + long[:pasteMost] + cut + "x"},
		{"one in another", []chunk{{0, pasteBegin + pasteBegin + "a" + pasteEnd + "x"}, {time.Hour, "y"}}, pasteBegin + pasteBegin + "a" + pasteEnd + "xy"},
	} {
		var p pastes
		var got strings.Builder
		now := time.Unix(0, 0)
		for _, s := range c.sent {
			now = now.Add(s.after)
			for i := range len(s.bytes) {
				got.Write(p.pass([]byte{s.bytes[i]}, now))
			}
		}
		if got.String() != c.want {
			t.Errorf("%s: %q, want %q", c.what, short60(got.String()), short60(c.want))
		}
	}
}

func short60(s string) string {
	if len(s) > 120 {
		return s[:30] + "..." + s[len(s)-60:]
	}
	return s
}
