package tui

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/text"
	"motcua/tui/view"
)

// cardKept is how long the digits of a card wait for a dossier.
const cardKept = 2 * time.Minute

// scannedMsg is what a scanner on a line of its own read.
type scannedMsg string

// Scanned makes the message of a scanner that does not type: whatever it read,
// without the ending. It works from every page of a lobby's interface.
func Scanned(text string) tea.Msg { return scannedMsg(text) }

// ScanFault is why what such a scanner read is no reading.
type ScanFault int

// The faults.
const (
	ScanTooLong ScanFault = iota // longer than anything of ours
	ScanSpoilt                   // a part of it was lost
)

// ScanFailed makes the message that says so to whoever holds the paper.
func ScanFailed(f ScanFault) tea.Msg { return f }

// says is the sentence.
func (f ScanFault) says(w *text.Hold) string {
	if f == ScanTooLong {
		return w.ScanTooLong
	}
	return w.ScanBroken
}

// card is what is kept of an identity card until a dossier needs it.
type card struct {
	proof string
	until time.Time
}

// scanned goes to what was read, from wherever the person is.
func (r *Root) scanned(text string, now time.Time) tea.Cmd {
	w := &r.sh.texts.Hold
	s := code.ReadScan(text)
	if _, ok := r.top().(*operatorPage); ok && s.Kind != code.ScanUnknown {
		// Staff try the scanner. Who asks for a PIN may have come there by mistake,
		// with a receipt in hand.
		r.tellFor(w.ScanWorks, now)
		return nil
	}
	switch s.Kind {
	case code.ScanDossier:
		var wrong *code.Error
		if err := code.CheckDate(s.Code, r.sh.Service.Now()); errors.As(err, &wrong) {
			r.tellFor(view.CodeProblem(wrong, r.sh.env()), now)
			return nil
		}
		return r.goTo(newDossier(r.sh, client.DossierQuery{Code: s.Code, Secret: s.Secret}))
	case code.ScanProcedure:
		code := s.Procedure.String()
		if s.ProcedureID != "" && r.sh.lobby() && r.sh.Kiosk.FindProcedure != nil {
			code, _ = r.sh.Kiosk.FindProcedure(s.ProcedureID)
		}
		if code != "" {
			return r.goTo(newProcedure(r.sh, code, ""))
		}
	case code.ScanInsurance:
		return r.goTo(newElsewhere(r.sh, s.Insurance))
	case code.ScanCard:
		r.cardRead(s.Proof, now)
		return nil
	}
	r.tellFor(w.ScanUnknown, now)
	return nil
}

// openScan goes to what a pasted text names; ok is false when it names nothing.
func (r *Root) openScan(content string) (cmd tea.Cmd, ok bool) {
	if code.ReadScan(content).Kind == code.ScanUnknown {
		return nil, false
	}
	return r.scanned(content, time.Now()), true
}

// goTo opens a page right above the first one; what the person was at is over.
func (r *Root) goTo(p page) tea.Cmd {
	for len(r.stack) > 1 {
		r.back()
	}
	r.stack = append(r.stack, p)
	return startOf(p)
}

// cardRead keeps the digits of a card for the dossier that is shown or, when
// there is none, for the next one.
func (r *Root) cardRead(proof string, now time.Time) {
	w := &r.sh.texts.Hold
	if d, ok := r.top().(*dossierPage); ok && d.answer != nil && d.answer.Value.Proof != client.ProofNeeded {
		r.tellFor(w.CardNotNeeded, now)
		return
	}
	r.porter.card = card{proof, now.Add(cardKept)}
	if _, ok := r.top().(*dossierPage); !ok {
		r.tellFor(w.CardKept, now)
	}
}

// useCard gives the digits of a card to a dossier that waits for a proof. They
// are used once, right or wrong.
func (r *Root) useCard() tea.Cmd {
	c := &r.porter.card
	d, ok := r.top().(*dossierPage)
	if c.proof == "" || !ok || d.wait.on() || !d.mayProve() {
		return nil
	}
	proof := c.proof
	*c = card{}
	return d.prove(proof)
}

// prove asks with a proof, as if it had been typed.
func (d *dossierPage) prove(proof string) tea.Cmd {
	if d.proof == nil {
		d.key(tea.KeyPressMsg{Code: 'm', Text: "m"})
	}
	if d.proof == nil {
		return nil
	}
	d.proof.SetValue(proof)
	return d.proofKey(tea.KeyPressMsg{Code: tea.KeyEnter})
}
