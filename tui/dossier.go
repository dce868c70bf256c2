package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// dossierPage shows where a dossier is: the appointment first, then early, on
// time or late, then what to do, then the time line.
type dossierPage struct {
	basePage
	asking[client.Dossier]
	holdOff holdOff
	query   client.DossierQuery
	shown   client.DossierQuery // the one that the answer on the page is for
	proof   *parts.Field        // open while the person types the proof
	board   board               // that types it, in a lobby
	scroll  scroll
}

func newDossier(sh *shared, q client.DossierQuery) *dossierPage {
	return &dossierPage{basePage: newBase(sh), query: q, board: board{layout: layoutProof}}
}

// Start asks for the dossier.
func (d *dossierPage) Start() tea.Cmd {
	svc, q := d.Service, d.query
	q.Full = d.Full
	return d.start(d.basePage, func(ctx context.Context) (client.Answer[client.Dossier], error) {
		return svc.Track(ctx, q)
	})
}

// Leave stops asking.
func (d *dossierPage) Leave() { d.asking.Leave() }

func (d *dossierPage) Crumb() string       { return d.query.Code.String() }
func (d *dossierPage) CapturesInput() bool { return d.proof != nil }

func (d *dossierPage) Keys() []parts.Key {
	t := &d.texts.Screen
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	switch {
	case d.proof != nil:
		return []parts.Key{{Label: "Enter", Text: t.ProofShow, Press: "enter"}, esc}
	case d.wait.on():
		esc.Text = t.KeyStop
		return []parts.Key{esc}
	case d.err != nil:
		keys := []parts.Key{{Label: "R", Text: t.KeyAgain, Press: "r"}, esc}
		if d.answer == nil && d.mayProve() {
			keys = append([]parts.Key{{Label: "M", Text: t.KeyProof, Press: "m"}}, keys...)
		}
		return keys
	}
	keys := []parts.Key{esc}
	if d.mayProve() {
		keys = append([]parts.Key{{Label: "M", Text: t.KeyProof, Press: "m"}}, keys...)
	}
	if d.answer != nil && d.answer.Value.ProcedureCode != "" {
		keys = append(keys, parts.Key{Label: "T", Text: t.KeyProc, Press: "t"})
	}
	keys = append(keys, parts.Key{Label: "R", Text: t.KeyAgain, Press: "r"})
	if d.answer != nil {
		keys = append(keys, d.takeKeys(d.link())...)
	}
	if d.Staff && d.answer != nil {
		keys = append(keys, parts.Key{Label: "F6", Text: d.texts.Follow.KeyFollow, Press: "f6"})
	}
	return keys
}

// mayProve tells whether a proof may be typed: it would open more of what is
// shown, or the dossier that a walk through its day has made wait.
func (d *dossierPage) mayProve() bool {
	if d.answer == nil {
		return d.err != nil && d.holdOff.ownHelps()
	}
	return d.answer.Value.Proof == client.ProofNeeded
}

// source names whom the page waits for.
func (d *dossierPage) source() string {
	if d.answer == nil {
		return d.texts.Screen.DossierSystems
	}
	return d.answer.Source.Name
}

// Typed is what stands in the field for the proof.
func (d *dossierPage) Typed() string {
	if d.proof == nil {
		return ""
	}
	return d.proof.Value()
}

// Retype puts another text there.
func (d *dossierPage) Retype(s string) tea.Cmd {
	if d.proof != nil {
		d.proof.SetValue(s)
	}
	return nil
}

// LeadsToField tells of the key that asks for the proof.
func (d *dossierPage) LeadsToField(k tea.KeyPressMsg) bool {
	return d.proof == nil && d.answer != nil && d.answer.Value.Proof == client.ProofNeeded && (k.Text == "m" || k.Text == "M")
}

func (d *dossierPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case answerMsg[client.Dossier]:
		d.board.other = false // what comes of it needs the lines
		if d.take(msg) {
			d.shown, d.scroll, d.proof = d.query, scroll{}, nil
			d.holdOff = holdOff{}
		}
		return d, d.holdOff.begin(d.shared, d.number, d.err)
	case holdOffMsg:
		return d, d.holdOff.ticked(d.shared, msg)
	case tickMsg:
		return d, d.wait.ticked(d.shared, d.number)
	case wheelMsg:
		d.scroll.by(msg.by * wheelLines)
		return d, nil
	case pressMsg:
		if d.proof != nil && !d.wait.on() {
			d.board.press(msg.id, d.proof)
			d.err = nil
		}
		return d, nil
	case tea.KeyPressMsg:
		if d.proof != nil {
			return d, d.proofKey(msg)
		}
		return d, d.key(msg)
	case tea.PasteMsg:
		if d.proof != nil {
			f, cmd := d.proof.Update(msg)
			d.proof, d.err = &f, nil
			return d, cmd
		}
	}
	return d, nil
}

