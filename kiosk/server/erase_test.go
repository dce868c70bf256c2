package server

import (
	"io"
	"strings"
	"testing"
	"time"

	"motcua/client/clienttest"
)

// An unattended terminal is erased at the end of the session. When its person ends the session,
// the terminal keeps what it showed before.
func TestAnUnattendedTerminalIsErased(t *testing.T) {
	for name, c := range map[string]struct {
		keys   string
		reason string
		erased bool
	}{
		"idle": {"1", "idle", true},
		"left": {"q", "left", false},
	} {
		t.Run(name, func(t *testing.T) {
			r := start(t, func(c *Config, _ *Deps) { c.Public.Idle = 700 * time.Millisecond })
			s := r.session(anyone())
			var out clienttest.Buffer
			s.Stdout = &out
			in, err := s.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := s.RequestPty("xterm-256color", 24, 80, nil); err != nil {
				t.Fatal(err)
			}
			if err := s.Shell(); err != nil {
				t.Fatal(err)
			}
			eventually(t, "the first page", func() bool { return strings.Contains(out.String(), "1") })
			_, _ = io.WriteString(in, c.keys)
			_ = s.Wait()
			r.logged("session ended", `"reason":"`+c.reason+`"`)
			left, said := strings.LastIndex(out.String(), "\x1b[?1049l"), strings.LastIndex(out.String(), "không có phím")
			erased := strings.LastIndex(out.String(), "\x1b[2J\x1b[3J")
			if c.erased != (erased > left) || c.erased && erased > said {
				t.Errorf("erased at %d, with the interface gone at %d and the farewell at %d", erased, left, said)
			}
		})
	}
}
