package digest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/digest/token"
)

// placed returns where the rows of one list went, from the finished digest.
func placed(procedure string, list client.PaperCase) []label {
	out := make([]label, len(list.Rows))
	set := func(full, class, name, when string) {
		for i, r := range list.Rows {
			if token.FoldSpace(r.Name) != full {
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
	for _, c := range Of(client.Procedure{Name: procedure, Cases: []client.PaperCase{list}}).Cases {
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
		for _, r := range c.Office {
			set(r.Text, "office", "", "")
		}
		for _, r := range c.Close {
			if !r.Part {
				set(r.Text, "close", "", "")
			}
		}
	}
	for i, r := range list.Rows {
		if strings.IndexFunc(r.Name, token.IsLetter) < 0 {
			out[i].class = "void"
		}
	}
	return out
}

// TestCorpus compares the rows of the most used procedures with the classes that a person gave
// them before the current rules were written. Rows to read closely are counted separately,
// because they say nothing wrong. Most of the other differences come from a rule of the newer
// labels: "trừ trường hợp X" and "gửi qua bưu chính" are conditions.
func TestCorpus(t *testing.T) {
	clienttest.OneByOne(t)
	confusion := map[[2]string]int{}
	var right, closed, all int
	for _, p := range readCorpus(t) {
		for li, list := range p.Cases {
			got := placed(p.Name, list)
			for ri, want := range p.labels[li] {
				g := got[ri].class
				confusion[[2]string{want.class, g}]++
				all++
				switch g {
				case want.class:
					right++
				case "close":
					closed++
				default:
					t.Logf("%s list %d row %d: %s, the reader says %s: %.120s", p.Code, li+1, ri+1, g, want.class, list.Rows[ri].Name)
				}
			}
		}
	}
	t.Logf("%d of %d right, %d to read closely, %d otherwise", right, all, closed, all-right-closed)
	for k, n := range confusion {
		t.Logf("%s read as %s: %d", k[0], k[1], n)
	}
	if wrong := all - right - closed; 100*wrong > 10*all {
		t.Errorf("%d of %d rows read otherwise: more than 10 %%", wrong, all)
	}
	if 100*closed > 8*all {
		t.Errorf("%d of %d rows to read closely: more than 8 %%", closed, all)
	}
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
		for _, r := range slices.Concat(c.Close, c.Office) {
			add(r.Text)
		}
	}
	return out
}

// lost lists the rows of a procedure that its digest does not contain.
func lost(p client.Procedure, d Digest) []string {
	key := func(s string) string { return token.Lowered(token.TrimEnd(token.StripBullet(s))) } // a repeated row is kept once
	have := map[string]int{}
	for _, f := range fulls(d) {
		have[key(f)]++
	}
	var out []string
	for _, c := range p.Cases {
		for _, r := range c.Rows {
			if full := token.FoldSpace(r.Name); have[key(full)] == 0 && strings.IndexFunc(full, token.IsLetter) >= 0 {
				out = append(out, full)
			}
		}
	}
	return out
}

func TestNothingIsLost(t *testing.T) {
	clienttest.OneByOne(t)
	for _, p := range readCorpus(t) {
		d := Of(p.Procedure)
		for _, l := range lost(p.Procedure, d) {
			t.Errorf("%s: lost: %.100s", p.Code, l)
		}
		// A heading is a case, a condition, a note, or only the name of a section.
		have := fulls(d)
		for _, c := range p.Cases {
			h := readHeading(c.Name, len(p.Cases))
			if (h.kind != headSection || h.note != "") && !slices.Contains(have, h.full) {
				t.Errorf("%s: lost heading: %.100s", p.Code, c.Name)
			}
		}
	}
}

// every calls f for each paper of a digest, including alternatives.
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

// nameFault returns what is wrong with a short name, "" for nothing.
func nameFault(name string) string {
	first, _ := utf8.DecodeRuneInString(name)
	last, _ := utf8.DecodeLastRuneInString(name)
	switch {
	case name == "":
		return "empty"
	case !unicode.IsLetter(first) && !unicode.IsDigit(first):
		return "starts with a mark"
	case unicode.IsPunct(last) && !strings.ContainsRune(`)]}”»"%…`, last):
		return "ends in punctuation"
	case strings.Count(name, "(") != strings.Count(name, ")"):
		return "bracket left open"
	case strings.HasSuffix(name, "…"):
		return "cut"
	}
	return ""
}

// No name may be cut, because people must recognise the paper by it.
func TestNames(t *testing.T) {
	clienttest.OneByOne(t)
	n, long := 0, 0
	for _, p := range readCorpus(t) {
		d := Of(p.Procedure)
		every(d, func(q Paper) {
			n++
			if utf8.RuneCountInString(q.Name) > 100 {
				long++
			}
			if fault := nameFault(q.Name); fault != "" {
				t.Errorf("%s: name %s: %q", p.Code, fault, q.Name)
			}
		})
		for _, c := range d.Cases {
			if c.Name != "" {
				if fault := nameFault(c.Name); fault != "" {
					t.Errorf("%s: case %s: %q", p.Code, fault, c.Name)
				}
			}
			for _, o := range c.OnlyIf {
				if fault := nameFault(o.When); fault != "" {
					t.Errorf("%s: condition %s: %q", p.Code, fault, o.When)
				}
			}
		}
	}
	t.Logf("%d names, %d longer than 100 runes", n, long)
}

// longFirstPages are procedures whose first case needs more than the 14 lines of a first page,
// with the number of lines. The corpus has none.
var longFirstPages = map[string]int{}

func TestFirstPageFits(t *testing.T) {
	clienttest.OneByOne(t)
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

func TestDigestPlace(t *testing.T) {
	for _, tt := range []struct {
		p    client.Procedure
		want []string
	}{
		{client.Procedure{Receiving: "Công an cấp xã\n"}, []string{"Công an cấp xã"}},
		{client.Procedure{Receiving: "- Quầy 1;\n\n- Quầy 2.\n- Quầy 1;", Executing: []string{"Sở"}}, []string{"Quầy 1", "Quầy 2"}},
		{client.Procedure{Executing: []string{"Ủy ban nhân dân cấp xã", "Ủy ban nhân dân cấp xã"}}, []string{"Ủy ban nhân dân cấp xã"}},
		{client.Procedure{}, nil},
	} {
		if got := Of(tt.p).Place; !slices.Equal(got, tt.want) {
			t.Errorf("place %q, want %q", got, tt.want)
		}
	}
}

func TestDigestChannels(t *testing.T) {
	p := client.Procedure{Methods: []client.Method{{Channel: client.ChannelOnline}, {Channel: client.ChannelOther}, {Channel: client.ChannelDirect}, {Channel: client.ChannelOnline}}}
	if got, want := Of(p).Channels, []client.Channel{client.ChannelDirect, client.ChannelOnline, client.ChannelOther}; !slices.Equal(got, want) {
		t.Errorf("channels %v, want %v", got, want)
	}
}
