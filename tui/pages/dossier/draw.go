package dossier

import (
	"strings"

	"charm.land/lipgloss/v2"

	"motcua/client/code"
	"motcua/themes"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// lowPage is the height below which a page has no line to spare.
const lowPage = 16

// asideGap is the space between what to do and the time line beside it.
const asideGap = 6

// drawDossier draws a dossier in reading order, the headline or the date first. low says that the
// screen is small.
func drawDossier(f *parts.Flow, env *page.Env, doc view.Document, stages []view.Step, roomy, low bool) {
	const indent = 2
	drawTitle(f, env, doc, low)
	whole, wide, under := f.Width-indent, min(f.Width-indent, 78), 0
	told := false // what is above the bar of stages
	aside := *f   // on a wide page the time line stands beside what to do
	for _, b := range doc.Blocks {
		hangs := b.Kind == view.KindSentence || b.Kind == view.KindNote || b.Kind == view.KindChecklist
		if !hangs {
			under = 0
		}
		if !told && b.Kind != view.KindTitle && b.Kind != view.KindPlate && b.Key != "due" && b.Key != "timely" {
			told = true
			f.X, f.Width = indent, whole
			drawStages(f, env, stages)
			if hangs && !low && doc.Get("due").Kind != view.KindPlate {
				f.Gap(1) // between the headline and what to do
			}
			aside = parts.Flow{Sheet: f.Sheet, X: indent + wide + asideGap, Y: f.Y, Width: whole - wide - asideGap, Air: f.Air}
		}
		f.X, f.Width = indent+under, wide-under
		switch b.Kind {
		case view.KindState:
			under = indent // indent of what is to be done
		case view.KindSteps:
			if whole >= parts.Wide {
				drawPart(&aside, env, b)
				continue
			}
		case view.KindSource:
			f.Y = max(f.Y, aside.Y)
		default:
		}
		if b.Key == "timely" && told { // after what to do
			f.Gap(1)
		}
		drawBlock(f, env, b, roomy)
	}
}

// drawBlock draws a block below the title.
func drawBlock(f *parts.Flow, env *page.Env, b view.Block, roomy bool) {
	switch b.Kind {
	case view.KindTitle:
	case view.KindPlate:
		drawPlate(f, env, b, roomy && !env.Lean)
	case view.KindState:
		f.Gap(1)
		f.Hang(env.Tone(b.Tone), string(b.Sign), env.Styles.Strong, b.String())
	case view.KindSentence:
		drawSentence(f, env, b)
	default:
		drawPart(f, env, b)
	}
}

// drawTitle draws the procedure and the code. On a low page the procedure's name, which P opens, is
// cut: the lines are for what the person has to do.
func drawTitle(f *parts.Flow, env *page.Env, doc view.Document, low bool) {
	title, official := doc.Words("procedure"), doc.Words("official")
	if low {
		title = strings.Join(parts.CutLines(title, f.Width, 2), " ")
		official = strings.Join(parts.CutLines(official, f.Width, 1), " ")
	}
	page.Titled(f, env.Styles, title, official, code.SplitTyped(doc.Words("code")).Grouped())
	f.Gap(1)
}

// drawPlate draws the most prominent element of the page: the headline or the appointment.
func drawPlate(f *parts.Flow, env *page.Env, b view.Block, roomy bool) {
	if b.Key == "headline" {
		drawHeadline(f, env, b, roomy)
		return
	}
	f.Write(env.Styles.Heading, b.Head)
	drawDate(f, env, b.Text(), roomy)
}

func drawSentence(f *parts.Flow, env *page.Env, b view.Block) {
	if b.Sign == "" {
		f.Write(env.Styles.Base, b.String())
	} else {
		f.Hang(env.Tone(b.Tone), string(b.Sign), env.Tone(b.Tone), b.String())
	}
}

// drawPart draws what stands below the headline and what to do.
func drawPart(f *parts.Flow, env *page.Env, b view.Block) {
	st := env.Styles
	switch {
	case b.Kind == view.KindChecklist:
		for _, paper := range b.Items() {
			f.Hang(st.Warn, string(view.SignOpen), st.Strong, paper)
		}
	case b.Kind == view.KindNote:
		drawNote(f, env, b)
	case b.Kind == view.KindSteps:
		f.Gap(1)
		drawSteps(f, env, b.Steps)
	case b.Key == "due": // below the headline
		f.Write(st.Base, b.Head+": "+b.String())
	default:
		f.Gap(1)
		env.DrawPart(f, b)
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

// drawDate draws the appointment.
func drawDate(f *parts.Flow, env *page.Env, plate view.Text, roomy bool) {
	due := plate.String()
	if (env.Touch || roomy && f.Sheet.Width >= parts.Wide) && drawBigDate(f, env, plate, roomy) {
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
		face, sign := stepFaces(st, s.Sign)
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

// stepFaces are the styles of a step's name and of its sign.
func stepFaces(st *themes.Styles, s view.Sign) (face, sign lipgloss.Style) {
	switch s {
	case view.SignCurrent:
		return st.Strong, st.Info
	case view.SignAhead:
		return st.Quiet, st.Quiet
	case view.SignStop:
		return st.Base, st.Bad
	case view.SignAction:
		return st.Base, st.Warn
	default:
		return st.Base, st.Good
	}
}
