package record

import (
	"motcua/client"
	"motcua/client/digest"
	"motcua/tui/view"
	"motcua/tui/view/why"
)

// whyRowsJSON is the answer to show --why.
type whyRowsJSON struct {
	Code   string       `json:"code"`
	Name   string       `json:"name"`
	Rows   []whyRowJSON `json:"rows"` // null: only the heading of the procedure is known
	AsOf   *string      `json:"as_of"`
	Stale  bool         `json:"stale"`
	Source *string      `json:"source"`
}

type whyRowJSON struct {
	List     int              `json:"list"` // counted from 1
	Row      int              `json:"row"`  // counted from 1
	Text     string           `json:"text"` // with white space collapsed, as the spans count it
	Class    string           `json:"class"`
	Readings []whyReadingJSON `json:"readings"`
}

type whyReadingJSON struct {
	As     string   `json:"as"`      // must show only_if one_of close office note lead void repeat
	Name   *string  `json:"name"`    // of a paper
	OnlyIf *string  `json:"only_if"` // null: always
	Except bool     `json:"except"`
	OneOf  []string `json:"one_of"` // names of the papers to choose from
	Words  []string `json:"words"`  // the source's words from which this was concluded
	Spans  [][2]int `json:"spans"`  // the same words as half-open ranges of characters of text
	Sure   *string  `json:"sure"`   // sure likely doubt; null where nothing was concluded
	Rule   *string  `json:"rule"`   // a sentence in the requested language
}

// WhyLine returns how the page of a procedure was read, as a JSON line.
func WhyLine(a client.Answer[client.Procedure], e view.Env) string {
	v := why.Of(a, e)
	out := whyRowsJSON{Code: a.Value.Code, Name: a.Value.Name, AsOf: TimeOrNull(a.AsOf), Stale: a.Stale, Source: OrNull(a.Source.ID)}
	if !a.Value.Outline {
		out.Rows = []whyRowJSON{}
	}
	for _, row := range v.Rows {
		j := whyRowJSON{List: row.List + 1, Row: row.Row + 1, Text: row.Plain, Class: row.Class, Readings: []whyReadingJSON{}}
		for _, rd := range row.Readings {
			k := whyReadingJSON{
				As: rd.Kind, Name: OrNull(rd.Name), OnlyIf: OrNull(rd.When), Except: rd.Except, OneOf: append([]string{}, rd.Names...),
				Words: append([]string{}, rd.Words...), Spans: [][2]int{}, Rule: OrNull(rd.Rule),
			}
			for _, s := range rd.Spans {
				k.Spans = append(k.Spans, characters(row.Plain, s))
			}
			if rd.Read() {
				sure := rd.Sure.String()
				k.Sure = &sure
			}
			j.Readings = append(j.Readings, k)
		}
		out.Rows = append(out.Rows, j)
	}
	return Encode(out)
}

// characters converts a span from bytes to characters.
func characters(text string, s digest.Span) [2]int {
	from := len([]rune(text[:s.From]))
	return [2]int{from, from + len([]rune(text[s.From:s.To]))}
}
