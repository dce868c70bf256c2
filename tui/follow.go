package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// followPage is the list of dossiers that a member of staff follows. It asks for
// one at a time, and only while it is open or lies below another page; what it
// shows changes when an answer comes and at no other time.
type followPage struct {
	basePage
	field  parts.Field
	list   parts.List
	size   struct{ width, height int } // of the list, as it was drawn last
	said   string                      // about what was typed or pasted last
	wrong  bool                        // said is a problem
	alarm  int                         // number of the newest timer; older ones are dropped
	asking *followed
	cancel context.CancelFunc // ends the look-up, or the timer
}

func newFollow(sh *shared) *followPage {
	return &followPage{basePage: newBase(sh), field: parts.NewField("follow", longestInput)}
}

// follow opens the list. On a dossier's page it takes that dossier along, and
// where the list is open already it goes back to it.
func (r *Root) follow() tea.Cmd {
	if d, ok := r.top().(*dossierPage); ok && d.answer != nil {
		r.sh.follow.add(d.shown.Code, r.sh.Service.Now())
	}
	for i, p := range r.stack {
		f, ok := p.(*followPage)
		if !ok {
			continue
		}
		if i == len(r.stack)-1 {
			r.back()
			return nil
		}
		for len(r.stack)-1 > i {
			r.back()
		}
		return f.plan()
	}
	return r.open(newFollow(r.sh))
}

// Start goes on with what is due.
func (p *followPage) Start() tea.Cmd { return p.plan() }

// Leave stops asking and waiting; the list stays.
func (p *followPage) Leave() {
	p.alarm++
	p.asking = nil
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

func (p *followPage) Crumb() string       { return p.texts.Follow.Title }
func (p *followPage) CapturesInput() bool { return true }

// Typed is what stands in the field.
func (p *followPage) Typed() string { return p.field.Value() }

// Retype puts another text there.
func (p *followPage) Retype(s string) tea.Cmd {
	p.field.SetValue(s)
	p.said = ""
	return nil
}

func (p *followPage) Keys() []parts.Key {
	t, w := &p.texts.Screen, &p.texts.Follow
	keys := []parts.Key{{Label: "Esc", Text: t.KeyBack, Press: "esc"}}
	switch {
	case strings.TrimSpace(p.field.Value()) != "":
		return append([]parts.Key{{Label: "Enter", Text: w.KeyAdd, Press: "enter"}}, keys...)
	case len(p.follow.all) == 0:
		return keys
	}
	keys = append([]parts.Key{
		{Label: "↑↓", Text: t.KeyChoose},
		{Label: "Enter", Text: t.KeyOpen, Press: "enter"},
	}, keys...)
	if p.follow.changes() > 0 {
		keys = append(keys, parts.Key{Label: "Tab", Text: w.KeyNext, Press: "tab"})
	}
	return append(keys, parts.Key{Label: "Del", Text: w.KeyRemove, Press: "delete"})
}

func (p *followPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case followDueMsg:
		if msg.alarm != p.alarm {
			return p, nil
		}
		return p, p.ask()
	case followMsg:
		return p, p.answered(msg)
	case wheelMsg:
		p.list.Move(msg.by)
		return p, nil
	case pressMsg:
		if row, ok := parts.RowOf(msg.id); ok {
			p.list.Index = row
			return p, p.openSelected()
		}
		return p, nil
	case tea.PasteMsg:
		return p, p.paste(msg.Content)
	case tea.KeyPressMsg:
		if cmd, ok := p.key(msg); ok {
			return p, cmd
		}
	}
	before := p.field.Value()
	var cmd tea.Cmd
	p.field, cmd = p.field.Update(msg)
	if p.field.Value() != before {
		p.said = ""
	}
	return p, cmd
}

// key handles the keys that are not for the field.
func (p *followPage) key(msg tea.KeyPressMsg) (cmd tea.Cmd, ok bool) {
	typed := p.field.Value() != ""
	if !p.wrong {
		p.said = "" // was read
	}
	switch msg.String() {
	case "esc":
		return p.back(), true
	case "enter":
		if strings.TrimSpace(p.field.Value()) != "" {
			return p.addTyped(), true
		}
		return p.openSelected(), true
	case "up", "ctrl+p":
		p.list.Move(-1)
	case "down", "ctrl+n":
		p.list.Move(+1)
	case "tab":
		p.list.Index = p.follow.nextChange(p.list.Index)
	case "pgup":
		p.list.MovePage(-1, p.size.width, p.size.height)
	case "pgdown":
		p.list.MovePage(+1, p.size.width, p.size.height)
	case "delete":
		if typed {
			return nil, false
		}
		p.follow.remove(p.list.Index)
		p.rows()
		p.list.Move(0)
		return p.plan(), true
	default:
		return nil, false
	}
	return nil, true
}

// addTyped follows the code that was typed, or says what is wrong with it.
func (p *followPage) addTyped() tea.Cmd {
	w, now := &p.texts.Follow, p.Service.Now()
	dossierCode, err := code.ReadDossier(p.field.Value())
	if err == nil {
		err = code.CheckDate(dossierCode, now)
	}
	var wrong *code.Error
	if errors.As(err, &wrong) {
		p.say(view.CodeProblem(wrong, p.env()), true)
		return nil
	}
	added, room := p.follow.add(dossierCode, now)
	switch {
	case !room:
		p.say(fmt.Sprintf(w.Full, p.texts.Number(followMost)), true)
		return nil
	case !added:
		p.say(fmt.Sprintf(w.Already, dossierCode), false)
	default:
		p.said = ""
	}
	p.field.SetValue("")
	return p.plan()
}

// paste follows every code in what was pasted, a line each: a column of a
// spreadsheet, a letter, a list of links. A single line without one goes into the
// field.
func (p *followPage) paste(content string) tea.Cmd {
	w, now := &p.texts.Follow, p.Service.Now()
	lines := strings.FieldsFunc(content, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' || r == ';' })
	added, found := 0, 0
	for _, l := range lines {
		dossierCode, ok := code.FindDossier(l)
		if !ok || code.CheckDate(dossierCode, now) != nil {
			continue
		}
		found++
		isNew, room := p.follow.add(dossierCode, now)
		if !room {
			p.say(fmt.Sprintf(w.Full, p.texts.Number(followMost)), true)
			return p.plan()
		}
		if isNew {
			added++
		}
	}
	number, elsewhere := code.FindInsuranceNumber(content)
	other := view.CodeProblem(&code.Error{Problem: code.IsInsurance, Got: number}, p.env())
	switch {
	case found == 0 && elsewhere:
		p.say(other, true)
		return nil
	case elsewhere:
		p.say(fmt.Sprintf(w.Added, p.texts.Number(int64(added)))+" "+other, true)
		return p.plan()
	case found == 0 && len(lines) > 1:
		p.say(w.NoCode, true)
		return nil
	case found == 0:
		p.field, _ = p.field.Update(tea.PasteMsg{Content: content})
		p.said = ""
		return nil
	}
	p.say(fmt.Sprintf(w.Added, p.texts.Number(int64(added))), false)
	return p.plan()
}

func (p *followPage) say(sentence string, wrong bool) { p.said, p.wrong = sentence, wrong }

// openSelected shows a dossier, which is how a change is looked at.
func (p *followPage) openSelected() tea.Cmd {
	if p.list.Index < 0 || p.list.Index >= len(p.follow.all) {
		return nil
	}
	f := p.follow.all[p.list.Index]
	f.changed, f.before = time.Time{}, nil
	return p.open(newDossier(p.shared, client.DossierQuery{Code: f.code}))
}
