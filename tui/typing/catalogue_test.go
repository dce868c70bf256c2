package typing_test

import (
	"flag"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"motcua/client/facts"
	"motcua/tui/typing"
)

// when is the moment at which a person presses the keys of marks and tones.
type when int

const (
	atOnce     when = iota // marks with their letters, the tone at the end: tieengs
	afterVowel             // the tone right after the last vowel: tieesng
	marksLate              // all marks at the end, before the tone: tienges
	allLate                // the tone before the late marks: tiengse
	eachHorn               // a horn for each letter of ươ: dduwowngf
)

var allMoments = []when{atOnce, afterVowel, marksLate, allLate, eachHorn}

// keysOf are the keys that write a word. They are made from the word's
// decomposition alone and know nothing of syllables.
func keysOf(word string, m typing.Method, w when) string {
	type letter struct{ base, mark, tone string }
	var ls []letter
	for _, r := range word {
		l := letter{}
		for i, c := range []rune(norm.NFD.String(string(r))) {
			switch at := slices.Index(toneSigns, c); {
			case i == 0 && (c == 'đ' || c == 'Đ'):
				l.base, l.mark = map[rune]string{'đ': "d", 'Đ': "D"}[c], "d"
				if m == typing.VNI {
					l.mark = "9"
				}
			case i == 0:
				l.base = string(c)
			case at > 0:
				l.tone = toneKeys[m][at : at+1]
			case m == typing.VNI:
				l.mark = map[rune]string{'\u0302': "6", '\u031B': "7", '\u0306': "8"}[c]
			case c == '\u0302':
				l.mark = strings.ToLower(l.base)
			default:
				l.mark = "w"
			}
		}
		ls = append(ls, l)
	}
	last, tone := 0, ""
	for i, l := range ls {
		if strings.ContainsAny(strings.ToLower(l.base), "aeiouy") {
			last = i
		}
		tone += l.tone
	}
	var keys, late strings.Builder
	for i, l := range ls {
		keys.WriteString(l.base)
		mark := l.mark
		if w != eachHorn && strings.EqualFold(l.base, "u") && mark != "" && i+1 < len(ls) && ls[i+1].mark == mark {
			mark = "" // one key for both letters of ươ
		}
		if w == marksLate || w == allLate {
			late.WriteString(mark)
		} else {
			keys.WriteString(mark)
		}
		if w == afterVowel && i == last {
			keys.WriteString(tone)
		}
	}
	switch w {
	case afterVowel:
	case allLate:
		keys.WriteString(tone + late.String())
	default:
		keys.WriteString(late.String() + tone)
	}
	return keys.String()
}

// words are the runs of letters of all names of the catalogue.
func words() []string {
	seen := map[string]bool{}
	for _, e := range facts.Entries() {
		for _, w := range strings.FieldsFunc(norm.NFC.String(e.Name), func(r rune) bool { return !unicode.IsLetter(r) }) {
			seen[w] = true
		}
	}
	var all []string
	for w := range seen {
		all = append(all, w)
	}
	slices.Sort(all)
	return all
}

// noSyllable are the words of the catalogue's names that no single syllable is:
// words of other languages, chemical and other short forms, and slips of the
// pen in what the portal published. Written out, so that a syllable that cannot
// be typed does not hide among them.
var noSyllable = map[string]string{
	"AJ": "short form", "ANS": "short form", "ARS": "short form", "DWT": "short form", "ISM": "short form",
	"ISPS": "short form", "PDD": "short form", "TKTƯ": "short form", "TW": "short form",
	"Nitơ": "two syllables", "kilômét": "three syllables", "Paris": "a name", "Peru": "a name",
	"dƣỡng":   "ƣ in place of ư",
	"lậphoặc": "a blank is missing", "nghệvà": "a blank is missing",
	"nghiệpp": "a letter too many", "nghành": "ngành",
}

// slips are syllables that lack their tone: after c, p and t that tells the
// letter from the mark when the mark comes late (photo, data).
var slips = map[string]bool{"câp": true, "vât": true}

