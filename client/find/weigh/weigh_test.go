package weigh

import "testing"

// The best phrase and the second best are different titles, whatever order and however often they are heard.
func TestHear(t *testing.T) {
	heard := []struct {
		title int32
		score float32
	}{{7, 50}, {7, 60}, {3, 55}, {9, 40}, {7, 58}, {3, 20}}
	for turn := range heard {
		var e Evidence
		for i := range heard {
			h := heard[(turn+i)%len(heard)]
			e.Hear(Phrase, h.title, h.score)
		}
		if e.Phrase != 60 || e.Second != 55 {
			t.Errorf("from %d: best %v, second %v, want 60 and 55", turn, e.Phrase, e.Second)
		}
	}
}

func TestSignals(t *testing.T) {
	e := Evidence{Name: 40, Phrase: 90, Second: 30, Bag: 20}
	if got, want := e.Signals(2, true), (Signals{30, 20, 0, 0}); got != want {
		t.Errorf("short question: %v, want %v", got, want)
	}
	if got, want := e.Signals(20, true), (Signals{30, 20, 40, 0}); got != want {
		t.Errorf("long question: %v, want %v", got, want)
	}
	if got, want := (&Evidence{Name: 80}).Signals(2, false), (Signals{0, 0, 0, 80}); got != want {
		t.Errorf("without phrases: %v, want %v", got, want)
	}
	if got, want := (&Evidence{Name: 151}).Signals(2, false), (Signals{151, 0, 0, 0}); got != want {
		t.Errorf("the name itself: %v, want %v", got, want)
	}
}

func TestWeightsAreRead(t *testing.T) {
	for i, w := range adds {
		if w <= 0 || w > 1 {
			t.Errorf("%s weighs %v: what speaks for a procedure adds to it, and less than its best title", Names[i], w)
		}
	}
	if got := read("# a\nsecond 1\nbag 2\nname-in-long 3\nno-phrase 4\n", Names[:]); Signals(got) != (Signals{1, 2, 3, 4}) {
		t.Errorf("got %v", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a missing weight is not reported")
		}
	}()
	read("\nsecond 1\n", Names[:])
}

// Half of two words is no answer, half of a long story is one, and so is a title itself.
func TestGate(t *testing.T) {
	if NewGate(60, 0, 0.5, 2).Answers() {
		t.Error("half of two words is taken for an answer")
	}
	if !NewGate(60, 45, 0.5, 10).Answers() {
		t.Error("half of a story is taken for none")
	}
	if !NewGate(151, 151, 1, 1).Answers() {
		t.Error("one word that is a title is taken for none")
	}
}
