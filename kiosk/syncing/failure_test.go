package syncing

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"motcua/client"
	"motcua/client/store"
	"motcua/kiosk/config"
	"motcua/kiosk/wire"
	"motcua/tui/line/exit"
	"motcua/tui/text"
)

// Each way in which a sync can fail is one sentence that says what to do, and an exit code:
// only a portal that does not answer is exit.Unreachable.
func TestFailuresAreSentencesWithAnExitCode(t *testing.T) {
	down := func(c client.Cause) error {
		return &client.UnavailableError{Source: client.SourceName{ID: "national", Name: "The portal"}, Cause: c}
	}
	noStore := func(k store.NoticeKind, err error) error {
		return &store.NoStoreError{Notice: store.Notice{Kind: k, Path: "/var/x.db", Err: err}}
	}
	for _, tt := range []struct {
		name string
		err  error
		exit int
		want string
	}{
		{"another one", store.ErrSyncing, exit.Failed, "Another sync is under way on this machine."},
		{"full", store.ErrFull, exit.Failed, "The disk is full, "},
		{"short", &store.IncompleteError{Seen: 300, Total: 6_300}, exit.Failed, "The portal sent only 300 of 6,300 procedures, "},
		{"newer", noStore(store.NoticeNewer, nil), exit.Failed, "A newer motcua wrote /var/x.db."},
		{"not allowed", noStore(store.NoticeUnwritable, fs.ErrPermission), exit.Failed, "The catalogue cannot be written to /var/x.db: permission is denied."},
		{"timeout", down(client.CauseTimeout), exit.Unreachable, "The portal does not answer ("},
		{"firewall", down(client.CauseRejected), exit.Unreachable, "The portal accepts no more requests now."},
		{"busy", down(client.CauseBusy), exit.Unreachable, "The portal accepts no more requests now."},
		{"anything else", &fs.PathError{Op: "open", Path: "x", Err: syscall.ENOTDIR}, exit.Failed, "that is not a folder"},
	} {
		var said bytes.Buffer
		w := wire.New(config.Defaults(), config.State(t.TempDir()), "test")
		r := &Run{Wiring: w, Err: &said, Lang: text.EN}
		err := r.broken(t.Context(), tt.err)
		var ended *exit.Error
		if !errors.As(err, &ended) || ended.Code != tt.exit {
			t.Errorf("%s: ended with %v, want exit code %d", tt.name, err, tt.exit)
		}
		if got := said.String(); !strings.HasPrefix(got, tt.want) || strings.Count(got, "\n") != 1 {
			t.Errorf("%s: said %q, want one line that begins with %q", tt.name, got, tt.want)
		}
		w.Close()
	}
}

// A sync that a person stopped is no failure of the portal, whatever it broke off with.
func TestAStoppedSyncSaysSo(t *testing.T) {
	var said bytes.Buffer
	w := wire.New(config.Defaults(), config.State(t.TempDir()), "test")
	defer w.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := (&Run{Wiring: w, Err: &said, Lang: text.EN}).broken(ctx, &client.UnavailableError{Cause: client.CauseTimeout})
	if !errors.Is(err, context.Canceled) || said.String() != "Stopped.\n" {
		t.Errorf("ended with %v and said %q", err, &said)
	}
}

// The flag's bounds are those of its sentence, operator.SyncBadDetails.
func TestDetails(t *testing.T) {
	for s, want := range map[string]int{"0": 0, "200": 200, "2000": 2_000, "2001": -1, "-1": -1, "many": -1, "": -1} {
		if n, ok := Details(s); ok != (want >= 0) || ok && n != want {
			t.Errorf("%q: got %d, %v, want %d", s, n, ok, want)
		}
	}
}
