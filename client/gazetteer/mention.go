package gazetteer

import (
	"slices"
	"strings"

	"motcua/client/clean"
	"motcua/client/place"
)

// nameIndex has places by their folded names, in the order of the names. A sorted list needs
// a third of a map's memory.
type nameIndex []namedEntry

type namedEntry struct {
	name string
	at   int32
}

// of lists the places with a name.
func (x nameIndex) of(name string) (list []int) {
	from, _ := slices.BinarySearchFunc(x, name, func(n namedEntry, name string) int { return strings.Compare(n.name, name) })
	for ; from < len(x) && x[from].name == name; from++ {
		list = append(list, int(x[from].at))
	}
	return list
}

// namesOf indexes places by their whole folded name, "xa cuong loi", and by the bare one,
// "cuong loi". alias are what people call some provinces.
func namesOf(entries []entry) nameIndex {
	names := make(nameIndex, 0, 2*len(entries))
	for i, e := range entries {
		full := clean.Fold(e.name)
		names = append(names, namedEntry{full, int32(i)})
		if e.bare != full {
			names = append(names, namedEntry{e.bare, int32(i)})
		}
		if e.kind == place.Province {
			for _, a := range alias[e.bare] {
				names = append(names, namedEntry{a, int32(i)})
			}
		}
	}
	slices.SortStableFunc(names, func(a, b namedEntry) int { return strings.Compare(a.name, b.name) })
	last := ""
	for i := range names { // one copy of each name
		if names[i].name == last {
			names[i].name = last
		}
		last = names[i].name
	}
	return slices.Clip(names)
}

var alias = map[string][]string{
	"ho chi minh":       {"sai gon", "tphcm", "hcm"},
	"hue":               {"thua thien hue"},
	"ba ria - vung tau": {"ba ria vung tau", "brvt"},
}

// longest is the most words in a name with its type: "Thành phố Phan Rang - Tháp Chàm".
const longest = 8

// word is one of a question.
type word struct {
	text     string // folded
	raw      string // in small letters, with its marks
	from, to int    // bytes in the question
}

// bare tells that no marks were typed, or that the word has none.
func (w word) bare() bool { return w.raw == w.text }

// Mentioned finds a place that a question names besides asking something else. The name
// must be spelled as it is, marks or not, and something must say that it is a place: its
// type before it (xã, phường, huyện ...) or "cũ" after it. Otherwise every procedure that
// shares two syllables with one of 14,000 names would seem to ask for that place.
func (g *book) Mentioned(question, near string) (place.Mention, bool) {
	m, ok := g.mention(cut(clean.SameLetters(question), maxQuestion))
	if !ok {
		return place.Mention{}, false
	}
	m.entries = slices.DeleteFunc(m.entries, g.told(slices.Values(m.entries)))
	slices.SortStableFunc(m.entries, func(a, b int) int {
		return compareBool(near != "" && !g.in(g.entries[a], near), near != "" && !g.in(g.entries[b], near))
	})
	out := place.Mention{Words: m.words, Rest: m.rest, AsOf: g.AsOf()}
	for _, at := range m.entries {
		out.Places = append(out.Places, g.place(g.entries[at]))
	}
	return out, true
}

// mayName tells whether a question can name a place besides asking something else: it has the
// type of a place or "of old", as placeAt demands. Most questions do not, and for them the
// table need not be unpacked.
func mayName(words []word) bool {
	for i := range words {
		if spelledType(words[i:], typeAt(words[i:])) || i > 1 && oldWords(words[i:]) > 0 {
			return true
		}
	}
	return false
}

// spelledType tells whether a list of words begins with a type of n words, each with the
// type's own marks or none: "phương" is no "phường".
func spelledType(words []word, n int) bool {
	return n > 0 && !slices.ContainsFunc(words[:n], func(w word) bool { return !w.bare() && !slices.Contains(typeWords, w.raw) })
}

// mention is what Mentioned finds.
type mention struct {
	entries     []int
	words, rest string
}

func (g *book) mention(question string) (mention, bool) {
	words := wordsOf(question)
	for i := range words {
		list, n := g.placeAt(words[i:])
		if i > 0 && words[i].text == "xa" && words[i-1].text == "tac" { // "hợp tác xã Tân Lập"
			continue
		}
		list = slices.DeleteFunc(list, func(at int) bool { return !g.spelt(g.entries[at], words[i:i+n]) })
		if len(list) == 0 {
			continue
		}
		list, more := g.narrowed(list, words[i+n:])
		end, begin := i+n+more, i
		if i > 0 && slices.Contains([]string{"o", "tai", "thuoc", "cua", "tren"}, words[i-1].text) {
			begin--
		}
		// "dang ky phuong tien" holds Phường Tiền: without marks a short type is not enough.
		if weak(words[i:i+n]) && more == 0 && begin == i && i+n < len(words) && i > 0 {
			continue
		}
		rest := question[:words[begin].from] + " " + strings.TrimLeft(question[words[end-1].to:], " ,.;)")
		return mention{entries: list, words: question[words[i].from:words[end-1].to], rest: strings.Join(strings.Fields(rest), " ")}, true
	}
	return mention{}, false
}

