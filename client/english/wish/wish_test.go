package wish

import (
	"slices"
	"strings"
	"testing"
)

// small is an index of a few names.
func small() *Index {
	names := []string{
		"Register a birth", "Get a copy of a civil status extract or a birth certificate", "Register a marriage",
		"Replace a driving licence; wallet stolen", "Get a driving licence", "Organise a fair", "", "Railways: extension",
	}
	return New(len(names), func(i int) ([]string, bool) { return strings.Split(names[i], "; "), i < 6 })
}

// best returns the doc that answers best, -1 for none, and how much it answers.
func best(x *Index, question string) (int, float32) {
	list, _ := x.Search(question)
	if len(list) == 0 {
		return -1, 0
	}
	m := slices.MaxFunc(list, func(a, b Match) int { return int(1000 * (a.Score - b.Score)) })
	return m.Doc, m.Cover
}

func TestSearch(t *testing.T) {
	t.Parallel()
	x := small()
	tests := []struct {
		question string
		doc      int
		cover    float32 // at least
	}{
		{"register a birth", 0, 1},
		{"birth registration", 0, 1},
		{"How do I register my child's birth?", 0, 0.5},
		{"birth certificate copy", 1, 0.9},
		{"BIRTH CERTIFICATE", 1, 0.9},
		{"birth certif", 1, 0.8}, // still being typed
		{"regster marrriage", 2, 0.7},
		{"wedding", 2, 0.9},               // a word that means the same
		{"get married", 2, 0.9},           // a phrase
		{"lost driver's license", 3, 0.9}, // American, and with an apostrophe
		{"lost driver’s license", 3, 0.9}, // as telephones type it
		{"organize fairs", 5, 1},          // American, plural
		{"my wallet was stolen", 3, 0.9},  // another name of the same procedure
		{"railways", 7, 0.4},              // only field and verb
		{"astronaut", -1, 0},              // nothing
		{"how do I", -1, 0},               // nothing is asked for
		{"", -1, 0},
		{strings.Repeat("birth ", 500), 0, 0.9},
	}
	for _, tt := range tests {
		doc, cover := best(x, tt.question)
		if doc != tt.doc || cover < tt.cover {
			t.Errorf("%q finds %d, which answers %.2f, want %d, %.2f at least", tt.question, doc, cover, tt.doc, tt.cover)
		}
	}
}

func TestWhatNoOfficeDoes(t *testing.T) {
	t.Parallel()
	x := small()
	for question, want := range map[string]bool{
		"book a flight": true, "where can I buy a SIM card?": true, "register a birth": false, "flight": false, "credit cards please": true, "": false,
	} {
		if _, outside := x.Search(question); outside != want {
			t.Errorf("%q is outside: %v, want %v", question, outside, want)
		}
	}
}

func TestMarks(t *testing.T) {
	t.Parallel()
	x := small()
	tests := []struct{ text, question, want string }{
		{"Register a birth", "birth", "birth"},
		{"Get a copy of a birth certificate", "birth certificates", "birth certificate"},
		{"Replace a driving licence", "driver license", "driving licence"},
		{"Replace a driving licence", "wedding", ""},
		{"Get a copy – of a birth", "births", "birth"},
	}
	for _, tt := range tests {
		var got []string
		for _, m := range x.Marker(tt.question)(tt.text) {
			got = append(got, string([]rune(tt.text)[m[0]:m[1]]))
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%q in %q: %q, want %q", tt.question, tt.text, got, tt.want)
		}
	}
}

func TestStem(t *testing.T) {
	t.Parallel()
	for _, forms := range []string{
		"register registers registered registering register's", "licence licences", "license licensed licensing",
		"marry married marries marrying", "organise organize organised organizing", "organisation organizations",
		"stop stopped stopping", "issue issued issues issuing", "tax taxes", "business businesses", "labour labor",
		"centre center centres", "copy copies copied", "address addresses", "child's child",
	} {
		list := strings.Fields(forms)
		for _, f := range list[1:] {
			if stem(f) != stem(list[0]) {
				t.Errorf("%s is %s, %s is %s", list[0], stem(list[0]), f, stem(f))
			}
		}
	}
	for _, apart := range []string{"tax taxi", "state status", "bus bank", "is i", "this thi"} {
		a, b, _ := strings.Cut(apart, " ")
		if stem(a) == stem(b) {
			t.Errorf("%s and %s are one", a, b)
		}
	}
}

