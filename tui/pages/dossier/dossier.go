package dossier

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/device"
	"motcua/tui/handover"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
	"motcua/tui/view/failure"
)

// screen shows the state of a dossier: the appointment first, then whether it is early, on
// time or late, then what to do, then the timeline.
type screen struct {
	page.Entry // the field for the proof: closed until the person wants to type it
	page.Asking[client.Dossier]
	holdOff holdOff
	query   client.DossierQuery
	shown   client.DossierQuery // the query that the shown answer belongs to
	tall    page.Tall
}

// New returns the page of the dossier that q asks for.
func New(env *page.Env, q client.DossierQuery) page.Page {
	d := &screen{Entry: page.NewEntry(env, "proof", page.LayoutProof, 64), query: q}
	d.FieldClosed = true
	d.Changed = func() tea.Cmd { d.Err = nil; return nil }
	return d
}

// Start looks the dossier up.
func (d *screen) Start() tea.Cmd {
	svc, q := d.Service, d.query
	q.Full = d.Full
	return d.Begin(d.Base, func(ctx context.Context) (client.Answer[client.Dossier], error) {
		return svc.Track(ctx, q)
	})
}

// Leave cancels the look-up.
func (d *screen) Leave() { d.Asking.Leave() }

func (d *screen) Crumb() string { return d.query.Code.String() }

func (d *screen) Keys() []parts.Key {
	t := &d.Texts.Screen
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	switch {
	case !d.FieldClosed:
		return []parts.Key{{Label: "Enter", Text: t.ProofShow, Press: "enter"}, esc}
	case d.Wait.On():
		esc.Text = t.KeyStop
		return []parts.Key{esc}
	case d.Err != nil:
		return append(d.errorKeys(), esc)
	}
	keys := []parts.Key{esc}
	if d.mayProve() {
		keys = append([]parts.Key{{Label: "M", Text: t.KeyProof, Press: "m"}}, keys...)
	}
	if d.Answer != nil && d.Answer.Value.ProcedureCode != "" {
		keys = append(keys, parts.Key{Label: "P", Text: t.KeyProc, Press: "p"})
	}
	keys = append(keys, parts.Key{Label: "R", Text: t.KeyAgain, Press: "r"})
	if d.Answer != nil {
		keys = append(keys, d.TakeKeys(d.link())...)
	}
	if d.Staff && d.Answer != nil {
		keys = append(keys, parts.Key{Label: "F6", Text: d.Texts.Follow.KeyFollow, Press: "f6"}, d.CopyKey())
	}
	return keys
}

// Copy returns the dossier as it is shown.
func (d *screen) Copy() (what, said string) {
	if d.Answer == nil || !d.FieldClosed {
		return "", ""
	}
	return dossiers.Document(*d.Answer, d.ViewEnv()).Plain(), fmt.Sprintf(d.Texts.Follow.CopiedOne, d.query.Code)
}

// source names the system that the page waits for.
func (d *screen) source() string {
	if d.Answer == nil {
		return d.Texts.Screen.DossierSystems
	}
	return d.Answer.Source.Name
}

func (d *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.AnswerMsg[client.Dossier]:
		d.Board.Other = false // its result needs the lines
		if d.Asking.Take(msg) {
			d.shown, d.tall.Scroll = d.query, page.Scroll{}
			d.CloseField()
			d.holdOff = holdOff{}
		}
		return d.holdOff.begin(d.Env, d.Number(), d.Err)
	case holdOffMsg:
		return d.holdOff.ticked(d.Env, msg)
	case page.TickMsg:
		return d.Wait.Ticked(d.Env, d.Number())
	case page.WheelMsg:
		d.tall.By(msg.By * page.WheelLines)
		return nil
	case page.PressMsg:
		if !d.FieldClosed && !d.Wait.On() {
			return d.Entry.Take(msg)
		}
		return nil
	case tea.KeyPressMsg:
		if !d.FieldClosed {
			return d.proofKey(msg)
		}
		return d.key(msg)
	case tea.PasteMsg:
		if !d.FieldClosed {
			return d.Entry.Take(msg)
		}
	}
	return nil
}

