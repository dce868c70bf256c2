package ranks

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"motcua/client"
	"motcua/client/rank"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/failure"
)

// Name is an index in words.
func Name(i rank.Index, e view.Env) string {
	if i == rank.SIPAS {
		return topic.Ranks.In(e.Texts).SIPAS
	}
	return topic.Ranks.In(e.Texts).PAR
}

// what says what an index measures, with the name of its sentence.
func what(i rank.Index, e view.Env) view.Sentence {
	if i == rank.SIPAS {
		return view.Sentence{Key: "ranks-what-sipas", Text: view.Plain(topic.Ranks.In(e.Texts).WhatSIPAS)}
	}
	return view.Sentence{Key: "ranks-what-par", Text: view.Plain(topic.Ranks.In(e.Texts).WhatPAR)}
}

// says is place and score of an entry, and which of them nobody says.
func says(x rank.Entry, e view.Env) string {
	t := topic.Ranks.In(e.Texts)
	var parts []string
	if x.Rank > 0 {
		parts = append(parts, fmt.Sprintf(t.Place, x.Rank, x.Ranked))
	}
	if x.Scored {
		parts = append(parts, fmt.Sprintf(t.Points, e.Texts.Quantity(x.Score), e.Texts.Quantity(x.Max)))
	}
	switch {
	case x.Rank == 0 && x.Unit != rank.Country:
		parts = append(parts, t.NoPlace)
	case !x.Scored:
		parts = append(parts, t.NoPoints)
	}
	if x.Inferred {
		parts = append(parts, t.Inferred)
	}
	return strings.Join(parts, ", ")
}

// Newest says the newest place of a line.
func Newest(l rank.Line, e view.Env) string {
	last, name := l.Last(), l.Name
	if l.Unit == rank.Country {
		name = topic.Ranks.In(e.Texts).Country
	}
	return fmt.Sprintf(topic.Ranks.In(e.Texts).Newest, name, last.Year, says(last, e))
}

// Key names the block of a line.
func Key(l rank.Line) string { return string(l.Index) + "-" + l.Unit }

// Document is all lines: of each index what it measures, then each unit year by year.
func Document(a client.Answer[rank.Result], e view.Env) view.Document {
	t := topic.Ranks.In(e.Texts)
	var d view.Document
	d.Add(view.One(view.KindTitle, "ranks", view.Sentence{Key: "ranks-title", Text: view.Plain(t.Title)}))
	told := map[string]bool{} // the mergers
	for _, i := range rank.Indexes() {
		lines := a.Value.Of(i)
		if len(lines) == 0 {
			continue
		}
		d.Add(view.Block{Kind: view.KindNote, Key: "what-" + string(i), Head: Name(i, e), Lines: []view.Sentence{what(i, e)}})
		for _, l := range lines {
			if l.Into != "" && !told[l.Unit] {
				told[l.Unit] = true
				d.Add(view.One(view.KindSentence, "merged-"+l.Unit, view.Sentence{Text: view.Plain(merged(l, e))}))
			}
			d.Add(view.Block{Kind: view.KindList, Key: Key(l), Head: Newest(l, e), Lines: view.Items(view.Plains(years(l, e)))})
			d.Add(view.One(view.KindSentence, "sources-"+Key(l), view.Sentence{Text: view.Plain(Sources(l, e))}))
		}
	}
	d.Add(source(a, e))
	return d
}

// source says whose table it is, and of which day.
func source(a client.Answer[rank.Result], e view.Env) view.Block {
	format := topic.Ranks.In(e.Texts).Shipped
	if a.Value.Own {
		format = topic.Ranks.In(e.Texts).Own
	}
	b := view.One(view.KindSource, "source", view.Say("ranks-source", format, view.Date(e.Texts.Day(a.AsOf), a.AsOf)))
	b.Tone = view.ToneQuiet
	return b
}

// merged says into which unit one was merged.
func merged(l rank.Line, e view.Env) string {
	if strings.HasPrefix(l.Unit, "H") {
		return fmt.Sprintf(topic.Ranks.In(e.Texts).Merged, l.Name, l.IntoName)
	}
	return fmt.Sprintf(topic.Ranks.In(e.Texts).MergedOther, l.Name, l.IntoName)
}

// years are the years of a line, the newest first; years without an entry are told together.
func years(l rank.Line, e view.Env) []string {
	t := topic.Ranks.In(e.Texts)
	var out, gap []string
	flush := func() {
		if len(gap) > 0 {
			slices.Reverse(gap)
			out, gap = append(out, fmt.Sprintf(t.Year, strings.Join(gap, ", "), t.Nothing)), nil
		}
	}
	first, last := l.Entries[0].Year, l.Entries[len(l.Entries)-1].Year
	for y := last; y >= first; y-- {
		x, ok := l.At(y)
		if !ok {
			gap = append(gap, strconv.Itoa(y))
			continue
		}
		flush()
		out = append(out, fmt.Sprintf(t.Year, strconv.Itoa(y), says(x, e)))
	}
	return out
}

// Sources names who says the entries of a line, and which nobody says.
func Sources(l rank.Line, e view.Env) string {
	t := topic.Ranks.In(e.Texts)
	var names, counted []string
	of := map[string][]string{}
	for _, x := range l.Entries {
		if of[x.Source] == nil {
			names = append(names, x.Source)
		}
		of[x.Source] = append(of[x.Source], strconv.Itoa(x.Year))
		if x.Inferred {
			counted = append(counted, strconv.Itoa(x.Year))
		}
	}
	if len(names) > 1 {
		for i, n := range names {
			names[i] = fmt.Sprintf(t.OfYears, n, strings.Join(of[n], ", "))
		}
	}
	out := fmt.Sprintf(t.Sources, strings.Join(names, "; "))
	if len(counted) > 0 {
		out = view.Sentences(out, fmt.Sprintf(t.Counted, strings.Join(counted, ", ")))
	}
	return out
}

// Caption says what the height of a chart's columns is.
func Caption(byRank bool, e view.Env) string {
	if byRank {
		return topic.Ranks.In(e.Texts).RankBars
	}
	return topic.Ranks.In(e.Texts).ScoreBars
}

// Error says why there are no ranks.
func Error(err error, words string, e view.Env) string {
	switch {
	case errors.Is(err, client.ErrNotFound) && words == "":
		return topic.Ranks.In(e.Texts).NoneYet
	case errors.Is(err, client.ErrNotFound):
		return fmt.Sprintf(topic.Ranks.In(e.Texts).None, words)
	default:
		return failure.Search(err, client.Query{Words: words}, e)
	}
}
