package find

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/clienttest"
	"motcua/client/facts"
)

// asked is a line of testdata/queries.tsv.
type asked struct {
	words string
	codes []string // any of them answers
	kind  string
	held  bool // not used while the engine is tuned
}

func readAsked(t testing.TB) []asked {
	t.Helper()
	f, err := os.Open("testdata/queries.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []asked
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		parts := strings.Split(line, "\t")
		if len(parts) != 3 {
			t.Fatalf("queries.tsv: %q", line)
		}
		list = append(list, asked{words: parts[0], codes: strings.Split(parts[1], ","), kind: parts[2], held: keptAside(parts[0])})
	}
	return list
}

// keptAside decides by a hash of the words, so that nobody can choose.
func keptAside(words string) bool {
	h := fnv.New32a()
	h.Write([]byte(words))
	return h.Sum32()%3 == 0
}

// docs returns the entries of the program's catalogue in the form in which client/store
// passes them to the engine.
func docs() []Doc {
	entries := facts.Entries()
	list := make([]Doc, len(entries))
	for i, e := range entries {
		agency, _ := facts.AgencyID(e.Agency)
		list[i] = Doc{
			Code: e.Code, Name: e.Name, Field: e.Field, Agency: e.Agency, AgencyCode: agency,
			Levels: e.Levels, Weight: e.Weight,
		}
	}
	return list
}

var shipped = sync.OnceValue(func() *Engine {
	e, err := New(docs(), Options{English: true})
	if err != nil {
		panic(err)
	}
	return e
})

// tally counts the results for one kind of question.
type tally struct {
	n, first, three int
	reciprocal      float64
}

func (t *tally) add(rank int) {
	t.n++
	if rank == 1 {
		t.first++
	}
	if rank >= 1 && rank <= 3 {
		t.three++
	}
	if rank > 0 {
		t.reciprocal += 1 / float64(rank)
	}
}

func (t tally) at3() float64 { return 100 * float64(t.three) / float64(max(t.n, 1)) }

func (t tally) String() string {
	n := float64(max(t.n, 1))
	return fmt.Sprintf("%4d  hit@1 %5.1f  hit@3 %5.1f  MRR %.3f", t.n, 100*float64(t.first)/n, t.at3(), t.reciprocal/n)
}

// rankOf returns the rank of the first right answer, 0 when it is not among the first
// fifty.
func rankOf(want, codes []string) int {
	for i, code := range codes[:min(len(codes), 50)] {
		if slices.Contains(want, code) {
			return i + 1
		}
	}
	return 0
}

func codesOf(r Result) []string {
	codes := make([]string, len(r.Hits))
	for i, h := range r.Hits {
		codes[i] = h.Code
	}
	return codes
}

// TestQuality prints how often the right answer is first and among the first three, by kind of
// question: for our own questions beside a portal's substring search and plain BM25, then for
// the questions written without sight of the engine. It checks the minimum. With -aside it prints the
// totals of those that nobody tunes on too.
// -misses lists the questions for tuning that have no right answer there.
func TestQuality(t *testing.T) {
	clienttest.Long(t, "asks hundreds of questions, one after another")
	t.Parallel()
	e := shipped()
	bm25 := newBM25(facts.Entries())
	systems := []struct {
		name string
		ask  func(words string) []string
	}{
		{"substring", func(w string) []string { return substring(facts.Entries(), w) }},
		{"BM25", bm25.search},
		{"find", func(w string) []string { return codesOf(e.Search(client.Query{Words: w, Limit: 50})) }},
	}
	var whole [3]tally
	var tuning, held tally
	for i, s := range systems {
		kinds := map[string]*tally{}
		for _, q := range readAsked(t) {
			rank := rankOf(q.codes, s.ask(q.words))
			if kinds[q.kind] == nil {
				kinds[q.kind] = &tally{}
			}
			kinds[q.kind].add(rank)
			whole[i].add(rank)
			if s.name != "find" {
				continue
			}
			if q.held {
				held.add(rank)
			} else {
				tuning.add(rank)
				if *misses && (rank == 0 || rank > 3) {
					t.Logf("%-9s %2d  %q want %v", q.kind, rank, q.words, q.codes)
					logHits(t, e, q.words)
				}
			}
		}
		t.Logf("%s", s.name)
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			t.Logf("  %-10s %v", kind, *kinds[kind])
		}
		t.Logf("  %-10s %v", "all", whole[i])
	}
	t.Logf("find, two thirds for tuning: %v", tuning)
	t.Logf("find, the third kept aside:  %v", held)
	if got := whole[2].at3(); got < floor {
		t.Errorf("hit@3 is %.1f, the floor is %.0f", got, float64(floor))
	}
	blindQuality(t)
}

