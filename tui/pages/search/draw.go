package search

import (
	"fmt"
	"strings"

	"motcua/client"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
	"motcua/tui/view/failure"
	"motcua/tui/view/places"
	"motcua/tui/view/procedures"
)

// Layout lays out the hits below the field.
func (p *screen) Layout(width, height int) {
	t := &p.Texts.Screen
	p.LayListing(width, height, page.Head{Label: t.SearchLabel, Example: t.SearchExample, Line: p.drawCount})
}

// drawCount draws the line between field and list: the number of hits, that a search is
// running, or why there are none.
func (p *screen) drawCount(f *parts.Flow) {
	t, st := &p.Texts.Screen, p.Styles
	code, isDossier := p.dossierCode()
	switch {
	case isDossier:
		says := t.IsDossier
		if p.Touch {
			says = p.Texts.Lobby.IsDossier
		}
		f.Hang(st.Info, string(view.SignCurrent), st.Strong, fmt.Sprintf(says, code))
	case p.waits() && p.wait.Said >= page.SlowWait:
		f.Write(st.Info, p.SlowWords(p.Keys))
	case p.waits() && (p.wait.Said > 0 || p.soFar):
		f.Write(st.Info, fmt.Sprintf(t.WaitingFor, p.Portal())+" …")
	case p.known != p.asked && len(p.hits) == 0:
		f.Gap(1) // something was typed, but there is no result yet
	case p.err != nil:
		f.Hang(st.Warn, string(view.SignAction), st.Error,
			failure.Search(p.err, client.Query{Words: p.words}, p.ViewEnv()))
	case p.words == "":
		f.Write(st.Heading, t.OftenAsked)
	case p.near, p.total == 0:
		f.Write(st.Warn, p.none(parts.Cut(p.words, 30), p.ViewEnv()))
		p.drawSource(f)
		heading := t.Nearest
		if !p.near {
			heading = t.OftenAsked
		}
		f.Write(st.Heading, heading)
	default:
		line := fmt.Sprintf(t.Found, p.Texts.Number(int64(p.total)))
		if p.total == 1 {
			line = t.FoundOne
		}
		if p.total > len(p.hits) {
			line += ", " + fmt.Sprintf(t.ShowingFirst, p.Texts.Number(int64(len(p.hits))))
		}
		f.Block(st.Heading.Render(line))
		p.drawSource(f)
	}
	p.drawMention(f)
}

// none says that nothing answers the words, and what to do.
func (p *screen) none(words string, env view.Env) string {
	if p.near && (p.soFar || p.held) {
		return fmt.Sprintf(p.Texts.Screen.NearSoFar, words)
	}
	return failure.NoHits(client.Query{Words: words, Level: p.level}, p.source.Value.Outside, env)
}

// drawMention says what a place is today that the question named.
func (p *screen) drawMention(f *parts.Flow) {
	if p.known != p.asked || p.err != nil {
		return
	}
	for _, says := range places.Mentions(p.source.Value.Mention, p.ViewEnv()) {
		f.Write(p.Styles.Info, says)
	}
}

// waits reports whether the list stays empty until an answer comes.
func (p *screen) waits() bool {
	return p.wait.On() && (p.known != p.asked || p.soFar && len(p.hits) == 0)
}

// drawSource says from which catalogue the hits are, unless they come from the portal
// itself today. The line stays when the portal has answered.
func (p *screen) drawSource(f *parts.Flow) {
	t := &p.Texts.Screen
	if !p.source.Stale && !p.told {
		return
	}
	says := view.Source(p.source.Source, p.source.AsOf, p.source.Stale, p.ViewEnv())
	switch {
	case p.soFar:
		says += ". " + t.AskingToo
	case p.told && p.source.Stale:
		says += ". " + t.AskedToo
	}
	if p.BoardOn() && p.Height < page.TallPage { // the first hit has the next line
		f.Block(p.Styles.Quiet.Render(parts.Cut(says, f.Width)))
		return
	}
	f.Write(p.Styles.Quiet, says)
}

// rows formats the hits in the current language.
func (p *screen) rows() {
	rows := make([]parts.Row, len(p.hits))
	env := p.ViewEnv()
	for i, h := range p.hits {
		v := procedures.Hit(h, env)
		rows[i] = parts.Row{
			Head: procedures.WishHead(client.SearchResult{Hits: p.hits, Wishes: p.source.Value.Wishes}, i, env),
			Name: v.Name, Marks: v.Matched, Second: v.Official, SecondMarks: v.MatchedOfficial,
			Quiet: v.Gone,
		}
		if !p.Touch { // nobody in a lobby knows a procedure by its code or its ministry
			rows[i].Quiet = strings.TrimSuffix(v.Code+" · "+v.Where, " · ")
		}
	}
	p.SetRows(rows)
}
