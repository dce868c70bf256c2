package kiosk

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/page"
	"motcua/tui/text"
	"motcua/tui/view/failure"
)

// cardKept is how long the digits of a card wait for a dossier.
const cardKept = 2 * time.Minute

// scannedMsg is a reading of a scanner with a device of its own.
type scannedMsg string

// Scanned returns the message for a reading of a scanner with a device of its own, without
// the line ending. It works on every page of a lobby's interface.
func Scanned(text string) tea.Msg { return scannedMsg(text) }

// ScanFault says why the input of such a scanner was not a valid reading.
type ScanFault int

// The faults.
const (
	ScanTooLong ScanFault = iota // longer than any code that the program knows
	ScanSpoilt                   // part of it was lost
)

// ScanFailed returns the message that tells the person holding the paper.
func ScanFailed(f ScanFault) tea.Msg { return f }

// says returns the sentence.
func (f ScanFault) says(w *text.Hold) string {
	if f == ScanTooLong {
		return w.ScanTooLong
	}
	return w.ScanBroken
}

// card is the part of an identity card that is stored until a dossier needs it.
type card struct {
	proof string
	until time.Time
}

// scanned opens what was read, from any page.
func (sh *Shell) scanned(text string, now time.Time) tea.Cmd {
	w := &sh.env.Texts.Hold
	s := code.ReadScan(text)
	if sh.Top().As == (page.Operator{}) && s.Kind != code.ScanUnknown {
		// Staff test the scanner here. Somebody on the page that asks for a PIN may have
		// come there by mistake, with a receipt in hand.
		sh.tellFor(w.ScanWorks, now)
		return nil
	}
	switch s.Kind {
	case code.ScanDossier:
		var wrong *code.Error
		if err := code.CheckDate(s.Code, sh.env.Service.Now()); errors.As(err, &wrong) {
			sh.tellFor(failure.Code(wrong, sh.env.ViewEnv()), now)
			return nil
		}
		return sh.root.GoTo(page.Dossier{Query: client.DossierQuery{Code: s.Code, Secret: s.Secret}})
	case code.ScanProcedure:
		code := s.Procedure.String()
		if s.ProcedureID != "" && sh.kiosk.FindProcedure != nil {
			code, _ = sh.kiosk.FindProcedure(s.ProcedureID)
		}
		if code != "" {
			return sh.root.GoTo(page.Procedure{Code: code, Name: ""})
		}
	case code.ScanInsurance:
		return sh.root.GoTo(page.Elsewhere{Number: s.Insurance})
	case code.ScanCard:
		sh.cardRead(s.Proof, now)
		return nil
	case code.ScanUnknown:
	}
	sh.tellFor(w.ScanUnknown, now)
	return nil
}

// openScan opens what a pasted text names; ok is false when it names nothing.
func (sh *Shell) openScan(content string) (cmd tea.Cmd, ok bool) {
	if code.ReadScan(content).Kind == code.ScanUnknown {
		return nil, false
	}
	return sh.scanned(content, time.Now()), true
}

// cardRead stores the digits of a card for the dossier that is shown or, when there is
// none, for the next one.
func (sh *Shell) cardRead(proof string, now time.Time) {
	w := &sh.env.Texts.Hold
	p, ok := sh.Top().Page.(page.Provable)
	if ok && p.NeedsNoProof() {
		sh.tellFor(w.CardNotNeeded, now)
		return
	}
	sh.card = card{proof, now.Add(cardKept)}
	if !ok {
		sh.tellFor(w.CardKept, now)
	}
}

// useCard gives the digits of a card to a dossier that accepts a proof. They are used once,
// right or wrong.
func (sh *Shell) useCard() tea.Cmd {
	p, ok := sh.Top().Page.(page.Provable)
	if sh.card.proof == "" || !ok || !p.TakesProof() {
		return nil
	}
	proof := sh.card.proof
	sh.card = card{}
	return p.Prove(proof)
}
