package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"motcua/themes"
	"motcua/tui/page"
	"motcua/tui/parts"
)

// everywhere are the keys that work on every page. The letters work only where
// no field has the focus.
var everywhere = struct{ help, lang, theme, state, follow, copy, leave, quit key.Binding }{
	help:   key.NewBinding(key.WithKeys("f1", "?")),
	lang:   key.NewBinding(key.WithKeys("f2", "l", "L")),
	theme:  key.NewBinding(key.WithKeys("f3", "n", "N")),
	state:  key.NewBinding(key.WithKeys("f5")),
	follow: key.NewBinding(key.WithKeys("f6")), // for staff
	copy:   key.NewBinding(key.WithKeys(page.CopyPress)),
	leave:  key.NewBinding(key.WithKeys("f10", "ctrl+c")),
	// It leaves the page, and the program on the first page alone: elsewhere a letter too many
	// must not end it all.
	quit: key.NewBinding(key.WithKeys("q", "Q")),
}

// Press handles the keys that work everywhere and hands on the rest.
func (r *Root) Press(msg tea.KeyPressMsg) tea.Cmd {
	r.notice = ""
	if r.Blind(msg) {
		return nil
	}
	if len(msg.Text) > 0 && r.Top().CapturesInput() {
		return r.Tell(msg)
	}
	switch {
	case key.Matches(msg, everywhere.help):
		return r.toggle(page.Help{})
	case key.Matches(msg, everywhere.state):
		return r.toggle(page.Status{})
	case r.others == nil && key.Matches(msg, everywhere.copy):
		return r.copy()
	case r.env.Staff && key.Matches(msg, everywhere.follow):
		return r.followed()
	case key.Matches(msg, everywhere.lang):
		r.env.SetLang(r.env.Texts.Lang.Other())
		return r.tellAll(page.LangMsg{})
	case key.Matches(msg, everywhere.theme):
		r.choose(themes.Next(r.env.Look.ID))
		return r.SayFor(r.themeNotice())
	case r.others == nil && !r.Home() && key.Matches(msg, everywhere.quit):
		return r.Tell(tea.KeyPressMsg{Code: tea.KeyEscape}) // what Esc does there
	case key.Matches(msg, everywhere.leave, everywhere.quit):
		if r.env.Options.Leave != nil {
			r.Leave()
			r.env.Options.Leave()
		}
		return nil
	}
	r.throughHelp(msg)
	return r.Tell(msg)
}

// copy gives what the page says to the clipboard of the person's terminal (OSC 52), which works
// over SSH too, and tells so. It is never more than the person sees. A lobby has no clipboard:
// the next person would paste it.
func (r *Root) copy() tea.Cmd {
	p, ok := r.Top().Page.(page.Copied)
	if !ok {
		return nil
	}
	what, said := p.Copy()
	if what == "" {
		return nil
	}
	return tea.Batch(tea.SetClipboard(what), r.SayFor(said))
}

// Blind tells whether a key is lost on a screen that is too small to show what it
// would do.
func (r *Root) Blind(msg tea.KeyPressMsg) bool {
	return r.TooSmall() && !key.Matches(msg, everywhere.leave, everywhere.lang)
}

// below returns the keys of the page on top, for help that is opened on top of it. The first
// page has none: help lists what is done there.
func (r *Root) below() func() []parts.Key {
	if r.Home() {
		return func() []parts.Key { return nil }
	}
	return r.Top().Keys
}

// throughHelp leaves help for a letter that is a key of the page below, and presses it there:
// whoever reads of a key presses it.
func (r *Root) throughHelp(msg tea.KeyPressMsg) {
	if r.Top().As != (page.Help{}) || len(r.stack) < 3 || len(msg.Text) == 0 {
		return
	}
	below := r.stack[len(r.stack)-2]
	if below.CapturesInput() || !slices.ContainsFunc(below.Keys(), func(k parts.Key) bool { return strings.EqualFold(k.Press, msg.Text) }) {
		return
	}
	r.Back()
}

// followed opens the list of dossiers that staff follow. On a dossier's page it takes
// that dossier along, and where the list is open already it goes back to it.
func (r *Root) followed() tea.Cmd {
	if d, ok := r.Top().Page.(page.Tracked); ok {
		if dossierCode, ok := d.Tracked(); ok {
			r.follow.Add(dossierCode, r.env.Service.Now())
		}
	}
	for i, p := range r.stack {
		if p.As != (page.Follow{}) {
			continue
		}
		if i == len(r.stack)-1 {
			r.Back()
			return nil
		}
		for len(r.stack)-1 > i {
			r.Back()
		}
		return startOf(r.Top().Page)
	}
	return r.Open(page.Follow{})
}

// clicked acts on the press, not on the release: some touch screens never send
// one.
func (r *Root) clicked(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft || r.TooSmall() {
		return nil
	}
	id := r.Screen().Hit(msg.X, msg.Y)
	if id == "" {
		return nil
	}
	if k, ok := parts.KeyOf(id); ok {
		return r.Press(k)
	}
	r.notice = ""
	return r.Tell(page.PressMsg{ID: id})
}