func (d *screen) key(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		if d.Wait.On() && d.Answer != nil {
			d.Wait.End() // the previous answer stays
			return nil
		}
		return d.Back()
	case "enter":
		return d.goOn()
	case "r", "R":
		if !d.Wait.On() && !d.mustWait() {
			return d.Start()
		}
	case "m", "M":
		if d.mayProve() {
			d.OpenField()
		}
	case "p", "P":
		if d.Answer != nil && d.Answer.Value.ProcedureCode != "" {
			v := d.Answer.Value
			return d.Open(page.Procedure{Code: v.ProcedureCode, Name: v.ProcedureName})
		}
	default:
		if k := msg.String(); d.offersPhone() && (k == "w" || k == "W") {
			return d.TakeHome(k, d.phone())
		}
		if d.Answer != nil {
			if cmd := d.TakeHome(msg.String(), d.takeaway()); cmd != nil {
				return cmd
			}
		}
		d.tall.Key(msg)
	}
	return nil
}

// link returns the address of the web page for this dossier, "" when there is none.
func (d *screen) link() string {
	if d.DossierPage == nil || d.shown.Code.IsZero() {
		return ""
	}
	return d.DossierPage(d.shown.Code, d.Answer.Source)
}

// takeaway returns what can be taken along from the page.
func (d *screen) takeaway() page.Takeaway {
	a, link := *d.Answer, d.link()
	return page.Takeaway{
		Link: link, What: code.SplitTyped(d.shown.Code.String()).Grouped(),
		Slip: func() device.Slip { return slip(d.Env, a, link) },
	}
}

// Layout lays out the whole dossier at its full height. The date gets a block of its own
// where the whole page then still fits, because a terminal has no larger type.
func (d *screen) Layout(width, height int) {
	d.Base.Layout(width, height)
	if d.Answer == nil || !d.FieldClosed {
		return
	}
	d.LayTall(&d.tall, width, height, func(width int) *parts.Sheet {
		tall := d.draw(width, true)
		if tall.Depth() > height {
			tall = d.draw(width, false)
		}
		return tall
	})
}

func (d *screen) Sheet() *parts.Sheet {
	s := parts.NewSheet(d.Width, d.Height, d.Styles.Base)
	f := parts.Flow{Sheet: s, Width: d.Width}
	over, handed := d.handedOver()
	switch {
	case handed:
		return over.Sheet(d.Env, d.Width, d.Height)
	case !d.FieldClosed:
		if !d.BoardOn() {
			d.drawProof(&f)
			return s
		}
		lines, top := d.Board.Near(d.Base, d.Typed(), aboveBoard)
		near := parts.NewSheet(d.Width, lines, d.Styles.Base)
		f.Sheet = parts.NewSheet(d.Width, d.Board.Draw(near, d.Base, d.Typed()), d.Styles.Base)
		d.drawProof(&f)
		near.Lay(0, 0, f.Sheet)
		s.Lay(0, top, near)
		return s
	case d.Answer == nil:
		d.drawBefore(&f)
		return s
	}
	return d.DrawTall(d.tall)
}

// draw lays out the whole dossier at its full height.
func (d *screen) draw(width int, roomy bool) *parts.Sheet {
	tall := parts.NewSheet(width, page.Tallest, d.Styles.Base)
	body := d.Flow(tall, width)
	// The current state is above what was known before.
	switch {
	case d.Wait.On() && d.Wait.Said > 0:
		d.Wait.Draw(&body, d.Env, d.Answer.Source.Name, d.Keys)
		body.Gap(1)
	case d.Err != nil:
		body.Hang(d.Styles.Warn, string(view.SignAction), d.Styles.Error, failure.Dossier(d.holdOff.told(d.Err), d.ViewEnv()))
		body.Gap(1)
	}
	drawDossier(&body, d.Env, dossiers.Document(*d.Answer, d.ViewEnv()), dossiers.Stages(d.Answer.Value, d.ViewEnv()), roomy, d.Height < lowPage)
	return tall
}

// drawBefore draws the page without an answer: waiting, or the error.
func (d *screen) drawBefore(f *parts.Flow) {
	st := d.Styles
	f.Gap(1)
	f.Write(st.Strong, code.SplitTyped(d.query.Code.String()).Grouped())
	f.Gap(2)
	if d.Wait.On() {
		d.Wait.Draw(f, d.Env, d.source(), d.Keys)
		return
	}
	if d.Err == nil {
		return
	}
	f.Width = min(f.Width, 76)
	f.Hang(st.Warn, string(view.SignAction), st.Error, failure.Dossier(d.holdOff.told(d.Err), d.ViewEnv()))
	if d.offersPhone() {
		f.Gap(1)
		f.Write(st.Base, handover.OnPhone(d.Env))
	}
}

func (d *screen) Scrolling() *page.Scroll { return &d.tall.Scroll }
