package procedure

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/tui/device"
	"motcua/tui/handover"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/failure"
	"motcua/tui/view/procedures"
)

// screen is the first page of a procedure: papers, cost, time and place in a dozen lines.
// Papers that are only needed in some case are folded.
type screen struct {
	page.Base
	page.Asking[client.Procedure]
	page.Marking
	code, name string // known before the answer comes
	soFar      bool   // the shown page is from this machine, and a portal is being asked

	made procedures.Made
	doc  view.Document // the answer as shown, in the current language

	caseAt int
	fold   int          // the fold that has the focus
	turned map[int]bool // folds that the person opened, or closed where all are open
	spread bool         // the page is so large that all folds are open at first
	tall   page.Tall
	follow bool // scroll until the focus is visible
}

// New returns the page of a procedure; name is shown until the answer comes.
func New(env *page.Env, code, name string) page.Page {
	return &screen{Base: page.NewBase(env), code: code, name: name, turned: map[int]bool{}}
}

// keptMsg is this machine's data on a procedure, for the page that asked.
type keptMsg struct {
	page   int
	answer client.Answer[client.Procedure]
}

func (m keptMsg) To() int { return m.page }

// Start looks the procedure up. The data on this machine is shown until the answer comes,
// so that nobody waits for a silent portal. When only a heading is known it appears a
// moment later: most portals are faster, and the page would jump for nothing.
func (p *screen) Start() tea.Cmd {
	svc, code, number := p.Service, p.code, p.Number()
	ask := p.Begin(p.Base, func(ctx context.Context) (client.Answer[client.Procedure], error) {
		return svc.Show(ctx, code)
	})
	if p.CanMark() {
		ask = tea.Batch(ask, p.AskMarks(code))
	}
	if p.Answer != nil {
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
			case <-time.After(page.QuietWait):
			case <-ctx.Done():
				return nil
			}
		}
		return keptMsg{number, kept}
	})
}

// came handles the answer. Without an answer the data on this machine stays, unless the
// portal says that the procedure does not exist.
func (p *screen) came(msg page.AnswerMsg[client.Procedure]) {
	soFar := p.soFar
	if p.Asking.Take(msg) {
		p.soFar = false
		p.answered()
		return
	}
	if p.Wait.On() || !soFar {
		return
	}
	p.soFar = false
	if errors.Is(p.Err, client.ErrNotFound) {
		p.Answer = nil
		return
	}
	p.Answer.Stale = true
	p.answered()
}

// Leave cancels the look-up.
func (p *screen) Leave() { p.Asking.Leave() }

func (p *screen) Crumb() string {
	if p.Touch { // nobody in a lobby knows a procedure by its code
		if p.Answer == nil {
			return p.name
		}
		return p.doc.Words("procedure")
	}
	return p.code
}

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Screen
	esc := parts.Key{Label: "Esc", Text: t.KeyBack, Press: "esc"}
	switch {
	case p.Wait.On() && !p.soFar:
		esc.Text = t.KeyStop
		return []parts.Key{esc}
	case p.heading():
		return []parts.Key{esc}
	case p.failed():
		return append(p.errorKeys(), esc)
	}
	keys := append(p.nextKeys(), parts.Key{Label: "T", Text: t.KeyFullText, Press: "t"}, parts.Key{Label: "U", Text: topic.Units.In(p.Texts).Key, Press: "u"}, esc)
	if p.doc.Cases() > 1 {
		keys = append(keys, p.caseKey())
	}
	if p.Staff {
		keys = append(keys, parts.Key{Label: "V", Text: p.Texts.Review.KeyWhy, Press: "v"})
	}
	if p.CanMark() {
		keys = append(keys, p.MarkKey())
	}
	keys = append(append(keys, p.formKeys()...), p.linkedKeys()...)
	keys = append(keys, p.TakeKeys(p.Answer.Value.URL)...)
	if p.foldCount() > 0 && !p.Touch {
		keys = append(keys, parts.Key{Label: "↑↓", Text: t.KeyChoose}, parts.Key{Label: "Enter", Text: t.KeyOpen, Press: "enter"})
	}
	keys = append(keys, p.decisionKeys()...)
	return append(keys, parts.Key{Label: "O", Text: topic.Place.In(p.Texts).Key, Press: "o", Aside: true})
}

// heading reports whether only the heading is shown so far and the rest may come.
func (p *screen) heading() bool { return p.soFar && p.shown().Words("outline") != "" }

// caseKey is the key for the next case. In a lobby the arrows move the focus.
func (p *screen) caseKey() parts.Key {
	k := parts.Key{Label: "←→", Text: p.Texts.Screen.KeyCase, Press: "right"}
	if p.Touch {
		k.Label = ""
	}
	return k
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case page.AnswerMsg[client.Procedure]:
		p.came(msg)
	case keptMsg:
		if p.Wait.On() && p.Answer == nil {
			p.Answer, p.soFar = &msg.answer, true
			p.answered()
		}
	case page.MarksMsg:
		return p.Marking.Take(p.Base, msg)
	case page.TickMsg:
		return p.Wait.Ticked(p.Env, p.Number())
	case page.LangMsg:
		if p.Answer != nil {
			p.words()
		}
	case page.WheelMsg:
		p.tall.By(msg.By * page.WheelLines)
	case page.PressMsg:
		if n, ok := page.FoldOf(msg.ID); ok {
			p.fold = n
			p.toggle()
		}
	case tea.KeyPressMsg:
		if cmd, ok := p.goOn(strings.ToLower(msg.String())); ok {
			return cmd
		}
		return p.key(msg)
	}
	return nil
}

