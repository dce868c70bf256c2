package digest

import (
	"fmt"
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/digest/naming"
	"motcua/client/digest/reading"
	"motcua/client/digest/token"
)

// Properties that every page must have, labelled or not: no word of the source is lost, and
// every shown paper occurs in the source.

// faultsOf returns the violated properties of one page.
func faultsOf(p client.Procedure) []string {
	d := Of(p)
	var out []string
	for _, l := range lost(p, d) {
		out = append(out, "lost: "+l)
	}
	rows := 0
	for _, c := range p.Cases {
		rows += len(c.Rows)
	}
	if len(d.Rows) != rows {
		out = append(out, fmt.Sprintf("%d of %d rows are told row by row", len(d.Rows), rows))
	}
	every(d, func(q Paper) { out = append(out, paperFaults(p, q)...) })
	for _, c := range d.Cases {
		for _, o := range c.OnlyIf {
			if o.When == "" || o.Words == "" || len(o.Papers) == 0 {
				out = append(out, fmt.Sprintf("condition %q with %d papers", o.When, len(o.Papers)))
			}
		}
		for _, r := range c.Close {
			if r.Text == "" || r.Words == "" {
				out = append(out, "a row to read closely without words")
			}
		}
	}
	if len(d.TimeWords) > 0 && len(d.Times) > 0 {
		out = append(out, "a time is told though its words differ")
	}
	return out
}

// paperFaults returns the violated properties of one paper.
func paperFaults(p client.Procedure, q Paper) []string {
	var out []string
	if fault := nameFault(q.Name); fault != "" {
		out = append(out, "name "+fault+": "+q.Name)
	}
	if q.Sure == reading.Doubt {
		out = append(out, "in doubt and yet told: "+q.Name)
	}
	if q.Source.List < 0 || q.Source.List >= len(p.Cases) || q.Source.Row >= len(p.Cases[q.Source.List].Rows) {
		return append(out, "no such row: "+q.Name)
	}
	if q.Source.Row < 0 {
		return out // the heading's own paper with alternatives
	}
	text := RowText(p.Cases[q.Source.List].Rows[q.Source.Row].Name)
	for _, s := range q.Source.Spans {
		if s.From < 0 || s.To > len(text) || s.From >= s.To {
			return append(out, fmt.Sprintf("span %v of %d bytes: %s", s, len(text), q.Name))
		}
	}
	if len(q.OneOf) > 0 || strings.HasPrefix(q.Name, "Một trong:") {
		return out
	}
	if have := wordsOf(text); !isSubsequence(wordsOf(strings.TrimPrefix(q.Name, naming.Identity)), have) {
		out = append(out, "not in the source: "+q.Name+" <- "+text)
	}
	return out
}

func wordsOf(s string) []string {
	var out []string
	for _, t := range token.Scan(token.FoldSpace(s)).Tokens {
		if t.Kind != token.Mark {
			out = append(out, t.Word)
		}
	}
	return out
}

func isSubsequence(a, b []string) bool {
	i := 0
	for _, w := range b {
		if i < len(a) && a[i] == w {
			i++
		}
	}
	return i == len(a)
}

func TestEveryPageKeepsItsWords(t *testing.T) {
	clienttest.OneByOne(t)
	for _, p := range readCorpus(t) {
		for _, f := range faultsOf(p.Procedure) {
			t.Errorf("%s: %.300s", p.Code, f)
		}
	}
	for _, set := range []string{"tuned", sealed} {
		for _, p := range readLabelledPages(t, set) {
			for _, f := range faultsOf(p.Procedure) {
				if set == sealed {
					f, _, _ = strings.Cut(f, ":") // the words of sealed pages must not be printed
				}
				t.Errorf("%s: %.300s", p.Code, f)
			}
		}
	}
}
