package dossier

import (
	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/parts"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// Prove looks the dossier up with a proof, as if the person had typed it.
func (d *screen) Prove(proof string) tea.Cmd {
	if d.FieldClosed {
		d.key(tea.KeyPressMsg{Code: 'm', Text: "m"})
	}
	if d.FieldClosed {
		return nil
	}
	d.Field.SetValue(proof)
	return d.proofKey(tea.KeyPressMsg{Code: tea.KeyEnter})
}

// TakesProof reports whether a proof would open more now.
func (d *screen) TakesProof() bool { return !d.Wait.On() && d.mayProve() }

// NeedsNoProof reports whether everything was shown without one.
func (d *screen) NeedsNoProof() bool {
	return d.Answer != nil && d.Answer.Value.Proof != client.ProofNeeded
}

// Tracked returns the dossier that the page shows.
func (d *screen) Tracked() (code.Dossier, bool) { return d.shown.Code, d.Answer != nil }

// mayProve reports whether a proof may be typed: it would open more of what is shown, or it
// would lift the wait that looking up many dossiers of one office and day has caused.
func (d *screen) mayProve() bool {
	if d.Answer == nil {
		return d.Err != nil && d.holdOff.ownHelps()
	}
	return d.Answer.Value.Proof == client.ProofNeeded
}

// LeadsToField reports whether this is the key that asks for the proof.
func (d *screen) LeadsToField(k tea.KeyPressMsg) bool {
	return d.FieldClosed && d.Answer != nil && d.Answer.Value.Proof == client.ProofNeeded && (k.Text == "m" || k.Text == "M")
}

// proofKey handles the keys while the proof is typed. After a wrong proof, both the shown
// dossier and the typed text stay.
func (d *screen) proofKey(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		// Return to what is known, looked up with the proof that was right.
		d.Wait.End()
		d.CloseField()
		d.Err = nil
		if d.Answer == nil { // nothing is known: return to the wait
			d.query.Proof, d.Err = "", d.holdOff.limited
			return nil
		}
		d.query = d.shown
		return nil
	case "enter":
		if d.Typed() == "" || d.Wait.On() {
			return nil
		}
		d.query.Proof = clean.Line(d.Typed())
		return d.Start()
	}
	return d.Entry.Take(msg)
}

// drawProof draws the page while the person types the proof.
func (d *screen) drawProof(f *parts.Flow) {
	t, st := &d.Texts.Screen, d.Styles
	f.Width = min(f.Width, 76)
	if d.Touch {
		d.drawLobbyProof(f)
		return
	}
	f.Gap(1)
	f.Write(st.Strong, code.SplitTyped(d.query.Code.String()).Grouped())
	f.Gap(1)
	f.Write(st.Base, t.ProofLabel)
	d.DrawField(f.Sheet, f.Y, min(f.Width, 40), "", "")
	f.Gap(parts.FieldHeight + 1)
	switch {
	case d.Wait.On():
		d.Wait.Draw(f, d.Env, d.source(), d.Keys)
	case d.Err != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error, failure.Proof(d.holdOff.told(d.Err), d.ViewEnv()))
	default:
		f.Write(st.Quiet, t.ProofHelp)
	}
}

// aboveBoard is how many lines the code, the field and a sentence take on a tall screen.
const aboveBoard = 9

// drawLobbyProof draws the field for the proof, with space for the on-screen keyboard
// below.
func (d *screen) drawLobbyProof(f *parts.Flow) {
	t, st := &d.Texts.Screen, d.Styles
	if f.Left() > parts.FieldHeight { // with large letters the keyboard leaves the field alone
		f.Block(st.Strong.Render(code.SplitTyped(d.query.Code.String()).Grouped()))
	}
	if !d.BoardOn() || f.Left() >= aboveBoard-1 {
		f.Gap(1)
	}
	d.DrawField(f.Sheet, f.Y, f.Width, d.Texts.Lobby.Proof, "")
	f.Gap(parts.FieldHeight)
	switch {
	case d.Wait.On():
		d.Wait.Draw(f, d.Env, d.source(), d.Keys)
	case d.Err != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error, failure.Proof(d.holdOff.told(d.Err), d.ViewEnv()))
	default:
		if f.Left() >= len(parts.Wrap(t.ProofHelp, f.Width)) { // half a sentence would not help
			f.Write(st.Quiet, t.ProofHelp)
		}
	}
}