func (p *screen) key(msg tea.KeyPressMsg) tea.Cmd {
	k := strings.ToLower(msg.String())
	switch {
	case k == "esc":
		return p.Back()
	case k == "r":
		if !p.Wait.On() {
			return p.Start()
		}
	case p.Answer == nil, p.heading():
	case k == "t":
		return p.Open(page.Full{Of: *p.Answer})
	case p.Staff && k == "v":
		return p.Open(page.Why{Of: *p.Answer})
	case p.CanMark() && k == "x":
		return p.Mark(p.Answer.Value.Code, 0)
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
	case k == "o", k == "b", k == "d", k == "g", k == "u":
		return p.aside(k)
	case k == "w", k == "i":
		return p.TakeHome(k, p.takeaway())
	default:
		p.tall.Key(msg)
	}
	return nil
}

// turnCase shows the next of the alternative cases, or the previous one.
func (p *screen) turnCase(by int) {
	n := p.doc.Cases()
	if n < 2 {
		return
	}
	p.caseAt = (p.caseAt + by + n) % n
	p.fold, p.turned, p.tall.Scroll = 0, map[int]bool{}, page.Scroll{}
}

// walkFolds focuses the next fold, or the previous one.
func (p *screen) walkFolds(by int) {
	p.fold = min(max(p.fold+by, 0), p.foldCount()-1)
	p.follow = true
}

// takeaway returns what can be taken along from the page.
func (p *screen) takeaway() page.Takeaway {
	a, at, link := *p.Answer, p.caseAt, p.Answer.Value.URL
	return page.Takeaway{Link: link, What: p.shown().Words("procedure"), Slip: func() device.Slip { return slip(p.Env, a, at, link) }}
}

func (p *screen) toggle() {
	if p.fold < p.foldCount() {
		p.turned[p.fold] = !p.turned[p.fold]
		p.follow = true
	}
}

// isOpen reports whether a fold is open.
func (p *screen) isOpen(n int) bool { return p.turned[n] != p.spread }

// words formats an answer in the current language.
func (p *screen) words() { p.doc = p.made.Of(*p.Answer, procedures.Document, p.ViewEnv()) }

// answered resets the page for a new answer and calls words.
func (p *screen) answered() {
	p.made = procedures.Made{}
	p.words()
}

// shown returns the procedure in the selected case.
func (p *screen) shown() view.Document { return p.doc.In(p.caseAt + 1) }

// aloud returns the same for reading aloud.
func (p *screen) aloud() view.Document {
	return p.made.Of(*p.Answer, procedures.Document, p.Heard()).In(p.caseAt + 1)
}

// folds returns the blocks that can be opened: each condition, and the notes.
func (p *screen) folds() []view.Block {
	if p.Answer == nil {
		return nil
	}
	return foldsOf(p.shown())
}

func foldsOf(doc view.Document) []view.Block {
	return slices.DeleteFunc(doc.Blocks, func(b view.Block) bool { return !folded(b) })
}

func folded(b view.Block) bool { return b.Key == "only-if" || b.Key == "notes" }

func (p *screen) foldCount() int { return len(p.folds()) }

// Layout lays out the whole procedure at its full height, and scrolls to the focused fold.
func (p *screen) Layout(width, height int) {
	p.Base.Layout(width, height)
	if p.Answer == nil {
		return
	}
	// Free lines above the headings stay when a fold is opened, so that nothing above it moves.
	unfolded := *p
	unfolded.turned, unfolded.spread = nil, true
	roomy := unfolded.draw(width, true).Depth() <= height
	p.spread = roomy && width >= parts.Wide
	p.LayTall(&p.tall, width, height, func(width int) *parts.Sheet {
		tall := p.draw(width, roomy)
		if y := tall.LineOf(page.FoldPrefix + strconv.Itoa(p.fold)); p.follow && !p.Touch && y >= 0 {
			p.tall.Offset = min(max(p.tall.Offset, y-height+4), y)
		}
		p.follow = false
		return tall
	})
}

func (p *screen) Sheet() *parts.Sheet {
	if p.Answer != nil {
		return p.DrawTall(p.tall)
	}
	s := parts.NewSheet(p.Width, p.Height, p.Styles.Base)
	f := parts.Flow{Sheet: s, Width: min(p.Width, 76)}
	f.Write(p.Styles.Title, p.name)
	f.Gap(2)
	if p.Wait.On() {
		p.Wait.Draw(&f, p.Env, p.Portal(), p.Keys)
	} else if p.Err != nil {
		f.Hang(p.Styles.Warn, string(view.SignAction), p.Styles.Error, failure.Procedure(p.Err, p.code, p.ViewEnv()))
		if p.offersPhone() {
			f.Gap(1)
			f.Write(p.Styles.Base, handover.OnPhone(p.Env))
		}
	}
	return s
}

func (p *screen) Scrolling() *page.Scroll { return &p.tall.Scroll }
