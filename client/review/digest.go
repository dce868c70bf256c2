package review

import (
	"slices"

	"motcua/client"
	"motcua/client/digest"
	"motcua/client/digest/reading"
)

// ruleReviewed is the reason that a reviewed paper carries in the digest.
const ruleReviewed = "an office reviewed the page"

// Digest returns the short answer for a procedure, with the papers of its review if there
// is one. Time, fees, conditions and note of a review are texts of their own, see
// client.Review.
func Digest(a client.Answer[client.Procedure]) digest.Digest {
	d := digest.Of(a.Value)
	if r := a.Review; r != nil && len(r.Papers) > 0 {
		d.Cases = cases(r.Papers, d.Cases)
	}
	return d
}

// cases makes cases from a review's papers. It keeps what the source says beside its
// papers.
func cases(papers []client.ReviewPaper, read []digest.Case) []digest.Case {
	var out []digest.Case
	at := func(name string) *digest.Case {
		for i := range out {
			if out[i].Name == name {
				return &out[i]
			}
		}
		out = append(out, digest.Case{Name: name, Full: name})
		return &out[len(out)-1]
	}
	for _, p := range papers {
		if p.Case == "" {
			at("") // papers of all cases come first
		}
	}
	for _, p := range papers {
		add(at(p.Case), p)
	}
	var rest digest.Case
	for _, c := range read {
		rest.Notes = append(rest.Notes, c.Notes...)
		rest.Office = append(rest.Office, c.Office...)
	}
	if len(rest.Notes)+len(rest.Office) > 0 {
		c := at("")
		c.Notes, c.Office = rest.Notes, rest.Office
	}
	return out
}

func add(c *digest.Case, p client.ReviewPaper) {
	paper := paperOf(p)
	switch {
	case p.When != "":
		c.OnlyIf = addTo(c.OnlyIf, digest.Condition{When: p.When, Words: p.When}, paper)
	case p.Unless != "":
		words := digest.ExceptWords + p.Unless
		c.OnlyIf = addTo(c.OnlyIf, digest.Condition{When: words, Words: words, Except: true}, paper)
	case p.Show:
		c.Show = append(c.Show, paper)
	default:
		c.HandIn = append(c.HandIn, paper)
	}
}

func addTo(list []digest.Condition, c digest.Condition, p digest.Paper) []digest.Condition {
	for i := range list {
		if list[i].When == c.When && list[i].Except == c.Except {
			list[i].Papers = append(list[i].Papers, p)
			return list
		}
	}
	c.Papers = []digest.Paper{p}
	return append(list, c)
}

func paperOf(p client.ReviewPaper) digest.Paper {
	out := digest.Paper{
		Name: p.Name, Full: p.Name, Originals: p.Originals, Copies: p.Copies, Show: p.Show, FillIn: p.FillIn,
		Source: digest.Source{List: -1, Row: -1}, Sure: reading.Sure, Why: ruleReviewed,
	}
	for _, f := range p.Forms {
		out.Forms = append(out.Forms, client.Form{Name: f})
	}
	for _, o := range p.OneOf {
		out.OneOf = append(out.OneOf, digest.Paper{Name: o, Full: o, Source: out.Source, Sure: reading.Sure, Why: ruleReviewed})
	}
	if len(p.OneOf) > 0 {
		out.Head = p.Name
		out.Name = digest.OneOfName(p.Name, out.OneOf)
		out.Full = out.Name
	}
	return out
}

// Doubts counts the rows of a page that were not read with certainty.
type Doubts struct {
	Rows    int // rows that say something
	Papers  int // rows that a paper was read from, or that must be read closely
	Closely int // rows that must be read closely
	Unsure  int // of Papers: those to read closely, and those with a paper that is only likely
}

// DoubtsOf counts the doubts of a digest.
func DoubtsOf(d digest.Digest) Doubts {
	var n Doubts
	for _, r := range d.Rows {
		if r.Class == reading.ClassVoid {
			continue
		}
		n.Rows++
		closely := r.Class == reading.ClassClose || len(r.Close) > 0
		if closely {
			n.Closely++
		}
		if closely || len(r.Papers) > 0 {
			n.Papers++
		}
		if closely || slices.ContainsFunc(r.Papers, func(p digest.Paper) bool { return p.Sure == reading.Likely }) {
			n.Unsure++
		}
	}
	return n
}

// Percent is the share of the rows with papers that were not read with certainty.
func (n Doubts) Percent() int {
	if n.Papers == 0 {
		return 0
	}
	return n.Unsure * 100 / n.Papers
}
