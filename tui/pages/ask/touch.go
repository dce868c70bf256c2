package ask

import (
	"strings"

	"motcua/client/code"
	"motcua/tui/parts"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// boardWidth is the width of the field and of what stands below it. The keyboard, which is wider
// only on a wide screen, stands centred below.
const boardWidth = 76

// besideField is how many lines the title, the field, the groups and the sentence below them
// take, with the free lines between them.
const besideField = 12

// lobbySheet is the page in a lobby, with the on-screen keyboard below it.
func (a *screen) lobbySheet() *parts.Sheet {
	t, st, width := &a.Texts.Screen, a.Styles, a.Width
	height, top := a.Height, 0
	if a.BoardOn() {
		height, top = a.Board.Near(a.Base, a.Typed(), besideField)
	}
	whole := parts.NewSheet(width, a.Height, st.Base)
	s := parts.NewSheet(width, height, st.Base)
	room := height
	if a.BoardOn() {
		room = a.Board.Draw(s, a.Base, a.Typed())
	}
	wide := width
	if a.BoardOn() {
		wide = min(width, boardWidth)
	}
	above := parts.NewSheet(wide, room, st.Base)
	f := parts.Flow{Sheet: above, Width: wide}
	if room >= besideField {
		if !a.BoardOn() {
			f.Gap(1)
		}
		f.Write(st.Title, a.Apart(t.AskDossier, wide))
		f.Gap(1)
	}
	a.DrawField(above, f.Y, min(wide, boardWidth), t.CodeLabel, "")
	f.Gap(parts.FieldHeight)
	if a.Dense() && f.Left() < 4 {
		above.Put(2, f.Y, st.Strong.Render(parts.Cut(code.SplitTyped(a.Typed()).Grouped(), f.Width-2)))
	} else {
		a.drawLobbyGroups(&f)
		a.drawLobbyHint(&f)
	}
	s.Lay((width-wide)/2, 0, above)
	whole.Lay(0, top, s)
	return whole
}

// drawLobbyGroups shows in groups how the code was understood, with a place for each
// missing digit, and the names of the groups; before anything is typed, it shows an
// example. Date and number, which people compare with their paper, stand in block digits
// where there is space.
func (a *screen) drawLobbyGroups(f *parts.Flow) {
	t, st := &a.Texts.Screen, a.Styles
	typed := code.SplitTyped(a.Typed())
	shown, face := typed.Grouped(), st.Strong
	example := shown == ""
	if example {
		shown, face = exampleSpaced, st.Quiet
	}
	if p := typed.Problem; p != nil && p.Part == code.PartNone {
		f.Gap(2)
		return
	}
	groups := strings.Split(shown, " - ")
	if !example && a.problem == nil && typed.Problem == nil && a.drawBlocks(f, groups) {
		return
	}
	at := 2
	names := []string{t.GroupAgency, t.GroupDate, t.GroupSerial}
	for i, group := range strings.Split(parts.Cut(shown, f.Width-2), " - ") {
		if i > 0 {
			f.Sheet.Put(at, f.Y, face.Render(" - "))
			at += parts.Width(" - ")
		}
		f.Sheet.Put(at, f.Y, face.Render(group))
		wide := parts.Width(group)
		if i < len(names) {
			f.Sheet.Put(at, f.Y+1, st.Quiet.Render(names[i]))
			if i < len(groups)-1 { // the beginning of an agency is shorter than its group's name
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

// drawBlocks draws date and number in block digits, and the agency id before them in text. It
// reports whether there is space. Where only one line is left, the sentence that the code is
// complete takes the place of the groups' names.
func (a *screen) drawBlocks(f *parts.Flow, groups []string) bool {
	t, st := &a.Texts.Screen, a.Styles
	if len(groups) != 3 || f.Left() < parts.BigHeight+1 {
		return false
	}
	agency := max(parts.Width(groups[0]), parts.Width(t.GroupAgency))
	at, middle := 2, f.Y+parts.BigHeight/2
	wide := agency
	var big [3][]string
	for i, group := range groups[1:] {
		lines, ok := parts.Big(group)
		if !ok {
			return false
		}
		big[i+1] = lines
		wide += parts.Width(" - ") + parts.Width(lines[0])
	}
	if at+wide > f.Width {
		return false
	}
	_, err := code.ParseDossier(a.Typed())
	named := err != nil || f.Left() > parts.BigHeight+1
	name := func(x int, says string) {
		if named {
			f.Sheet.Put(x, f.Y+parts.BigHeight, st.Quiet.Render(says))
		}
	}
	f.Sheet.Put(at, middle, st.Strong.Render(groups[0]))
	name(at, t.GroupAgency)
	at += agency
	for i, says := range []string{t.GroupDate, t.GroupSerial} {
		f.Sheet.Put(at, middle, st.Strong.Render(" - "))
		at += parts.Width(" - ")
		for y, line := range big[i+1] {
			f.Sheet.Put(at, f.Y+y, parts.Blocks(st.Strong, line))
		}
		name(at, says)
		at += parts.Width(big[i+1][0])
	}
	f.Gap(parts.BigHeight)
	if named {
		f.Gap(1)
	}
	return true
}

// exampleSpaced is an example with its groups apart.
const exampleSpaced = "H55.17.05 - 261120 - 0007"

// drawLobbyHint says what is wrong, or that the code is complete.
func (a *screen) drawLobbyHint(f *parts.Flow) {
	st := a.Styles
	problem := a.problem
	typed := code.SplitTyped(a.Typed())
	if problem == nil {
		problem = typed.Problem
	}
	switch _, err := code.ParseDossier(a.Typed()); {
	case problem != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error, failure.Code(problem, a.ViewEnv()))
	case err == nil:
		f.Hang(st.Good, string(view.SignDone), st.Base, a.Texts.Lobby.CodeReady)
	}
}
