package follow

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
	"motcua/tui/view/failure"
)

// Layout lays out the current rows below the field.
func (p *screen) Layout(width, height int) {
	w := &p.Texts.Follow
	p.rows()
	p.LayListing(width, height, page.Head{Label: w.Label, Example: w.Example, Widest: 48, Line: p.drawLine})
}

// drawLine draws what the page is for while the list is empty, and otherwise the counts.
func (p *screen) drawLine(f *parts.Flow) {
	if len(p.follow.all) > 0 || p.said != nil {
		p.drawCount(f)
		return
	}
	f.Gap(1)
	f.Width = min(p.Width, 76)
	w := &p.Texts.Follow
	for _, line := range append(slices.Clone(w.Empty), w.KeepIs[p.follow.keeping]) {
		f.Write(p.Styles.Base, line)
		f.Gap(1)
	}
	if p.follow.keeper != nil {
		f.Write(p.Styles.Base, w.KeepHow)
	}
}

// cells returns the shown dossiers as rows of a spreadsheet: code, state and procedure.
func (p *screen) cells() [][]string {
	var rows [][]string
	for _, f := range p.shown {
		cells := []string{f.code.String(), "", ""}
		if f.answer != nil {
			v := dossiers.Row(*f.answer, p.ViewEnv())
			cells[1], cells[2] = v.Brief, v.Procedure
		}
		for i, c := range cells {
			cells[i] = clean.Harmless(clean.Line(c))
		}
		rows = append(rows, cells)
	}
	return rows
}

// Copy returns the shown dossiers as rows of a spreadsheet, with tabs between the cells.
func (p *screen) Copy() (what, said string) {
	var b strings.Builder
	for _, cells := range p.cells() {
		b.WriteString(strings.Join(cells, "\t") + "\n")
	}
	return b.String(), fmt.Sprintf(p.Texts.Follow.Copied, counted(p.Env, len(p.shown)))
}

// counted says how many dossiers.
func counted(e *page.Env, n int) string {
	if n == 1 {
		return e.Texts.Follow.CountOne
	}
	return fmt.Sprintf(e.Texts.Follow.Count, e.Texts.Number(int64(n)))
}

// drawCount draws the line between field and list: what is wrong with the field, or the
// number of dossiers, how many changed, and when the last one was asked for.
func (p *screen) drawCount(f *parts.Flow) {
	w, st := &p.Texts.Follow, p.Styles
	if p.said != nil {
		sign, face := view.SignDone, st.Good
		if p.wrong {
			sign, face = view.SignAction, st.Warn
		}
		f.Hang(face, string(sign), st.Base, p.said())
		return
	}
	words := []string{counted(p.Env, len(p.follow.all))}
	changed := p.follow.changes()
	if changed > 0 {
		words = append(words, fmt.Sprintf(w.Changed, p.Texts.Number(int64(changed))))
	}
	if !p.follow.lastAsked.IsZero() {
		words = append(words, fmt.Sprintf(w.LastAsked, p.Texts.Clock(p.follow.lastAsked)))
	}
	line := strings.Join(words, " · ")
	if changed > 0 {
		f.Hang(st.Warn, string(view.SignAction), st.Strong, line)
		return
	}
	f.Write(st.Heading, line)
}

// rows formats the dossiers in the current language.
func (p *screen) rows() {
	var selected *followed
	if i := p.List.Index; i >= 0 && i < len(p.shown) {
		selected = p.shown[i]
	}
	words, filtered := filterOf(p.Typed())
	p.shown = p.follow.inOrder(p.Service.Now(), p.Service.Calendar(), func(f *followed) bool {
		if !filtered {
			return true
		}
		row := p.row(f)
		return strings.Contains(clean.Fold(row.Name+" "+row.Quiet), words)
	})
	rows := make([]parts.Row, 0, len(p.shown))
	for _, f := range p.shown {
		rows = append(rows, p.row(f))
	}
	p.SetRows(rows)
	// The selection stays on its dossier when the order changes.
	if i := slices.Index(p.shown, selected); i >= 0 {
		p.List.Index = i
	}
	p.List.Move(0)
}

// row returns a dossier as a row. A changed dossier has a sign before its code and says in
// words that it changed.
func (p *screen) row(f *followed) parts.Row {
	w, e := &p.Texts.Follow, p.ViewEnv()
	code := f.code.String()
	due, open := f.Due()
	if f.answer == nil {
		switch {
		case f.err == nil:
			return parts.Row{Name: code, Quiet: w.Asking}
		case !open:
			return parts.Row{Name: code + "  " + string(view.SignStop) + " " + failure.Dossier(f.err, e), Quiet: w.Gone}
		default:
			return parts.Row{Name: code, Quiet: p.lost(f, due)}
		}
	}
	v := dossiers.Row(*f.answer, e)
	r := parts.Row{Name: code + "  " + string(v.Sign) + " " + v.Brief, Quiet: v.Procedure}
	switch v.Tone {
	case view.ToneGood, view.ToneWarn, view.ToneBad:
		face := p.Tone(v.Tone)
		r.Face = &face
	case view.TonePlain, view.ToneQuiet:
	}
	if !open {
		r.Quiet = w.Ended
	}
	if !f.changed.IsZero() {
		r.Name = string(view.SignAction) + " " + r.Name
		r.Quiet = p.news(f, v, e)
	}
	if f.err != nil {
		r.Quiet = p.lost(f, due)
	}
	return r
}

// news says when a dossier changed and what its state was before.
func (p *screen) news(f *followed, v dossiers.TableRow, e view.Env) string {
	w := &p.Texts.Follow
	e.Now = f.before.AsOf
	if was := dossiers.Row(*f.before, e).Brief; was != v.Brief {
		return fmt.Sprintf(w.New, p.Texts.Clock(f.changed), was)
	}
	return fmt.Sprintf(w.NewFrom, p.Texts.Clock(f.changed))
}

func (p *screen) lost(f *followed, due time.Time) string {
	return fmt.Sprintf(p.Texts.Follow.Lost, p.Texts.Clock(f.errAt), p.Texts.Clock(due))
}
