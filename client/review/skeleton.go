package review

import (
	"fmt"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/digest"
	"motcua/client/workday"
)

// SkeletonWords are the comments in a skeleton, in the language of the person who edits
// it. Each may have several lines.
type SkeletonWords struct {
	Head    string // at the top: what to do with it
	Papers  string // above the papers
	Closely string // above rows that were not read with certainty
	Terms   string // above time and fee, which are filled in as the page states them
	Note    string
	Office  string // placeholder for the office's name, when it is not known
}

// Skeleton writes a page as it was read in the form of the file, so that an officer can
// correct it and need not start from nothing. timeSays and feeSays are time and fee in
// the page's words.
func Skeleton(p client.Procedure, office string, today time.Time, timeSays, feeSays []string, w SkeletonWords) string {
	var b strings.Builder
	comment := func(s string) {
		for l := range strings.SplitSeq(s, "\n") {
			b.WriteString(strings.TrimRight("# "+l, " ") + "\n")
		}
	}
	if office == "" {
		office = w.Office
	}
	comment(w.Head)
	comment(p.Name)
	b.WriteString(head + "\n")
	fmt.Fprintf(&b, "code = %s\n", quoted(p.Code))
	fmt.Fprintf(&b, "office = %s\n", quoted(office))
	fmt.Fprintf(&b, "reviewed = %s\n", today.In(workday.Zone).Format(dayForm))
	fmt.Fprintf(&b, "source = %s\n\n", quoted(Fingerprint(p)))
	comment(w.Terms)
	fmt.Fprintf(&b, "# time = %s\n# fee = %s\n", quotedList(timeSays), quotedList(feeSays))
	if c := oneLine(p.Conditions); c != "" && len([]rune(c)) <= nameMost {
		fmt.Fprintf(&b, "# conditions = %s\n", quotedList([]string{c}))
	}
	comment(w.Note)
	b.WriteString("# note = \"\"\n")
	d := digest.Of(p)
	if len(d.Cases) > 0 {
		b.WriteString("\n")
		comment(w.Papers)
	}
	for _, c := range d.Cases {
		name := c.Name
		if c.Group || len(d.Cases) == 1 {
			name = "" // not one of several cases to choose from
		}
		for _, r := range c.Close {
			b.WriteString("\n")
			comment(w.Closely)
			comment(r.Text)
		}
		for _, one := range c.HandIn {
			writePaper(&b, name, one, digest.Condition{})
		}
		for _, one := range c.Show {
			writePaper(&b, name, one, digest.Condition{})
		}
		for _, cond := range c.OnlyIf {
			for _, one := range cond.Papers {
				writePaper(&b, name, one, cond)
			}
		}
	}
	return b.String()
}

func writePaper(b *strings.Builder, in string, p digest.Paper, cond digest.Condition) {
	fmt.Fprintf(b, "\n[[procedure.paper]]\n")
	name := p.Name
	if len(p.OneOf) > 0 {
		name = p.Head
	}
	if name != "" || len(p.OneOf) < 2 {
		fmt.Fprintf(b, "name = %s\n", quoted(cut(name)))
	}
	if len(p.OneOf) > 1 {
		var names []string
		for _, o := range p.OneOf {
			n := o.Name
			if o.When != "" {
				n += " (" + o.When + ")"
			}
			names = append(names, cut(n))
		}
		fmt.Fprintf(b, "one_of = %s\n", quotedList(names[:min(len(names), linesMost)]))
	}
	switch rest, except := strings.CutPrefix(cond.When, digest.ExceptWords); {
	case except && cond.Except:
		fmt.Fprintf(b, "unless = %s\n", quoted(cut(rest)))
	case cond.When != "":
		fmt.Fprintf(b, "when = %s\n", quoted(cut(cond.When)))
	}
	if p.Originals > 0 {
		fmt.Fprintf(b, "originals = %d\n", min(p.Originals, copiesMost))
	}
	if p.Copies > 0 {
		fmt.Fprintf(b, "copies = %d\n", min(p.Copies, copiesMost))
	}
	for _, flag := range []struct {
		on   bool
		name string
	}{{p.Show, "show"}, {p.FillIn, "fill_in"}} {
		if flag.on {
			fmt.Fprintf(b, "%s = true\n", flag.name)
		}
	}
	var forms []string
	for _, f := range p.Forms {
		if n := oneLine(f.Name); n != "" && len(forms) < linesMost {
			forms = append(forms, cut(n))
		}
	}
	if len(forms) > 0 {
		fmt.Fprintf(b, "forms = %s\n", quotedList(forms))
	}
	if in != "" {
		fmt.Fprintf(b, "case = %s\n", quoted(cut(in)))
	}
}

// cut shortens a text to the limit of a line in a review.
func cut(s string) string {
	if r := []rune(oneLine(s)); len(r) > nameMost {
		return string(r[:nameMost-1]) + "…"
	}
	return oneLine(s)
}

func oneLine(s string) string { return strings.Join(strings.Fields(clean.Line(s)), " ") }

// quoted returns s as a basic string of TOML.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(oneLine(s)) + `"`
}

func quotedList(lines []string) string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = quoted(cut(l))
	}
	return "[" + strings.Join(out, ", ") + "]"
}
