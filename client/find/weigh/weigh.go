// Package weigh puts together what speaks for a procedure beside its best title. A question that
// two phrases of a procedure answer is likelier about it than one that a single phrase answers by
// chance; in a long question the official name says more; a procedure for which nobody wrote a
// phrase lacks this evidence and gets something in its place. How much each counts was learned
// from questions (weights.txt), not chosen.
//
// # What was learned
//
// The weights were learned from the questions for tuning (TestLearn of package find). With weights
// from the other procedures hit@1 went from 86.5 to 89.8 % and hit@3 from 97.0 to 97.7 %, from 41.0 to
// 45.9 and 57.1 to 62.0 % without the phrases of what answers, and from 96.5 to 97.8 and 99.1 to 99.8 %
// on the old questions. Left out because they gained nothing over these four: the use count and its
// product with the cover, levels, whether a procedure has everyday words at all, how many, and words of
// a name that make it special ("cấp lại", "lưu động") where the question lacks them.
//
// The gate takes 20 of 942 answers for none, and of 155 questions that nothing answers and that
// outside.txt did not name 41 for answered, each with weights from the other procedures. Left out
// because it gained nothing: the weight of the rarest word that no title of the best procedure has.
package weigh

import (
	_ "embed"
	"fmt"
	"strings"
)

// Evidence is how well the titles of one procedure answer a question, each in the units of the
// score of package find; 0 where none does.
type Evidence struct {
	Name   float32 // the official name
	Phrase float32 // the best everyday phrase
	Second float32 // the best of the other phrases
	Bag    float32 // all words of its titles together
	title  int32   // of Phrase
}

// Kind is what a title is.
type Kind uint8

// The kinds of titles.
const (
	Name Kind = iota
	Phrase
	Bag
)

// Hear takes the score of one title. A title may be heard several times, for each wording of a
// question.
func (e *Evidence) Hear(kind Kind, title int32, score float32) {
	switch {
	case kind == Name:
		e.Name = max(e.Name, score)
	case kind == Bag:
		e.Bag = max(e.Bag, score)
	case score > e.Phrase:
		if title != e.title {
			e.Second = e.Phrase
		}
		e.Phrase, e.title = score, title
	case title != e.title:
		e.Second = max(e.Second, score)
	}
}

// Best is the score of the best title.
func (e *Evidence) Best() float32 { return max(e.Name, e.Phrase, e.Bag) }

// Signals are the figures that weights.txt has a weight for, in its order.
type Signals [4]float32

// Names are what weights.txt calls the signals.
var Names = [len(Signals{})]string{"second", "bag", "name-in-long", "no-phrase"}

// Signals returns the signals of the evidence. says is the number of words of the question that say
// something; phrases tells whether the procedure has any.
func (e *Evidence) Signals(says int, phrases bool) Signals {
	s := Signals{e.Second, e.Bag, Long(says) * e.Name, 0}
	switch best := e.Best(); {
	case best > inOtherWords*Asked:
		s[0] = best // the question is this title: no second one is needed
	case !phrases:
		s[3] = best
	}
	return s
}

// A question of longFrom words is not long, one of longTo is.
const (
	longFrom = 2
	longTo   = 8
)

// Asked is the least score of a title that says what the question says and nothing else.
const Asked = 100 + 0.9*(30+24)

// inOtherWords is how much of that a title has whose words were put in the place of shorter ones: "ĐKHĐ".
const inOtherWords = 0.98

// Long is how long a question is, 0 to 1.
func Long(says int) float32 {
	return min(1, max(0, float32(says-longFrom)/(longTo-longFrom)))
}

//go:embed weights.txt
var weightsText string

var (
	adds  = Signals(read(weightsText, Names[:]))
	gates = Gate(read(weightsText, GateNames[:]))
)

// Add returns what the signals add to the score of the best title.
func Add(s Signals) float32 {
	var sum float32
	for i, v := range s {
		sum += adds[i] * v
	}
	return sum
}

// Gate are the figures that tell an answer from what only shares words with a question.
type Gate [5]float32

// GateNames are what weights.txt calls the figures of a gate.
var GateNames = [len(Gate{})]string{"answer", "answer-best", "answer-second", "answer-cover", "answer-words"}

// NewGate returns the figures of the best procedure: the score of its best title and of the second,
// how much of the question it answers, 0 to 1, and how many words say something. A story that is half
// answered is answered; half of two words is not.
func NewGate(best, second, cover float32, says int) Gate {
	return Gate{1, best / Asked, second / Asked, cover, float32(says) / longTo}
}

// Answers reports whether the figures are those of an answer.
func (g Gate) Answers() bool {
	var sum float32
	for i, v := range g {
		sum += gates[i] * v
	}
	return sum > 0
}

// read reads lines of a name and a weight; lines that begin with # are comments. It panics when the
// text, which is part of the program, lacks one.
func read(text string, names []string) []float32 {
	w := make([]float32, len(names))
	for i, name := range names {
		_, rest, _ := strings.Cut(text, "\n"+name+" ")
		if _, err := fmt.Sscan(rest, &w[i]); err != nil {
			panic("weights.txt: " + name + ": " + err.Error())
		}
	}
	return w
}
