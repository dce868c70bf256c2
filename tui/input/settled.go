package input

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client/code"
)

// Settled is the decision after a key or the end of a pause.
type Settled struct {
	Keys   []tea.KeyPressMsg // a person's, to be delivered in this order; with Keeps also a scanner's
	Text   string            // what a scanner sent
	Done   bool              // the scan is complete
	Broken bool              // the scan stopped in the middle; Keys are what it typed, unless only a scanner types such
	Over   bool              // the scan is longer than any code; there is no text
	whole  []string          // the run that ended with Enter, see run.end
	Behind []tea.KeyPressMsg // a person's, to be delivered after the scan was handled
}

// Nothing reports whether nothing was decided.
func (s Settled) Nothing() bool { return len(s.Keys) == 0 && !s.Done && !s.Broken }

// look finds a scan in a run that ended: on a busy machine a scanner's keys may have been
// delivered as a person's.
func (s *Settled) look() {
	for _, whole := range s.whole {
		if better(whole, s.Text) {
			s.Done, s.Text = true, whole
		}
	}
}

// better reports whether the whole text says more than its last part: a receipt names its
// dossier first, and then the procedure. A typed number of nine digits may look like a
// procedure's code; its URL does not.
func better(whole, part string) bool {
	w, p := code.ReadScan(whole), code.ReadScan(part)
	if w.Kind == code.ScanUnknown || w.Kind == code.ScanProcedure && w.ProcedureID == "" {
		return false
	}
	return p.Kind == code.ScanUnknown || p.Kind == code.ScanProcedure && w.Kind != p.Kind
}

// Scans reports whether a text that was delivered as a person's keys is a code to open.
func Scans(text string) bool { return better(text, "") }

// Wrote returns the text of a burst, including one that stopped and whose keys may be a
// person's.
func (s Settled) Wrote() string {
	if s.Text != "" {
		return s.Text
	}
	var b strings.Builder
	for _, k := range s.Keys {
		typed, _ := typedBy(k)
		b.WriteString(typed)
	}
	return strings.TrimSpace(b.String())
}
