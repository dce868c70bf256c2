package wire

import (
	"strings"
	"testing"

	"motcua/kiosk/config"
)

// Links are of the State's hosts and the configured ones, and only on a terminal that knows them.
func TestLinked(t *testing.T) {
	cfg := &config.Config{Systems: []config.System{{Keys: map[string]string{"page": "https://motcua.tinh.example/tra-cuu", "group_id": "20126"}}}}
	const text = "https://dichvucong.gov.vn/a https://motcua.tinh.example/b https://evil.example/c\n"
	for term, want := range map[string]int{"xterm-256color": 2, "foot": 2, "tmux-256color": 2, "linux": 0, "vt220": 0, "dumb": 0, "": 0} {
		var b strings.Builder
		w := Linked(&b, func() int { return 200 }, term, cfg)
		if n, err := w.Write([]byte(text)); n != len(text) || err != nil {
			t.Errorf("%s: %d, %v", term, n, err)
		}
		if n := strings.Count(b.String(), "\x1b]8;;https"); n != want || strings.Contains(b.String(), ";https://evil") {
			t.Errorf("%s: %d links in %q", term, n, b.String())
		}
	}
}
