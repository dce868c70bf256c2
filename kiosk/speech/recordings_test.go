package speech

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"motcua/tui/text"
)

// Each key is listed once, with the sentences of both languages, and with the files that a
// folder lacks.
func TestRecordings(t *testing.T) {
	folder := t.TempDir()
	all := Recordings("")
	seen := map[string]bool{}
	for _, r := range all {
		if seen[r.Key] || r.VI == "" && r.EN == "" || r.Missing != nil {
			t.Errorf("%+v", r)
		}
		seen[r.Key] = true
	}
	for _, l := range []text.Lang{text.VI, text.EN} {
		if n := len(text.For(l).Clips()); len(all) < n {
			t.Errorf("%d recordings of %d clips in %s", len(all), n, l)
		}
	}
	if err := os.MkdirAll(filepath.Join(folder, "vi"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "vi", "home.ogg"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, r := range Recordings(folder) {
		columns := strings.Split(r.Row(folder), "\t")
		if len(columns) != 4 {
			t.Fatalf("%q", columns)
		}
		vi := strings.Contains(columns[3], filepath.Join(folder, "vi", r.Key+".wav"))
		if want := r.VI != "" && r.Key != "home"; vi != want {
			t.Errorf("%s: the Vietnamese clip is missing: %t, want %t", r.Key, vi, want)
		}
	}
}
