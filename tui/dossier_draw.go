package tui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"motcua/client/code"
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
func drawDossier(f *parts.Flow, sh *shared, doc view.Document, roomy bool) {
	const indent = 2
	st := sh.st
	titled(f, st, doc.Words("procedure"), code.SplitTyped(doc.Words("code")).Grouped())
	f.Gap(1)
	wide, under := min(f.Width-indent, 78), 0
	for _, b := range doc.Blocks {
		f.X, f.Width = indent+under, wide-under
		if b.Kind != view.KindSentence && b.Kind != view.KindNote {
			f.X, f.Width, under = indent, wide, 0
		}
		switch b.Kind {
		case view.KindTitle:
		case view.KindPlate:
			f.Write(st.Heading, b.Head)
			drawDate(f, sh, b.Text(), roomy)
		case view.KindSentence:
			if b.Sign == "" {
				f.Write(st.Base, b.String())
			} else {
				f.Hang(sh.tone(b.Tone), string(b.Sign), sh.tone(b.Tone), b.String())
			}
		case view.KindNote:
			drawNote(f, sh, b)
		case view.KindState:
			f.Gap(1)
			f.Hang(sh.tone(b.Tone), string(b.Sign), st.Strong, b.String())
			under = indent // of what is to be done
		default:
			f.Gap(1)
			drawPart(f, sh, b)
		}
	}
}

// drawNote writes what is good to know. How to give a proof is none on the screen:
// the footer has its key.
func drawNote(f *parts.Flow, sh *shared, b view.Block) {
	face := sh.st.Base
	if b.Tone == view.ToneQuiet {
		face = sh.st.Quiet
	}
	for _, l := range b.Items() {
		if b.Key != "proof" {
			f.Write(face, l)
		}
	}
}

// drawPart is a part of the page that stands free.
func drawPart(f *parts.Flow, sh *shared, b view.Block) {
	switch b.Kind {
	case view.KindSteps:
		drawSteps(f, sh, b.Steps)
	case view.KindList, view.KindChecklist:
		f.Write(sh.st.Heading, b.Head)
		for _, l := range b.Items() {
			f.Hang(sh.st.Base, "•", sh.st.Base, l)
		}
	case view.KindSource:
		f.Write(sh.tone(b.Tone), b.String())
	default:
		f.Write(sh.st.Base, b.String())
	}
}

// drawDate is the appointment, the heaviest thing on the page.
func drawDate(f *parts.Flow, sh *shared, plate view.Text, roomy bool) {
	due := plate.String()
	if sh.lobby() && drawBigDate(f, sh, plate, roomy) {
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

// drawSteps is the time line: signs, moments and names in columns.
func drawSteps(f *parts.Flow, sh *shared, steps []view.Step) {
	st := sh.st
	column := 0
	for _, s := range steps {
		column = max(column, parts.Width(s.Moment("  ")))
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
		name, when := s.Name.String(), s.Moment("  ")
		if unit := s.Unit.String(); unit != "" {
			name += ", " + unit
		}
		// Blanks go with what stands before them, see Flow.Hang.
		f.Sheet.Put(x, f.Y, sign.Render(string(s.Sign)+" "))
		f.Sheet.Put(x+2, f.Y, st.Quiet.Render(when+strings.Repeat(" ", column-parts.Width(when)+2)))
		f.X, f.Width = x+2+column+2, width-column-4
		f.Write(face, name)
		f.X, f.Width = x, width
	}
}
