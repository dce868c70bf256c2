package dossier

import (
	"strings"

	"motcua/client/code"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// drawDossier draws a dossier in reading order, the date first.
func drawDossier(f *parts.Flow, env *page.Env, doc view.Document, roomy bool) {
	const indent = 2
	st := env.Styles
	page.Titled(f, st, doc.Words("procedure"), doc.Words("official"), code.SplitTyped(doc.Words("code")).Grouped())
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
			drawDate(f, env, b.Text(), roomy)
		case view.KindSentence:
			if b.Sign == "" {
				f.Write(st.Base, b.String())
			} else {
				f.Hang(env.Tone(b.Tone), string(b.Sign), env.Tone(b.Tone), b.String())
			}
		case view.KindNote:
			drawNote(f, env, b)
		case view.KindState:
			f.Gap(1)
			f.Hang(env.Tone(b.Tone), string(b.Sign), st.Strong, b.String())
			under = indent // indent of what is to be done
		case view.KindSteps:
			f.Gap(1)
			drawSteps(f, env, b.Steps)
		default:
			f.Gap(1)
			env.DrawPart(f, b)
		}
	}
}

// drawNote draws a note. It omits the note on how to give a proof, because the footer has
// the key for it.
func drawNote(f *parts.Flow, env *page.Env, b view.Block) {
	face := env.Styles.Base
	if b.Tone == view.ToneQuiet {
		face = env.Styles.Quiet
	}
	for _, l := range b.Items() {
		if b.Key != "proof" {
			f.Write(face, l)
		}
	}
}

// drawDate draws the appointment, the most prominent element of the page.
func drawDate(f *parts.Flow, env *page.Env, plate view.Text, roomy bool) {
	due := plate.String()
	if env.Touch && drawBigDate(f, env, plate, roomy) {
		return
	}
	if !roomy {
		f.Block(env.Styles.Date.Render(" " + due + " "))
		return
	}
	ground := env.Styles.Date.UnsetForeground().UnsetBold() // spaces need neither, and each costs bytes
	blank := ground.Render(strings.Repeat(" ", parts.Width(due)+6))
	f.Block(blank + "\n" + env.Styles.Date.Render("   "+due+"   ") + "\n" + blank)
}

// drawSteps draws the timeline: signs, times and names in columns.
func drawSteps(f *parts.Flow, env *page.Env, steps []view.Step) {
	st := env.Styles
	column := 0
	for _, s := range steps {
		column = max(column, parts.Width(s.Moment("  ")))
	}
	x, width := f.X, f.Width
	for _, s := range steps {
		face, sign := st.Base, st.Good
		switch s.Sign {
		case view.SignDone:
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
		// Spaces are written together with the text before them, see Flow.Hang.
		f.Sheet.Put(x, f.Y, sign.Render(string(s.Sign)+" "))
		f.Sheet.Put(x+2, f.Y, st.Quiet.Render(when+strings.Repeat(" ", column-parts.Width(when)+2)))
		f.X, f.Width = x+2+column+2, width-column-4
		f.Write(face, name)
		f.X, f.Width = x, width
	}
}