// blindQuality measures the questions of testdata/asked.tsv: those for tuning, and with -aside those
// aside, those aside again with an engine that has no everyday phrase for the procedures that answer
// them, and those of the fresh sets. No single question aside is printed, so that nobody tunes on one.
func blindQuality(t *testing.T) {
	t.Helper()
	questions := readBlind(t)
	type column struct {
		name      string
		e         *Engine
		questions []blindQuestion
		aside     bool
	}
	columns := []column{{"for tuning", shipped(), questions, false}}
	if *asideToo {
		columns = append(columns, column{"aside", shipped(), questions, true},
			column{"aside, without their phrases", withoutPhrases(t, asideCodes(questions)), questions, true},
			column{"fresh", shipped(), readFresh(t, "fresh.tsv"), true},
			column{"fresh, the second set", shipped(), readFresh(t, "fresh2.tsv"), true})
	}
	for _, c := range columns {
		kinds := map[string]*tally{}
		var all tally
		for _, q := range c.questions {
			if q.aside != c.aside {
				continue
			}
			rank := blindRank(q, c.e.Search(client.Query{Words: q.words, Limit: 50}))
			if kinds[q.kind] == nil {
				kinds[q.kind] = &tally{}
			}
			kinds[q.kind].add(rank)
			if q.kind != "none" && q.kind != "two" {
				all.add(rank)
			}
			if *misses && !c.aside && (rank == 0 || rank > 1) && (*kind == "" || *kind == q.kind) {
				t.Logf("%-9s %2d  %q want %v", q.kind, rank, q.words, q.wishes)
				logHits(t, c.e, q.words)
			}
		}
		t.Logf("asked blindly, %s", c.name)
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			switch k := kinds[kind]; kind {
			case "none":
				t.Logf("  %-10s %4d  not answered as found %5.1f", kind, k.n, k.at3())
			case "two":
				t.Logf("  %-10s %4d  both offered %5.1f", kind, k.n, k.at3())
			default:
				t.Logf("  %-10s %v", kind, *k)
			}
		}
		t.Logf("  %-10s %v", "all others", all)
	}
}

// blindRank returns the rank of the first right answer, 0 for none. What is only offered as
// near is not an answer. For a question that nothing answers, 1 says that nothing is found, and
// for two wishes that both are offered among the first three.
func blindRank(q blindQuestion, r Result) int {
	found := r
	if r.Near {
		found = Result{}
	}
	switch q.kind {
	case "none":
		if len(found.Hits) == 0 {
			return 1
		}
		return 0
	case "two":
		for _, codes := range q.wishes {
			if !offered(codes, found) {
				return 0
			}
		}
		return 1
	}
	return rankOf(q.wishes[0], codesOf(found))
}

// offered reports whether a code is among the first three of the list, or of a wish's own hits.
func offered(codes []string, r Result) bool {
	for n := range max(len(r.Wishes), 1) {
		var own []string
		for _, h := range r.Hits {
			if h.Wish == n {
				own = append(own, h.Code)
			}
		}
		if rank := rankOf(codes, own); rank > 0 && rank <= 3 {
			return true
		}
	}
	return false
}

