package follow

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/follow"
	"motcua/tui/page"
)

// soon is how near the next look-up must be for the list to be written later: after a paste of
// many codes the answers come one a second, and each writing takes a tenth of one.
const soon = 2 * followGap

// entries returns the list as it is kept. A change that the person has not looked at is left out
// of it, so that it is news again the next time.
func (l *List) entries() []follow.Entry {
	list := make([]follow.Entry, len(l.all))
	for i, f := range l.all {
		if f.changed.IsZero() {
			f.memory = f.Memory(f.answer)
		}
		list[i] = follow.Entry{Code: f.code, Seen: f.memory}
	}
	return list
}

// open puts what is kept into the list.
func (l *List) open(list []follow.Entry, now time.Time) {
	l.opened, l.keeping = true, l.keeper.Keeping()
	l.adopt(list, nil, now)
}

// adopt takes over what other sessions of the same person added and removed; sent is what the
// list was when it was given to the keeper.
func (l *List) adopt(list, sent []follow.Entry, now time.Time) {
	has := func(all []follow.Entry, c code.Dossier) bool {
		return slices.ContainsFunc(all, func(e follow.Entry) bool { return e.Code == c })
	}
	for _, e := range list {
		if l.find(e.Code) == nil && !has(sent, e.Code) {
			f := &followed{code: e.Code, memory: e.Seen}
			f.Dossier, f.answer = follow.Resume(e, now, l.jitter)
			l.all = append(l.all, f)
		}
	}
	l.all = slices.DeleteFunc(l.all, func(f *followed) bool { return has(sent, f.code) && !has(list, f.code) })
}

// keptMsg is the result of writing the list.
type keptMsg struct {
	page       int
	list, sent []follow.Entry
	err        error
}

func (m keptMsg) To() int { return m.page }

// keep writes the list, if the person chose that.
func (p *screen) keep() tea.Cmd {
	l := p.follow
	if l.keeping == follow.KeepNothing {
		return nil
	}
	l.unsaved = false
	sent, keeper, number := l.entries(), l.keeper, p.Number()
	keeper.Put(sent)
	return func() tea.Msg {
		list, err := keeper.Flush()
		return keptMsg{number, list, sent, err}
	}
}

// wasKept handles the result.
func (p *screen) wasKept(msg keptMsg) tea.Cmd {
	switch {
	case errors.Is(msg.err, follow.ErrElsewhere):
		p.follow.keeping = follow.KeepNothing
		p.say(func() string { return p.Texts.Follow.KeepElsewhere }, true)
	case msg.err != nil:
		p.say(func() string { return fmt.Sprintf(p.Texts.Follow.KeepFailed, systemMessage(msg.err)) }, true)
	default:
		p.follow.adopt(msg.list, msg.sent, p.Service.Now())
		p.follow.keeper.Put(p.follow.entries()) // what was taken over is this session's from now on
	}
	return p.plan()
}

// systemMessage returns the system's words for an error, without the path.
func systemMessage(err error) string {
	if of := (*fs.PathError)(nil); errors.As(err, &of) {
		err = of.Err
	}
	return clean.Line(err.Error())
}

// damage says that a kept list was damaged; "" for any other error.
func damage(err error, e *page.Env) string {
	var damaged *follow.DamagedError
	if !errors.As(err, &damaged) {
		return ""
	}
	return fmt.Sprintf(e.Texts.Follow.KeepDamaged, clean.Line(damaged.Aside))
}