// spelt tells whether typed words are the name of an entry: each has the marks of the name
// or none at all, and the type is one of its kind. "phương tiện" is not Phường Tiền, nor
// "tỉnh biên giới" Xã Biên Giới.
func (g *book) spelt(e entry, typed []word) bool {
	name := wordsOf(e.name)
	name = name[typeAt(name):]
	of := typeAt(typed)
	if of > 0 && !spelledType(typed, of) {
		return false
	}
	if len(typed)-of != len(name) {
		return e.kind == place.Province && slices.Contains(alias[e.bare], join(typed[of:]))
	}
	for i, w := range typed[of:] {
		if !w.bare() && w.raw != name[i].raw {
			return false
		}
	}
	switch join(typed[:of]) {
	case "":
		return true
	case "tinh":
		return e.kind == place.Province
	case "thanh pho":
		return e.kind == place.Province || e.kind == place.OldDistrict
	case "huyen", "huyen dao", "quan", "thi xa":
		return e.kind == place.OldDistrict
	default:
		return e.kind == place.OldCommune || e.kind == place.TodaysCommune
	}
}

// typeWords are the words of types with their marks.
var typeWords = strings.Fields(strings.Join(types, " ") + " đảo")

// weak tells whether words begin with a type of one syllable that was typed without its
// mark, and which other words look like.
func weak(typed []word) bool {
	return typed[0].bare() && slices.Contains([]string{"xa", "phuong", "quan", "tinh"}, typed[0].text)
}

// narrowed keeps the places that lie where the following words say, "huyện Na Rì, tỉnh Bắc
// Kạn (cũ)", and returns how many words these are.
func (g *book) narrowed(list []int, words []word) ([]int, int) {
	end := 0
next:
	for end < len(words) {
		if k := oldWords(words[end:]); k > 0 {
			list, end = g.olds(list), end+k
			continue
		}
		for k := min(longest, len(words)-end); k > 0; k-- {
			if within := g.within(list, join(words[end:end+k])); len(within) > 0 {
				list, end = within, end+k
				continue next
			}
		}
		break
	}
	return list, end
}

// wholly finds the places whose name, and the names of what they lay in, are all words.
func (g *book) wholly(words []word) []int {
	for n := min(longest, len(words)); n > 0; n-- {
		typed := min(typeAt(words), n)
		for _, name := range []string{join(words[:n]), spelledOut(words[:n]), join(words[typed:n])} {
			list := g.names.of(name)
			if len(list) == 0 {
				continue
			}
			if list, more := g.narrowed(list, words[n:]); n+more == len(words) {
				return list
			}
		}
	}
	return nil
}

// spelledOut is a name whose type was abbreviated.
func spelledOut(words []word) string {
	full := map[string]string{"p": "phuong", "f": "phuong", "q": "quan", "h": "huyen", "x": "xa", "t": "tinh", "tp": "thanh pho", "tt": "thi tran", "tx": "thi xa"}
	if t := full[words[0].text]; t != "" && len(words) > 1 {
		return t + " " + join(words[1:])
	}
	return ""
}

// maxQuestion bounds a question in bytes; package find reads three hundred runes.
const maxQuestion = 900

// placeAt returns the places whose name begins a list of words, and how many words it has;
// 0 for none. After a type the bare name is enough: people say "thị xã Phổ Yên" of what
// became a city, and "xã" of a town.
func (g *book) placeAt(words []word) ([]int, int) {
	typed := typeAt(words)
	for n := min(longest, len(words)); n > typed; n-- {
		list := g.names.of(join(words[:n]))
		switch {
		case len(list) > 0 && (typed > 0 || n > 1 && oldWords(words[n:]) > 0):
			return list, n
		case typed > 0 && n-typed > 1:
			if list := g.names.of(join(words[typed:n])); len(list) > 0 {
				return list, n
			}
		}
	}
	return nil, 0
}

// typeAt returns how many words of a type of place begin a list of words.
func typeAt(words []word) int {
	for _, t := range []string{"thanh pho", "thi tran", "dac khu", "thi xa", "huyen dao", "phuong", "huyen", "quan", "tinh", "xa"} {
		if n := strings.Count(t, " ") + 1; len(words) > n && join(words[:n]) == t {
			return n
		}
	}
	return 0
}

// oldWords returns how many words that say "of old" begin a list of words.
func oldWords(words []word) int {
	if len(words) > 0 && words[0].text == "cu" && words[0].raw != "cũ" && !words[0].bare() {
		return 0 // "cư", "cứ"
	}
	for _, t := range []string{"truoc sap nhap", "truoc day", "truoc kia", "ngay truoc", "hoi truoc", "cu"} {
		if n := strings.Count(t, " ") + 1; len(words) >= n && join(words[:n]) == t {
			return n
		}
	}
	return 0
}

// olds keeps the places of before the merger, or all when there are none.
func (g *book) olds(list []int) []int {
	old := slices.DeleteFunc(slices.Clone(list), func(at int) bool { return g.entries[at].kind == place.TodaysCommune })
	if len(old) == 0 {
		return list
	}
	return old
}

// within keeps the places that lie in another place by its folded name, with or without
// its type.
func (g *book) within(list []int, name string) []int {
	return slices.DeleteFunc(slices.Clone(list), func(at int) bool {
		return !slices.ContainsFunc(g.outer(g.entries[at]), func(o folded) bool { return o.full == name || o.bare == name })
	})
}

func join(words []word) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0].text
	}
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// wordsOf splits a question at blanks, commas and brackets. Other marks are words of their
// own.
func wordsOf(question string) []word {
	var list []word
	from := -1
	flush := func(to int) {
		if from >= 0 {
			list = append(list, word{text: clean.Fold(question[from:to]), raw: strings.ToLower(toneMarks(question[from:to])), from: from, to: to})
			from = -1
		}
	}
	for i, r := range question {
		switch r {
		case ' ', '\t', '\n', ',', '.', '(', ')':
			flush(i)
		case ';', '?', '!', ':': // no name goes on behind it
			flush(i)
			list = append(list, word{text: string(r), raw: string(r), from: i, to: i + 1})
		default:
			if from < 0 {
				from = i
			}
		}
	}
	flush(len(question))
	return list
}
