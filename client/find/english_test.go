package find

import (
	"reflect"
	"slices"
	"testing"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/english"
)

// inEnglish lists the questions of asked.tsv that are English though they are of another
// kind.
var inEnglish = []string{
	"extend my visa and change my driving licence to Vietnamese", "register my marriage and get a temporary residence card",
	"weather in Da Nang tomorrow", "where can I buy a SIM card", "train tickets to Sapa", "best pho restaurant near here", "fix my laptop screen", "get my work permit as an English teacher", "money exchange rate dollar",
}

// More questions in Vietnamese, typed without marks, whose words are English ones as well.
var withoutMarks = []string{
	"the", "to khai", "an", "can cuoc", "ban sao giay khai sinh", "do", "so do", "me", "con", "an toan thuc pham", "on thoi", "in an",
	"chi dinh", "tam tru", "to chuc hoi cho", "xin visa", "lam passport", "photo giay to", "mang thai", "thai san", "long duong",
}

// vietnameseQuestions are all questions that are not in English.
func vietnameseQuestions(t testing.TB) []string {
	t.Helper()
	list := slices.Clone(withoutMarks)
	for _, q := range readAsked(t) {
		list = append(list, q.words)
	}
	for _, q := range readBlind(t) {
		if q.kind != "english" && !slices.Contains(inEnglish, q.words) {
			list = append(list, q.words)
		}
	}
	return list
}

func TestVietnameseIsNotTakenForEnglish(t *testing.T) {
	t.Parallel()
	e := shipped()
	begun := 0
	questions := vietnameseQuestions(t)
	for _, words := range questions {
		if e.asksEnglish(words) != nil {
			t.Errorf("%q is taken for English", words)
		}
		// While somebody types, a beginning may look English for a moment.
		for i := range words {
			if i > 2 && e.asksEnglish(words[:i]) != nil {
				begun++
				break
			}
		}
	}
	if share := float64(begun) / float64(len(questions)); share > 0.02 {
		t.Errorf("of %d questions in Vietnamese %d look English while they are typed", len(questions), begun)
	}
	for _, words := range inEnglish {
		if e.asksEnglish(words) == nil {
			t.Errorf("%q is not taken for English", words)
		}
	}
}

// TestEnglishChangesNoVietnameseAnswer compares the answers of an engine that understands
// English with those of one that does not.
func TestEnglishChangesNoVietnameseAnswer(t *testing.T) {
	clienttest.Long(t, "asks hundreds of questions twice")
	t.Parallel()
	without, err := New(docs(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range vietnameseQuestions(t) {
		q := client.Query{Words: words, Limit: 20}
		if a, b := shipped().Search(q), without.Search(q); !reflect.DeepEqual(a, b) {
			t.Errorf("%q finds %v with English, %v without", words, codesOf(a), codesOf(b))
		}
	}
}

// TestEnglishQuality prints how often the right answer to a question in English is among the
// first three, on the part of asked.tsv that may be tuned on and on the part kept aside.
func TestEnglishQuality(t *testing.T) {
	t.Parallel()
	e := shipped()
	var tuning, aside tally
	for _, q := range readBlind(t) {
		if q.kind != "english" {
			continue
		}
		r := e.Search(client.Query{Words: q.words, Limit: 50})
		rank := rankOf(q.wishes[0], codesOf(r))
		if q.aside {
			aside.add(rank)
			continue
		}
		tuning.add(rank)
		if *misses && (rank == 0 || rank > 3) {
			t.Logf("%2d  %q want %v", rank, q.words, q.wishes[0])
			for _, h := range r.Hits[:min(3, len(r.Hits))] {
				t.Logf("       %s %.1f %s", h.Code, h.Score, english.Title(h.Code))
			}
		}
	}
	t.Logf("tuning %v", tuning)
	t.Logf("aside  %v", aside)
	if tuning.at3() < englishFloor {
		t.Errorf("hit@3 is %.1f, the floor is %.0f", tuning.at3(), float64(englishFloor))
	}
}

// englishFloor is the minimum of hit@3 over the questions in English for tuning, in percent.
const englishFloor = 85

func TestEnglishAnswers(t *testing.T) {
	t.Parallel()
	e := shipped()
	tests := []struct{ words, code, mark string }{
		{"birth certificate copy", "2.000635", "birth certificate"},
		{"register a birth", "1.001193", "Register"},
		{"regster marrriage", "1.000894", "marriage"},
		{"temporary residence", "1.004194", "temporary residence"},
		{"driver's license renewal", "3.000347", "driving licence"},
	}
	for _, tt := range tests {
		r := e.Search(client.Query{Words: tt.words, Limit: 3})
		if len(r.Hits) == 0 || r.Near || r.Hits[0].Code != tt.code {
			t.Errorf("%q finds %v", tt.words, codesOf(r))
			continue
		}
		title := []rune(english.Title(tt.code))
		marked := slices.ContainsFunc(r.Hits[0].English, func(m [2]int) bool { return string(title[m[0]:m[1]]) == tt.mark })
		if !marked || r.Hits[0].Matched != nil {
			t.Errorf("%q marks %v in %q and %v in the official name, want %q", tt.words, r.Hits[0].English, string(title), r.Hits[0].Matched, tt.mark)
		}
	}
	// Filters hold in English too, and what nothing answers is near at most.
	if r := e.Search(client.Query{Words: "register a marriage", Level: client.LevelMinistry}); slices.Contains(codesOf(r), "1.000894") {
		t.Error("a procedure of the communes is found at a ministry")
	}
	for _, words := range []string{"where can I buy a birthday cake", "fix my laptop screen", "weather", "book a flight to Hue"} {
		if r := e.Search(client.Query{Words: words}); !r.Outside || len(r.Hits) > 0 && !r.Near {
			t.Errorf("%q: outside %v, near %v, %v", words, r.Outside, r.Near, codesOf(r))
		}
	}
}