// Every syllable that occurs in the names of the catalogue can be typed in all
// orders of keys that people use, in both methods.
func TestEveryWordOfTheCatalogue(t *testing.T) {
	all, syllables := words(), 0
	for _, word := range all {
		if noSyllable[word] != "" {
			continue
		}
		syllables++
		for _, m := range []typing.Method{typing.Telex, typing.VNI} {
			for _, w := range allMoments {
				if slips[word] && m == typing.Telex && (w == marksLate || w == allLate) {
					continue
				}
				if word == "HĐND" || word == "TTĐB" {
					if w == marksLate || w == allLate {
						continue // in a short form đ is made at once
					}
				}
				keys := keysOf(word, m, w)
				if word == "boong" && m == typing.Telex {
					keys = "booong" // two of the same letter
				}
				if typed(m, typing.OldStyle, keys) != word && typed(m, typing.NewStyle, keys) != word {
					t.Errorf("%v: %s gives %q, not %q", m, keys, typed(m, typing.OldStyle, keys), word)
				}
			}
		}
	}
	if syllables < 1500 {
		t.Errorf("only %d words were typed", syllables)
	}
	t.Logf("%d words of %d", syllables, len(all))
}

// typeName types a name the way a person does who looks at the screen: what
// does not come out as it should is taken back and typed with the key pressed
// twice, which prints it.
func typeName(name string, m typing.Method) string {
	var c typing.Composer
	text := ""
	for rest := name; rest != ""; {
		n := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
		if n == 0 { // what is no letter, one at a time
			r, n := utf8.DecodeRuneInString(rest)
			want := text + rest[:n]
			c.Method = m
			text = c.Type(text, r)
			if text != want {
				text = c.Type(text, r) // once more: the key prints itself
			}
			rest = rest[n:]
			continue
		}
		if n < 0 {
			n = len(rest)
		}
		text = typeWord(&c, text, rest[:n], m)
		rest = rest[n:]
	}
	return text
}

func typeWord(c *typing.Composer, text, word string, m typing.Method) string {
	ways := []string{keysOf(word, m, atOnce)}
	for i := range word { // a key twice
		ways = append(ways, word[:i]+word[i:i+1]+word[i:])
	}
	for _, keys := range ways {
		for _, style := range []typing.ToneStyle{typing.OldStyle, typing.NewStyle} {
			try := typing.Composer{Method: m, Style: style}
			if got := typeInto(&try, text, keys); got == text+word {
				*c = try
				return got
			}
		}
	}
	try := typing.Composer{Method: m}
	return typeInto(&try, text, ways[0])
}

// allNames types every name of the catalogue, which takes seconds, and under the
// race detector a minute.
var allNames = flag.Bool("names", false, "type all names of the catalogue")

// Whole names come out as they are published, with their numbers, codes and
// punctuation, but for the few with words that no keys make. The usual run types
// every 40th, every fourth with digits, and all with such words.
func TestEveryNameOfTheCatalogue(t *testing.T) {
	cannot := []string{"Nitơ", "kilômét", "TKTƯ", "dƣỡng", "lậphoặc", "nghệvà", "nghiệpp", "nghành"}
	for _, m := range []typing.Method{typing.Telex, typing.VNI} {
		exact, left := 0, 0
		for i, e := range facts.Entries() {
			name := norm.NFC.String(e.Name)
			digits := strings.ContainsAny(name, "0123456789")
			if !*allNames && i%40 != 0 && (!digits || i%4 != 0) && !hasAny(name, cannot) {
				continue
			}
			got := typeName(name, m)
			switch {
			case got == name:
				exact++
			case hasAny(name, cannot):
				left++
			default:
				t.Errorf("%v: %q came out as %q", m, name, got)
			}
		}
		t.Logf("%v: %d names exact, %d with words that no keys make", m, exact, left)
		if left > 20 {
			t.Errorf("%v: %d names could not be typed", m, left)
		}
	}
}

func hasAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
