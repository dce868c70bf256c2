package view

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"motcua/client"
	"motcua/client/digest"
	"motcua/client/review"
)

// Procedure puts a procedure into words: the short answer of its digest for the
// first page, and the full official text as sections.
func Procedure(a client.Answer[client.Procedure], e Env) ProcedureView {
	p := a.Value
	d := review.Digest(a)
	v := ProcedureView{
		Code:     p.Code,
		Name:     shortName(p.Name),
		Where:    dotted(p.Field, levels(p.Levels, e)),
		Place:    d.Place,
		Channels: channels(d.Channels, e),
		ReadyBy:  readyBy(p, e),
		Sections: sections(p, e),
		URL:      p.URL,
		Source:   Source(a.Source, a.AsOf, a.Stale, e),
		Stale:    a.Stale,
	}
	switch r := a.Review; {
	case !p.Outline:
		v.Time, v.Cost = times(d, e), costs(d, e)
		v.papers(d.Cases, e)
	case r != nil && len(r.Papers) > 0: // the office's papers are kept here
		v.papers(d.Cases, e)
	default:
		v.Outline = outline(p, e)
	}
	v.review(a, e)
	return v
}

// outline is the one sentence in the place of papers, time and cost.
func outline(p client.Procedure, e Env) string {
	t := &e.Texts.Procedure
	if p.URL == "" {
		return fmt.Sprintf(t.Outline, e.desk())
	}
	if e.Medium == Touch { // nobody types an address off a wall
		return fmt.Sprintf(t.Outline, e.desk()) + " " + e.Texts.Lobby.Phone
	}
	return fmt.Sprintf(t.OutlinePage, e.desk(), p.URL)
}

// papers spreads the cases over the page: what everybody needs stands at the
// top, and each named case brings its own lists. Groups of one dossier stand on
// the same page, each under its heading.
func (v *ProcedureView) papers(cases []digest.Case, e Env) {
	alternative := slices.ContainsFunc(cases, func(c digest.Case) bool { return c.Name != "" && !c.Group })
	for i, c := range cases {
		cv := caseView(c, e)
		if i == 0 && (c.Name == "" || len(cases) == 1) || !alternative {
			v.join(cv, c)
			continue
		}
		if cv.Name == "" {
			cv.Name = fmt.Sprintf(e.Texts.Procedure.CaseUnnamed, i+1)
		}
		v.Cases = append(v.Cases, cv)
	}
}

// join adds the lists of a case to those of everybody.
func (v *ProcedureView) join(cv CaseView, c digest.Case) {
	under := func(ps []PaperLine) []PaperLine {
		for i := range ps {
			ps[i].Under = c.Name
		}
		return ps
	}
	v.HandIn = append(v.HandIn, under(cv.HandIn)...)
	v.Show = append(v.Show, under(cv.Show)...)
	v.OnlyIf = append(v.OnlyIf, cv.OnlyIf...)
	v.Close = append(v.Close, cv.Close...)
	v.Notes = append(v.Notes, cv.Notes...)
}

func caseView(c digest.Case, e Env) CaseView {
	t := &e.Texts.Procedure
	v := CaseView{Name: c.Name, HandIn: paperLines(c.HandIn, e), Show: paperLines(c.Show, e)}
	for _, cond := range c.OnlyIf {
		v.OnlyIf = append(v.OnlyIf, Folded{Condition: condition(cond, e), Papers: paperLines(cond.Papers, e)})
	}
	for _, r := range c.Close {
		v.Close = append(v.Close, r.Words)
	}
	for _, r := range c.Office {
		v.Notes = append(v.Notes, fmt.Sprintf(t.OfficeMakes, r.Text))
	}
	v.Notes = append(v.Notes, c.Notes...)
	return v
}

// condition is who needs the papers; "trừ trường hợp X" reads on after "chỉ
// khi" as everybody who is not X.
func condition(c digest.Condition, e Env) string {
	if rest, ok := strings.CutPrefix(c.When, digest.ExceptWords); ok && c.Except {
		return fmt.Sprintf(e.Texts.Procedure.ExceptFor, rest)
	}
	return c.When
}

