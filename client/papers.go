package client

import (
	"strings"
	"unicode"
)

// maxPaperName is the longest short name in runes; most are far shorter.
const maxPaperName = 80

func foldSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// stripBullet drops the source's bullets and counters: "-", "+", "*", "•",
// "a)", "1.", "(i)".
func stripBullet(s string) string {
	return strings.TrimLeftFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("-–—+*•·●▪:;,./", r)
	})
}

func trimEnd(s string) string {
	return strings.TrimRightFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) && r != ')' && r != '"' && r != '”'
	})
}

func shorten(s string) string {
	s = trimEnd(stripBullet(s))
	if i := strings.IndexAny(s, ";("); i > 0 {
		s = trimEnd(s[:i])
	}
	r := []rune(s)
	if len(r) > maxPaperName {
		cut := strings.TrimRightFunc(string(r[:maxPaperName-1]), func(r rune) bool { return !unicode.IsSpace(r) })
		s = trimEnd(cut) + "…"
	}
	return s
}

// sortPapers splits the rows of all cases into papers, conditions and notes.
func sortPapers(cases []PaperCase) []DigestCase {
	var out []DigestCase
	for _, c := range cases {
		d := DigestCase{Name: trimEnd(stripBullet(c.Name)), Full: c.Name}
		show := strings.Contains(strings.ToLower(c.Name), "xuất trình")
		for _, r := range c.Rows {
			full := foldSpace(r.Name)
			if r.Originals == 0 && r.Copies == 0 {
				d.Notes = append(d.Notes, full)
				continue
			}
			p := Paper{Name: shorten(full), Full: full, Originals: r.Originals, Copies: r.Copies, Forms: r.Forms, Show: show}
			if show {
				d.Show = append(d.Show, p)
			} else {
				d.HandIn = append(d.HandIn, p)
			}
		}
		out = append(out, d)
	}
	return out
}
