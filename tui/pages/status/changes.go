package status

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/page"
	"motcua/tui/parts"
)

// changesMost is how many procedures the page lists; a new version of a law may change a
// thousand.
const changesMost = 40

// changesMsg contains the catalogue's changes.
type changesMsg struct {
	page int
	all  []page.Changed
}

func (m changesMsg) To() int { return m.page }

// askChanges reads them from the file, which may take some time.
func (p *screen) askChanges() tea.Cmd {
	ask, ctx, number := p.Changes, p.Context, p.Number()
	if ask == nil {
		return nil
	}
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
		defer cancel()
		return changesMsg{number, ask(ctx)}
	}
}

// drawChanges draws them, the last sync first.
func (p *screen) drawChanges(f *parts.Flow, all []page.Changed) {
	if len(all) == 0 {
		return
	}
	w, st, now := &p.Texts.Changes, p.Styles, p.Service.Now()
	number := func(n int) string { return p.Texts.Number(int64(n)) }
	words := map[rune]string{'+': w.New, '~': w.Amended, '-': w.Gone}
	f.Gap(1)
	f.Write(st.Heading, w.Title)
	left := changesMost
	for _, c := range all {
		at := p.Texts.At(c.At, now)
		switch {
		case c.First:
			f.Hang(st.Base, " ", st.Base, fmt.Sprintf(w.First, at))
		case c.New+c.Amended+c.Gone == 0:
			f.Hang(st.Base, " ", st.Base, fmt.Sprintf(w.Same, at))
		default:
			f.Hang(st.Base, " ", st.Base, fmt.Sprintf(w.Read, at, number(c.New), number(c.Amended), number(c.Gone)))
		}
		shown := c.List[:min(len(c.List), left)]
		for _, c := range shown {
			f.Hang(st.Base, "  "+string(c.Sign), st.Base, words[c.Sign]+"  "+c.Code+"  "+c.Name)
		}
		if rest := len(c.List) - len(shown); rest > 0 {
			f.Hang(st.Quiet, "   ", st.Quiet, fmt.Sprintf(w.Rest, number(rest)))
		}
		left -= len(shown)
	}
}
