package tui

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/view"
)

// procedurePage is the first page of a procedure: papers, cost, time and place
// in a dozen lines. What is needed only in some case stands folded.
type procedurePage struct {
	basePage
	asking[client.Procedure]
	marking
	code, name string // known before the answer comes
	soFar      bool   // what is on this machine is shown, and a portal is being asked

	made   view.ProcedureView // of the answer, in madeIn
	madeIn text.Lang

	caseAt int
	fold   int          // the fold that has the focus
	opened map[int]bool // folds that are open
	scroll scroll
	follow bool // scroll so that the focus is seen
}

func newProcedure(sh *shared, code, name string) *procedurePage {
	return &procedurePage{basePage: newBase(sh), code: code, name: name, opened: map[int]bool{}}
}

// keptMsg is what this machine has of a procedure, for the page that asked.
type keptMsg struct {
	page   int
	answer client.Answer[client.Procedure]
}

func (m keptMsg) to() int { return m.page }

// Start asks for the procedure. What is on this machine is shown until the answer is
// there, so that nobody waits for a portal that is silent. A heading alone comes a
// blink later: most portals are faster, and the page would jump for nothing.
func (p *procedurePage) Start() tea.Cmd {
	svc, code, number := p.Service, p.code, p.number
	ask := p.start(p.basePage, func(ctx context.Context) (client.Answer[client.Procedure], error) {
		return svc.Show(ctx, code)
	})
	if p.canMark() {
		ask = tea.Batch(ask, p.askMarks(code))
	}
	if p.answer != nil {
		return ask
	}
	ctx := p.Context
	return tea.Batch(ask, func() tea.Msg {
		kept, ok := svc.KeptProcedure(ctx, code)
		if !ok {
			return nil
		}
		if kept.Value.Outline {
			select {
			case <-time.After(quietWait):
			case <-ctx.Done():
				return nil
			}
		}
		return keptMsg{number, kept}
	})
}

// came takes the answer. Where there is none what was on this machine stays, unless
// the portal says that there is no such procedure.
func (p *procedurePage) came(msg answerMsg[client.Procedure]) {
	soFar := p.soFar
	if p.asking.take(msg) {
		p.soFar, p.madeIn = false, ""
		return
	}
	if p.wait.on() || !soFar {
		return
	}
	p.soFar = false
	if errors.Is(p.err, client.ErrNotFound) {
		p.answer = nil
		return
	}
	p.answer.Stale, p.madeIn = true, ""
}

// Leave stops asking.
func (p *procedurePage) Leave() { p.asking.Leave() }

func (p *procedurePage) Crumb() string { return p.code }

func (p *procedurePage) Keys() []parts.Key {
	t := &p.texts.Screen
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	switch {
	case p.wait.on() && !p.soFar:
		esc.Text = t.KeyStop
		return []parts.Key{esc}
	case p.heading():
		return []parts.Key{esc}
	case p.answer == nil:
		return []parts.Key{{Label: "R", Text: t.KeyAgain, Press: "r"}, esc}
	}
	keys := []parts.Key{{Label: "T", Text: t.KeyFullText, Press: "t"}, esc}
	if len(p.view().Cases) > 1 {
		keys = append(keys, p.caseKey())
	}
	if p.Staff {
		keys = append(keys, parts.Key{Label: "V", Text: p.texts.Review.KeyWhy, Press: "v"})
	}
	if p.canMark() {
		keys = append(keys, p.markKey())
	}
	keys = append(keys, p.takeKeys(p.view().URL)...)
	if p.foldCount() > 0 && !p.lobby() {
		keys = append(keys, parts.Key{Label: "↑↓", Text: t.KeyChoose}, parts.Key{Label: "Enter", Text: t.KeyOpen, Press: "enter"})
	}
	return keys
}

// heading tells whether only the heading is shown so far, and the rest may come.
func (p *procedurePage) heading() bool { return p.soFar && p.view().Outline != "" }

// caseKey leads to the next case. In a lobby the arrows move the focus.
func (p *procedurePage) caseKey() parts.Key {
	k := parts.Key{Label: "←→", Text: p.texts.Screen.KeyCase, Press: "right"}
	if p.lobby() {
		k.Label = ""
	}
	return k
}

func (p *procedurePage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case answerMsg[client.Procedure]:
		p.came(msg)
	case keptMsg:
		if p.wait.on() && p.answer == nil {
			p.answer, p.soFar, p.madeIn = &msg.answer, true, ""
		}
	case marksMsg:
		return p, p.marking.take(p.basePage, msg)
	case tickMsg:
		return p, p.wait.ticked(p.shared, p.number)
	case wheelMsg:
		p.scroll.by(msg.by * wheelLines)
	case pressMsg:
		if n, ok := foldOf(msg.id); ok {
			p.fold = n
			p.toggle()
		}
	case tea.KeyPressMsg:
		return p, p.key(msg)
	}
	return p, nil
}