func paperLines(ps []digest.Paper, e Env) []PaperLine {
	t := &e.Texts.Procedure
	var out []PaperLine
	for _, p := range ps {
		l := PaperLine{Name: p.Name, Quantity: quantityOf(p.Name, p.Originals, p.Copies, e), Full: p.Full}
		switch {
		case len(p.OneOf) > 0 && p.Head != "":
			l.Name = fmt.Sprintf(t.OneOfFor, p.Head)
		case len(p.OneOf) > 0:
			l.Name = capital(t.OneOf)
		}
		for _, f := range p.Forms {
			l.Forms = append(l.Forms, f.Name)
		}
		if p.FillIn {
			l.Hint = t.FillIn
		}
		if p.When != "" {
			l.Name = fmt.Sprintf(t.OnlyFor, l.Name, p.When)
		}
		l.OneOf = paperLines(p.OneOf, e)
		for i := range l.OneOf {
			l.OneOf[i].Hint = ""
		}
		out = append(out, l)
	}
	return out
}

// Quantity is "1 bản chính, 2 bản sao"; "" when the source gives no number.
func Quantity(originals, copies int, e Env) string {
	t := &e.Texts.Procedure
	var parts []string
	if originals > 0 {
		parts = append(parts, counted(originals, t.Original, t.OriginalsMany, e))
	}
	if copies > 0 {
		parts = append(parts, counted(copies, t.Copy, t.CopiesMany, e))
	}
	return strings.Join(parts, ", ")
}

// Papers that are no original whatever column the portal put their number in:
// photos, and papers that are a copy by their name.
var (
	photo = regexp.MustCompile(`^(?:\d+ )?(?:tấm )?ảnh(?:\PL|$)`) // with its mark: "anh" is a brother
	sheet = regexp.MustCompile(`^(?:\d+ )?(?:bản (?:sao|chụp|photo)|photo)(?:\PL|$)`)
)

// quantityOf is Quantity for a named paper: "1 ảnh" and not "1 bản chính" of a
// photo.
func quantityOf(name string, originals, copies int, e Env) string {
	t := &e.Texts.Procedure
	name = strings.ToLower(firstLine(name))
	switch n := originals; {
	case n == 0 || copies > 0:
		return Quantity(originals, copies, e)
	case photo.MatchString(name):
		return counted(n, t.Photo, t.PhotosMany, e)
	case sheet.MatchString(name):
		return counted(n, t.Sheet, t.SheetsMany, e)
	default:
		return Quantity(originals, copies, e)
	}
}

func counted(n int, one, many string, e Env) string {
	if n == 1 {
		many = one
	}
	return fmt.Sprintf(many, e.Texts.Number(int64(n)))
}

// Hit is one line of a search result.
func Hit(h client.Hit, e Env) HitView {
	name := shortName(h.Name)
	return HitView{
		Code: h.Code, Name: name, Where: dotted(h.Field, levels(h.Levels, e), h.Agency),
		Matched: shifted(h.Matched, utf8.RuneCountInString(h.Name)-utf8.RuneCountInString(name)),
	}
}

// shifted moves ranges of a name to where they stand after so many runes were
// taken off its front.
func shifted(ranges [][2]int, off int) [][2]int {
	var out [][2]int
	for _, r := range ranges {
		if r[1] > off {
			out = append(out, [2]int{max(r[0]-off, 0), r[1] - off})
		}
	}
	return out
}

// shortName drops the word that every name could begin with.
func shortName(name string) string {
	for _, lead := range []string{"Thủ tục hành chính ", "Thủ tục ", "thủ tục "} {
		if rest, ok := strings.CutPrefix(name, lead); ok && rest != "" {
			return capital(rest)
		}
	}
	return capital(name)
}

func dotted(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, " · ")
}

func levels(ls []client.Level, e Env) string {
	var out []string
	for _, l := range ls {
		i := min(max(int(l), 0), len(e.Texts.Procedure.Levels)-1)
		out = append(out, e.Texts.Procedure.Levels[i])
	}
	return strings.Join(out, ", ")
}

func channelIndex(c client.Channel) int {
	i := slices.Index([]client.Channel{client.ChannelDirect, client.ChannelOnline, client.ChannelPostal}, c)
	if i < 0 {
		return 3
	}
	return i
}

func channels(cs []client.Channel, e Env) []string {
	var out []string
	for _, c := range cs {
		out = append(out, e.Texts.Procedure.Channels[channelIndex(c)])
	}
	return out
}
