package find

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"

	"motcua/client"
	"motcua/client/facts"
)

// Doc is one procedure as it is searched. Strings are sanitised and NFC; what
// is not known is empty.
type Doc struct {
	Code       string // "1.001193"
	Name       string // as published, often beginning with "Thủ tục"
	Field      string // lĩnh vực, several joined by ", "
	Agency     string // who published it
	AgencyCode string // its id when known: "H55", "G01"
	Levels     []client.Level
	Kind       client.ProcedureKind // "" when unknown
	Weight     int64                // uses counted by the portal, 0 when unknown
}

// Ranked is one match.
type Ranked struct {
	Code  string
	Score float64 // of this answer only: larger is better, no unit
	// Matched are the half-open ranges, in runes of Doc.Name, that the words
	// met, ascending and apart; empty when an everyday phrase was meant that
	// shares no word with the name. Only the first MarkedHits have them.
	Matched [][2]int
	// Near says that this is not what was asked for but the nearest to it.
	Near bool
}

// MarkedHits is how many hits carry their matched ranges when a query sets no
// limit.
const MarkedHits = 50

// Result is a ranked answer.
type Result struct {
	Hits  []Ranked
	Total int  // how many match; 0 when Near
	Near  bool // nothing matches, Hits are the nearest there is
}

// Options changes an engine. The zero value is ready to use.
type Options struct {
	// Words are everyday words to use instead of those of the program.
	Words *Words
}

// Engine ranks procedures. It never changes and is safe for concurrent use.
type Engine struct {
	docs  []Doc
	index *index
	prior []float32 // doc -> what speaks for it whatever the words
	codes codeBook
	pool  sync.Pool
}

// New builds an engine over docs, which must not be changed afterwards. An
// error means that the everyday words cannot be read.
func New(docs []Doc, opts Options) (*Engine, error) {
	words := opts.Words
	if words == nil {
		own, err := ParseWords(wordsText, carriersText)
		if err != nil {
			return nil, err
		}
		words = &own
	}
	e := &Engine{docs: docs, index: newIndex(docs, *words), prior: make([]float32, len(docs))}
	for i, d := range docs {
		e.prior[i] = prior(d)
		if e.index.everyday[i] {
			e.prior[i] += everyday
		}
	}
	e.codes = newCodeBook(docs)
	e.pool.New = func() any { return newScratch(e.index, len(docs)) }
	return e, nil
}

// What speaks for a procedure before a word is compared, in the units of a
// score, where all words of a question are worth 100. Ten times the use is one
// step; among equals a ward's procedure comes before a province's and that
// before a ministry's; what offices do among themselves comes after all else.
const (
	perTenUses   = 2.3
	wardFirst    = 3
	provinceNext = 2
	internalLast = -40
	ministryDesk = -1.5
	everyday     = 4 // people have words of their own for it
)

func prior(d Doc) float32 {
	p := perTenUses * math.Log10(1+float64(d.Weight))
	switch {
	case slices.Contains(d.Levels, client.LevelWard):
		p += wardFirst
	case slices.Contains(d.Levels, client.LevelProvince):
		p += provinceNext
	}
	if strings.Contains(d.Name, "thực hiện tại cấp trung ương)") {
		p += ministryDesk
	}
	if Internal(d) {
		p += internalLast
	}
	return float32(p)
}

// Internal tells whether a procedure runs between offices only. The portal says
// so by its type; the catalogue's numbers say so by the first digit, 5 and 6.
func Internal(d Doc) bool {
	return d.Kind.Internal() || strings.HasPrefix(d.Code, "5.") || strings.HasPrefix(d.Code, "6.")
}

// Search ranks the procedures that answer a query, best first, at most
// q.Limit of them, all when it is 0. Words may be a code or a part of one. A
// query without words lists what its filters leave, the most used first;
// without filters either it finds nothing. When nothing matches, a few of the
// nearest are given instead; to words that nobody knows nothing is near.
func (e *Engine) Search(q client.Query) Result {
	pass := e.filter(q)
	typed := strings.TrimSpace(q.Words)
	if typed == "" {
		if pass == nil {
			return Result{}
		}
		return e.finish(q, e.all(pass), nil)
	}
	if list := e.codes.find(typed, e.prior); len(list) > 0 {
		return e.finish(q, keep(list, pass), nil)
	}
	variants := e.index.question(strings.TrimLeft(q.Words, " \t"))
	s := e.pool.Get().(*scratch)
	defer e.pool.Put(s)
	return e.finish(q, e.rank(s, variants, pass), variants)
}

// match is a procedure in the making of an answer.
type match struct {
	doc     int32
	score   float32
	cover   float32 // how much of the question it answers, 0 to 1
	variant int16
}

// enough is how much of a question a match must answer to count as one; or it
// must be nearly as good as the best, which may be a phrase within much talk.
const (
	enough     = 0.5
	nearlyBest = 0.75
	answered   = 0.85 // a best match that answers less gets company
	atLeast    = 6
)

// nearest is how many are offered when nothing matches.
const nearest = 10

func (e *Engine) finish(q client.Query, list []match, variants []variant) Result {
	slices.SortFunc(list, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.doc, b.doc))
	})
	r := Result{}
	if len(list) > 0 && !slices.ContainsFunc(list, func(m match) bool { return m.cover >= enough }) {
		r.Near = true
		list = list[:min(len(list), nearest)]
	} else {
		least := float32(0)
		if len(list) > 0 {
			least = nearlyBest * list[0].score
		}
		// A question that nothing answers whole gets a few more to choose from.
		few := 0
		if len(list) > 0 && list[0].cover < answered {
			few = min(len(list), atLeast)
		}
		good := slices.DeleteFunc(slices.Clone(list[few:]), func(m match) bool { return m.cover < enough && m.score < least })
		list = append(list[:few], good...)
		r.Total = len(list)
	}
	marked := MarkedHits
	if q.Limit > 0 {
		marked = q.Limit
		list = list[:min(len(list), q.Limit)]
	}
	r.Hits = make([]Ranked, len(list))
	for i, m := range list {
		r.Hits[i] = Ranked{Code: e.docs[m.doc].Code, Score: float64(m.score), Near: r.Near}
		if i < marked && variants != nil {
			r.Hits[i].Matched = e.index.marks(e.docs[m.doc].Name, variants[m.variant], variants[0])
		}
	}
	return r
}

// filter is the test that a query's filters make; nil without filters.
func (e *Engine) filter(q client.Query) func(doc int32) bool {
	if q.Field == "" && q.AgencyCode == "" && q.Level == 0 {
		return nil
	}
	agency := ""
	if q.AgencyCode != "" {
		agency = facts.AgencyRoot(q.AgencyCode)
	}
	return func(doc int32) bool {
		d := &e.docs[doc]
		return (q.Field == "" || hasField(d.Field, q.Field)) &&
			(agency == "" || facts.AgencyRoot(d.AgencyCode) == agency) &&
			(q.Level == 0 || slices.Contains(d.Levels, q.Level))
	}
}

// hasField tells whether a field is among several joined by ", ". Names of
// fields hold commas themselves.
func hasField(fields, want string) bool {
	return fields == want || strings.Contains(", "+fields+", ", ", "+want+", ")
}

func (e *Engine) all(pass func(int32) bool) []match {
	var list []match
	for i := range e.docs {
		if pass(int32(i)) {
			list = append(list, match{doc: int32(i), score: e.prior[i], cover: 1})
		}
	}
	return list
}

func keep(list []match, pass func(int32) bool) []match {
	if pass == nil {
		return list
	}
	return slices.DeleteFunc(list, func(m match) bool { return !pass(m.doc) })
}
