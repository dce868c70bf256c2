//go:build learn

package find

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"motcua/client/find/weigh"
)

// folds is into how many parts the procedures are divided to judge the learned weights: each part is
// asked with weights that were learned from the others.
const folds = 5

// lesson is one question: for each of the best procedures its score and signals, and whether it answers.
type lesson struct {
	kind    string
	fold    int
	counts  float64 // how much its loss counts
	score   []float64
	signals []weigh.Signals
	right   []bool
	gate    weigh.Gate
	outside bool
}

// TestLearn learns the weights by maximum likelihood: the softmax of the scores over the forty best
// is the probability that a procedure is meant, the logarithm of what the right ones have together
// is made large, and a weight costs its square. It prints how good the order is with the program's
// score alone, with weights learned from the other procedures, and with those that it writes.
func TestLearn(t *testing.T) {
	lessons := collect(t)
	alone := params{scale: 1}
	report := func(name string, of func(fold int) params) {
		kinds := map[string]*tally{"asked": {}, "no-phrase": {}, "old": {}}
		for _, l := range lessons {
			if l.kind == "none" {
				continue
			}
			kinds[l.kind].add(l.rank(of(l.fold)))
		}
		for _, kind := range []string{"asked", "no-phrase", "old"} {
			t.Logf("%-20s %-10s %v", name, kind, kinds[kind])
		}
	}
	report("score alone", func(int) params { return alone })
	var parts [folds]params
	for f := range parts {
		parts[f] = fit(lessons, f)
	}
	report("learned from others", func(fold int) params { return parts[fold] })
	all := fit(lessons, -1)
	report("learned", func(int) params { return all })

	gate := fitGate(t, lessons)
	text, err := os.ReadFile("weigh/weights.txt")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(text)) {
		if line[0] == '#' {
			b.WriteString(line)
		}
	}
	for i, name := range weigh.Names {
		fmt.Fprintf(&b, "%s %.2f\n", name, all.weights[i]/all.scale)
	}
	for i, name := range weigh.GateNames {
		fmt.Fprintf(&b, "%s %.2f\n", name, gate[i])
	}
	if err := os.WriteFile("weigh/weights.txt", []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// collect asks the questions for tuning. Those of asked.tsv are asked a second time without the
// phrases of the procedures that answer them, so that the weights also suit what nobody wrote for.
func collect(t *testing.T) []lesson {
	t.Helper()
	var lessons []lesson
	add := func(e *Engine, words, kind string, codes []string, counts float64) {
		if _, english := e.inEnglish(words, nil); english || len(e.codes.Find(words)) > 0 {
			return
		}
		h := fnv.New32a()
		h.Write([]byte(append(codes, words)[0]))
		l := lesson{kind: kind, fold: int(h.Sum32() / 3 % folds), counts: counts} // inAsideThird uses the rest by 3
		a := e.inVietnamese(words, nil)
		if len(a.list) == 0 {
			return
		}
		l.gate, l.outside = a.gate(), a.outside
		for _, m := range a.list {
			if len(l.score) == 40 {
				break
			}
			l.score = append(l.score, float64(m.score-weigh.Add(m.signals)))
			l.signals = append(l.signals, m.signals)
			l.right = append(l.right, slices.Contains(codes, e.names[m.doc].code))
		}
		lessons = append(lessons, l)
	}
	var tuning []blindQuestion
	codes := map[string]bool{}
	for _, q := range readBlind(t) {
		if !q.aside && len(q.wishes) == 1 {
			tuning = append(tuning, q)
			codes[q.wishes[0][0]] = true
		}
	}
	bare := withoutPhrases(t, codes)
	for _, q := range tuning {
		add(shipped(), q.words, "asked", q.wishes[0], 1)
		add(bare, q.words, "no-phrase", q.wishes[0], 0.2)
	}
	for _, q := range readAsked(t) {
		if !q.held {
			add(shipped(), q.words, "old", q.codes, 0.4)
		}
	}
	// What nothing answers teaches the gate.
	for _, q := range readBlind(t) {
		if !q.aside && len(q.wishes) == 0 {
			add(shipped(), q.words, "none", nil, 0.25)
		}
	}
	for _, words := range readNone(t) {
		add(shipped(), words, "none", nil, 0.25)
	}
	return lessons
}

// readNone reads testdata/none.txt.
func readNone(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("testdata/none.txt")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	return slices.DeleteFunc(lines, func(s string) bool { return s[0] == '#' })
}

// fitGate learns to tell questions whose answer is among the forty best from those that nothing
// answers, by logistic regression. It prints how many of each it takes for the other, with a gate that
// was learned from other procedures.
func fitGate(t *testing.T, lessons []lesson) [len(weigh.Gate{})]float64 {
	t.Helper()
	answers := func(l *lesson) bool { return l.rank(params{scale: 1}) > 0 }
	value := func(g [len(weigh.Gate{})]float64, l *lesson) float64 {
		var sum float64
		for j, v := range l.gate {
			sum += g[j] * float64(v)
		}
		return sum
	}
	learn := func(without int) (g [len(weigh.Gate{})]float64) {
		const steps, rate = 4000, 0.02
		for range steps {
			var slope [len(weigh.Gate{})]float64
			for i := range lessons {
				l := &lessons[i]
				if l.fold == without || l.outside || l.kind != "none" && !answers(l) {
					continue
				}
				p := 1 / (1 + math.Exp(-value(g, l)))
				if l.kind != "none" {
					p--
				}
				for j, v := range l.gate {
					slope[j] += l.counts * p * float64(v)
				}
			}
			for j := range g {
				g[j] -= rate * slope[j]
			}
		}
		return g
	}
	var lost, kept, asked, none int
	for f := range folds {
		g := learn(f)
		for i := range lessons {
			l := &lessons[i]
			switch {
			case l.fold != f || l.outside:
			case l.kind == "none":
				none++
				if value(g, l) > 0 {
					kept++
				}
			case answers(l):
				asked++
				if value(g, l) <= 0 {
					lost++
				}
			}
		}
	}
	t.Logf("gate, learned from others: %d of %d answers lost, %d of %d taken for answers that are none", lost, asked, kept, none)
	return learn(-1)
}

// params are the weights while they are learned. The score's own is kept apart, because only the
// others are written, divided by it.
type params struct {
	scale   float64
	weights [len(weigh.Signals{})]float64
}

// perUnit is how many points of the score are one unit of the softmax.
const perUnit = 20

func (l *lesson) scores(p params) []float64 {
	s := make([]float64, len(l.score))
	for i := range s {
		s[i] = p.scale * l.score[i] / perUnit
		for j, v := range l.signals[i] {
			s[i] += p.weights[j] * float64(v) / perUnit
		}
	}
	return s
}

func (l *lesson) rank(p params) int {
	s := l.scores(p)
	order := make([]int, len(s))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s[b], s[a]) })
	return 1 + slices.IndexFunc(order, func(i int) bool { return l.right[i] })
}

