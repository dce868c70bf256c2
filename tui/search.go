package tui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/parts"
)

const (
	// searchPause is how long a person must stop typing before the portal is
	// asked; it answers whole words, not letters.
	searchPause = 250 * time.Millisecond
	searchMost  = 100 // hits that are listed; nobody reads more
	popularMost = 24  // often asked procedures before anything is typed
)

// searchPage finds procedures while a person types.
type searchPage struct {
	basePage
	field  parts.Field
	list   parts.List
	hits   []client.Hit
	total  int
	near   bool         // nothing matched: these are the nearest
	level  client.Level // only of this level, 0 for all
	source client.Answer[client.SearchResult]
	words  string // what the hits answer; "" means the often asked ones
	err    error
	asked  int  // number of the newest question; older answers are dropped
	known  int  // number of the question that the list answers
	soFar  bool // what is on this machine is shown, and a portal is being asked as well
	told   bool // whose catalogue it is stands above the list, from then on
	hurry  bool // Enter came before the answer: open the first hit when it does
	wait   waiting
	size   struct{ width, height int } // of the list, as it was drawn last

	board  board // below the field, in a lobby
	scroll scroll
	laid   []*laidRows // the hits, for the widths of a lobby
}

func newSearch(sh *shared) *searchPage {
	p := &searchPage{basePage: newBase(sh), field: parts.NewField(fieldPrefix+"words", longestInput), board: board{layout: layoutWords}}
	p.field.Typing = &sh.typing
	p.showPopular()
	return p
}

// pauseMsg comes when a person stopped typing for a moment.
type pauseMsg struct{ page, asked int }

func (m pauseMsg) to() int { return m.page }

// searchMsg is the answer to a question.
type searchMsg struct {
	page, asked int
	words       string
	answer      client.Answer[client.SearchResult]
	err         error
}

func (m searchMsg) to() int { return m.page }

// Leave stops asking.
func (p *searchPage) Leave() { p.wait.end() }

func (p *searchPage) Crumb() string       { return p.texts.Screen.SearchTitle }
func (p *searchPage) CapturesInput() bool { return true }

func (p *searchPage) Keys() []parts.Key {
	t := &p.texts.Screen
	if p.lobby() {
		return p.lobbyKeys()
	}
	return []parts.Key{
		{Label: "↑↓", Text: t.KeyChoose},
		{Label: "Enter", Text: t.KeyOpen, Press: "enter"},
		{Label: "Esc", Text: t.KeyBack, Press: "esc"},
		{Label: "F4", Text: t.Levels[p.level], Press: "f4"},
	}
}

// Typed is what stands in the field.
func (p *searchPage) Typed() string { return p.field.Value() }

// Retype puts another text there, and looks for that.
func (p *searchPage) Retype(s string) tea.Cmd {
	p.field.SetValue(s)
	return p.typed()
}

func (p *searchPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case pauseMsg:
		if msg.asked != p.asked || p.wait.on() || p.known == p.asked {
			return p, nil // typed on, or Enter has asked already
		}
		return p, p.ask(true)
	case searchMsg:
		return p, p.answered(msg)
	case tickMsg:
		return p, p.wait.ticked(p.shared, p.number)
	case wheelMsg:
		p.scroll.by(msg.by * wheelLines)
		p.list.Move(msg.by)
		return p, nil
	case pressMsg:
		if row, ok := parts.RowOf(msg.id); ok {
			p.list.Index = row
			return p, p.openSelected()
		}
		before := p.field.Value()
		if p.board.press(msg.id, &p.field) && p.field.Value() != before {
			return p, p.typed()
		}
		return p, nil
	case tea.KeyPressMsg:
		if cmd, ok := p.key(msg.String()); ok {
			return p, cmd
		}
	case tea.PasteMsg:
		p.field, _ = p.field.Update(msg)
		return p, p.typed()
	}
	before := p.field.Value()
	var cmd tea.Cmd
	p.field, cmd = p.field.Update(msg)
	if p.field.Value() == before {
		return p, cmd
	}
	return p, tea.Batch(cmd, p.typed())
}

// key handles the keys that are no letters and tells whether it was one.
func (p *searchPage) key(k string) (tea.Cmd, bool) {
	switch k {
	case "esc":
		return p.back(), true
	case "enter":
		return p.enter(), true
	case "up", "ctrl+p":
		p.list.Move(-1)
	case "down", "ctrl+n", "tab":
		p.list.Move(+1)
	case "f8":
		return p.nextTyping(), true
	case "f9": // away with the keyboard of a lobby, and back
		p.face.away = !p.face.away
	case "f4":
		p.level = (p.level + 1) % (client.LevelMinistry + 1)
		return p.typed(), true
	case "pgup":
		p.scroll.pages--
		p.list.MovePage(-1, p.size.width, p.size.height)
	case "pgdown":
		p.scroll.pages++
		p.list.MovePage(+1, p.size.width, p.size.height)
	default:
		return nil, false
	}
	return nil, true
}

