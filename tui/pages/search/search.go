package search

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
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view/procedures"
)

const (
	searchMost  = 100 // number of listed hits; nobody reads more
	popularMost = 24  // frequently asked procedures before anything is typed
)

// screen finds procedures while a person types.
type screen struct {
	page.Listing
	hits   []client.Hit
	total  int
	near   bool         // nothing matched: these are the nearest
	level  client.Level // only this level; 0 for all
	source client.Answer[client.SearchResult]
	words  string // what the hits answer; "" means the frequently asked procedures
	err    error
	asked  int  // number of the newest question; answers to older ones are dropped
	known  int  // number of the question that the list answers
	soFar  bool // the hits are from this machine, and a portal is being asked as well
	held   bool // the sentence above stays as it was, so that no row moves
	told   bool // the source of the catalogue is shown, and stays
	hurry  bool // Enter came before the answer: open the first hit when it comes
	wait   page.Waiting
}

// New returns the page, with words in its field or "".
func New(env *page.Env, words string) page.Page {
	p := &screen{Listing: page.NewListing(env, "words", page.LayoutWords)}
	p.Changed, p.Chosen, p.Personal, p.Aloud = p.typed, p.openSelected, concerns, p.aloud
	p.showPopular()
	p.Field.SetValue(words)
	return p
}

// Start searches for the words that the page began with.
func (p *screen) Start() tea.Cmd {
	if p.Typed() == "" {
		return nil
	}
	return p.typed()
}

// pauseMsg means that a person has stopped typing for a moment.
type pauseMsg struct{ page, asked int }

func (m pauseMsg) To() int { return m.page }

// searchMsg is the answer to a question.
type searchMsg struct {
	page, asked int
	words       string
	answer      client.Answer[client.SearchResult]
	err         error
}

func (m searchMsg) To() int { return m.page }

// Leave cancels the search.
func (p *screen) Leave() { p.wait.End() }

func (p *screen) Crumb() string { return p.Texts.Screen.SearchTitle }

func (p *screen) Keys() []parts.Key {
	keys := p.ListKeys(parts.Key{Label: "F4", Text: p.Texts.Screen.Levels[p.level], Press: "f4"})
	if _, dossier := p.dossierCode(); dossier && p.Touch {
		keys = append([]parts.Key{{Label: "Enter", Text: p.Texts.Screen.KeyLookUp, Press: "enter"}}, keys...)
	}
	return keys
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pauseMsg:
		if msg.asked != p.asked || p.wait.On() || p.known == p.asked {
			return nil // the person typed on, or Enter has already asked
		}
		return p.ask(true)
	case searchMsg:
		return p.answered(msg)
	case page.TickMsg:
		return p.wait.Ticked(p.Env, p.Number())
	case page.LangMsg:
		p.rows()
		return nil
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			return p.Back()
		case "enter":
			return p.enter()
		case "f4":
			p.level = (p.level + 1) % (client.LevelMinistry + 1)
			return p.typed()
		}
	}
	return p.Take(msg)
}

// typed waits for a pause in typing, because the portal matches whole words, not parts. The
// frequently asked procedures disappear with the first letter and reappear when the last letter is
// deleted.
func (p *screen) typed() tea.Cmd {
	p.asked++
	p.hurry, p.soFar = false, false
	p.Unscroll()
	if strings.TrimSpace(p.Typed()) == "" {
		p.wait.End()
		p.known = p.asked
		p.showPopular()
		return nil
	}
	p.wait.End() // the previous question is obsolete
	// Where each byte counts, rows stay until others take their place.
	if p.total == 0 && !p.Lean {
		p.show(nil, 0)
	}
	number, asked := p.Number(), p.asked
	return tea.Tick(p.Lull.Typed(), func(time.Time) tea.Msg { return pauseMsg{number, asked} })
}

// ask searches: first in the data on this machine, which is immediate, then, where a portal
// may know more, there as well.
func (p *screen) ask(kept bool) tea.Cmd {
	words := clean.Line(p.Typed())
	ctx, ticking := p.wait.Begin(p.Env, p.Number())
	svc, number, asked, level := p.Service, p.Number(), p.asked, p.level
	return tea.Batch(ticking, func() tea.Msg {
		a, err := svc.Search(ctx, client.Query{Words: words, Level: level, Limit: searchMost, Kept: kept})
		return searchMsg{number, asked, words, a, err}
	})
}

func (p *screen) answered(msg searchMsg) tea.Cmd {
	if msg.asked != p.asked || errors.Is(msg.err, context.Canceled) {
		return nil // the person typed on
	}
	if msg.err == nil && msg.answer.Value.Provisional {
		return p.provisional(msg)
	}
	p.wait.End()
	shown, hurry := p.known == p.asked, p.hurry
	p.hurry, p.soFar, p.known, p.told = false, false, msg.asked, shown
	if shown && len(p.hits) > 0 && (!p.near || p.Touched()) {
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
	if p.near = r.Near; p.near {
		p.List.Index = -1 // none of these was asked for
	}
	if len(p.hits) == 0 {
		// These procedures were not searched for, so none is selected.
		p.show(p.Service.Popular(popularMost), 0)
		p.List.Index = -1
		return nil
	}
	if hurry && !p.near { // near hits do not match exactly, so the person chooses
		return p.openSelected()
	}
	return nil
}

// provisional shows the hits from this machine while the portal is asked as well.
func (p *screen) provisional(msg searchMsg) tea.Cmd {
	r := msg.answer.Value
	more := p.ask(false)
	p.known, p.soFar, p.told = msg.asked, true, true
	p.err, p.words, p.source = nil, msg.words, msg.answer
	p.show(r.Hits, r.Total)
	p.near = r.Near
	if len(r.Hits) == 0 || r.Near {
		p.List.Index = -1 // the portal may have what was asked for
		return more
	}
	if p.hurry {
		p.hurry = false
		return tea.Batch(more, p.openSelected())
	}
	return more
}

// add appends the additional hits of a portal to the shown rows, so that no row moves while
// somebody reads or touches it.
func (p *screen) add(msg searchMsg) {
	p.held = true
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
	p.hits = hits
	p.rows()
}

func (p *screen) showPopular() {
	p.words, p.err, p.source, p.told = "", nil, client.Answer[client.SearchResult]{}, false
	p.show(p.Service.Popular(popularMost), 0)
}

func (p *screen) show(hits []client.Hit, total int) {
	p.hits, p.total, p.near, p.held, p.List.Index = hits, total, false, false, 0
	p.rows()
}

// enter opens the selected hit. Directly after the last letter the list still answers older
// words, so it searches at once and opens the first hit that comes.
func (p *screen) enter() tea.Cmd {
	if code, ok := p.dossierCode(); ok {
		return p.Open(page.Dossier{Query: client.DossierQuery{Code: code}})
	}
	if number, ok := code.FindInsuranceNumber(p.Typed()); ok {
		return p.Open(page.Elsewhere{Number: number})
	}
	if p.known == p.asked && (p.List.Index >= 0 || !p.soFar) {
		return p.openSelected()
	}
	p.hurry = true
	if p.wait.On() {
		return nil
	}
	return p.ask(true)
}

// dossierCode returns a dossier code that was typed here.
func (p *screen) dossierCode() (code.Dossier, bool) {
	dossierCode, err := code.ParseDossier(p.Typed())
	return dossierCode, err == nil
}

func (p *screen) openSelected() tea.Cmd {
	i, ok := p.Selected()
	if !ok {
		return nil
	}
	return p.Open(page.Procedure{Code: p.hits[i].Code, Name: procedures.Hit(p.hits[i], p.ViewEnv()).Name})
}
