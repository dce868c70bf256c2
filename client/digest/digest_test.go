package digest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"motcua/client"
)

// placed tells where the rows of one list went, read off the finished digest.
func placed(procedure string, list client.PaperCase) []label {
	out := make([]label, len(list.Rows))
	set := func(full, class, name, when string) {
		for i, r := range list.Rows {
			if foldSpace(r.Name) != full {
				continue
			}
			out[i].class = class
			if name != "" && !(slices.Contains(out[i].names, name) && slices.Contains(out[i].whens, when)) {
				out[i].names = append(out[i].names, name)
				out[i].whens = append(out[i].whens, when)
			}
		}
	}
	var put func(p Paper, class, when string)
	put = func(p Paper, class, when string) {
		set(p.Full, class, p.Name, when)
		for _, o := range p.OneOf {
			put(o, class, when)
		}
	}
	for _, c := range sortPapers(procedure, []client.PaperCase{list}) {
		for _, p := range c.HandIn {
			put(p, "hand_in", "")
		}
		for _, p := range c.Show {
			put(p, "show", "")
		}
		for _, o := range c.OnlyIf {
			for line := range strings.SplitSeq(o.Full, "\n") {
				set(line, "lead", "", "")
			}
			for _, p := range o.Papers {
				put(p, "only_if", o.When)
			}
		}
		for _, n := range c.Notes {
			set(n, "note", "", "")
		}
	}
	for i, r := range list.Rows {
		if strings.IndexFunc(r.Name, hasLetter) < 0 {
			out[i].class = "void"
		}
	}
	return out
}

// knownMisses are rows that the rules read otherwise than the reader, with the
// reason; each must still be a miss.
var knownMisses = map[string]string{
	// Three papers, and one bracket at the very end that limits all three.
	"3.000121 list 2 row 4": "a condition behind the last of several papers",
}

// TestCorpus holds the split to the reader's labels and prints the confusion
// table. While the rules were tuned, every third procedure was kept aside; its
// labels were written before the rules had seen it. On the 147 rows whose
// sentence stands in no other procedure, the first measurement gave 144 right
// (98.0 %); the three misses have been mended since, so the held-out figure
// printed now is no longer a blind one.
func TestCorpus(t *testing.T) {
	confusion := map[[2]string]int{}
	var right, all, heldRight, heldAll, nameRight, nameAll int
	misses := map[string]bool{}
	for _, p := range readCorpus(t) {
		for li, list := range p.Cases {
			got := placed(p.Name, list)
			for ri, want := range p.labels[li] {
				at := fmt.Sprintf("%s list %d row %d", p.Code, li+1, ri+1)
				g := got[ri]
				confusion[[2]string{want.class, g.class}]++
				same := want.class == g.class
				all++
				if p.held {
					heldAll++
				}
				if !same {
					misses[at] = true
					if knownMisses[at] == "" {
						t.Errorf("%s: %s, the reader says %s: %.120s", at, g.class, want.class, list.Rows[ri].Name)
					}
					continue
				}
				right++
				if p.held {
					heldRight++
				}
				nameAll++
				if slices.Equal(g.names, want.names) && slices.Equal(g.whens, want.whens) {
					nameRight++
				} else {
					t.Errorf("%s:\n got %q if %q\nwant %q if %q", at, g.names, g.whens, want.names, want.whens)
				}
			}
		}
	}
	for at, why := range knownMisses {
		if !misses[at] {
			t.Errorf("%s is listed as a miss (%s) but is right now", at, why)
		}
	}
	if 100*right < 97*all {
		t.Errorf("%d of %d rows right: below 97 %%", right, all)
	}
	t.Logf("classes: %d of %d right; held out while tuning: %d of %d now, 144 of 147 unseen sentences at the first measurement",
		right, all, heldRight, heldAll)
	t.Logf("names and conditions: %d of %d as labelled", nameRight, nameAll)
	classes := []string{"hand_in", "show", "only_if", "note", "lead", "void"}
	var b strings.Builder
	fmt.Fprintf(&b, "%8s", "reader\\r")
	for _, c := range classes {
		fmt.Fprintf(&b, "%9s", c)
	}
	for _, w := range classes {
		fmt.Fprintf(&b, "\n%8s", w)
		for _, g := range classes {
			fmt.Fprintf(&b, "%9d", confusion[[2]string{w, g}])
		}
	}
	t.Log("\n" + b.String())
}

// fulls lists every whole sentence of a digest.
func fulls(d Digest) []string {
	var out []string
	seen := map[string]bool{}
	add := func(s string) {
		for line := range strings.SplitSeq(s, "\n") {
			if line != "" {
				out = append(out, line)
			}
		}
	}
	var paper func(in string, p Paper)
	paper = func(in string, p Paper) {
		// Papers of one row share its sentence; it counts once a place.
		if k := in + "\x00" + p.Full; !seen[k] {
			seen[k] = true
			add(p.Full)
		}
		for _, o := range p.OneOf {
			paper(in, o)
		}
	}
	for i, c := range d.Cases {
		in := fmt.Sprint(i)
		add(c.Full)
		for _, p := range c.HandIn {
			paper(in, p)
		}
		for _, p := range c.Show {
			paper(in, p)
		}
		for _, o := range c.OnlyIf {
			add(o.Full)
			for _, p := range o.Papers {
				paper(in, p)
			}
		}
		for _, n := range c.Notes {
			add(n)
		}
	}
	return out
}

