package input

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client/code"
)

// Settled is what a key, or the end of a pause, makes clear.
type Settled struct {
	Keys   []tea.KeyPressMsg // of a person, to be handed on in this order; with Keeps also a scanner's
	Text   string            // what a scanner sent
	Done   bool              // it is whole
	Broken bool              // it broke off half-way; Keys are what it typed, unless only a scanner types such
	Over   bool              // it is longer than anything of ours; there is no text
	whole  []string          // the run that ended with Enter, see run.end
	Behind []tea.KeyPressMsg // of a person, to be handed on once the scan is open
}

// Nothing tells that nothing was made clear.
func (s Settled) Nothing() bool { return len(s.Keys) == 0 && !s.Done && !s.Broken }

// look finds the scan in a run that ended: a scanner's keys that were taken for a
// person's, on a machine that was busy. Where they went is left now.
func (s *Settled) look() {
	for _, whole := range s.whole {
		if better(whole, s.Text) {
			s.Done, s.Text = true, whole
		}
	}
}

// better tells whether the whole of what came says more than its last part: a
// receipt names its dossier first, and then the procedure.
// What was typed may look like a procedure's code, as a number of nine digits does;
// its address does not.
func better(whole, part string) bool {
	w, p := code.ReadScan(whole), code.ReadScan(part)
	if w.Kind == code.ScanUnknown || w.Kind == code.ScanProcedure && w.ProcedureID == "" {
		return false
	}
	return p.Kind == code.ScanUnknown || p.Kind == code.ScanProcedure && w.Kind != p.Kind
}

// Scans tells whether a text that came as keys of a person is of ours to open.
func Scans(text string) bool { return better(text, "") }

// Wrote is the text of a burst, also of one that stopped and whose keys may be a
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
