package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"motcua/tui/parts"
	"motcua/tui/view"
)

// tone gives the style of what a sentence means.
func (sh *shared) tone(t view.Tone) lipgloss.Style {
	switch t {
	case view.ToneGood:
		return sh.st.Good
	case view.ToneWarn:
		return sh.st.Warn
	case view.ToneBad:
		return sh.st.Bad
	case view.ToneQuiet:
		return sh.st.Quiet
	default:
		return sh.st.Info
	}
}

// drawDossier lays a dossier in reading order, the date first.
func drawDossier(f *parts.Flow, sh *shared, v view.DossierView, roomy bool) {
	t, st := &sh.texts.Screen, sh.st
	full := f.Width
	titled(f, st, v.Procedure, v.Grouped)
	f.Gap(1)

	indent := 2
	f.X, f.Width = indent, min(full-indent, 78)
	if v.Due != "" {
		f.Write(st.Heading, v.DueLabel)
		drawDate(f, sh, v, roomy)
	}
	if v.Timely != "" {
		f.Hang(sh.tone(v.TimeTone), string(v.TimeSign), sh.tone(v.TimeTone), v.Timely)
	}
	f.Write(st.Base, v.Apology)
	f.Gap(1)

	f.Hang(sh.tone(v.StateTone), string(v.StateSign), st.Strong, v.State)
	f.X, f.Width = indent+2, f.Width-2
	f.Write(st.Base, v.Next)
	f.Write(st.Base, v.Note)
	f.X, f.Width = indent, f.Width+2

	if len(v.Missing) > 0 && !strings.Contains(v.Next, v.Missing[0]) {
		drawList(f, sh, t.Missing, v.Missing) // unless the next step names them
	}
	drawList(f, sh, t.FeesDue, v.Fees)
	f.Gap(1)
	if v.Applicant != "" {
		f.Write(st.Base, v.Applicant)
		f.Gap(1)
	}
	drawSteps(f, sh, v.Steps)
	drawList(f, sh, sh.texts.Dossier.Results, v.Results)
	drawList(f, sh, sh.texts.Dossier.Supplied, v.Supplied)
	f.Gap(1)
	source := st.Quiet
	if v.Stale {
		source = st.Warn
	}
	f.Write(source, v.Source)
	for _, c := range v.Caveats {
		f.Write(st.Quiet, c)
	}
}

// drawDate is the appointment, the heaviest thing on the page.
func drawDate(f *parts.Flow, sh *shared, v view.DossierView, roomy bool) {
	due := v.Due
	if sh.lobby() && drawBigDate(f, sh, v, roomy) {
		return
	}
	if !roomy {
		f.Block(sh.st.Date.Render(" " + due + " "))
		return
	}
	ground := sh.st.Date.UnsetForeground().UnsetBold() // a blank has neither, and each costs bytes
	blank := ground.Render(strings.Repeat(" ", parts.Width(due)+6))
	f.Block(blank + "\n" + sh.st.Date.Render("   "+due+"   ") + "\n" + blank)
}

func drawList(f *parts.Flow, sh *shared, heading string, lines []string) {
	if len(lines) == 0 {
		return
	}
	f.Gap(1)
	f.Write(sh.st.Heading, heading)
	for _, l := range lines {
		f.Hang(sh.st.Base, "•", sh.st.Base, l)
	}
}

// drawSteps is the time line: signs, moments and names in columns.
func drawSteps(f *parts.Flow, sh *shared, steps []view.StepView) {
	st := sh.st
	column := 0
	for _, s := range steps {
		column = max(column, parts.Width(s.When))
	}
	x, width := f.X, f.Width
	for _, s := range steps {
		face, sign := st.Base, st.Good
		switch s.Sign {
		case view.SignCurrent:
			face, sign = st.Strong, st.Info
		case view.SignAhead:
			face, sign = st.Quiet, st.Quiet
		case view.SignStop:
			sign = st.Bad
		case view.SignAction:
			sign = st.Warn
		}
		name := s.Name
		if s.Unit != "" {
			name += ", " + s.Unit
		}
		// Blanks go with what stands before them, see Flow.Hang.
		f.Sheet.Put(x, f.Y, sign.Render(string(s.Sign)+" "))
		f.Sheet.Put(x+2, f.Y, st.Quiet.Render(s.When+strings.Repeat(" ", column-parts.Width(s.When)+2)))
		f.X, f.Width = x+2+column+2, width-column-4
		f.Write(face, name)
		f.X, f.Width = x, width
	}
}