// fit learns from the lessons of which none is in the part without, by gradient descent.
func fit(lessons []lesson, without int) params {
	const steps, rate, cost = 600, 0.004, 10
	p := params{scale: 1}
	for range steps {
		slope := params{scale: cost * (p.scale - 1)}
		for j, w := range p.weights {
			slope.weights[j] = cost * w
		}
		for i := range lessons {
			if l := &lessons[i]; l.kind != "none" && l.fold != without && slices.Contains(l.right, true) {
				l.slope(p, &slope)
			}
		}
		p.scale -= rate * slope.scale
		for j := range p.weights {
			p.weights[j] -= rate * slope.weights[j]
		}
	}
	return p
}

// slope adds the gradient of the loss of one lesson.
func (l *lesson) slope(p params, sum *params) {
	s := l.scores(p)
	top := slices.Max(s)
	var all, right float64
	for i := range s {
		s[i] = math.Exp(s[i] - top)
		all += s[i]
		if l.right[i] {
			right += s[i]
		}
	}
	for i := range s {
		share := s[i] / all
		if l.right[i] {
			share -= s[i] / right
		}
		share *= l.counts / perUnit
		sum.scale += share * l.score[i]
		for j, v := range l.signals[i] {
			sum.weights[j] += share * float64(v)
		}
	}
}