// typed waits for a pause in typing. What people often ask is gone with the first
// letter, which it does not belong to, and there again with the last one taken out.
func (p *searchPage) typed() tea.Cmd {
	p.asked++
	p.hurry, p.soFar, p.scroll = false, false, scroll{}
	if strings.TrimSpace(p.field.Value()) == "" {
		p.wait.end()
		p.known = p.asked
		p.showPopular()
		return nil
	}
	p.wait.end() // the older question is no longer of use
	if p.total == 0 {
		p.show(nil, 0)
	}
	number, asked := p.number, p.asked
	return tea.Tick(searchPause, func(time.Time) tea.Msg { return pauseMsg{number, asked} })
}

// ask looks up the words: first what is on this machine, which waits for nobody,
// then, where a portal may know more, with that as well.
func (p *searchPage) ask(kept bool) tea.Cmd {
	words := clean.Line(p.field.Value())
	ctx, ticking := p.wait.begin(p.shared, p.number)
	svc, number, asked, level := p.Service, p.number, p.asked, p.level
	return tea.Batch(ticking, func() tea.Msg {
		a, err := svc.Search(ctx, client.Query{Words: words, Level: level, Limit: searchMost, Kept: kept})
		return searchMsg{number, asked, words, a, err}
	})
}

func (p *searchPage) answered(msg searchMsg) tea.Cmd {
	if msg.asked != p.asked || errors.Is(msg.err, context.Canceled) {
		return nil // the person typed on
	}
	if msg.err == nil && msg.answer.Value.Provisional {
		return p.provisional(msg)
	}
	p.wait.end()
	shown, hurry := p.known == p.asked, p.hurry
	p.hurry, p.soFar, p.known, p.told = false, false, msg.asked, shown
	if shown && len(p.hits) > 0 && (!p.near || p.touched()) {
		p.add(msg)
		return nil
	}
	p.err, p.words, p.source = msg.err, msg.words, msg.answer
	if msg.err != nil && !errors.Is(msg.err, client.ErrNotFound) {
		p.show(nil, 0)
		return nil
	}
	p.err = nil
	r := msg.answer.Value
	p.show(r.Hits, r.Total)
	p.near = r.Near
	if len(p.hits) == 0 {
		// What is offered instead was not asked for: nothing is selected.
		p.show(p.Service.Popular(popularMost), 0)
		p.list.Index = -1
		return nil
	}
	if hurry && !p.near { // what is near was not asked for: the person chooses
		return p.openSelected()
	}
	return nil
}

// provisional shows what is on this machine while the portal is asked as well.
func (p *searchPage) provisional(msg searchMsg) tea.Cmd {
	r := msg.answer.Value
	more := p.ask(false)
	p.known, p.soFar, p.told = msg.asked, true, true
	p.err, p.words, p.source = nil, msg.words, msg.answer
	p.show(r.Hits, r.Total)
	p.near = r.Near
	if len(r.Hits) == 0 || r.Near {
		p.list.Index = -1 // the portal may have what was asked for
		return more
	}
	if p.hurry {
		p.hurry = false
		return tea.Batch(more, p.openSelected())
	}
	return more
}

// touched tells whether the person has chosen one of the rows already.
func (p *searchPage) touched() bool { return p.list.Index >= 0 || isRow(p.face.focus) }

// add puts what a portal has besides behind the rows that are shown: none of them
// moves under a finger or an eye.
func (p *searchPage) add(msg searchMsg) {
	if msg.err != nil {
		p.source.Stale = true
		return
	}
	p.source = msg.answer
	r := msg.answer.Value
	shown := make(map[string]bool, len(p.hits))
	for _, h := range p.hits {
		shown[h.Code] = true
	}
	hits := slices.Clone(p.hits) // the service's list may be shared
	for _, h := range r.Hits {
		if !shown[h.Code] && !r.Near && len(hits) < searchMost {
			hits = append(hits, h)
		}
	}
	p.total += len(hits) - len(p.hits)
	p.hits, p.laid = hits, nil
}

func (p *searchPage) showPopular() {
	p.words, p.err, p.source, p.told = "", nil, client.Answer[client.SearchResult]{}, false
	p.show(p.Service.Popular(popularMost), 0)
}

func (p *searchPage) show(hits []client.Hit, total int) {
	p.hits, p.total, p.near, p.list, p.laid = hits, total, false, parts.List{}, nil
}

// enter opens what is selected. Right after the last letter the list still
// answers older words, so it asks at once and opens the first hit that comes.
func (p *searchPage) enter() tea.Cmd {
	if code, ok := p.dossierCode(); ok {
		return p.open(newDossier(p.shared, client.DossierQuery{Code: code}))
	}
	if number, ok := code.FindInsuranceNumber(p.field.Value()); ok {
		return p.open(newElsewhere(p.shared, number))
	}
	if p.known == p.asked && (p.list.Index >= 0 || !p.soFar) {
		return p.openSelected()
	}
	p.hurry = true
	if p.wait.on() {
		return nil
	}
	return p.ask(true)
}

// dossierCode finds a dossier's code that was typed here.
func (p *searchPage) dossierCode() (code.Dossier, bool) {
	dossierCode, err := code.ParseDossier(p.field.Value())
	return dossierCode, err == nil
}

func (p *searchPage) openSelected() tea.Cmd {
	if p.list.Index < 0 || p.list.Index >= len(p.hits) {
		return nil
	}
	hit := p.hits[p.list.Index]
	return p.open(newProcedure(p.shared, hit.Code, hit.Name))
}
