package ask

import (
	"strings"

	"motcua/client/code"
	"motcua/tui/parts"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// lobbySheet is the page in a lobby, with the on-screen keyboard below it.
func (a *screen) lobbySheet() *parts.Sheet {
	t, st, width := &a.Texts.Screen, a.Styles, a.Width
	s := parts.NewSheet(width, a.Height, st.Base)
	f := parts.Flow{Sheet: s, Width: width}
	if a.BoardOn() {
		if room := a.Board.Draw(s, a.Base, a.Typed()); room > 12 {
			f.Gap(1)
			f.Write(st.Title, a.Apart(t.AskDossier, width))
			f.Gap(1)
		}
	} else {
		f.Gap(1)
		f.Write(st.Title, a.Apart(t.AskDossier, width))
		f.Gap(1)
	}
	a.DrawField(s, f.Y, min(width, 76), t.CodeLabel, "")
	f.Gap(parts.FieldHeight)
	if a.Dense() && f.Left() < 16 {
		f.Sheet.Put(2, f.Y, st.Strong.Render(parts.Cut(code.SplitTyped(a.Typed()).Grouped(), f.Width-2)))
		return s
	}
	a.drawLobbyGroups(&f)
	a.drawLobbyHint(&f)
	return s
}

// drawLobbyGroups shows in groups how the code was understood, with a place for each
// missing digit, and the names of the groups; before anything is typed, it shows an
// example.
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