// withoutPhrases returns an engine without the everyday phrases of some procedures.
func withoutPhrases(t *testing.T, codes map[string]bool) *Engine {
	t.Helper()
	w := ownWords(t)
	for i := range w.concepts {
		c := &w.concepts[i]
		c.codes = slices.DeleteFunc(slices.Clone(c.codes), func(code string) bool { return codes[code] })
	}
	w.concepts = slices.DeleteFunc(w.concepts, func(c concept) bool { return len(c.codes) == 0 && len(c.meaning) == 0 })
	e, err := New(docs(), Options{Words: &w, English: true})
	if err != nil {
		t.Fatal(err)
	}
	e.ownWords = false // they are words for procedures, so the gate of those decides
	return e
}

func logHits(t *testing.T, e *Engine, words string) {
	t.Helper()
	r := e.Search(client.Query{Words: words, Limit: 8})
	if r.Near {
		t.Logf("              near, outside %v", r.Outside)
	}
	if r.Wishes != nil {
		t.Logf("              wishes %q", r.Wishes)
	}
	for _, h := range r.Hits {
		entry, _ := facts.Shipped().Entry(h.Code)
		t.Logf("              %s %.1f %.80s", h.Code, h.Score, entry.Name)
	}
}

var (
	misses   = flag.Bool("misses", false, "show the questions for tuning that miss")
	asideToo = flag.Bool("aside", false, "print the totals of what nobody tunes on too; look seldom")
	kind     = flag.String("kind", "", "of asked.tsv only those of this kind")
)

// floor is the minimum of hit@3 over all questions, in percent.
const floor = 95

// substring is a portal's search: the names that contain the words, ignoring case, in the
// order of the list.
func substring(entries []facts.Entry, words string) []string {
	words = strings.ToLower(strings.TrimSpace(words))
	var codes []string
	for i, e := range entries {
		if strings.Contains(lowerNames()[i], words) || strings.Contains(e.Code, words) {
			codes = append(codes, e.Code)
		}
	}
	return codes
}

var lowerNames = sync.OnceValue(func() []string {
	var names []string
	for _, e := range facts.Entries() {
		names = append(names, strings.ToLower(e.Name))
	}
	return names
})

// bm25 ranks names only by BM25 over folded words.
type bm25 struct {
	entries []facts.Entry
	words   [][]string
	holds   map[string][]int
	average float64
}

func newBM25(entries []facts.Entry) *bm25 {
	b := &bm25{entries: entries, holds: map[string][]int{}}
	for i, e := range entries {
		words := foldedWords(e.Name + " " + e.Code)
		b.words = append(b.words, words)
		b.average += float64(len(words)) / float64(len(entries))
		slices.Sort(words)
		for _, w := range slices.Compact(slices.Clone(words)) {
			b.holds[w] = append(b.holds[w], i)
		}
	}
	return b
}

func foldedWords(s string) []string {
	return strings.FieldsFunc(clean.Fold(s), func(r rune) bool { return !wordRune(r) && r != '.' })
}

func (b *bm25) search(words string) []string {
	const k1, bb = 1.2, 0.75
	score := make([]float64, len(b.entries))
	for _, w := range foldedWords(words) {
		idf := math.Log(1 + (float64(len(b.entries))-float64(len(b.holds[w]))+0.5)/(float64(len(b.holds[w]))+0.5))
		for _, i := range b.holds[w] {
			from, _ := slices.BinarySearch(b.words[i], w)
			tf := 0.0
			for ; from < len(b.words[i]) && b.words[i][from] == w; from++ {
				tf++
			}
			score[i] += idf * tf * (k1 + 1) / (tf + k1*(1-bb+bb*float64(len(b.words[i]))/b.average))
		}
	}
	var found []int
	for i, s := range score {
		if s > 0 {
			found = append(found, i)
		}
	}
	slices.SortFunc(found, func(i, j int) int { return cmp.Or(cmp.Compare(score[j], score[i]), cmp.Compare(i, j)) })
	codes := make([]string, 0, min(len(found), 50))
	for _, i := range found[:min(len(found), 50)] {
		codes = append(codes, b.entries[i].Code)
	}
	return codes
}
