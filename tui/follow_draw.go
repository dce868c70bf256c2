package tui

import (
	"fmt"
	"strings"
	"time"

	"motcua/tui/parts"
	"motcua/tui/view"
)

func (p *followPage) View(width, height int) string { return p.Sheet(width, height).String() }

func (p *followPage) Sheet(width, height int) *parts.Sheet {
	w, st := &p.texts.Follow, p.st
	s := parts.NewSheet(width, height, st.Base)
	f := parts.Flow{Sheet: s, Width: width}
	p.field.Draw(s, st, 0, f.Y, min(width, 48), w.Label, w.Example)
	f.Gap(parts.FieldHeight)
	if len(p.follow.all) == 0 && p.said == "" {
		f.Gap(1)
		f.Width = min(width, 76)
		for _, line := range w.Empty {
			f.Write(st.Base, line)
			f.Gap(1)
		}
		return s
	}
	p.drawCount(&f)
	f.Gap(1)
	p.size.width, p.size.height = width, f.Left()
	p.rows()
	p.list.Draw(s, st, 0, f.Y, width, f.Left())
	return s
}

// drawCount is the line between field and list: what is wrong with the field, or
// how many there are, how many changed, and when the last one was asked for.
func (p *followPage) drawCount(f *parts.Flow) {
	w, st := &p.texts.Follow, p.st
	if p.said != "" {
		sign, face := view.SignDone, st.Good
		if p.wrong {
			sign, face = view.SignAction, st.Warn
		}
		f.Hang(face, string(sign), st.Base, p.said)
		return
	}
	words := []string{fmt.Sprintf(w.Count, p.texts.Number(int64(len(p.follow.all))))}
	if len(p.follow.all) == 1 {
		words[0] = w.CountOne
	}
	changed := p.follow.changes()
	if changed > 0 {
		words = append(words, fmt.Sprintf(w.Changed, p.texts.Number(int64(changed))))
	}
	if !p.follow.lastAsked.IsZero() {
		words = append(words, fmt.Sprintf(w.LastAsked, p.texts.Clock(p.follow.lastAsked)))
	}
	line := strings.Join(words, " · ")
	if changed > 0 {
		f.Hang(st.Warn, string(view.SignAction), st.Strong, line)
		return
	}
	f.Write(st.Heading, line)
}

// rows turns the dossiers into rows in the language of the moment.
func (p *followPage) rows() {
	p.list.Rows = p.list.Rows[:0]
	for _, f := range p.follow.all {
		p.list.Rows = append(p.list.Rows, p.row(f))
	}
}

// row is a dossier as the list shows it. What changed has a sign before its code
// and says so in words.
func (p *followPage) row(f *followed) parts.Row {
	w, e := &p.texts.Follow, p.env()
	code := f.code.String()
	due, open := f.Due()
	if f.answer == nil {
		switch {
		case f.err == nil:
			return parts.Row{Name: code, Quiet: w.Asking}
		case !open:
			return parts.Row{Name: code + "  " + string(view.SignStop) + " " + view.Error(f.err, e), Quiet: w.Gone}
		default:
			return parts.Row{Name: code, Quiet: p.lost(f, due)}
		}
	}
	v := view.Row(*f.answer, e)
	r := parts.Row{Name: code + "  " + string(v.Sign) + " " + v.Brief, Quiet: v.Procedure}
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

// news tells when a dossier changed and what it was before.
func (p *followPage) news(f *followed, v view.DossierRow, e view.Env) string {
	w := &p.texts.Follow
	e.Now = f.before.AsOf
	if was := view.Row(*f.before, e).Brief; was != v.Brief {
		return fmt.Sprintf(w.New, p.texts.Clock(f.changed), was)
	}
	return fmt.Sprintf(w.NewFrom, p.texts.Clock(f.changed))
}

func (p *followPage) lost(f *followed, due time.Time) string {
	return fmt.Sprintf(p.texts.Follow.Lost, p.texts.Clock(f.errAt), p.texts.Clock(due))
}
