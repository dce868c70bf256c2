package find

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/facts"
	"motcua/client/find/syllable"
)

func ownWords(t testing.TB) Words {
	t.Helper()
	w, err := readWords(wordFiles, carriersText)
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
			known[syllable.Spell(strings.ToLower(e.Name[s.from:s.to])).Fold()] = true
		}
	}
	for _, c := range ownWords(t).concepts {
		for _, m := range c.meaning {
			for s := range spans(m) {
				if w := m[s.from:s.to]; !known[syllable.Spell(w).Fold()] {
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
		if rankOf(codes, found) == 0 {
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

// Whoever corrects a file of phrases is told where the mistake is.
func TestReadWordsNamesTheFileAndTheLine(t *testing.T) {
	files := fstest.MapFS{
		"words.txt":           {Data: []byte("tạp hóa = 1.001612\n")},
		"phrases/cu-tru.txt":  {Data: []byte("# cư trú\n\ndọn nhà = 1.004222\n")},
		"phrases/ho-tich.txt": {Data: []byte("chồng mất = 1.000656\ncon chưa có tên\n")},
	}
	_, err := readWords(files, "")
	if err == nil || !strings.HasPrefix(err.Error(), "phrases/ho-tich.txt: line 2: ") {
		t.Errorf("the error is %v", err)
	}
	files["phrases/ho-tich.txt"] = &fstest.MapFile{Data: []byte("chồng mất = 1.000656\ncon chưa có tên = 1.001193\n")}
	w, err := readWords(files, "")
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, c := range w.concepts {
		said = append(said, c.phrases...)
	}
	if got := strings.Join(said, "|"); got != "tạp hóa|dọn nhà|chồng mất|con chưa có tên" {
		t.Errorf("read %s", got)
	}
}

// The files of phrases name procedures only: words for other words change every question
// and stand together in words.txt.
func TestPhrasesNameProcedures(t *testing.T) {
	names, err := fs.Glob(wordFiles, "phrases/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		text, err := wordFiles.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var w Words
		if err := w.addConcepts(name, string(text)); err != nil {
			t.Fatal(err)
		}
		for _, c := range w.concepts {
			if len(c.codes) == 0 {
				t.Errorf("%s: %q names no procedure", name, c.phrases[0])
			}
		}
	}
}
