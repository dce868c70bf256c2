package dossier

import (
	"strings"

	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// stagesWidth is the width from which the stages of a dossier stand side by side: that of a page
// on a terminal of 120 columns, beside the scroll keys of a lobby.
const stagesWidth = 86

// mostStage is the greatest width of a stage: further apart they are no bar any more.
const mostStage = 26

// drawStages draws the way of a dossier as one line, with the days below it. A narrow page leaves
// it to the time line.
func drawStages(f *parts.Flow, env *page.Env, stages []view.Step) {
	if len(stages) == 0 || f.Width < stagesWidth {
		return
	}
	st, cell := env.Styles, f.Width
	if n := len(stages) - 1; n > 0 { // the last one takes no more than its name
		cell = min((f.Width-2-parts.Width(stages[n].Name.String()))/n, mostStage)
	}
	f.Gap(1)
	for i, s := range stages {
		x := f.X + i*cell
		face, sign := stepFaces(st, s.Sign)
		name := parts.Cut(s.Name.String(), cell-3)
		f.Sheet.Put(x, f.Y, sign.Render(string(s.Sign)+" ")+face.Render(name))
		f.Sheet.Put(x+2, f.Y+1, st.Quiet.Render(parts.Cut(s.Moment(" "), cell-3)))
		if i == len(stages)-1 {
			break
		}
		line, way := st.ProgressRest, "─"
		if stages[i+1].Sign != view.SignAhead { // the way that lies behind
			line, way = st.Progress, "━"
		}
		from := 3 + parts.Width(name)
		f.Sheet.Put(x+from, f.Y, line.Render(strings.Repeat(way, max(cell-from-1, 0))))
	}
	f.Gap(2)
}
