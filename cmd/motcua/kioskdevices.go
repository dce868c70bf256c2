package main

import (
	"context"
	"strings"
	"sync"

	"motcua/client/facts"
	"motcua/kiosk/scanner"
	"motcua/tui"
)

// startScanner reads a scanner that does not type; nil when there is none.
func (k *kioskRun) startScanner(ctx context.Context) *scanner.Scanner {
	c := k.cfg.Kiosk
	if c.Scanner == "" {
		return nil
	}
	s := &scanner.Scanner{
		Device: c.Scanner, Baud: c.ScannerBaud, Log: k.log,
		Got: func(text string) { k.program.Send(tui.Scanned(text)) },
	}
	go s.Run(ctx)
	return s
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
