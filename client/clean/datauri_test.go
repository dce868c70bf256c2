package clean_test

import (
	"strings"
	"testing"
	"time"

	"motcua/client/clean"
	"motcua/client/clienttest"
)

func TestCutDataURIs(t *testing.T) {
	line := strings.Repeat("QUJD", 19) // 76 characters, as mail wraps base64
	for _, tt := range []struct{ name, in, want string }{
		{"none", "Nộp tại quầy 3", "Nộp tại quầy 3"},
		{"a picture", "a data:image/png;base64,iVBORw0KGgo= b", "a \uFFFD b"},
		{"in a tag", `<img src="data:image/jpeg;base64,/9j/4AAQ">x`, "<img src=\"\uFFFD\">x"},
		{"any case", "DATA:IMAGE/PNG;BASE64,AAAA.", "\uFFFD"},
		{"a parameter", "data:image/svg+xml;charset=utf-8;base64,AAAA", "\uFFFD"},
		{"not base64", "data:image/svg+xml,%3Csvg%3E", "\uFFFD"},
		{"another kind of file", "data:application/pdf;base64,JVBERi0=", "\uFFFD"},
		{"two", "data:image/png;base64,AA data:image/png;base64,BB", "\uFFFD \uFFFD"},
		{"cutting one makes no other", "dadata:image/png;base64,AA ta:image/png;base64,BB", "da\uFFFD ta:image/png;base64,BB"},
		{"wrapped", "data:image/png;base64," + line + "\r\n" + line + "\r\nQUJD\r\nhết", "\uFFFD\r\nhết"},
		{"prose after a full line stays", "data:image/png;base64," + line + "\nCăn cước", "\uFFFD\nCăn cước"},
		{"a line of sixty is full too", "data:image/png;base64," + line[:60] + "\n" + line[:60] + " hết", "\uFFFD hết"},
		{"wrapped to the last letter", "data:image/png;base64," + line + "\n" + line, "\uFFFD"},
		{"the text ends with a full line", "data:image/png;base64," + line, "\uFFFD"},
		{"and with half a line end", "data:image/png;base64," + line + "\r", "\uFFFD\r"},
		{"a short line is the last one", "data:image/png;base64,QUJD\nQUJD", "\uFFFD\nQUJD"},
		{"a longer line is not the next one", "data:image/png;base64," + line + "\nQUJD" + line, "\uFFFD\nQUJD" + line},
		{"an empty line ends the data", "data:image/png;base64," + line + "\n\nhết", "\uFFFD\n\nhết"},
		{"a blank ends the data", "data:image/png;base64," + line + " QUJD", "\uFFFD QUJD"},
		{"a name in plain letters stays", "data:image/png;base64," + line + "\nNguyen Van A", "\uFFFD\nNguyen Van A"},
		{"the first and the last of all letters", "data:image/png;base64,azAZ09+/=", "\uFFFD"},
		{"a tilde in the header", "data:image/png;~,AAAA", "\uFFFD"},
		{"a blank in the header", "data:image/png anh, the", "data:image/png anh, the"},
		{"a Vietnamese header", "data:image/ảnh,thẻ", "data:image/ảnh,thẻ"},
		{"a colon first", ":data:image/png;base64,AAAA", ":\uFFFD"},
		{"words", "data: 5, metadata:x,y", "data: 5, metadata:x,y"},
		{"a plain text link", "data:text/plain,abc", "data:text/plain,abc"},
		{"no comma", "data:image/png;base64", "data:image/png;base64"},
		{"at the end", "x data:", "x data:"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := clean.CutDataURIs(tt.in); got != tt.want {
				t.Errorf("CutDataURIs(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

// The time must be linear in the length. For eight times the text it may be at most forty times
// as long; quadratic time would be sixty-four times.
func TestCutDataURIsIsLinear(t *testing.T) {
	for _, unit := range []string{"data:", "data:image/png;base64,", "data:image/", "::::", "data:image/png;base64,QUJD\n"} {
		took := func(n int) time.Duration {
			s := strings.Repeat(unit, n)
			best := time.Hour
			for range 3 {
				start := clienttest.CPUTime()
				clean.CutDataURIs(s)
				best = min(best, clienttest.CPUTime()-start)
			}
			return best
		}
		small, large := took(4_000), took(32_000)
		if large > 40*small && large > 50*time.Millisecond {
			t.Errorf("%q: %v for 4,000, %v for 32,000", unit, small, large)
		}
	}
}

func FuzzCutDataURIs(f *testing.F) {
	f.Add("a data:image/png;base64,iVBORw0KGgo= b")
	f.Add("dadata:image/png;base64,AA,ta:image/png;base64,BB")
	f.Fuzz(func(t *testing.T, s string) {
		got := clean.CutDataURIs(s)
		if again := clean.CutDataURIs(got); again != got {
			t.Errorf("not idempotent: %q, then %q", got, again)
		}
		if !strings.Contains(strings.ToLower(s), "data:") && got != s {
			t.Errorf("%q holds no data URI and became %q", s, got)
		}
	})
}