// lost lists the rows of a procedure that its digest does not hold.
func lost(p client.Procedure, d Digest) []string {
	have := map[string]int{}
	for _, f := range fulls(d) {
		have[f]++
	}
	var out []string
	for _, c := range p.Cases {
		for _, r := range c.Rows {
			if full := foldSpace(r.Name); have[full] == 0 && strings.IndexFunc(full, hasLetter) >= 0 {
				out = append(out, full)
			}
		}
	}
	return out
}

// places tells for each row of a list in which parts of the digest it stands.
func places(procedure string, list client.PaperCase) map[string][]string {
	out := map[string][]string{}
	put := func(full, part string) {
		if !slices.Contains(out[full], part) {
			out[full] = append(out[full], part)
		}
	}
	for _, c := range sortPapers(procedure, []client.PaperCase{list}) {
		for part, papers := range map[string][]Paper{"hand in": c.HandIn, "show": c.Show} {
			for _, p := range papers {
				put(p.Full, part)
			}
		}
		for _, o := range c.OnlyIf {
			for _, p := range o.Papers {
				put(p.Full, "only if")
			}
		}
		for _, n := range c.Notes {
			put(n, "notes")
		}
	}
	return out
}

func TestNothingIsLost(t *testing.T) {
	for _, p := range readCorpus(t) {
		d := Of(p.Procedure)
		for _, l := range lost(p.Procedure, d) {
			t.Errorf("%s: lost: %.100s", p.Code, l)
		}
		// A heading is a case, a condition, a note, or a mere section word.
		have := fulls(d)
		for _, c := range p.Cases {
			h := readHeading(c.Name)
			if (h.kind != headSection || h.note != "") && !slices.Contains(have, h.full) {
				t.Errorf("%s: lost heading: %.100s", p.Code, c.Name)
			}
		}
		for li, c := range p.Cases {
			for row, places := range places(p.Name, c) {
				if len(places) != 1 {
					t.Errorf("%s list %d: in %v: %.100s", p.Code, li+1, places, row)
				}
			}
		}
	}
}

// every calls f for each paper of a digest, alternatives too.
func every(d Digest, f func(Paper)) {
	var walk func(p Paper)
	walk = func(p Paper) {
		f(p)
		for _, o := range p.OneOf {
			walk(o)
		}
	}
	for _, c := range d.Cases {
		for _, p := range slices.Concat(c.HandIn, c.Show) {
			walk(p)
		}
		for _, o := range c.OnlyIf {
			for _, p := range o.Papers {
				walk(p)
			}
		}
	}
}

// nameFault says what is wrong with a short name, "" when nothing is.
func nameFault(name string, limit int) string {
	first, _ := utf8.DecodeRuneInString(name)
	last, _ := utf8.DecodeLastRuneInString(name)
	switch {
	case name == "":
		return "empty"
	case utf8.RuneCountInString(name) > limit:
		return "too long"
	case !unicode.IsLetter(first) && !unicode.IsDigit(first):
		return "starts with a mark"
	case unicode.IsPunct(last) && !strings.ContainsRune(`)]}”»"%…`, last):
		return "ends in punctuation"
	case strings.Count(name, "(") != strings.Count(name, ")"):
		return "bracket left open"
	case strings.HasSuffix(name, "…") && dangling.MatchString(strings.TrimSuffix(name, "…")):
		return "ends in a small word"
	}
	return ""
}

func TestShortNames(t *testing.T) {
	var n, over60, cut int
	for _, p := range readCorpus(t) {
		d := Of(p.Procedure)
		every(d, func(q Paper) {
			n++
			if utf8.RuneCountInString(q.Name) > softPaperName {
				over60++
			}
			if strings.HasSuffix(q.Name, "…") {
				cut++
			}
			if fault := nameFault(q.Name, maxPaperName); fault != "" {
				t.Errorf("%s: name %s: %q", p.Code, fault, q.Name)
			}
		})
		for _, c := range d.Cases {
			if c.Name != "" {
				if fault := nameFault(c.Name, maxCaseName); fault != "" {
					t.Errorf("%s: case %s: %q", p.Code, fault, c.Name)
				}
			}
			for _, o := range c.OnlyIf {
				fault := nameFault(o.When, maxWhen)
				r, _ := utf8.DecodeRuneInString(o.When)
				if fault == "" && lowerFirst(o.When) != o.When && unicode.IsUpper(r) {
					fault = "starts with a capital"
				}
				if fault != "" {
					t.Errorf("%s: condition %s: %q", p.Code, fault, o.When)
				}
			}
		}
	}
	t.Logf("%d names, %d longer than %d, %d cut", n, over60, softPaperName, cut)
}

// longFirstPages are procedures whose first case has more lines than a first
// page of 14 holds, with how many.
// The corpus has none.
var longFirstPages = map[string]int{}

func TestFirstPageFits(t *testing.T) {
	const room = 14
	for _, p := range readCorpus(t) {
		d := Of(p.Procedure)
		if len(d.Cases) == 0 {
			t.Errorf("%s: no case", p.Code)
			continue
		}
		c := d.Cases[0]
		n := len(c.HandIn) + len(c.Show) + len(c.OnlyIf)
		if n > room && longFirstPages[p.Code] != n || n <= room && longFirstPages[p.Code] != 0 {
			t.Errorf("%s: %d lines on the first page, expected at most %d", p.Code, n, max(room, longFirstPages[p.Code]))
		}
	}
}