func TestGlossary(t *testing.T) {
	t.Parallel()
	g := shipped()
	seen := map[string]string{}
	for line := range strings.Lines(wishesText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		left, meaning, rewrites := strings.Cut(line, " > ")
		for part := range strings.SplitSeq(left, ", ") {
			if part != strings.ToLower(strings.TrimSpace(part)) || part == "" {
				t.Errorf("%q in %q", part, line)
			}
			if !rewrites {
				if seen[stem(part)] != "" && seen[stem(part)] != line {
					t.Errorf("%q stands in two lines of words that mean the same", part)
				}
				seen[stem(part)] = line
			}
			if len(g.stems(part)) == 0 {
				t.Errorf("%q consists of words that carry nothing", part)
			}
		}
		if rewrites && len(g.stems(meaning)) == 0 {
			t.Errorf("%q means nothing", line)
		}
	}
	if !slices.IsSorted(strings.Fields(strings.Join(slices.DeleteFunc(strings.Split(carriersText, "\n"), func(s string) bool { return strings.HasPrefix(s, "#") }), " "))) {
		t.Error("carriers.txt is not sorted")
	}
}

func TestGate(t *testing.T) {
	t.Parallel()
	x := small()
	// A Vietnamese reader of a few words.
	is := map[string]Reading{
		"the": Syllable, "an": Syllable, "can": Syllable, "cuoc": Syllable, "to": Syllable, "khai": Syllable, "giay": Syllable,
		"nguyen": Syllable, "van": Syllable, "ddaats": Keys, "her": Keys, "cancuoc": Several, "fair": Keys, "visa": Borrowed,
	}
	read := func(word string, begun bool) Reading {
		if begun && word == "canc" {
			return Several
		}
		return is[word]
	}
	for question, want := range map[string]bool{
		"birth certificate": true, "the birth": true, "marriage certificate nguyen van an": false,
		"register marriage certificate copy, nguyen van": true, "a marriage of Nguyen Van Nguyen": true, "Nguyen marriage": false, "the": false, "to khai": false, "an": false, "can cuoc": false,
		"giay birth": false, "ddaats": false, "ddaats birth": false, "cancuoc": false, "canc": false, "fair": true, "her": false,
		"visa": false, "birth visa": true, "giấy birth certificate": false, "certifcate": true, "2 birth": true, "12 34": false, "": false,
		"astronaut": false, "driver’s licence": true,
	} {
		if got := x.English(question, read); got != want {
			t.Errorf("%q is English: %v, want %v", question, got, want)
		}
	}
}

func FuzzSearch(f *testing.F) {
	x := small()
	f.Add("register a birth")
	f.Add("'' ' \xff’s")
	f.Fuzz(func(t *testing.T, question string) {
		list, _ := x.Search(question)
		for _, m := range list {
			if m.Cover < 0 || m.Cover > 1.001 || m.Score < 0 {
				t.Errorf("%q: %+v", question, m)
			}
		}
		runes := len([]rune(question))
		for _, m := range x.Marker(question)(question) {
			if m[0] < 0 || m[1] <= m[0] || m[1] > runes {
				t.Errorf("%q: %v", question, m)
			}
		}
		x.English(question, func(string, bool) Reading { return Foreign })
	})
}

func TestSyllabic(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]bool{
		"nghieng": true, "an": true, "y": true, "khuya": true, "truong": true, "visa": false, "photo": false, "permit": false, "work": false,
		"b": false, "": false, "cccd": false, "internet": false, "ngang": true,
	} {
		if got := Syllabic(word); got != want {
			t.Errorf("%q is a syllable: %v, want %v", word, got, want)
		}
	}
}
