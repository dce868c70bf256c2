package speech

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"time"

	"motcua/tui/text"
)

var shortEN = [][2]string{
	{"QR", "Q R"}, {"m2", "square metres"}, {"km", "kilometres"}, {"kg", "kilograms"}, {"VNĐ", "dong"}, {"VND", "dong"},
}

// rangeEN matches opening hours: "7:30-11:30".
var rangeEN = regexp.MustCompile(`\b(?:from )?(\d{1,2}:\d{2})\s?[-–]\s?(\d{1,2}:\d{2})\b`)

func spellEN(s string) string {
	s = dossier.ReplaceAllStringFunc(s, func(c string) string { return spelled(text.EN, c) })
	s = procedure.ReplaceAllStringFunc(s, func(c string) string { return spelled(text.EN, c) })
	s = whole(s, shortEN)
	s = lowered(s)
	s = replaceAll(dateSlash, s, func(_, match string) string {
		day, month, year, ok := date(match)
		if !ok {
			return strings.ReplaceAll(match, "/", " slash ")
		}
		words := fmt.Sprintf("%d %s", day, time.Month(month))
		if year > 0 {
			words += fmt.Sprintf(" %d", year)
		}
		return words
	})
	s = longNumber.ReplaceAllStringFunc(s, func(n string) string { return spelled(text.EN, n) })
	s = thousands.ReplaceAllStringFunc(s, ungroup)
	s = scale.ReplaceAllString(s, "1 to $1")
	s = rangeEN.ReplaceAllString(s, "from $1 to $2")
	s = clock.ReplaceAllStringFunc(s, func(m string) string {
		p := clock.FindStringSubmatch(m)
		switch {
		case p[2] == "00":
			return unzero(p[1]) + " o'clock"
		case p[2][0] == '0':
			return unzero(p[1]) + " oh " + unzero(p[2])
		default:
			return unzero(p[1]) + " " + p[2]
		}
	})
	s = letterCode.ReplaceAllStringFunc(s, spacedCode)
	s = strings.NewReplacer("&", " and ", "+", " plus ").Replace(s)
	s = between.ReplaceAllString(s, "$1 or $2")
	return strings.TrimSpace(manyBlanks.ReplaceAllString(s, " "))
}

// syllable matches a word without diacritics that may be a Vietnamese syllable: "khai",
// "sinh".
var (
	syllable = regexp.MustCompile(`(?i)^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$`)
	oneWord  = regexp.MustCompile(`[\p{L}\p{M}\d]+`)
)

// vietnamese returns the Vietnamese parts of an English sentence as byte ranges. A part
// begins with a word that has a diacritic and goes on while no comma or other punctuation
// intervenes and each word could be a syllable. It also includes such words before it that
// begin with a capital letter.
func vietnamese(s string) [][2]int {
	var out [][2]int
	words := oneWord.FindAllStringIndex(s, -1)
	joined := func(i int) bool { // whether only a space separates it from the previous word
		return i > 0 && strings.TrimSpace(s[words[i-1][1]:words[i][0]]) == ""
	}
	for i := 0; i < len(words); i++ {
		if !marked(s[words[i][0]:words[i][1]]) {
			continue
		}
		first, last := i, i
		for joined(first) && (len(out) == 0 || words[first-1][0] >= out[len(out)-1][1]) {
			before := s[words[first-1][0]:words[first-1][1]]
			if !syllable.MatchString(before) || before[0] < 'A' || before[0] > 'Z' || first == 1 {
				break
			}
			first--
		}
		for last+1 < len(words) && joined(last+1) {
			w := s[words[last+1][0]:words[last+1][1]]
			next := last+2 < len(words) && joined(last+2) && marked(s[words[last+2][0]:words[last+2][1]])
			if !marked(w) && (!syllable.MatchString(w) || english[strings.ToLower(w)] && !next) {
				break
			}
			last++
		}
		out = append(out, [2]int{words[first][0], words[last][1]})
		i = last
	}
	return out
}

// english are words of our English sentences that look like Vietnamese syllables.
var english = map[string]bool{
	"a": true, "an": true, "at": true, "can": true, "do": true, "go": true, "in": true, "me": true, "more": true,
	"no": true, "not": true, "on": true, "or": true, "so": true, "that": true, "the": true, "then": true, "to": true, "up": true,
	"too": true, "has": true, "i": true, "he": true, "she": true, "we": true, "you": true, "be": true, "by": true, "my": true, "it": true, "sent": true,
}

// markup returns the text as espeak-ng reads it with -m: written out by Spell, and in an
// English text with the Vietnamese parts assigned to the Vietnamese voice, because an
// English voice spells them letter by letter. The element is SSML's, W3C "Speech Synthesis
// Markup Language 1.1", section 3.2.1. espeak-ng 1.51 does not return to the previous voice
// at the end of an element, so each part names its own voice.
func markup(l text.Lang, s string, voice func(text.Lang) string) string {
	var b strings.Builder
	add := func(l text.Lang, s string) {
		if s = Spell(l, s); strings.ContainsFunc(s, isWord) {
			fmt.Fprintf(&b, `<voice name="%s">%s</voice>`, html.EscapeString(voice(l)), html.EscapeString(s))
		}
	}
	end := 0
	if l == text.EN {
		for _, at := range vietnamese(s) {
			add(text.EN, s[end:at[0]])
			add(text.VI, s[at[0]:at[1]])
			end = at[1]
		}
	}
	add(l, s[end:])
	return "<speak>" + b.String() + "</speak>"
}
