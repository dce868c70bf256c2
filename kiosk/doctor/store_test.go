package doctor

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"motcua/client/store"
	"motcua/tui/text"
)

// soundStore returns a catalogue of this morning.
func soundStore() Store {
	return Store{
		Inspect: func(context.Context) store.Health {
			return store.Health{
				Path: "/var/lib/motcua/national.db", Exists: true, Bytes: 8_250_000, Schema: 1, Latest: 1,
				Synced: true, AsOf: noon.Add(-4 * time.Hour), Entries: 6312, Details: 48,
			}
		},
		Writable: func(string) error { return nil },
		Room:     func(string) (uint64, bool) { return 12_400_000_000, true },
	}
}

func TestStoreFindings(t *testing.T) {
	holds := "/var/lib/motcua/national.db holds 6,312 procedures, 48 of them in full, as the portal had them at 8:00 today; structure version 1, the file is intact, 8.3 MB."
	health := func(change func(*store.Health)) func(*Env) {
		return func(e *Env) {
			h := e.Store.Inspect(context.Background())
			change(&h)
			e.Store.Inspect = func(context.Context) store.Health { return h }
		}
	}
	for _, tt := range []struct {
		name   string
		change func(*Env)
		want   []string // state and sentence
	}{
		{"sound", func(*Env) {}, []string{"ok " + holds + " 12.4 GB are free."}},
		{"the system does not tell the room", func(e *Env) { e.Store.Room = func(string) (uint64, bool) { return 0, false } }, []string{"ok " + holds}},
		{"no folder", health(func(h *store.Health) { *h = store.Health{} }), []string{"fail there is no folder for the catalogue; the one in the program is used."}},
		{"no file yet", health(func(h *store.Health) { *h = store.Health{Path: h.Path, Latest: 1} }),
			[]string{"warn the portal's catalogue was never read here; without a network the one in the program is used."}},
		{"no portal to read it from", func(e *Env) {
			health(func(h *store.Health) { *h = store.Health{Path: h.Path, Latest: 1} })(e)
			e.Config.National.URL = ""
		}, []string{"ok the catalogue in the program is used. 12.4 GB are free."}},
		{"damaged", health(func(h *store.Health) { h.Err = fmt.Errorf("%w: page 3", store.ErrDamaged) }), []string{"fail the file /var/lib/motcua/national.db is damaged."}},
		{"newer", health(func(h *store.Health) { h.Err, h.Schema = store.ErrNewer, 4 }),
			[]string{"fail a newer motcua wrote /var/lib/motcua/national.db (structure version 4, this one knows 1)."}},
		{"shut", health(func(h *store.Health) { h.Err = fs.ErrPermission }), []string{"fail /var/lib/motcua/national.db cannot be opened (permission denied)."}},
		{"old", health(func(h *store.Health) { h.AsOf = noon.AddDate(0, 0, -9) }),
			[]string{"warn /var/lib/motcua/national.db holds 6,312 procedures, 48 of them in full, as the portal had them at 12:00 on 15 November; structure version 1, the file is intact, 8.3 MB. The catalogue is 9 days old."}},
		{"a week is not old for who wants it monthly", func(e *Env) {
			health(func(h *store.Health) { h.AsOf = noon.AddDate(0, 0, -9) })(e)
			e.Config.Store.Refresh = 30 * 24 * time.Hour
		}, []string{"ok "}},
		{"from the future", health(func(h *store.Health) { h.AsOf = noon.AddDate(0, 0, 2) }), []string{"warn the date of the catalogue, at 12:00 on 26 November, is in the future."}},
		{"broken off", health(func(h *store.Health) {
			h.Broken = &store.Broken{Started: noon.Add(-time.Hour), Seen: 1200, Total: 6312}
		}),
			[]string{"ok " + holds + " 12.4 GB are free.", "warn the sync begun at 11:00 today stopped after 1,200 of 6,312 procedures."}},
		{"read only", func(e *Env) { e.Store.Writable = func(string) error { return errors.New("read-only file system") } },
			[]string{"ok " + holds + " 12.4 GB are free.", "warn /var/lib/motcua cannot be written to (read-only file system): the catalogue can be searched but not updated."}},
		{"a file of another account", health(func(h *store.Health) { h.WriteErr = fs.ErrPermission }), []string{"ok ", "warn /var/lib/motcua cannot be written to (permission denied)"}},
		{"little room", func(e *Env) { e.Store.Room = func(string) (uint64, bool) { return 31_000_000, true } },
			[]string{"ok " + holds, "warn the disk of /var/lib/motcua has only 31 MB left, updating the catalogue takes up to 100 MB."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := sound(t)
			e.Store, e.Config.National.URL = soundStore(), "https://portal.example/api/v1"
			tt.change(&e)
			got := checkStore(t.Context(), &e)
			if len(got) != len(tt.want) {
				t.Fatalf("%d findings, want %d: %+v", len(got), len(tt.want), got)
			}
			for i, f := range got {
				if said := string(f.State) + " " + f.Sentence; !strings.HasPrefix(said, tt.want[i]) || f.Name != "store" {
					t.Errorf("%q, want %q", said, tt.want[i])
				}
				if (f.State == StateOK) != (f.WhatToDo == "") {
					t.Errorf("%s and what to do: %q", f.State, f.WhatToDo)
				}
			}
			e.Lang = text.VI
			for i, f := range checkStore(t.Context(), &e) {
				if f.Sentence == got[i].Sentence || strings.Contains(f.Sentence, "%!") || strings.Contains(got[i].Sentence, "%!") {
					t.Errorf("in Vietnamese: %q", f.Sentence)
				}
			}
		})
	}
}

// Uses a real file on this machine's disk.
func TestStoreOnDisk(t *testing.T) {
	s := store.Later(filepath.Join(t.TempDir(), "made", "later"), store.Options{})
	e := sound(t)
	e.Store = soundStore()
	e.Store.Inspect, e.Config.National.URL = s.Inspect, "https://portal.example/api/v1"
	if got := checkStore(t.Context(), &e); len(got) != 1 || got[0].State != StateWarn {
		t.Errorf("%+v", got)
	}
	if e.ConfigErr = errors.New("broken"); len(checkStore(t.Context(), &e)) != 0 {
		t.Error("it looks for a store that a broken config names")
	}
}

// Root who maintains a service is told the command that fills the service's catalogue, and
// not one that fills root's own.
func TestSyncOfTheService(t *testing.T) {
	never := Store{Inspect: func(context.Context) store.Health { return store.Health{Path: "/var/lib/motcua/catalogue.db"} }, Writable: func(string) error { return nil }, Room: func(string) (uint64, bool) { return 0, false }}
	for sync, want := range map[string]string{"": "Run motcua sync; motcua serve", "systemd-run motcua sync": "Run systemd-run motcua sync; motcua serve"} {
		e := sound(t)
		e.Config.National.URL, e.Store, e.Sync = "https://portal.example", never, sync
		list := checkStore(t.Context(), &e)
		if len(list) != 1 || !strings.HasPrefix(list[0].WhatToDo, want) {
			t.Errorf("with %q: %+v", sync, list)
		}
	}
}
