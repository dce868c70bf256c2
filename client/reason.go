package client

import (
	"strings"

	"motcua/client/reason"
)

// HasReason reports whether an agency gives a reason for this state.
func (s Status) HasReason() bool { return s == StatusRefused || s == StatusStopped }

// GiveReason sets why the dossier was refused or stopped, from the official's words:
// the whole text where the private part is open, the kind alone where it is not. Set
// Private before.
func (d *Dossier) GiveReason(words string) {
	d.ReasonKind, d.Reason = reason.Unsaid, ""
	if words = strings.TrimSpace(words); words == "" || !d.Status.HasReason() {
		return
	}
	d.ReasonKind = reason.Of(words)
	if d.Private != nil {
		d.Reason = words
	}
}
