package rest

import (
	"net/url"
	"strings"
	"testing"
)

func TestJoin(t *testing.T) {
	tests := []struct{ base, path, want string }{
		{"https://h.vn/api/v1", "submitting/list", "https://h.vn/api/v1/submitting/list"},
		{"https://h.vn/api/v1/", "submitting/list", "https://h.vn/api/v1/submitting/list"},
		{"https://h.vn", "x", "https://h.vn/x"},
		{"https://h.vn/mapi", "", "https://h.vn/mapi"},
		{"https://h.vn/a%2Fb", "c", "https://h.vn/a%2Fb/c"},
		{"https://h.vn/o", Path("dossiers", "a/b?c#d"), "https://h.vn/o/dossiers/a%2Fb%3Fc%23d"},
		{"https://h.vn/o", Path("dossiers", ".."), "https://h.vn/o/dossiers/%2E%2E"},
		{"https://h.vn/o", "/absolute", ""},
		{"https://h.vn/o", "../up", ""},
		{"https://h.vn/o", "a/./b", ""},
		{"https://h.vn/o", "a?b=c", ""},
		{"https://h.vn/o", "a#b", ""},
		{"https://h.vn/o", "a%0d%0ab", ""},
		{"https://h.vn/o", "a%zz", ""},
		{"https://h.vn/o", `a\b`, ""},
	}
	for _, tt := range tests {
		base, err := parseBase(tt.base)
		if err != nil {
			t.Fatal(err)
		}
		got, err := join(base, tt.path)
		if tt.want == "" {
			if err == nil {
				t.Errorf("join(%q, %q) = %s, want an error", tt.base, tt.path, got)
			}
			continue
		}
		if err != nil || got.String() != tt.want {
			t.Errorf("join(%q, %q) = %v, %v; want %s", tt.base, tt.path, got, err, tt.want)
		}
	}
}

// FuzzPath: whatever a segment contains, the URL stays below its base.
func FuzzPath(f *testing.F) {
	for _, s := range []string{"a", "..", "../..", "%2e%2e", "a/b", "?q", "#f", "", "a b", "ế", "//host", "\x00", "..\\"} {
		f.Add(s)
	}
	base, err := parseBase("https://h.vn/api/v1")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, segment string) {
		u, err := join(base, Path("dossiers", segment))
		if err != nil {
			return
		}
		back, err := url.Parse(u.String())
		if err != nil {
			t.Fatalf("%q: %v", u, err)
		}
		if back.Host != "h.vn" || back.RawQuery != "" || back.Fragment != "" {
			t.Errorf("%q leads to %q", segment, u)
		}
		rest, ok := strings.CutPrefix(back.EscapedPath(), "/api/v1/dossiers/")
		if !ok || strings.Contains(rest, "/") || rest == ".." || rest == "." {
			t.Errorf("%q leads out of its place: %q", segment, u)
		}
	})
}
