package places

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"motcua/client"
	"motcua/client/place"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// Row is a place in a list.
type Row struct {
	Name    string   // "Phường Đức Xuân, thành phố Bắc Kạn, tỉnh Bắc Kạn"
	Now     string   // "Nay là phường Đức Xuân, tỉnh Thái Nguyên"
	Matched [][2]int // ranges of Name, in runes, that the words matched
}

// InBrief is a place in one line, and what it is today in another.
func InBrief(p place.Place, e view.Env) Row {
	t := topic.Place.In(e.Texts)
	r := Row{Name: placeName(p), Matched: p.Matched}
	switch {
	case p.Kind == place.TodaysCommune:
		r.Now = t.Today
	case p.Kind == place.Province && p.Name == p.Now:
		r.Now = fmt.Sprintf(t.Same, smallBegin(p.Now))
	case p.Kind == place.Province:
		r.Now = fmt.Sprintf(t.Province, smallBegin(p.Now))
	case p.Kind == place.OldDistrict && len(p.Heirs) > 1:
		r.Now = fmt.Sprintf(t.District, len(p.Heirs), smallBegin(p.Now))
	case p.Divided():
		r.Now = fmt.Sprintf(t.Divided, len(p.Heirs), strings.Join(heirNames(p, false), "; "))
	default:
		says := t.Now
		if p.Heirs[0].Name == p.Name && p.Now == p.Province {
			says = t.Same
		}
		r.Now = fmt.Sprintf(says, heirNames(p, true)[0])
	}
	return r
}

// Document is all that is known of a place, what it is today first.
func Document(p place.Place, asOf time.Time, e view.Env) view.Document {
	t := topic.Place.In(e.Texts)
	var d view.Document
	d.Add(view.One(view.KindTitle, "place", view.Sentence{Text: view.Plain(placeName(p))}))
	switch {
	case p.Kind == place.TodaysCommune:
		d.Add(view.One(view.KindSentence, "today", view.Sentence{Key: "place-today", Text: view.Plain(t.Today)}))
	case p.Divided():
		d.Add(view.Block{Kind: view.KindSentence, Key: "divided", Sign: view.SignAction, Tone: view.ToneWarn, Lines: view.Paragraph(
			view.Sentence{Key: "place-divided", Text: view.Plain(t.DividedIs)}, view.Say("place-desk", t.DeskAsk, view.Plain(desk(e))),
		)})
		d.Add(view.Block{Kind: view.KindList, Key: "now", Head: t.NowOneOf, Lines: plainItems(heirNames(p, true))})
	case p.Kind == place.OldDistrict && len(p.Heirs) > 1:
		d.Add(view.One(view.KindSentence, "ended", view.Sentence{Key: "place-no-districts", Text: view.Plain(t.NoMore)}))
		d.Add(view.Block{Kind: view.KindList, Key: "now", Head: fmt.Sprintf(t.OfOld, smallBegin(p.Now)), Lines: plainItems(heirNames(p, false))})
	case p.Kind == place.Province:
		d.Add(view.Block{Kind: view.KindPlate, Key: "plate", Head: t.NowHead, Lines: []view.Sentence{{Text: view.Plain(p.Now)}}})
	default:
		d.Add(view.Block{Kind: view.KindPlate, Key: "plate", Head: t.NowHead, Lines: []view.Sentence{{Text: view.Plain(view.Capital(heirNames(p, true)[0]))}}})
	}
	d.Add(view.Block{Kind: view.KindList, Key: "formed", Head: t.MadeOf, Lines: plainItems(formedNames(p))})
	b := view.One(view.KindSource, "source", view.Say("place-source", t.Source, view.Date(e.Texts.Day(asOf), asOf)))
	b.Tone = view.ToneQuiet
	d.Add(b)
	return d
}

// desk is whom to ask about a place: here, or where the person lives.
func desk(e view.Env) string {
	if e.Desk != "" || e.Person {
		return e.Counter()
	}
	return topic.Place.In(e.Texts).Desk
}

// Mentions tells what places that a question named are today, each in a sentence, at most
// three of them.
func Mentions(m *place.Mention, e view.Env) []string {
	if m == nil {
		return nil
	}
	var out []string
	for _, p := range m.Places[:min(len(m.Places), mentionsMost)] {
		r := InBrief(p, e)
		out = append(out, r.Name+": "+smallBegin(r.Now)+".")
	}
	return out
}

// mentionsMost is how many meanings of a name are told beside an answer to something else.
const mentionsMost = 3

// Error says why a name gives no place.
func Error(err error, words string, e view.Env) string {
	return failure.Search(err, client.Query{Words: words}, e)
}

// None says that nothing has the name.
func None(words string, e view.Env) string { return fmt.Sprintf(topic.Place.In(e.Texts).None, words) }

// placeName is a place with what it lay in.
func placeName(p place.Place) string {
	parts := []string{p.Name}
	for _, s := range []string{p.District, p.Province} {
		if s != "" {
			parts = append(parts, smallBegin(s))
		}
	}
	return strings.Join(parts, ", ")
}

// heirNames are today's communes, with their province where it is not told anyway.
func heirNames(p place.Place, province bool) []string {
	out := make([]string, len(p.Heirs))
	for i, h := range p.Heirs {
		out[i] = smallBegin(h.Name)
		if province || h.Province != p.Now {
			out[i] += ", " + smallBegin(h.Province)
		}
	}
	return out
}

// formedNames are the old places of which one of today was made.
func formedNames(p place.Place) []string {
	var out []string
	for _, f := range p.Formed {
		name := f.Province
		if f.Name != "" {
			name = f.Name + ", " + smallBegin(f.District) + ", " + smallBegin(f.Province)
		}
		out = append(out, name)
	}
	return out
}

// smallBegin is a name inside a sentence: its type begins with a small letter.
func smallBegin(name string) string {
	r, n := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(r)) + name[n:]
}

func plainItems(list []string) []view.Sentence {
	for i, s := range list {
		list[i] = view.Capital(s)
	}
	return view.Items(view.Plains(list))
}
