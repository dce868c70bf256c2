package line

import (
	"fmt"

	"motcua/client"
	"motcua/client/digest"
	"motcua/tui/view"
)

// why is how a page was read: each row in the source's words, then what came of
// it, how sure that is and why.
func (r *run) why(v view.WhyView) []string {
	s := &sheet{run: r}
	s.title(view.ProcedureView{Name: v.Name, Code: v.Code, Where: v.Where})
	s.text(0, v.Title+": "+v.Sum)
	for _, row := range v.Rows {
		s.lines = append(s.lines, "")
		if row.Heading != "" {
			s.head(0, row.Heading)
			s.lines = append(s.lines, "")
		}
		s.lines = append(s.lines, fold(row.Marked(), fmt.Sprintf("%d. ", row.Number), r.Width)...)
		for _, rd := range row.Readings {
			s.text(1, rd.As)
			if len(row.Readings) > 1 {
				s.text(2, rd.FromWords(r.env()))
			}
			s.text(2, rd.Because(r.env()))
		}
	}
	s.lines = append(s.lines, "")
	s.text(0, v.Source)
	return s.lines
}

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
	List     int              `json:"list"` // from 1
	Row      int              `json:"row"`  // from 1
	Text     string           `json:"text"` // white space folded, as the spans count it
	Class    string           `json:"class"`
	Readings []whyReadingJSON `json:"readings"`
}

type whyReadingJSON struct {
	As     string   `json:"as"`      // must show only_if one_of close office note lead void repeat
	Name   *string  `json:"name"`    // of a paper
	OnlyIf *string  `json:"only_if"` // null: always
	Except bool     `json:"except"`
	OneOf  []string `json:"one_of"` // names of the papers to choose from
	Words  []string `json:"words"`  // the source's words that it was read from
	Spans  [][2]int `json:"spans"`  // the same as half-open ranges of characters of text
	Sure   *string  `json:"sure"`   // sure likely doubt; null where nothing was read
	Rule   *string  `json:"rule"`   // a sentence in the language asked for
}

func whyJSON(a client.Answer[client.Procedure], e view.Env) string {
	v := view.Why(a, e)
	out := whyRowsJSON{Code: a.Value.Code, Name: a.Value.Name, AsOf: timeOrNull(a.AsOf), Stale: a.Stale, Source: orNull(a.Source.ID)}
	if !a.Value.Outline {
		out.Rows = []whyRowJSON{}
	}
	for _, row := range v.Rows {
		j := whyRowJSON{List: row.List + 1, Row: row.Row + 1, Text: row.Plain, Class: row.Class, Readings: []whyReadingJSON{}}
		for _, rd := range row.Readings {
			k := whyReadingJSON{
				As: rd.Kind, Name: orNull(rd.Name), OnlyIf: orNull(rd.When), Except: rd.Except, OneOf: append([]string{}, rd.Names...),
				Words: append([]string{}, rd.Words...), Spans: [][2]int{}, Rule: orNull(rd.Rule),
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
	return encode(out)
}

// characters counts a span in characters instead of bytes.
func characters(text string, s digest.Span) [2]int {
	from := len([]rune(text[:s.From]))
	return [2]int{from, from + len([]rune(text[s.From:s.To]))}
}
