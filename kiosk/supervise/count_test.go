package supervise

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"motcua/client/workday"
)

func TestCountOfTheDay(t *testing.T) {
	now := time.Date(2026, 11, 24, 23, 50, 0, 0, workday.Zone)
	file := filepath.Join(t.TempDir(), "state", "count.json")
	open := func() *Count { return &Count{File: file, Now: func() time.Time { return now }} }

	c := open()
	if c.Today() != 0 || c.Add() != 1 || c.Add() != 2 || c.Today() != 2 {
		t.Errorf("counts %d", c.Today())
	}
	if c = open(); c.Today() != 2 || c.Add() != 3 {
		t.Errorf("the next program counts %d", c.Today())
	}
	now = now.Add(20 * time.Minute) // past midnight in Vietnam, not yet in UTC
	if c.Today() != 0 || c.Add() != 1 {
		t.Errorf("the next day counts %d", c.Today())
	}
	if c = open(); c.Today() != 1 {
		t.Errorf("the next day's program counts %d", c.Today())
	}
	if info, err := os.Stat(file); err != nil || info.Size() > 100 {
		t.Errorf("file: %v, %v", info, err)
	}
}

func TestCountWithABadFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "count.json")
	for _, doc := range []string{"", "x", `{"day":3}`, `{"day":"2026-11-24","restarts":-5}`} {
		if err := os.WriteFile(file, []byte(doc), 0o600); err != nil {
			t.Fatal(err)
		}
		if c := (&Count{File: file}); c.Today() != 0 || c.Add() != 1 {
			t.Errorf("%q: counts %d", doc, c.Today())
		}
	}
	if c := (&Count{File: filepath.Join(file, "below", "a-file")}); c.Add() != 1 || c.Add() != 2 {
		t.Error("without a file it does not count in memory")
	}
}
