package lobby

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/kiosk/config"
	"motcua/kiosk/metrics"
	"motcua/kiosk/supervise"
	"motcua/kiosk/wire"
)

func TestReport(t *testing.T) {
	file := filepath.Join(t.TempDir(), "motcua.prom")
	var log bytes.Buffer
	sources := []string{"national", "h55"}
	now := time.Unix(1_796_000_000, 0)
	r := &report{
		file: file, sources: sources, kiosk: metrics.NewKiosk("v1", sources), log: slog.New(slog.NewTextHandler(&log, nil)),
		asOf: func() time.Time { return now.Add(-time.Hour) },
	}
	outages, err := json.Marshal([]learnt[client.Outage]{{"https://h55.example", client.Outage{Source: client.SourceName{ID: "h55"}}}})
	if err != nil {
		t.Fatal(err)
	}
	has := func(lines ...string) {
		t.Helper()
		body, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range lines {
			if !strings.Contains(string(body), "\n"+want+"\n") {
				t.Errorf("the file lacks %q:\n%s", want, body)
			}
		}
	}
	r.write(supervise.Life{Restarts: 2, Notes: map[string]json.RawMessage{noteOutages: outages}}, now)
	has("motcua_kiosk_drawn_timestamp_seconds 1.796e+09", "motcua_kiosk_restarts_today 2", "motcua_kiosk_catalogue_timestamp_seconds 1.7959964e+09",
		`motcua_kiosk_source_silent{source="h55"} 1`, `motcua_kiosk_source_silent{source="national"} 0`)
	if info, err := os.Stat(file); err != nil || info.Mode().Perm()&0o044 == 0 {
		t.Errorf("the node exporter cannot read it: %v %v", info.Mode(), err)
	}

	// The system answers again; a note that nobody can read says nothing.
	r.write(supervise.Life{Notes: map[string]json.RawMessage{noteOutages: json.RawMessage("[}")}}, now)
	has("motcua_kiosk_restarts_today 0", `motcua_kiosk_source_silent{source="h55"} 0`)

	// A folder that is gone: one line in the log, and it is written again when the folder is back.
	r.file = filepath.Join(t.TempDir(), "gone", "motcua.prom")
	r.write(supervise.Life{}, now)
	r.write(supervise.Life{}, now)
	if n := strings.Count(log.String(), "level=WARN"); n != 1 {
		t.Errorf("%d warnings:\n%s", n, &log)
	}
	if err := os.Mkdir(filepath.Dir(r.file), 0o700); err != nil {
		t.Fatal(err)
	}
	r.write(supervise.Life{}, now)
	file = r.file
	has("motcua_kiosk_restarts_today 0")
}

// Without the key nobody is told; with it the first sign of life makes the file.
func TestReportIsWrittenAtASignOfLife(t *testing.T) {
	o := Options{Wiring: wire.New(config.Config{}, "", "v1")}
	if alive, stop := newReport(o, slog.New(slog.DiscardHandler)); alive != nil {
		t.Error("a report without a file")
	} else {
		stop()
	}
	o.Config.Kiosk.Report = filepath.Join(t.TempDir(), "motcua.prom")
	o.Config.Systems = []config.System{{ID: "h55"}}
	alive, stop := newReport(o, slog.New(slog.DiscardHandler))
	defer stop()
	until := time.Now().Add(time.Minute)
	for time.Now().Before(until) {
		alive(supervise.Life{Restarts: 1})
		if body, err := os.ReadFile(o.Config.Kiosk.Report); err == nil {
			if !strings.Contains(string(body), `motcua_kiosk_source_silent{source="h55"} 0`) {
				t.Errorf("got:\n%s", body)
			}
			return
		}
		select {
		case <-time.After(10 * time.Millisecond):
		case <-t.Context().Done():
		}
	}
	t.Error("no file")
}
