package tui

import (
	"strconv"
	"strings"

	"motcua/client/code"
	"motcua/client/workday"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// drawBigDate writes the appointment in the largest type that a terminal has, and
// below it in words, which screen readers read. It tells whether it could.
func drawBigDate(f *parts.Flow, sh *shared, plate view.Text, roomy bool) bool {
	lines, ok := parts.Big(dayDigits(plate))
	if !ok || len(lines) == 0 || parts.Width(lines[0])+4 > f.Width {
		return false
	}
	due := plate.String()
	width := max(parts.Width(lines[0]), parts.Width(due)) + 4
	width = min(width, f.Width)
	row := func(s string) string {
		s = parts.Cut(s, width-4)
		return sh.st.Date.Render("  " + s + strings.Repeat(" ", max(width-2-parts.Width(s), 0)))
	}
	air := roomy || sh.face.size > sizeNormal
	// The digits are not cut by an edge of the screen; the day below them is one line
	// more, and stays.
	rows := make([]string, 0, len(lines)+2)
	if air {
		rows = append(rows, row(""))
	}
	for _, l := range lines {
		date := sh.st.Date
		rows = append(rows, date.Render("  ")+parts.Blocks(date, l)+date.Render(strings.Repeat(" ", width-2-parts.Width(l))))
	}
	if air {
		rows = append(rows, row(""))
	}
	f.Whole(strings.Join(rows, "\n"))
	f.Block(row(due))
	switch {
	case f.Air > 0:
		f.Gap(f.Air)
	case roomy:
		f.Gap(1)
	}
	return true
}

// dayDigits is the day on a plate in digits alone, "25/11/2026".
func dayDigits(plate view.Text) string {
	for _, s := range plate {
		if s.Kind == view.SpanDate {
			return s.At.In(workday.Zone).Format("02/01/2006")
		}
	}
	return ""
}

// drawLobbyProof is the field for the proof, with room for the keyboard below.
func (d *dossierPage) drawLobbyProof(f *parts.Flow) {
	t, st := &d.texts.Screen, d.st
	f.Block(st.Strong.Render(code.SplitTyped(d.query.Code.String()).Grouped()))
	if !d.boardOn() || f.Left() >= tallPage {
		f.Gap(1)
	}
	d.proof.Draw(f.Sheet, st, 0, f.Y, f.Width, d.texts.Lobby.Proof, "")
	f.Gap(parts.FieldHeight)
	switch {
	case d.wait.on():
		d.wait.draw(f, d.shared, d.source(), d.Keys)
	case d.err != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error, view.ProofError(d.holdOff.told(d.err), d.env()))
	default:
		if !d.dense() || f.Left() > 14 {
			f.Write(st.Quiet, t.ProofHelp)
		}
	}
}

// drawLobbyFold is a target that opens and closes, and when open what it holds.
func (p *procedurePage) drawLobbyFold(f *parts.Flow, n int, title string, inside func(*parts.Flow)) {
	sign := "▸ "
	if p.opened[n] {
		sign = "▾ "
	}
	id := foldPrefix + strconv.Itoa(n)
	b := parts.Button{ID: id, Text: sign + title, Left: true, Focus: p.focused(id)}
	height := len(b.Lines(f.Width)) + 2
	b.Draw(f.Sheet, p.st, f.X, f.Y, f.Width, height)
	f.Y += height
	if p.opened[n] {
		f.X, f.Width = f.X+2, f.Width-2
		inside(f)
		f.X, f.Width = f.X-2, f.Width+2
	}
	f.Gap(1)
}

// lobbyHelp says what can be done here and how to use the screen.
func (h *helpPage) lobbyHelp(width int) *parts.Sheet {
	t, l, st := &h.texts.Screen, &h.texts.Lobby, h.st
	tall := parts.NewSheet(width, tallest, st.Base)
	f := h.flow(tall, min(width, 84))
	section := func(heading string, lines []string) {
		f.Write(st.Heading, h.apart(heading, f.Width))
		for _, l := range lines {
			f.X, f.Width = 2, f.Width-2
			f.Write(st.Base, l)
			f.X, f.Width = 0, f.Width+2
		}
		f.Gap(1)
	}
	section(t.HelpWhat, l.What)
	section(l.TouchHead, l.Touch)
	section(t.HelpWhere, l.Code)
	if len(h.Samples) > 0 {
		f.Write(st.Heading, h.apart(t.HelpSample, f.Width))
		for _, sample := range h.Samples {
			h.pair(&f, sample.Code, h.codeColumn(), sample.Shows(h.texts.Lang))
		}
	}
	return tall
}

// lobbySheet is the page with the keyboard below it, in a lobby.
func (a *askPage) lobbySheet(width, height int) *parts.Sheet {
	t, st := &a.texts.Screen, a.st
	s := parts.NewSheet(width, height, st.Base)
	f := parts.Flow{Sheet: s, Width: width}
	if a.boardOn() {
		if room := a.board.draw(s, a.shared, a.field.Value()); room > 12 {
			f.Gap(1)
			f.Write(st.Title, a.apart(t.AskDossier, width))
			f.Gap(1)
		}
	} else {
		f.Gap(1)
		f.Write(st.Title, a.apart(t.AskDossier, width))
		f.Gap(1)
	}
	a.field.Draw(s, st, 0, f.Y, min(width, 76), t.CodeLabel, "")
	f.Gap(parts.FieldHeight)
	if a.dense() && f.Left() < 16 {
		f.Sheet.Put(2, f.Y, st.Strong.Render(parts.Cut(code.SplitTyped(a.field.Value()).Grouped(), f.Width-2)))
		return s
	}
	a.drawLobbyGroups(&f)
	a.drawLobbyHint(&f)
	return s
}

