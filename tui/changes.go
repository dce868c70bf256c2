package tui

import (
	"context"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/parts"
)

// Changed is what one reading of the portal's list brought.
type Changed struct {
	At                 time.Time
	First              bool // there was nothing to compare it with
	New, Amended, Gone int
	List               []ChangedProcedure
}

// ChangedProcedure is one procedure that is not what it was. Sign is '+' for a
// new one, '~' for one that was amended and '-' for one that is gone.
type ChangedProcedure struct {
	Sign       rune
	Code, Name string
}

// changesMost is how many procedures the page names; a new version of a law may
// bring a thousand.
const changesMost = 40

// changesMsg is what the catalogue on this machine told of its changes.
type changesMsg struct {
	page int
	all  []Changed
}

func (m changesMsg) to() int { return m.page }

// askChanges reads them from the file, which may take its time.
func (b basePage) askChanges() tea.Cmd {
	ask, ctx, number := b.Changes, b.Context, b.number
	if ask == nil {
		return nil
	}
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
		defer cancel()
		return changesMsg{number, ask(ctx)}
	}
}

// drawChanges tells them, the last reading first.
func (sh *shared) drawChanges(f *parts.Flow, all []Changed) {
	if len(all) == 0 {
		return
	}
	w, st, now := &sh.texts.Changes, sh.st, sh.Service.Now()
	number := func(n int) string { return sh.texts.Number(int64(n)) }
	words := map[rune]string{'+': w.New, '~': w.Amended, '-': w.Gone}
	f.Gap(1)
	f.Write(st.Heading, w.Title)
	left := changesMost
	for _, c := range all {
		at := sh.texts.At(c.At, now)
		switch {
		case c.First:
			f.Hang(st.Base, " ", st.Base, fmt.Sprintf(w.First, at))
		case c.New+c.Amended+c.Gone == 0:
			f.Hang(st.Base, " ", st.Base, fmt.Sprintf(w.Same, at))
		default:
			f.Hang(st.Base, " ", st.Base, fmt.Sprintf(w.Read, at, number(c.New), number(c.Amended), number(c.Gone)))
		}
		shown := c.List[:min(len(c.List), left)]
		for _, p := range shown {
			f.Hang(st.Base, "  "+string(p.Sign), st.Base, words[p.Sign]+"  "+p.Code+"  "+p.Name)
		}
		if rest := len(c.List) - len(shown); rest > 0 {
			f.Hang(st.Quiet, "   ", st.Quiet, fmt.Sprintf(w.Rest, number(rest)))
		}
		left -= len(shown)
	}
}
