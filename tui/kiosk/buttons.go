package kiosk

import (
	"slices"

	"motcua/tui"
	"motcua/tui/page"
	"motcua/tui/parts"
)

// buttons returns all buttons below a page, the most important first: the way out, the
// page's own, those of every page.
func (sh *Shell) buttons(o tui.Opened) []parts.Button {
	t := &sh.env.Texts.Lobby
	var keys []parts.Key
	if o.As != (page.Home{}) {
		keys = append(keys, parts.Key{Label: "F10", Text: t.Finish, Press: "f10"})
	}
	keys = append(keys, pageKeys(o)...)
	if sh.env.Speaking() && !sh.covers(o) {
		// For somebody who listens, reading again is the most important button.
		at := slices.IndexFunc(keys, func(k parts.Key) bool { return k.Press != "f10" && k.Press != "esc" })
		if at < 0 {
			at = len(keys)
		}
		keys = slices.Insert(keys, at, parts.Key{Label: "F9", Text: t.Again, Press: againPress})
	}
	return sh.buttonsOf(o, append(keys, sh.everydayKeys(o)...))
}

// buttonsOf makes buttons of keys below a page.
func (sh *Shell) buttonsOf(o tui.Opened, keys []parts.Key) []parts.Button {
	focus := sh.env.FocusOn(o.Number())
	buttons := make([]parts.Button, len(keys))
	for i, k := range keys {
		id := parts.PressPrefix + k.Press
		legend := k.Label
		if !sh.env.Keyed && !sh.env.Speaking() {
			legend = ""
		}
		buttons[i] = parts.Button{
			ID: id, Text: parts.Capital(k.Text), Legend: legend, Focus: focus == id, Main: k.Press == "enter",
		}
	}
	return buttons
}

// pageKeys returns a page's own keys that have buttons, its way back first.
func pageKeys(o tui.Opened) []parts.Key {
	_, dossier := o.As.(page.Dossier)
	rank := func(k parts.Key) int {
		switch {
		case k.Press == "esc":
			return 0
		case k.Press == "r", dossier && k.Press == "p":
			return 2 // taking something along is wanted more often
		}
		return 1
	}
	var keys []parts.Key
	for _, k := range o.Keys() {
		if k.Press != "" && k.Press != "pgdown" { // that button is beside the page
			keys = append(keys, k)
		}
	}
	slices.SortStableFunc(keys, func(a, b parts.Key) int { return rank(a) - rank(b) })
	return keys
}

// everydayKeys returns the keys that work on any page.
func (sh *Shell) everydayKeys(o tui.Opened) []parts.Key {
	t := &sh.env.Texts.Lobby
	if o.As == (page.More{}) {
		return nil // they are on this page, or on the page below
	}
	var keys []parts.Key
	add := func(here page.Intent, k parts.Key) {
		if here == nil || o.As != here {
			keys = append(keys, k)
		}
	}
	add(page.Help{}, parts.Key{Label: "F1", Text: t.Help, Press: "f1"})
	add(nil, parts.Key{Label: "F2", Text: sh.env.Texts.Screen.OtherLanguage, Press: "f2"})
	add(nil, parts.Key{Label: "F6", Text: sh.sizeWords(), Press: "f6"})
	add(nil, parts.Key{Label: "F3", Text: t.Colours, Press: "f3"})
	if sh.reader != nil {
		add(page.Listen{}, parts.Key{Label: "F7", Text: t.Aloud, Press: "f7"})
	}
	return keys
}

// buttonRows puts the buttons below a page into one row, or two on a tall screen. The page
// of more buttons has those that do not fit, and a button leads to it.
func (sh *Shell) buttonRows(o tui.Opened) (rows [][]parts.Button, left []parts.Button) {
	screen, height := sh.root.Size()
	width := screen - 2*tui.Margin(screen)
	buttons := sh.buttons(o)
	most := 1
	if sh.covers(o) {
		n := 1 + len(pageKeys(o))
		return [][]parts.Button{append(buttons[:n:n], sh.moreButton(o))}, buttons[n:]
	}
	if height >= tallLobby && !isDense(o) || height >= tallBusy {
		most = 2
	}
	if o.As == (page.More{}) {
		n, _ := parts.Fitting(width, buttons)
		return [][]parts.Button{buttons[:n]}, buttons[n:]
	}
	// The buttons of every page have a row of their own, always in the same place.
	own := len(buttons) - len(sh.everydayKeys(o))
	if n, _ := parts.Fitting(width, buttons); most == 2 && n < len(buttons) {
		a, _ := parts.Fitting(width, buttons[:own])
		b, _ := parts.Fitting(width, buttons[own:])
		if a == own && a+b == len(buttons) {
			return [][]parts.Button{buttons[:own:own], buttons[own:]}, nil
		}
	}
	more := sh.moreButton(o)
	buttons = asideLast(o, buttons)
	for len(rows) < most && len(buttons) > 0 {
		n, _ := parts.Fitting(width, buttons)
		if n < len(buttons) && len(rows) == most-1 {
			n, _ = parts.Fitting(width-more.Least()-parts.ButtonGap, buttons)
			return append(rows, append(buttons[:n:n], more)), buttons[n:]
		}
		rows, buttons = append(rows, buttons[:n]), buttons[n:]
	}
	return rows, nil
}

// asideLast puts the buttons that are aside after those of every page.
func asideLast(o tui.Opened, buttons []parts.Button) []parts.Button {
	aside := map[string]int{}
	for _, k := range o.Keys() {
		if k.Aside {
			aside[parts.PressPrefix+k.Press] = 1
		}
	}
	slices.SortStableFunc(buttons, func(a, b parts.Button) int { return aside[a.ID] - aside[b.ID] })
	return buttons
}

// Left returns the buttons below a page for which there is no space.
func (sh *Shell) Left(o tui.Opened) []parts.Button {
	_, left := sh.buttonRows(o)
	return left
}

func (sh *Shell) moreButton(o tui.Opened) parts.Button {
	return sh.buttonsOf(o, []parts.Key{{Label: "F11", Text: sh.env.Texts.Lobby.More, Press: "f11"}})[0]
}

// covers reports whether the page takes the whole screen including its buttons.
func (sh *Shell) covers(o tui.Opened) bool {
	return sh.Whole(o) != nil
}
