package dossiers

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"motcua/client/clean"
	"motcua/tui/view"
)

// markName makes spans of the applicant's name in the words of an agency, so that paper can
// leave it out. The sources remove the name where they know it in full (decode.Hide); this
// is for the rest. Only the mask of the name may be known here, so words with the same mask
// are taken for it. A name of one word is too short to search for.
func markName(t view.Text, applicant string) view.Text {
	mask := clean.MaskName(applicant)
	words := len(strings.Fields(mask))
	if words < 2 {
		return t
	}
	var out view.Text
	for _, s := range t {
		if s.Kind != view.SpanPlain {
			out = append(out, s)
			continue
		}
		at, end := wordsOf(s.Text), 0
		for i := 0; i+words <= len(at); i++ {
			from, to := at[i][0], at[i+words-1][1]
			var name []string
			for _, w := range at[i : i+words] {
				name = append(name, s.Text[w[0]:w[1]])
			}
			if clean.MaskName(strings.Join(name, " ")) == mask {
				out = append(append(out, view.Plain(s.Text[end:from])...), view.Span{Kind: view.SpanName, Text: s.Text[from:to]})
				i, end = i+words-1, to
			}
		}
		out = append(out, view.Plain(s.Text[end:])...)
	}
	return out
}

// wordsOf are where the words of a text begin and end, in bytes.
func wordsOf(s string) [][2]int {
	var out [][2]int
	start := -1
	for i, r := range s {
		switch letter := unicode.IsLetter(r) || unicode.IsMark(r); {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			out = append(out, [2]int{start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, [2]int{start, len(s)})
	}
	return out
}

// heardName says of a masked name that it is hidden, where it is heard: of "N••••• V•• A" a
// voice reads three letters.
func heardName(t view.Text, e view.Env) view.Text {
	if e.Medium != view.Ear {
		return t
	}
	out := slices.Clone(t)
	for i, s := range out {
		out[i].Text = withoutMasks(s.Text, e.Texts.Dossier.NameHidden)
	}
	return out
}

// withoutMasks replaces each name as [clean.MaskName] writes it: words of one letter and dots,
// and of one letter alone beside them.
func withoutMasks(s, hidden string) string {
	words := strings.Split(s, " ")
	var out []string
	for i := 0; i < len(words); {
		end, dots := i, false
		for end < len(words) && masked.MatchString(words[end]) {
			dots = dots || strings.Contains(words[end], "•")
			end++
			if strings.TrimRight(words[end-1], ",.;:)") != words[end-1] {
				break
			}
		}
		if !dots {
			out = append(out, words[i])
			i++
			continue
		}
		last := words[end-1]
		out = append(out, hidden+last[len(strings.TrimRight(last, ",.;:)")):])
		i = end
	}
	return strings.Join(out, " ")
}

var masked = regexp.MustCompile(`^\(?\p{Lu}•*[,.;:)]*$`)
