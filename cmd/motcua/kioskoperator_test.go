//go:build unix

package main

import (
	"log/slog"
	"strings"
	"testing"

	"github.com/creack/pty"

	"motcua/kiosk/config/key"
	"motcua/kiosk/pin"
	"motcua/tui/text"
)

// The operator's page knows the size of the very terminal that it is drawn on.
func TestOperatorsPageKnowsItsTerminal(t *testing.T) {
	end, screen, err := pty.Open()
	if err != nil {
		t.Skipf("this system gives no pseudo-terminal to show a page on: %v", err)
	}
	defer func() { _, _ = screen.Close(), end.Close() }()
	if err := pty.Setsize(end, &pty.Winsize{Rows: 24, Cols: 86}); err != nil {
		t.Fatal(err)
	}
	t.Setenv("STATE_DIRECTORY", t.TempDir())
	hash, err := pin.Hash("271828")
	if err != nil {
		t.Fatal(err)
	}
	k := &kioskRun{app: &app{out: &output{file: screen}}, log: slog.New(slog.DiscardHandler)}
	defer k.close()
	k.cfg.Kiosk.PINHash = key.SecretOf(hash)
	o, err := k.newOperator()
	if err != nil {
		t.Fatal(err)
	}
	h := o.Health(t.Context())[0]
	if says := h.Says(text.EN); !h.Good || !strings.Contains(says, "86 columns, 24 rows") {
		t.Errorf("%s: good %t, %s", h.Name(text.EN), h.Good, says)
	}
}
