package weblink

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func known(host string) bool { return State(host) || host == "portal.example" }

func link(s string) string { return "\x1b]8;;" + s + "\x07" + s + "\x1b]8;;\x07" }

func TestMark(t *testing.T) {
	const page = "https://dichvucong.gov.vn/tra-cuu-ho-so"
	for _, tt := range []struct {
		name, text string
		columns    int
		want       string // "": unchanged
	}{
		{"the portal", "tra ở: " + page + "\n", 80, "tra ở: " + link(page) + "\n"},
		{"at the end of a sentence", "(" + page + ").\nDòng sau", 80, "(" + link(page) + ").\nDòng sau"},
		{"two of them", page + " " + page, 0, link(page) + " " + link(page)},
		{"a configured portal", "http://portal.example:8080/a?b=c", 80, link("http://portal.example:8080/a?b=c")},
		{"capitals", "https://DICHVUCONG.gov.vn/", 80, link("https://DICHVUCONG.gov.vn/")},
		{"inside a colour", "\x1b[1m" + page + "\x1b[0m", 80, "\x1b[1m" + link(page) + "\x1b[0m"},
		{"an unknown host", "https://evil.example/dichvucong.gov.vn", 80, ""},
		{"a host that ends alike", "https://xgov.vn/ https://gov.vn.evil.example/", 80, ""},
		{"a name before the host", "https://dichvucong.gov.vn@evil.example/ https://a@dichvucong.gov.vn/", 80, ""},
		{"another scheme", "javascript://dichvucong.gov.vn/ file:///etc/passwd", 80, ""},
		{"letters that look alike", "https://dichvucong.gov.vո/", 80, ""},
		{"cut with an ellipsis", "https://dichvucong.gov.vn/p/ho…", 80, ""},
		{"cut at the end of the line", "   " + page + "\n-tiep", 3 + len(page), ""},
		{"cut behind a hyphen", "https://dichvucong.gov.vn/chi-tiet-\nthu-tuc", 80, ""},
		{"no host", "https:// https:///x", 80, ""},
		{"without a line", "", 80, ""},
	} {
		want := tt.want
		if want == "" {
			want = tt.text
		}
		if got := Mark(tt.text, tt.columns, known); got != want {
			t.Errorf("%s: %q, want %q", tt.name, got, want)
		}
	}
}

// Whatever a text has, marking it adds links and changes no visible letter, and each link leads to
// what it shows.
func FuzzMark(f *testing.F) {
	f.Add("xem https://dichvucong.gov.vn/a.", 80)
	f.Add("https://dichvucong.gov.vn/\x1b]8;;https://evil.example\x07x", 0)
	f.Add("https://dichvucong.gov.vn/\x07\x9c\u202e", 20)
	f.Fuzz(func(t *testing.T, text string, columns int) {
		marked := Mark(text, columns, known)
		rest := marked
		for {
			_, after, ok := strings.Cut(rest, "\x1b]8;;https://dichvucong.gov.vn")
			if !ok {
				break
			}
			to, shown, _ := strings.Cut(after, "\x07")
			if !strings.Contains(text, "\x1b]8") && !strings.HasPrefix(shown, "https://dichvucong.gov.vn"+to+"\x1b]8;;\x07") {
				t.Fatalf("%q shows %q", to, shown)
			}
			rest = shown
		}
		if !strings.ContainsAny(text, "\x1b\u009b\u009d") && ansi.Strip(marked) != ansi.Strip(text) {
			t.Errorf("%q became %q", text, marked)
		}
	})
}
