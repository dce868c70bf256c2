package find

import (
	_ "embed"
	"strings"
)

//go:embed outside.txt
var outsideText string

// outside knows what no office does, such as shopping, repairs, tickets and the weather.
// outside.txt describes it.
type outside struct {
	rules  []outsideRule
	matter phrasebook // what makes it an office's matter after all
	always phrasebook // what is outside whatever else is said
}

// outsideRule is met by a phrase of first, and then, where there is a second, by one of that.
type outsideRule struct {
	first  phrasebook
	second phrasebook // without entries for none
}

// readOutside reads a text in the form of outside.txt. Its words get numbers, so it comes before
// the lexicon is closed.
func (x *index) readOutside(text string) outside {
	var o outside
	var matter, always []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if kept, ok := strings.CutPrefix(line, "-"); ok {
			matter = append(matter, phrases(kept)...)
			continue
		}
		if kept, ok := strings.CutPrefix(line, "!"); ok {
			always = append(always, phrases(kept)...)
			continue
		}
		first, second, _ := strings.Cut(line, ":")
		o.rules = append(o.rules, outsideRule{x.carrierBook(phrases(first)), x.carrierBook(phrases(second))})
	}
	o.matter, o.always = x.carrierBook(matter), x.carrierBook(always)
	return o
}

// asks reports whether words ask for what no office does.
func (o *outside) asks(x *index, words []word) bool {
	if _, ok := x.says(o.always, words); ok {
		return true
	}
	if _, ok := x.says(o.matter, words); ok {
		return false
	}
	for _, r := range o.rules {
		if end, ok := x.says(r.first, words); ok {
			if len(r.second.byFirst) == 0 {
				return true
			}
			if _, ok := x.says(r.second, words[end:]); ok {
				return true
			}
		}
	}
	return false
}

// says reports whether some phrase of b stands in the words, and where the first that does ends.
// Where the whole question has no marks, a phrase of one word may lack its own.
func (x *index) says(b phrasebook, words []word) (end int, ok bool) {
	for i := range words {
		if len(words[i].alts) == 0 {
			continue
		}
		for _, e := range b.byFirst[words[i].reading.fold] {
			if n := len(e.forms); n <= len(words)-i && x.reads(e.forms, words[i:]) {
				return i + n, true
			}
		}
	}
	return 0, false
}
