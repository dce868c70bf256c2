package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/national"
	"motcua/client/workday"
)

func TestInspectASoundFile(t *testing.T) {
	now := time.Date(2026, 11, 24, 8, 0, 0, 0, workday.Zone)
	dir := t.TempDir()
	s := open(t, dir, Options{Now: func() time.Time { return now }})
	mustSync(t, s, &listPortal{items: items(450)})
	s.Keep(t.Context(), client.Answer[client.Procedure]{Value: client.Procedure{Code: "8.000007", Name: "Việc"}, AsOf: now})
	// A later sync is interrupted.
	p := &listPortal{items: items(450), fail: func(n int, _ national.ListQuery) error {
		if n > 1 {
			return context.Canceled
		}
		return nil
	}}
	if _, err := s.Sync(t.Context(), p, nil); err == nil {
		t.Fatal("the sync did not break off")
	}
	h := Later(dir, Options{}).Inspect(t.Context())
	if h.Err != nil || h.WriteErr != nil || !h.Exists || h.Bytes == 0 || h.Schema != len(migrations) || h.Latest != len(migrations) {
		t.Errorf("%+v", h)
	}
	if !h.Synced || !h.AsOf.Equal(now) || h.Entries != 450 || h.Details != 1 || h.Outdated != 0 || h.Broken == nil || h.Broken.Seen != 200 {
		t.Errorf("%+v, broken %+v", h, h.Broken)
	}
}

// Inspect changes nothing.
func TestInspectChangesNothing(t *testing.T) {
	sound := filepath.Join(t.TempDir(), "catalogue.db")
	s := open(t, filepath.Dir(sound), Options{})
	mustSync(t, s, &listPortal{items: items(450)})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(sound)
	if err != nil {
		t.Fatal(err)
	}
	holed := append([]byte(nil), whole...)
	for i := 3 * 4096; i < 9*4096; i++ {
		holed[i] = 0xAA
	}
	for _, tt := range []struct {
		name string
		doc  []byte
		want error
	}{
		{"no database", []byte("this is a letter, and a long one. this is a letter, and a long one. this is a letter, and a long one."), ErrDamaged},
		{"cut off", whole[:len(whole)/2], ErrDamaged},
		{"holes in it", holed, ErrDamaged},
		{"empty", nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "catalogue.db")
			if err := os.WriteFile(path, tt.doc, 0o600); err != nil {
				t.Fatal(err)
			}
			h := Later(dir, Options{}).Inspect(t.Context())
			if !errors.Is(h.Err, tt.want) || tt.want == nil && h.Err != nil || h.Synced || !h.Exists {
				t.Errorf("%+v, want %v", h, tt.want)
			}
			if after, err := os.ReadFile(path); err != nil || string(after) != string(tt.doc) {
				t.Errorf("the file was changed: %v", err)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) != 1 {
				t.Errorf("left behind: %q", left)
			}
		})
	}
	if h := Later(t.TempDir(), Options{}).Inspect(t.Context()); h.Exists || h.Err != nil {
		t.Errorf("without a file: %+v", h)
	}
	if h := Later("", Options{}).Inspect(t.Context()); h.Path != "" || h.Exists || h.Err != nil {
		t.Errorf("without a folder: %+v", h)
	}
	newer := open(t, t.TempDir(), Options{migrations: append(append([]string{}, migrations...), "CREATE TABLE more (x)")})
	if h := Later(filepath.Dir(newer.Path()), Options{}).Inspect(t.Context()); !errors.Is(h.Err, ErrNewer) {
		t.Errorf("a newer file: %+v", h)
	}
}