func (p *procedurePage) key(msg tea.KeyPressMsg) tea.Cmd {
	k := strings.ToLower(msg.String())
	switch {
	case k == "esc":
		return p.back()
	case k == "r":
		if !p.wait.on() {
			return p.Start()
		}
	case p.answer == nil, p.heading():
	case k == "t":
		return p.open(newFull(p.shared, *p.answer))
	case p.Staff && k == "v":
		return p.open(newWhy(p.shared, *p.answer))
	case p.canMark() && k == "x":
		return p.mark(p.view().Code, 0)
	case k == "left":
		p.turnCase(-1)
	case k == "right":
		p.turnCase(+1)
	case k == "down" && p.foldCount() > 0:
		p.walkFolds(+1)
	case k == "up" && p.foldCount() > 0:
		p.walkFolds(-1)
	case k == "enter":
		p.toggle()
	case k == "q", k == "i":
		return p.takeHome(k, p.takeaway())
	default:
		p.scroll.key(msg)
	}
	return nil
}

// turnCase shows the next of the alternative cases, or the one before.
func (p *procedurePage) turnCase(by int) {
	n := len(p.view().Cases)
	if n < 2 {
		return
	}
	p.caseAt = (p.caseAt + by + n) % n
	p.fold, p.opened, p.scroll = 0, map[int]bool{}, scroll{}
}

// walkFolds chooses the next of what can be opened, or the one before.
func (p *procedurePage) walkFolds(by int) {
	p.fold = min(max(p.fold+by, 0), p.foldCount()-1)
	p.follow = true
}

// takeaway is what of the page can be taken home.
func (p *procedurePage) takeaway() takeaway {
	a, at, link := *p.answer, p.caseAt, p.view().URL
	return takeaway{link: link, what: p.view().Name, slip: func() Slip { return p.procedureSlip(a, at, link) }}
}

func (p *procedurePage) toggle() {
	if p.fold < p.foldCount() {
		p.opened[p.fold] = !p.opened[p.fold]
		p.follow = true
	}
}

// view makes the view model once a language.
func (p *procedurePage) view() *view.ProcedureView {
	if p.madeIn != p.texts.Lang {
		p.made, p.madeIn = view.Procedure(*p.answer, p.env()), p.texts.Lang
	}
	return &p.made
}

// lists are the papers of the case that is shown.
func (p *procedurePage) lists() view.CaseView {
	v := p.view()
	if len(v.Cases) > 0 {
		return v.Cases[min(p.caseAt, len(v.Cases)-1)]
	}
	return view.CaseView{HandIn: v.HandIn, Show: v.Show, OnlyIf: v.OnlyIf, Close: v.Close, Notes: v.Notes}
}

// foldCount is how many things can be opened: each condition, and the notes.
func (p *procedurePage) foldCount() int {
	if p.answer == nil {
		return 0
	}
	l := p.lists()
	n := len(l.OnlyIf)
	if len(l.Notes) > 0 {
		n++
	}
	return n
}

const foldPrefix = "fold:"

func foldOf(id string) (int, bool) {
	s, ok := strings.CutPrefix(id, foldPrefix)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

func (p *procedurePage) View(width, height int) string { return p.Sheet(width, height).String() }

func (p *procedurePage) Sheet(width, height int) *parts.Sheet {
	s := parts.NewSheet(width, height, p.st.Base)
	if p.answer == nil {
		f := parts.Flow{Sheet: s, Width: min(width, 76)}
		f.Write(p.st.Title, p.name)
		f.Gap(2)
		if p.wait.on() {
			p.wait.draw(&f, p.shared, p.portal(), p.Keys)
		} else if p.err != nil {
			f.Hang(p.st.Warn, string(view.SignAction), p.st.Error, view.ProcedureError(p.err, p.code, p.env()))
		}
		return s
	}
	if p.lobby() {
		p.tall(s, &p.scroll, func(width int) *parts.Sheet {
			tall := parts.NewSheet(width, tallest, p.st.Base)
			p.draw(tall, width)
			return tall
		})
		return s
	}
	tall := parts.NewSheet(width, tallest, p.st.Base)
	p.draw(tall, width)
	if p.follow {
		p.follow = false
		if y := tall.LineOf(foldPrefix + strconv.Itoa(p.fold)); y >= 0 {
			p.scroll.offset = min(max(p.scroll.offset, y-height+4), y)
		}
	}
	p.scroll.window(s, tall, p.st, p.texts.Screen.MoreBelow)
	return s
}
