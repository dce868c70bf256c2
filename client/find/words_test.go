package find

import (
	"strings"
	"testing"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/facts"
)

func ownWords(t testing.TB) Words {
	t.Helper()
	w, err := ParseWords(wordsText, carriersText)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestEveryConceptPointsAtAProcedureThatExists(t *testing.T) {
	concepts, phrases := 0, 0
	for _, c := range ownWords(t).concepts {
		concepts++
		phrases += len(c.phrases)
		for _, code := range c.codes {
			if _, ok := facts.Shipped().Entry(code); !ok {
				t.Errorf("%s: the catalogue has no %s", c.phrases[0], code)
			}
		}
	}
	t.Logf("%d concepts, %d phrases", concepts, phrases)
	if concepts < 500 {
		t.Errorf("only %d concepts", concepts)
	}
}

// The meaning of a phrase must consist of words that occur in some name, otherwise the
// rewritten question finds nothing.
func TestEveryMeaningUsesWordsOfTheCatalogue(t *testing.T) {
	known := map[string]bool{}
	for _, e := range facts.Entries() {
		for s := range spans(e.Name) {
			known[spell(strings.ToLower(e.Name[s.from:s.to])).fold()] = true
		}
	}
	for _, c := range ownWords(t).concepts {
		for _, m := range c.meaning {
			for s := range spans(m) {
				if w := m[s.from:s.to]; !known[spell(w).fold()] {
					t.Errorf("%s = %s: no name says %q", c.phrases[0], m, w)
				}
			}
		}
	}
}

// Each phrase on its own finds one of its procedures among the first three. Where several
// concepts have the same phrase, one of their procedures is enough.
func TestEveryPhraseFindsWhatItMeans(t *testing.T) {
	clienttest.Long(t, "asks hundreds of questions, one after another")
	t.Parallel()
	meant := map[string][]string{}
	for _, c := range ownWords(t).concepts {
		for _, p := range c.phrases {
			meant[p] = append(meant[p], c.codes...)
		}
	}
	for p, codes := range meant {
		if len(codes) == 0 {
			continue
		}
		found := codesOf(shipped().Search(client.Query{Words: p, Limit: 3}))
		if rankOf(asked{codes: codes}, found) == 0 {
			t.Errorf("%q finds %v, not %v", p, found, codes)
		}
	}
}

func TestParseWordsNamesTheLine(t *testing.T) {
	for _, bad := range []string{"tạp hóa", "= 1.001612", "tạp hóa ="} {
		_, err := ParseWords("# words\n\n"+bad+"\n", "")
		if err == nil || !strings.Contains(err.Error(), "line 3") {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
