package wish

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed wishes.txt
var wishesText string

//go:embed carriers.txt
var carriersText string

//go:embed outside.txt
var outsideText string

// glossary is the knowledge of English that does not depend on the titles, in stems.
type glossary struct {
	same     map[string]string  // a word -> the first of the words that mean the same
	carriers map[string]bool    // words that do not say what is wanted
	rewrites map[string][]means // first word of a phrase -> phrases, the longest first
	known    map[string]bool    // all words of the glossary
	outside  [][]string         // phrases about what no office does
}

// means says that a phrase may stand for other words.
type means struct{ phrase, words []string }

var shipped = sync.OnceValue(func() *glossary { return readGlossary(wishesText, carriersText, outsideText) })

func readGlossary(wishes, carriers, outside string) *glossary {
	g := &glossary{same: map[string]string{}, carriers: map[string]bool{}, rewrites: map[string][]means{}, known: map[string]bool{}}
	for line := range strings.Lines(carriers) {
		if word := strings.TrimSpace(line); word != "" && word[0] != '#' {
			g.carriers[stem(word)] = true
		}
	}
	var later []string
	for line := range strings.Lines(wishes) {
		line = strings.TrimSpace(line)
		switch {
		case line == "", line[0] == '#':
		case strings.Contains(line, " > "):
			later = append(later, line)
		default:
			words := strings.Split(line, ", ")
			for _, w := range words {
				g.same[stem(w)], g.known[stem(w)] = stem(words[0]), true
			}
		}
	}
	for _, line := range later { // when all words that mean the same are known
		phrases, meaning, _ := strings.Cut(line, " > ")
		words := g.stems(meaning)
		for phrase := range strings.SplitSeq(phrases, ", ") {
			m := means{g.stems(phrase), words}
			first := m.phrase[0]
			g.rewrites[first] = append(g.rewrites[first], m)
			for _, w := range slices.Concat(split(phrase), split(meaning)) {
				g.known[stem(w)] = true
			}
		}
	}
	for line := range strings.Lines(outside) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		for phrase := range strings.SplitSeq(line, ", ") {
			var words []string
			for _, w := range split(phrase) {
				words = append(words, stem(w))
				g.known[stem(w)] = true
			}
			g.outside = append(g.outside, words)
		}
	}
	for first := range g.rewrites {
		slices.SortStableFunc(g.rewrites[first], func(a, b means) int { return len(b.phrase) - len(a.phrase) })
	}
	return g
}

// stems returns the words of a text as the index has them: in stems, one for all words that
// mean the same, without those that carry nothing.
func (g *glossary) stems(text string) []string {
	var out []string
	for _, w := range split(text) {
		if s := stem(w); !g.carriers[s] {
			out = append(out, g.one(s))
		}
	}
	return out
}

// isOutside reports whether a question has a phrase about what no office does.
func (g *glossary) isOutside(question string) bool {
	var stems []string
	for _, w := range split(cut(question)) {
		stems = append(stems, stem(w))
	}
	for i := range stems {
		for _, phrase := range g.outside {
			if len(phrase) <= len(stems)-i && slices.Equal(phrase, stems[i:i+len(phrase)]) {
				return true
			}
		}
	}
	return false
}

// one returns the stem that stands for all words that mean the same.
func (g *glossary) one(stem string) string {
	if first, ok := g.same[stem]; ok {
		return first
	}
	return stem
}

// split returns the words of a text in lower case: letters, digits and the apostrophe.
func split(text string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(text, "’", "'")), func(r rune) bool { return !wordRune(r) })
}

func wordRune(r rune) bool {
	return r == '\'' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r > 0x7f
}