// drawLobbyGroups shows what was understood in its groups, with a place for each
// digit to come, and the names of the groups; before anything is typed, an
// example.
func (a *askPage) drawLobbyGroups(f *parts.Flow) {
	t, st := &a.texts.Screen, a.st
	typed := code.SplitTyped(a.field.Value())
	shown, face := typed.Grouped(), st.Strong
	example := shown == ""
	if example {
		shown, face = exampleSpaced, st.Quiet
	}
	if p := typed.Problem; p != nil && p.Part == code.PartNone {
		f.Gap(2)
		return
	}
	at := 2
	names := []string{t.GroupAgency, t.GroupDate, t.GroupSerial}
	groups := strings.Split(parts.Cut(shown, f.Width-2), " - ")
	for i, group := range groups {
		if i > 0 {
			f.Sheet.Put(at, f.Y, face.Render(" - "))
			at += parts.Width(" - ")
		}
		f.Sheet.Put(at, f.Y, face.Render(group))
		wide := parts.Width(group)
		if i < len(names) {
			f.Sheet.Put(at, f.Y+1, st.Quiet.Render(names[i]))
			if i < len(groups)-1 { // an agency begins with less than its name
				wide = max(wide, parts.Width(names[i]))
			}
		}
		at += wide
	}
	f.Gap(1)
	if example {
		f.Sheet.Put(at+3, f.Y-1, st.Quiet.Render(t.CodeExample))
	}
	f.Gap(1)
}

// exampleSpaced is an example in its groups.
const exampleSpaced = "H55.17.05 - 261120 - 0007"

// drawLobbyHint is what is wrong, or that it will do.
func (a *askPage) drawLobbyHint(f *parts.Flow) {
	st := a.st
	problem := a.problem
	typed := code.SplitTyped(a.field.Value())
	if problem == nil {
		problem = typed.Problem
	}
	switch _, err := code.ParseDossier(a.field.Value()); {
	case problem != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error, view.CodeProblem(problem, a.env()))
	case err == nil:
		f.Hang(st.Good, string(view.SignDone), st.Base, a.texts.Lobby.CodeReady)
	}
}

// lobbySheet is the search of a lobby. While the keyboard stands there is room
// for a line or two of what was found; without it the list has the page.
func (p *searchPage) lobbySheet(width, height int) *parts.Sheet {
	t, st := &p.texts.Screen, p.st
	s := parts.NewSheet(width, height, st.Base)
	f := parts.Flow{Sheet: s, Width: width}
	p.field.Draw(s, st, 0, 0, width, t.SearchLabel, t.SearchExample)
	f.Gap(parts.FieldHeight)
	end := height
	if p.boardOn() {
		end = p.board.draw(s, p.shared, p.field.Value()) + 1
	}
	if height >= tallPage && !p.boardOn() {
		f.Gap(1)
	}
	p.drawCount(&f)
	room := end - f.Y - 1
	if p.boardOn() {
		room--
	}
	if room > 2*parts.ButtonHeight { // the two keys that scroll stand beside it
		list := parts.NewSheet(width, room, st.Base)
		p.drawRows(list)
		s.Lay(0, f.Y+1, list)
		return s
	}
	p.scroll = scroll{}
	if p.boardOn() && room > 2 {
		end-- // the keyboard stands free of what was found
	}
	for i := range p.hits {
		if f.Y >= end {
			return s
		}
		f.Block(st.Base.Render(parts.Cut("• "+view.Hit(p.hits[i], p.env()).Name, width)))
	}
	return s
}

// tallPage is a page on which a free line around a field costs nothing: no row of
// what was found, no key.
const tallPage = 24

// Three rows of keys, the field and what it finds fill the screen.
func (p *searchPage) dense() bool  { return p.boardOn() }
func (a *askPage) dense() bool     { return a.boardOn() && a.board.other }
func (d *dossierPage) dense() bool { return d.proof != nil && d.boardOn() && d.board.other }

// lobbyKeys are the keys of the search in a lobby. Enter stands on the screen
// only with the keyboard: else a row is touched.
func (p *searchPage) lobbyKeys() []parts.Key {
	t, l := &p.texts.Screen, &p.texts.Lobby
	board := parts.Key{Label: "F9", Text: l.Type, Press: "f9"}
	if p.speaking() {
		board.Label = "" // that key reads again
	}
	if p.boardOn() {
		board.Text = l.Results
	}
	keys := []parts.Key{{Label: "Esc", Text: t.KeyBack, Press: "esc"}, board, {Label: "F4", Text: t.Levels[p.level], Press: "f4"}}
	if !p.boardOn() { // it is about keys of one's own
		keys = append(keys, p.typingKey())
	}
	if _, dossier := p.dossierCode(); dossier {
		keys = append([]parts.Key{{Label: "Enter", Text: t.KeyLookUp, Press: "enter"}}, keys...)
	}
	return keys
}
