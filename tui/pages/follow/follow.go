package follow

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/follow"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view/failure"
)

// screen is the list of dossiers that a member of staff follows. It asks for one at a time,
// and only while it is open or below another page; it only changes when an answer comes.
type screen struct {
	page.Listing
	follow *List
	shown  []*followed   // the rows, the most urgent first
	said   func() string // message about the last typed or pasted text, in the current language; nil: none
	wrong  bool          // said is about a problem
	alarm  int           // number of the newest timer; older ones are ignored
	asking *followed
	cancel context.CancelFunc // cancels the look-up or the timer
}

// New returns the page of a list. One that is kept is opened first, a sealed one by its
// passphrase.
func New(env *page.Env, l *List) page.Page {
	var opening error
	if l.keeper != nil && !l.opened {
		if l.keeper.Keeping() == follow.KeepSealed {
			return &unlock{secret: newSecret(env, l)}
		}
		var list []follow.Entry
		list, opening = l.keeper.Open("")
		l.open(list, env.Service.Now())
	}
	p := &screen{Listing: page.NewListing(env, "follow", page.LayoutCode), follow: l}
	p.Changed = func() tea.Cmd { p.said = nil; return nil }
	p.Chosen = p.openSelected
	switch {
	case opening == nil:
	case damage(opening, env) != "":
		p.say(func() string { return damage(opening, env) }, true)
	default:
		p.say(func() string { return fmt.Sprintf(p.Texts.Follow.KeepFailed, systemMessage(opening)) }, true)
	}
	return p
}

// Start continues with what is due, and keeps what was added on another page.
func (p *screen) Start() tea.Cmd { return tea.Batch(p.plan(), p.keep()) }

// Leave cancels look-up and timer; the list stays.
func (p *screen) Leave() {
	p.alarm++
	p.asking = nil
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
}

func (p *screen) Crumb() string { return p.Texts.Follow.Title }

func (p *screen) Keys() []parts.Key {
	t, w := &p.Texts.Screen, &p.Texts.Follow
	keys := []parts.Key{{Label: "Esc", Text: t.KeyBack, Press: "esc"}}
	_, filtered := filterOf(p.Typed())
	switch {
	case filtered:
		return []parts.Key{{Label: "↑↓", Text: t.KeyChoose}, {Label: "Enter", Text: t.KeyOpen, Press: "enter"}, {Label: "Esc", Text: w.KeyAll, Press: "esc"}}
	case strings.TrimSpace(p.Typed()) != "":
		return append([]parts.Key{{Label: "Enter", Text: w.KeyAdd, Press: "enter"}}, keys...)
	case len(p.follow.all) == 0:
		return append(keys, p.keepKeys()...)
	}
	keys = append([]parts.Key{
		{Label: "↑↓", Text: t.KeyChoose},
		{Label: "Enter", Text: t.KeyOpen, Press: "enter"},
	}, keys...)
	if p.follow.changes() > 0 {
		keys = append(keys, parts.Key{Label: "Tab", Text: w.KeyNext, Press: "tab"})
	}
	keys = append(keys, parts.Key{Label: "Del", Text: w.KeyRemove, Press: "delete"}, parts.Key{Label: "/", Text: w.KeyFilter, Press: filterSign}, p.CopyKey())
	if p.Write != nil {
		keys = append(keys, parts.Key{Label: "Ctrl+O", Text: w.KeyExport, Press: "ctrl+o"})
	}
	return append(keys, p.keepKeys()...)
}

// keepKeys returns the key for how the list is kept, where it can be.
func (p *screen) keepKeys() []parts.Key {
	if p.follow.keeper == nil {
		return nil
	}
	return []parts.Key{{Label: "Ctrl+S", Text: p.Texts.Follow.KeyKeep, Press: "ctrl+s"}}
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case followDueMsg:
		if msg.alarm != p.alarm {
			return nil
		}
		return p.ask()
	case followMsg:
		return p.answered(msg)
	case keptMsg:
		return p.wasKept(msg)
	case tea.PasteMsg:
		return p.paste(msg.Content)
	case tea.KeyPressMsg:
		if cmd, ok := p.key(msg); ok {
			return cmd
		}
	}
	return p.Take(msg)
}

