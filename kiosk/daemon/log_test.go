package daemon

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"

	"motcua/kiosk/server"
)

// journald gets the level of each line as its priority; without it no line has a prefix.
func TestLevelsReachTheJournal(t *testing.T) {
	write := func(format server.LogFormat, stream string) []string {
		var out bytes.Buffer
		log := NewLog(&out, format, func(name string) string { return map[string]string{"JOURNAL_STREAM": stream}[name] }).With("log", "audit")
		log.Debug("left out")
		log.Info("serving")
		log.Warn("slow")
		log.WithGroup("of").Error("gone", "n", 1)
		log.Log(t.Context(), slog.LevelWarn+1, "between")
		return strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	}
	for _, format := range []server.LogFormat{server.LogText, server.LogJSON} {
		plain, lines := write(format, ""), write(format, "8:1234")
		for i, prefix := range []string{"<6>", "<4>", "<3>", "<4>"} {
			if len(lines) != 4 || len(plain) != 4 {
				t.Fatalf("%d and %d lines", len(plain), len(lines))
			}
			rest, ok := strings.CutPrefix(lines[i], prefix)
			if !ok || !strings.Contains(rest, "audit") || strings.HasPrefix(plain[i], "<") {
				t.Errorf("%s: %q and %q", format, plain[i], lines[i])
			}
			if format == server.LogJSON && !json.Valid([]byte(rest)) {
				t.Errorf("no JSON: %q", rest)
			}
		}
	}
}
