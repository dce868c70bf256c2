package doctor

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client/store"
	"motcua/client/workday"
	"motcua/kiosk/scanner"
	"motcua/kiosk/speech"
	"motcua/tui/device"
	"motcua/tui/text"
)

// shelf is a fake catalogue.
type shelf struct {
	synced  bool
	notices []store.Notice
	opened  bool
}

func (s *shelf) Len(context.Context) int { s.opened = true; return 1 }
func (s *shelf) AsOf() time.Time         { return time.Date(2026, 11, 20, 8, 0, 0, 0, workday.Zone) }
func (s *shelf) Synced() bool            { return s.synced }
func (s *shelf) Notices() []store.Notice { return s.notices }

// silent is a device that is open and sends nothing.
type silent struct{ closed chan struct{} }

func (s silent) Read([]byte) (int, error) { <-s.closed; return 0, io.EOF }
func (s silent) Close() error             { close(s.closed); return nil }

// Each part of a running kiosk has a line, in both languages.
func TestPanel(t *testing.T) {
	at := time.Date(2026, 11, 24, 8, 14, 0, 0, workday.Zone)
	columns, rows := 86, 24
	catalogue := &shelf{synced: true}
	inStep, known := true, true
	ready := func(context.Context) error { return nil }
	fails := func(err error) func(context.Context) error { return func(context.Context) error { return err } }
	for _, tc := range []struct {
		change func(*Panel)
		want   string
		says   string
	}{
		{func(*Panel) {}, "good Terminal", "86 columns, 24 rows"},
		{func(*Panel) { columns = 79 }, "bad Terminal", "79 columns, 24 rows; at least 80 by 21 are needed"},
		{func(*Panel) { columns, rows = 80, 20 }, "bad Terminal", "80 columns, 20 rows; at least 80 by 21 are needed"},
		{func(*Panel) { columns, rows = 0, 0 }, "bad Terminal", "0 columns, 0 rows; at least 80 by 21 are needed"},
		{func(*Panel) {}, "good Scanner", "types like a keyboard; scan a code to try it"},
		{func(p *Panel) { p.Scanner = &scanner.Scanner{Config: scanner.Config{Device: "/dev/x"}} }, "bad Scanner", "not found at /dev/x; look at its cable"},
		{func(p *Panel) { p.Printer(ready) }, "good Slip printer", "ready"},
		{func(p *Panel) { p.Printer(fails(&device.PrintError{Reason: device.PrinterPaper})) }, "bad Slip printer", "out of paper"},
		{func(p *Panel) { p.Speech(ready) }, "good Speech", "ready"},
		{func(p *Panel) { p.Speech(fails(speech.ErrNoPlayer)) }, "bad Speech", "no program plays sound files"},
		{func(p *Panel) { p.Speech(fails(errors.New("odd\x1b[2J"))) }, "bad Speech", "odd"},
		{func(*Panel) {}, "good Catalogue on this machine", "updated from the portal on 20 November"},
		{func(*Panel) { catalogue.synced = false }, "good Catalogue on this machine", "never updated, the built-in one of 20 November 2026 is used"},
		{func(*Panel) { catalogue.notices = []store.Notice{{Kind: store.NoticeCorrupt}} }, "bad Catalogue on this machine", "its file cannot be used; run motcua doctor"},
		{func(*Panel) {}, "good Clock", "8:14 24 November 2026, in sync with a time server"},
		{func(*Panel) { inStep = false }, "bad Clock", "8:14 24 November 2026, not in sync with any time server"},
		{func(*Panel) { inStep, known = false, false }, "good Clock", "8:14 24 November 2026"},
		{func(p *Panel) { p.Built = at.AddDate(0, 0, 2) }, "bad Clock", "8:14 24 November 2026, before this program was made"},
		{func(p *Panel) { p.Now = func() time.Time { return at.AddDate(-3, 0, 0) } }, "bad Clock", "before this program was made"},
	} {
		columns, rows, inStep, known = 86, 24, true, true
		*catalogue = shelf{synced: true}
		p := &Panel{
			Size: func() (int, int) { return columns, rows }, Store: catalogue, Now: func() time.Time { return at },
			InStep: func() (bool, bool) { return inStep, known },
		}
		tc.change(p)
		found := false
		for _, h := range p.Health(t.Context()) {
			word := "bad "
			if h.Good {
				word = "good "
			}
			if strings.Contains(h.Says(text.EN)+h.Says(text.VI), "\x1b") || h.Says(text.VI) == "" || h.Name(text.VI) == h.Name(text.EN) {
				t.Errorf("%s says %q, %q", h.Name(text.EN), h.Says(text.VI), h.Says(text.EN))
			}
			found = found || word+h.Name(text.EN) == tc.want && strings.Contains(h.Says(text.EN), tc.says)
		}
		if !found || !catalogue.opened {
			t.Errorf("nothing is %s, %q", tc.want, tc.says)
		}
	}
}

func TestPanelTellsOfTheScannerInUse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var away error
		s := &scanner.Scanner{Config: scanner.Config{Device: "/dev/ttyACM0"}, Open: func(string, int) (io.ReadCloser, error) {
			return silent{make(chan struct{})}, away
		}, Got: func(string) {}}
		p := &Panel{Scanner: s}
		ctx, cancel := context.WithCancel(t.Context())
		away = fs.ErrPermission
		go s.Run(ctx)
		synctest.Wait()
		if h := p.scanner(); h.Good || !strings.Contains(h.Says(text.EN), "this account may not open /dev/ttyACM0. Add the account") {
			t.Errorf("shut: %t, %s", h.Good, h.Says(text.EN))
		}
		cancel()
		synctest.Wait()
		away = nil
		ctx, cancel = context.WithCancel(t.Context())
		go s.Run(ctx)
		synctest.Wait()
		if h := p.scanner(); !h.Good || h.Says(text.EN) != "connected" {
			t.Errorf("open: %t, %s", h.Good, h.Says(text.EN))
		}
		cancel()
	})
}
