package tui

import (
	"fmt"
	"strings"

	"motcua/client"
	"motcua/tui/parts"
	"motcua/tui/view"
)

func (p *searchPage) View(width, height int) string { return p.Sheet(width, height).String() }

func (p *searchPage) Sheet(width, height int) *parts.Sheet {
	p.tellTyping(&p.field)
	if p.lobby() {
		return p.lobbySheet(width, height)
	}
	t, st := &p.texts.Screen, p.st
	s := parts.NewSheet(width, height, st.Base)
	f := parts.Flow{Sheet: s, Width: width}
	p.field.Draw(s, st, 0, f.Y, width, t.SearchLabel, t.SearchExample)
	f.Gap(parts.FieldHeight)
	p.drawCount(&f)
	f.Gap(1)
	p.size.width, p.size.height = width, f.Left()
	p.rows()
	p.list.Draw(s, st, 0, f.Y, width, f.Left())
	return s
}

// drawCount is the line between field and list: how many there are, that it is
// searching, or why there is nothing.
func (p *searchPage) drawCount(f *parts.Flow) {
	t, st := &p.texts.Screen, p.st
	code, isDossier := p.dossierCode()
	switch {
	case isDossier:
		says := t.IsDossier
		if p.lobby() {
			says = p.texts.Lobby.IsDossier
		}
		f.Hang(st.Info, string(view.SignCurrent), st.Strong, fmt.Sprintf(says, code))
	case p.waits() && p.wait.said >= slowWait:
		f.Write(st.Info, p.slowWords(p.Keys))
	case p.waits() && (p.wait.said > 0 || p.soFar):
		f.Write(st.Info, fmt.Sprintf(t.WaitingFor, p.portal())+" …")
	case p.known != p.asked && len(p.hits) == 0:
		f.Gap(1) // typed, and nothing is known of it yet
	case p.err != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error,
			view.SearchError(p.err, client.Query{Words: p.words}, p.env()))
	case p.words == "":
		f.Write(st.Heading, t.OftenAsked)
	case p.near:
		says := t.FoundNear
		if p.soFar {
			says = t.NearSoFar
		}
		f.Write(st.Warn, fmt.Sprintf(says, parts.Cut(p.words, 30)))
		p.drawSource(f)
	case p.total == 0:
		f.Write(st.Warn, fmt.Sprintf(t.FoundNone, parts.Cut(p.words, 30)))
		p.drawSource(f)
	default:
		line := fmt.Sprintf(t.Found, p.texts.Number(int64(p.total)))
		if p.total == 1 {
			line = t.FoundOne
		}
		if p.total > len(p.hits) {
			line += ", " + fmt.Sprintf(t.ShowingFirst, p.texts.Number(int64(len(p.hits))))
		}
		f.Block(st.Heading.Render(line))
		p.drawSource(f)
	}
}

// waits tells whether the list has nothing for what was typed until an answer
// comes.
func (p *searchPage) waits() bool {
	return p.wait.on() && (p.known != p.asked || p.soFar && len(p.hits) == 0)
}

// drawSource says whose catalogue it is where that is not the portal's own of this
// day, in a line that stays when the portal has answered.
func (p *searchPage) drawSource(f *parts.Flow) {
	t := &p.texts.Screen
	if !p.source.Stale && !p.told {
		return
	}
	says := view.Source(p.source.Source, p.source.AsOf, p.source.Stale, p.env())
	switch {
	case p.soFar:
		says += ". " + t.AskingToo
	case p.told && p.source.Stale:
		says += ". " + t.AskedToo
	}
	f.Block(p.st.Quiet.Render(parts.Cut(says, f.Width)))
}

// rows turns hits into rows in the language of the moment.
func (p *searchPage) rows() {
	rows := make([]parts.Row, len(p.hits))
	env := p.env()
	for i, h := range p.hits {
		v := view.Hit(h, env)
		rows[i] = parts.Row{Name: v.Name, Quiet: strings.TrimSuffix(v.Code+" · "+v.Where, " · "), Marks: v.Matched}
	}
	p.list.Rows = rows
}
