package tui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/input"
	"motcua/tui/page"
)

// ownScans finds what a scanner types on a person's own terminal. A letter that is
// typed into a field stands there at once, and is taken out again when it turns out
// to have been a scanner's. Where there is no field each letter is a key of the
// page, so there it is held back until it is known whose it was.
type ownScans struct {
	burst  input.Burst
	pace   input.Pace
	before string // what stood in the field when the run of keys began
	page   int    // the number of the page that the newest scan opened
	held   bool   // the newest message was a key that is held back: the screen is as it was
}

// own takes a message on a person's own terminal.
func (r *Root) own(msg tea.Msg, now time.Time) tea.Cmd {
	o := &r.scans
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		cmd = r.ownKey(msg, now)
	case input.End:
		s, wait := o.burst.Pause(msg, now)
		if o.burst.Run() == 0 {
			o.before = ""
		}
		cmd = tea.Batch(r.ownSettle(s), r.ownWait(wait))
	case tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		before := r.ownFlush() // a person's keys come before their finger
		if p, ok := msg.(tea.PasteMsg); ok {
			if cmd, ok = r.pasted(p); ok {
				cmd = tea.Batch(before, cmd)
				break
			}
		}
		cmd = tea.Batch(before, r.Hand(msg))
	default:
		cmd = r.Hand(msg)
	}
	o.pace.Worked(now)
	return cmd
}

// ownWait waits for the key behind the newest one.
func (r *Root) ownWait(wait time.Duration) tea.Cmd {
	if wait <= 0 {
		return nil
	}
	return r.env.After(wait, r.scans.burst.Newest())
}

func (r *Root) ownKey(k tea.KeyPressMsg, now time.Time) tea.Cmd {
	o := &r.scans
	b := &o.burst
	idle := o.pace.Idle(b.Last(), now)
	b.Slack, b.Keeps = r.env.Slack(), true
	if !b.Idle() || !r.Top().CapturesInput() {
		s, wait := b.Take(k, now, idle)
		o.held = s.Nothing()
		return tea.Batch(r.ownSettle(s), r.ownWait(wait))
	}
	whole := b.Follow(k, now, idle)
	if f, ok := r.Top().Page.(page.FieldPage); ok {
		if b.Run() == 1 {
			o.before = f.Typed()
		}
		for _, text := range whole {
			if input.Scans(text) && !(k.Code == tea.KeyEnter && r.codeAlone(f.Typed(), text)) {
				return r.ownTakeOut(f, text, k)
			}
		}
	}
	return tea.Batch(r.Hand(k), r.ownWait(b.Waits()))
}

// codeAlone tells whether a scan is all that stands in the field for codes, where
// Enter looks it up as ever.
func (r *Root) codeAlone(stands, scanned string) bool {
	_, asks := r.Top().As.(page.Ask)
	return asks && strings.TrimSpace(stands) == scanned
}

// ownTakeOut takes a scan out of the field that it was typed into. More may follow
// its Enter: a receipt has several lines.
func (r *Root) ownTakeOut(f page.FieldPage, text string, k tea.KeyPressMsg) tea.Cmd {
	o := &r.scans
	left, ok := strings.CutSuffix(f.Typed(), text)
	if !ok {
		left = o.before // a way of typing has made other letters of it
	}
	return tea.Batch(f.Retype(left), r.ownWait(o.burst.Load(text, k)))
}

// ownFlush hands on the keys that are held back, unless they are a scanner's.
func (r *Root) ownFlush() tea.Cmd {
	return r.ownSettle(input.Settled{Keys: r.scans.burst.Flush()})
}

// ownSettle does what the keys turned out to be.
func (r *Root) ownSettle(s input.Settled) tea.Cmd {
	if s.Nothing() {
		return nil
	}
	defer r.changed()
	t := &r.env.Texts.Screen
	switch {
	case s.Over:
		r.Say(t.ScanTooLong)
		return nil
	case s.Done, s.Broken:
		text := s.Wrote()
		if cmd, ok := r.openOwnScan(text); ok {
			return tea.Batch(cmd, r.handAll(s.Behind))
		}
		if !r.typedAhead(s.Keys, text) {
			r.Say(t.ScanUnknown)
			return r.handAll(s.Behind)
		}
	}
	return tea.Batch(r.handAll(s.Keys), r.handAll(s.Behind))
}

// handAll hands keys on, one after the other.
func (r *Root) handAll(keys []tea.KeyPressMsg) tea.Cmd {
	cmds := make([]tea.Cmd, 0, len(keys))
	for _, k := range keys {
		cmds = append(cmds, r.Hand(k))
	}
	return tea.Batch(cmds...)
}

// typedAhead tells whether keys that came at once are a person's, who typed on while
// the line stood still: the first one leads to a field. Digits alone are on goods.
func (r *Root) typedAhead(keys []tea.KeyPressMsg, text string) bool {
	p, ok := r.Top().Page.(page.AheadPage)
	return ok && len(keys) > 0 && p.LeadsToField(keys[0]) && strings.Trim(text, "0123456789") != ""
}

// openOwnScan goes to what was scanned; ok is false when that is nothing of ours.
// The page of the scan before makes room: who holds one receipt after the other to a
// scanner has one page to leave in the end.
func (r *Root) openOwnScan(text string) (cmd tea.Cmd, ok bool) {
	s := code.ReadScan(text)
	var to page.Intent
	switch {
	case s.Kind == code.ScanDossier:
		to = page.Dossier{Query: client.DossierQuery{Code: s.Code, Secret: s.Secret}}
	case s.Kind == code.ScanInsurance:
		to = page.Elsewhere{Number: s.Insurance}
	case s.Kind == code.ScanProcedure && s.ProcedureID == "":
		to = page.Procedure{Code: s.Procedure.String(), Name: ""}
	case s.Kind == code.ScanCard:
		return r.ownCard(s.Proof), true
	default:
		return nil, false
	}
	r.notice = ""
	for i, below := range r.stack {
		if i > 0 && below.Number() == r.scans.page {
			for len(r.stack) > i {
				r.Back()
			}
			break
		}
	}
	cmd = r.Open(to)
	r.scans.page = r.Top().Number()
	return cmd, true
}

// ownCard proves the dossier that is shown by the digits of a card.
func (r *Root) ownCard(proof string) tea.Cmd {
	p, ok := r.Top().Page.(page.Provable)
	if !ok || !p.TakesProof() {
		r.Say(r.env.Texts.Screen.ScanCard)
		return nil
	}
	return p.Prove(proof)
}

// pasted opens what a pasted text names where no field would take it. In the
// fields of a person's own terminal a paste is theirs to look over first.
func (r *Root) pasted(p tea.PasteMsg) (tea.Cmd, bool) {
	if r.TooSmall() || r.Top().CapturesInput() {
		return nil, false
	}
	return r.openOwnScan(p.Content)
}
