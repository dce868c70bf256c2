package find

import (
	"bufio"
	"hash/fnv"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"motcua/client/facts"
)

// blindQuestion is a line of testdata/asked.tsv, whose questions were written without sight
// of the engine. The head of the file says how.
type blindQuestion struct {
	words  string
	wishes [][]string // for each wish the codes that answer it, the best first; none when nothing does
	kind   string
	aside  bool // not used while the engine is tuned
}

// blindKinds holds the kinds of asked.tsv and how many questions of each there are at least.
var blindKinds = map[string]int{
	"english": 50, "everyday": 50, "story": 45, "villager": 40, "dialect": 40, "jargon": 25, "nomark": 30,
	"typo": 30, "speech": 30, "sms": 30, "two": 20, "single": 30, "none": 40,
}

func readBlind(t testing.TB) []blindQuestion {
	t.Helper()
	return readQuestions(t, "testdata/asked.tsv", inAsideThird)
}

// freshSets are the files of questions that were written after a search was finished, see the head of each.
var freshSets = []string{"fresh.tsv", "fresh2.tsv"}

// readFresh reads a set of which nobody tunes on any question.
func readFresh(t testing.TB, name string) []blindQuestion {
	t.Helper()
	return readQuestions(t, "testdata/"+name, func(string) bool { return true })
}

// readQuestions reads a file in the form of asked.tsv. aside decides by the first code, without codes by
// the words.
func readQuestions(t testing.TB, file string, aside func(string) bool) []blindQuestion {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var list []blindQuestion
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		parts := strings.Split(line, "\t")
		if len(parts) != 3 {
			t.Fatalf("%s: %q has %d columns, want words, codes and kind", file, line, len(parts))
		}
		q := blindQuestion{words: parts[0], kind: parts[2]}
		splitBy := q.words
		if parts[1] != "-" {
			for wish := range strings.SplitSeq(parts[1], ";") {
				q.wishes = append(q.wishes, strings.Split(wish, ","))
			}
			splitBy = q.wishes[0][0]
		}
		q.aside = aside(splitBy)
		list = append(list, q)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return list
}

// inAsideThird divides by procedure, so that words written for one question cannot help
// another question about the same procedure in the other part.
func inAsideThird(code string) bool {
	h := fnv.New32a()
	h.Write([]byte(code))
	return h.Sum32()%3 == 0
}

// asideCodes returns what answers the questions aside. A test that leaves out the phrases of
// these codes measures procedures for which nobody wrote any. Of two wishes only the first
// counts and of a single word only its best code, because the others are common procedures
// that many questions for tuning ask for.
func asideCodes(questions []blindQuestion) map[string]bool {
	codes := map[string]bool{}
	for _, q := range questions {
		if !q.aside || len(q.wishes) == 0 {
			continue
		}
		answers := q.wishes[0]
		if q.kind == "single" {
			answers = answers[:1]
		}
		for _, code := range answers {
			codes[code] = true
		}
	}
	return codes
}

// wellFormed checks one line; seen are the words of the lines before, of any file.
func wellFormed(t *testing.T, q blindQuestion, seen map[string]bool) {
	t.Helper()
	if q.words != strings.TrimSpace(q.words) || q.words == "" {
		t.Errorf("%q: has spaces at an end or no words", q.words)
	}
	low := strings.ToLower(q.words)
	if seen[low] {
		t.Errorf("%q: stands twice", q.words)
	}
	seen[low] = true
	if _, known := blindKinds[q.kind]; !known {
		t.Errorf("%q: nobody knows the kind %q", q.words, q.kind)
	}
	for _, wish := range q.wishes {
		for i, code := range wish {
			if _, ok := facts.Shipped().Entry(code); !ok {
				t.Errorf("%q: the catalogue has no %q", q.words, code)
			}
			if slices.Contains(wish[:i], code) {
				t.Errorf("%q: %s stands twice", q.words, code)
			}
		}
	}
}

func TestBlindQuestionsAreWellFormed(t *testing.T) {
	t.Parallel()
	questions := readBlind(t)
	seen := map[string]bool{}
	count := map[string]int{}
	aside := map[string]int{}
	procedures := map[string]bool{}
	for _, q := range questions {
		wellFormed(t, q, seen)
		count[q.kind]++
		if q.aside {
			aside[q.kind]++
		}
		if want := map[string]int{"none": 0, "two": 2}; q.kind == "none" || q.kind == "two" {
			if len(q.wishes) != want[q.kind] {
				t.Errorf("%q: has %d wishes, the kind %s has %d", q.words, len(q.wishes), q.kind, want[q.kind])
			}
		} else if len(q.wishes) != 1 {
			t.Errorf("%q: has %d wishes, want one", q.words, len(q.wishes))
		}
		for _, wish := range q.wishes {
			procedures[wish[0]] = true
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(blindKinds)) {
		if count[kind] < blindKinds[kind] {
			t.Errorf("%d questions of the kind %s, want at least %d", count[kind], kind, blindKinds[kind])
		}
		if aside[kind] == 0 || aside[kind] == count[kind] {
			t.Errorf("%s: %d of %d questions are aside, want some in each part", kind, aside[kind], count[kind])
		}
	}
	if len(procedures) < 220 {
		t.Errorf("%d different procedures are asked for, want at least 220", len(procedures))
	}
	for _, name := range freshSets {
		for _, q := range readFresh(t, name) {
			wellFormed(t, q, seen)
		}
	}
	codes := asideCodes(questions)
	for _, q := range questions {
		if q.aside && len(q.wishes) > 0 && !codes[q.wishes[0][0]] {
			t.Errorf("%q is aside, its procedure %s is not", q.words, q.wishes[0][0])
		}
	}
	t.Logf("%d questions, %d procedures first named, %d codes aside", len(questions), len(procedures), len(codes))
}
