package lobby

import (
	"context"
	"errors"
	"io"
	"os"

	"motcua/kiosk/printer"
	"motcua/kiosk/scanner"
	"motcua/kiosk/speech"
	"motcua/tui"
	"motcua/tui/kiosk"
)

// startScanner starts reading the configured scanner; nil when none is configured.
func (k *screen) startScanner(ctx context.Context) *scanner.Scanner {
	c := k.cfg.Kiosk.Scanner
	if c.Device == "" {
		return nil
	}
	s := &scanner.Scanner{
		Config: c, Log: k.log,
		Got: func(text string) { k.program.Send(kiosk.Scanned(text)) },
		Bad: func(f scanner.Fault) { k.program.Send(kiosk.ScanFailed(scanFaults[f])) },
	}
	go s.Run(ctx)
	return s
}

// scanFaults maps a scanner's faults to those that the screen shows.
var scanFaults = map[scanner.Fault]kiosk.ScanFault{scanner.FaultTooLong: kiosk.ScanTooLong, scanner.FaultSpoilt: kiosk.ScanSpoilt}

// addDevices adds printer and voice to the interface. A device that is not configured is
// left out. One that cannot be opened is logged and left out, and the interface works
// without it.
func (k *screen) addDevices(o *tui.Kiosk) {
	if k.cfg.Kiosk.Printer.Address != "" {
		c := k.cfg.Kiosk.Printer
		c.Turn = k.opts.State.File(printerName)
		p, err := printer.New(c)
		program, err2 := os.Executable()
		if err = errors.Join(err, err2); err != nil {
			k.log.Error("the printer cannot be used", "error", err)
		} else {
			o.Printer = slipPrinter{program, k.opts.Slip, c}
			if k.operator != nil {
				k.operator.Printer(p.Check)
			}
		}
	}
	cfg := k.cfg.Kiosk.Speech
	if !cfg.Speaks() {
		return
	}
	cfg.Log = k.log
	s, err := speech.New(cfg)
	switch {
	case err != nil:
		k.log.Error("reading aloud cannot be used", "error", err)
		return
	case s == nil:
		return
	}
	o.Speaker = s
	if c, ok := s.(io.Closer); ok {
		k.closeLater(func() { _ = c.Close() })
	}
	if k.operator != nil {
		k.operator.Speech(func(ctx context.Context) error { return speech.Check(ctx, cfg) })
	}
}
