//go:build unix

package lobby

import (
	"log/slog"
	"strings"
	"testing"

	"github.com/creack/pty"

	"motcua/kiosk/config"
	"motcua/kiosk/config/key"
	"motcua/kiosk/pin"
	"motcua/kiosk/wire"
	"motcua/tui/text"
)

// The operator's page shows the size of the terminal that it is drawn on.
func TestOperatorsPageKnowsItsTerminal(t *testing.T) {
	end, tty, err := pty.Open()
	if err != nil {
		t.Skipf("this system gives no pseudo-terminal to show a page on: %v", err)
	}
	defer func() { _, _ = tty.Close(), end.Close() }()
	if err := pty.Setsize(end, &pty.Winsize{Rows: 24, Cols: 86}); err != nil {
		t.Fatal(err)
	}
	hash, err := pin.Hash("271828")
	if err != nil {
		t.Fatal(err)
	}
	k := &screen{log: slog.New(slog.DiscardHandler)}
	defer func() { k.close() }()
	k.cfg.Kiosk.PINHash = key.SecretOf(hash)
	k.opts = Options{Out: tty, State: config.State(t.TempDir())}
	k.opts.Wiring = wire.New(k.cfg, k.opts.State, "test")
	o, err := k.newOperator()
	if err != nil {
		t.Fatal(err)
	}
	h := o.Health(t.Context())[0]
	if says := h.Says(text.EN); !h.Good || !strings.Contains(says, "86 columns, 24 rows") {
		t.Errorf("%s: good %t, %s", h.Name(text.EN), h.Good, says)
	}
}