func (d *dossierPage) key(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		if d.wait.on() && d.answer != nil {
			d.wait.end() // what was already there stays
			return nil
		}
		return d.back()
	case "r", "R":
		if !d.wait.on() {
			return d.Start()
		}
	case "m", "M":
		if d.mayProve() {
			f := parts.NewField(fieldPrefix+"proof", 64)
			d.proof = &f
		}
	case "t", "T":
		if d.answer != nil && d.answer.Value.ProcedureCode != "" {
			v := d.answer.Value
			return d.open(newProcedure(d.shared, v.ProcedureCode, v.ProcedureName))
		}
	default:
		if d.answer != nil {
			if cmd := d.takeHome(msg.String(), d.takeaway()); cmd != nil {
				return cmd
			}
		}
		d.scroll.key(msg)
	}
	return nil
}

// link is the page where this dossier is looked up.
func (d *dossierPage) link() string {
	return d.dossierLink(d.shown.Code, d.answer.Source)
}

// takeaway is what of the page can be taken home.
func (d *dossierPage) takeaway() takeaway {
	a, link := *d.answer, d.link()
	return takeaway{
		link: link, what: code.SplitTyped(d.shown.Code.String()).Grouped(),
		slip: func() Slip { return d.dossierSlip(a, link) },
	}
}

// proofKey handles the keys while the proof is typed. A wrong proof loses
// neither the dossier that is shown nor what was typed.
func (d *dossierPage) proofKey(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		// Back to what is known, asked again with the proof that was right.
		d.wait.end()
		d.proof, d.err = nil, nil
		if d.answer == nil { // nothing is known: back to the wait
			d.query.Proof, d.err = "", d.holdOff.limited
			return nil
		}
		d.query = d.shown
		return nil
	case "enter":
		if d.proof.Value() == "" || d.wait.on() {
			return nil
		}
		d.query.Proof = clean.Line(d.proof.Value())
		return d.Start()
	}
	f, cmd := d.proof.Update(msg)
	if f.Value() != d.proof.Value() {
		d.err = nil
	}
	d.proof = &f
	return cmd
}

func (d *dossierPage) View(width, height int) string { return d.Sheet(width, height).String() }

func (d *dossierPage) Sheet(width, height int) *parts.Sheet {
	s := parts.NewSheet(width, height, d.st.Base)
	f := parts.Flow{Sheet: s, Width: width}
	if over, ok := d.handedOver(); ok {
		return over.sheet(d.shared, width, height)
	}
	if d.proof != nil {
		if d.boardOn() {
			d.board.draw(s, d.shared, d.proof.Value())
		}
		d.drawProof(&f)
		return s
	}
	if d.answer == nil {
		d.drawBefore(&f)
		return s
	}
	// The date stands in a block of its own height where the whole page then
	// still fits; there is no larger type in a terminal.
	d.tall(s, &d.scroll, func(width int) *parts.Sheet {
		tall := d.draw(width, true)
		if tall.Depth() > height {
			tall = d.draw(width, false)
		}
		return tall
	})
	return s
}

// draw lays the whole dossier, however tall.
func (d *dossierPage) draw(width int, roomy bool) *parts.Sheet {
	tall := parts.NewSheet(width, tallest, d.st.Base)
	body := d.flow(tall, width)
	// What happens now stands above what was known before.
	switch {
	case d.wait.on() && d.wait.said > 0:
		d.wait.draw(&body, d.shared, d.answer.Source.Name, d.Keys)
		body.Gap(1)
	case d.err != nil:
		body.Hang(d.st.Warn, string(view.SignAction), d.st.Error, view.Error(d.holdOff.told(d.err), d.env()))
		body.Gap(1)
	}
	drawDossier(&body, d.shared, view.Dossier(*d.answer, d.env()), roomy)
	return tall
}

// drawBefore is the page while nothing is known yet: waiting, or why not.
func (d *dossierPage) drawBefore(f *parts.Flow) {
	st := d.st
	f.Gap(1)
	f.Write(st.Strong, code.SplitTyped(d.query.Code.String()).Grouped())
	f.Gap(2)
	if d.wait.on() {
		d.wait.draw(f, d.shared, d.source(), d.Keys)
		return
	}
	if d.err == nil {
		return
	}
	f.Width = min(f.Width, 76)
	f.Hang(st.Warn, string(view.SignAction), st.Error, view.Error(d.holdOff.told(d.err), d.env()))
}

// drawProof is the page while the person types what proves that the dossier is
// theirs.
func (d *dossierPage) drawProof(f *parts.Flow) {
	t, st := &d.texts.Screen, d.st
	f.Width = min(f.Width, 76)
	if d.lobby() {
		d.drawLobbyProof(f)
		return
	}
	f.Gap(1)
	f.Write(st.Strong, code.SplitTyped(d.query.Code.String()).Grouped())
	f.Gap(1)
	f.Write(st.Base, t.ProofLabel)
	d.proof.Draw(f.Sheet, st, 0, f.Y, min(f.Width, 40), "", "")
	f.Gap(parts.FieldHeight + 1)
	switch {
	case d.wait.on():
		d.wait.draw(f, d.shared, d.source(), d.Keys)
	case d.err != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error, view.ProofError(d.holdOff.told(d.err), d.env()))
	default:
		f.Write(st.Quiet, t.ProofHelp)
	}
}
