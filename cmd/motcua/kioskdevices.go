package main

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"sync"

	"motcua/client/facts"
	"motcua/kiosk/printer"
	"motcua/kiosk/scanner"
	"motcua/kiosk/speech"
	"motcua/tui"
)

// startScanner reads a scanner by its device; nil when none is named.
func (k *kioskRun) startScanner(ctx context.Context) *scanner.Scanner {
	c := k.cfg.Kiosk.Scanner
	if c.Device == "" {
		return nil
	}
	s := &scanner.Scanner{
		Config: c, Log: k.log,
		Got: func(text string) { k.program.Send(tui.Scanned(text)) },
		Bad: func(f scanner.Fault) { k.program.Send(tui.ScanFailed(scanFaults[f])) },
	}
	go s.Run(ctx)
	return s
}

// scanFaults are a scanner's faults as the screen tells them.
var scanFaults = map[scanner.Fault]tui.ScanFault{scanner.FaultTooLong: tui.ScanTooLong, scanner.FaultSpoilt: tui.ScanSpoilt}

// addDevices hangs printer and voice on the interface. A device that the
// configuration does not name is left out, and one that cannot be made ready is
// told: the interface is whole without it.
func (k *kioskRun) addDevices(o *tui.Kiosk) {
	if k.cfg.Kiosk.Printer.Address != "" {
		c := k.cfg.Kiosk.Printer
		c.Turn = kioskFile("printer.lock")
		p, err := printer.New(c)
		program, err2 := os.Executable()
		if err = errors.Join(err, err2); err != nil {
			k.log.Error("printer left out", "error", err)
		} else {
			o.Printer = slipPrinter{program, k.args}
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
		k.log.Error("speech left out", "error", err)
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

// procedureByID finds a procedure by the id of its page on the national portal.
// Where several share a page, none of them is meant.
func procedureByID(id string) (code string, ok bool) {
	codes := procedurePages()[strings.ToLower(id)]
	if len(codes) != 1 {
		return "", false
	}
	return codes[0], true
}

// procedurePages is unpacked when the first such code is scanned.
var procedurePages = sync.OnceValue(func() map[string][]string {
	pages := map[string][]string{}
	for _, e := range facts.Shipped().Entries() {
		if e.UUID != "" {
			id := strings.ToLower(e.UUID)
			pages[id] = append(pages[id], e.Code)
		}
	}
	return pages
})
