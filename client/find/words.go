package find

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed words.txt phrases/*.txt
var wordFiles embed.FS

//go:embed carriers.txt
var carriersText string

// Words are the everyday words of the language: what people say for the words of the
// catalogue.
type Words struct {
	concepts []concept
	outside  string   // in the form of outside.txt, "" for none
	carriers []string // a meek one begins with ~, see carriers.txt
}

// concept is a line of words.txt or of a file of phrases: phrases that mean procedures or other words.
type concept struct {
	phrases []string
	codes   []string // the likeliest meaning first
	meaning []string // or the same in the words of the catalogue
}

// readWords reads words.txt, then every file of phrases in the order of their names, and
// carrier phrases. An error names the file and the line.
func readWords(files fs.FS, carriers string) (Words, error) {
	names, err := fs.Glob(files, "phrases/*.txt")
	if err != nil {
		return Words{}, err
	}
	var w Words
	for _, name := range append([]string{"words.txt"}, names...) {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return Words{}, err
		}
		if err := w.addConcepts(name, string(text)); err != nil {
			return Words{}, err
		}
	}
	w.addCarriers(carriers)
	w.outside = outsideText
	return w, nil
}

// ParseWords reads concepts in the form of words.txt, described there, and
// carrier phrases, one a line. Empty lines and lines that begin with # are
// skipped. An error names the line.
func ParseWords(concepts, carriers string) (Words, error) {
	var w Words
	if err := w.addConcepts("words", concepts); err != nil {
		return Words{}, err
	}
	w.addCarriers(carriers)
	return w, nil
}

func (w *Words) addConcepts(file, concepts string) error {
	n := 0
	for line := range strings.Lines(concepts) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		said, means, ok := strings.Cut(line, "=")
		c := concept{phrases: phrases(said)}
		if means = strings.TrimSpace(means); !ok || means == "" || len(c.phrases) == 0 {
			return fmt.Errorf("%s: line %d: phrases, =, and what they mean were expected", file, n)
		}
		if means[0] >= '0' && means[0] <= '9' && strings.Contains(means, ".") {
			c.codes = strings.Fields(means)
		} else {
			c.meaning = phrases(means)
		}
		w.concepts = append(w.concepts, c)
	}
	return nil
}

func (w *Words) addCarriers(carriers string) {
	for line := range strings.Lines(carriers) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			w.carriers = append(w.carriers, plain(line))
		}
	}
}

// phrases splits at |.
func phrases(s string) []string {
	var list []string
	for p := range strings.SplitSeq(plain(s), "|") {
		if p = strings.TrimSpace(p); p != "" {
			list = append(list, p)
		}
	}
	return list
}

// phrasebook finds phrases in a sequence of words, by their first syllable.
type phrasebook struct {
	byFirst map[uint16][]entry // fold -> entries, the longest first
}

// entry is a phrase and what it stands for.
type entry struct {
	forms   []uint16
	meaning [][]uint16 // alternatives, each a sequence of forms; none for a carrier
	meek    bool       // a carrier that counts beside a word that it goes with
}