// key handles the keys that do not belong to the field.
func (p *screen) key(msg tea.KeyPressMsg) (cmd tea.Cmd, ok bool) {
	typed := p.Typed() != ""
	if !p.wrong {
		p.said = nil // it has been read
	}
	switch msg.String() {
	case "esc":
		if _, filtered := filterOf(p.Typed()); filtered {
			p.Field.SetValue("")
			p.rows()
			return nil, true
		}
		return p.Back(), true
	case "enter":
		if _, filtered := filterOf(p.Typed()); filtered {
			return p.openSelected(), true
		}
		if strings.TrimSpace(p.Typed()) != "" {
			return p.addTyped(), true
		}
		return p.openSelected(), true
	case "tab":
		p.List.Index = nextChange(p.shown, p.List.Index)
		return nil, true
	case "delete":
		if typed {
			return nil, false
		}
		if i := p.List.Index; i >= 0 && i < len(p.shown) {
			p.follow.remove(p.shown[i])
		}
		p.rows()
		return tea.Batch(p.plan(), p.keep()), true
	case "ctrl+o":
		if p.Write != nil && len(p.shown) > 0 {
			return p.Open(p.export()), true
		}
	case "ctrl+s":
		if p.follow.keeper != nil {
			return p.Open(page.Make(func(env *page.Env) page.Page { return newChoice(env, p.follow) })), true
		}
	}
	return nil, false
}

// addTyped adds the typed code to the list, or says what is wrong with it.
func (p *screen) addTyped() tea.Cmd {
	now := p.Service.Now()
	if len(codesIn(p.Typed())) > 1 {
		all := p.Typed()
		p.Field.SetValue("")
		return p.paste(all)
	}
	dossierCode, err := code.ReadDossier(p.Typed())
	if err == nil {
		err = code.CheckDate(dossierCode, now)
	}
	var wrong *code.Error
	if errors.As(err, &wrong) {
		p.say(func() string { return failure.Code(wrong, p.ViewEnv()) }, true)
		return nil
	}
	added, room := p.follow.Add(dossierCode, now)
	switch {
	case !room:
		p.say(p.full, true)
		return nil
	case !added:
		p.say(func() string { return fmt.Sprintf(p.Texts.Follow.Already, dossierCode) }, false)
	default:
		p.said = nil
	}
	p.Field.SetValue("")
	return tea.Batch(p.plan(), p.keep())
}

// paste adds every code in a pasted text, line by line: a column of a spreadsheet, a
// letter, a list of links, codes between commas or blanks. A single line without a code goes
// into the field.
func (p *screen) paste(content string) tea.Cmd {
	now := p.Service.Now()
	lines := strings.FieldsFunc(content, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' || r == ';' })
	added, found := 0, 0
	for _, l := range lines {
		for _, dossierCode := range codesIn(l) {
			if code.CheckDate(dossierCode, now) != nil {
				continue
			}
			found++
			isNew, room := p.follow.Add(dossierCode, now)
			if !room {
				p.say(p.full, true)
				return tea.Batch(p.plan(), p.keep())
			}
			if isNew {
				added++
			}
		}
	}
	number, elsewhere := code.FindInsuranceNumber(content)
	other := func() string {
		return failure.Code(&code.Error{Problem: code.IsInsurance, Got: number}, p.ViewEnv())
	}
	says := func() string { return fmt.Sprintf(p.Texts.Follow.Added, counted(p.Env, added)) }
	switch {
	case found == 0 && elsewhere:
		p.say(other, true)
		return nil
	case elsewhere:
		p.say(func() string { return says() + " " + other() }, true)
		return tea.Batch(p.plan(), p.keep())
	case found == 0 && len(lines) > 1:
		p.say(func() string { return p.Texts.Follow.NoCode }, true)
		return nil
	case found == 0:
		p.Field, _ = p.Field.Update(tea.PasteMsg{Content: content})
		p.said = nil
		return nil
	}
	p.say(says, false)
	return tea.Batch(p.plan(), p.keep())
}

// codesIn returns the codes in a line. A line with one code that is not as printed, without its
// dashes for instance, has that one.
func codesIn(line string) (list []code.Dossier) {
	for _, c := range code.DossiersIn(line) {
		if c.Err == nil {
			list = append(list, c.Code)
		}
	}
	if len(list) > 1 {
		return list
	}
	if one, ok := code.FindDossier(line); ok {
		return []code.Dossier{one}
	}
	return list
}

func (p *screen) say(sentence func() string, wrong bool) { p.said, p.wrong = sentence, wrong }

// full says that the list is full.
func (p *screen) full() string {
	return fmt.Sprintf(p.Texts.Follow.Full, p.Texts.Number(followMost))
}

// openSelected opens the selected dossier and marks its change as seen.
func (p *screen) openSelected() tea.Cmd {
	i := p.List.Index
	if i < 0 || i >= len(p.shown) {
		return nil
	}
	f := p.shown[i]
	f.changed, f.before = time.Time{}, nil
	p.follow.unsaved = true
	return p.Open(page.Dossier{Query: client.DossierQuery{Code: f.code}})
}
