package find

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"sync"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/english"
	"motcua/client/english/wish"
	"motcua/client/find/number"
	"motcua/client/find/weigh"
)

// Doc is one procedure as the engine searches it, or something else with a name.
// Strings are sanitised and NFC; unknown values are empty.
type Doc struct {
	Code       string // "1.001193"; "" for what is not found by a code
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
	Doc   int     // its place in the docs of the engine
	Score float64 // comparable within one answer only: larger is better, no unit
	// Matched lists the half-open ranges of Doc.Name, in runes, that the words matched,
	// ascending and disjoint. It is empty when an everyday phrase matched that shares no
	// word with the name. Only the first MarkedHits have it.
	Matched [][2]int
	// English lists the same for the doc's English name, see package english.
	English [][2]int
	// Near is true when this is not what was asked for but the nearest to it.
	Near bool
	Wish int // its place in the wishes of the result; 0 when there is one
}

// MarkedHits is how many hits at most have their matched ranges.
const MarkedHits = 50

// Result is a ranked answer.
type Result struct {
	Hits  []Ranked
	Total int  // number of matches; 0 when Near
	Near  bool // nothing matches; Hits are the nearest that there are
	// Outside is true when the words ask for what no office does, such as tickets or repairs.
	// The result is Near then.
	Outside bool
	// Wishes are the parts of a question that asks for two things, in its order: "làm khai sinh
	// rồi nhập hộ khẩu". Hits are the best for the first, then the best for the second. Nil: one.
	Wishes []string
}

// Options configures an engine. The zero value is ready to use.
type Options struct {
	// Words replaces the everyday words that ship with the program; nil keeps those.
	Words *Words
	// Also returns another name for a doc, "" for none; nil: none has one. It is asked while
	// the engine is built, and the names are not kept.
	Also func(doc int) string
	// English understands questions in English as well: docs are procedures, which have
	// English names.
	English bool
}

// Engine ranks procedures. It is immutable and safe for concurrent use.
type Engine struct {
	names []named
	docs  []Doc // nil when no filter selects any
	index *index
	prior []float32 // doc -> its score before any word is compared
	codes number.Index
	pool  sync.Pool

	ownWords bool               // in the place of the everyday words for procedures
	english  func() *wish.Index // built at the first question that may be English; nil: never
}

// New builds an engine over docs, which must not be changed afterwards. It returns an
// error when the everyday words cannot be read.
func New(docs []Doc, opts Options) (*Engine, error) {
	words := opts.Words
	if words == nil {
		own, err := readWords(wordFiles, carriersText)
		if err != nil {
			return nil, err
		}
		words = &own
	}
	codes := number.New(len(docs), func(doc int) string { return docs[doc].Code })
	e := &Engine{names: make([]named, len(docs)), codes: codes, index: newIndex(docs, opts.Also, codes, *words), prior: make([]float32, len(docs))}
	e.ownWords = opts.Words != nil
	for i, d := range docs {
		e.names[i] = named{d.Code, d.Name}
		if d.Field != "" || d.AgencyCode != "" || len(d.Levels) > 0 {
			e.docs = docs
		}
		e.prior[i] = prior(d)
		if e.index.bagOf[i] != 0 {
			e.prior[i] += everyday
		}
	}
	if opts.English {
		e.english = sync.OnceValue(func() *wish.Index { return englishNames(docs) })
	}
	n := len(docs) // the pool keeps what it refers to
	e.pool.New = func() any { return newScratch(e.index, n) }
	return e, nil
}

// named is what an answer repeats of a doc.
type named struct{ code, name string }

// The parts of a procedure's score before any word is compared, in the units of the
// score, where all words of a question are worth 100. Each factor of ten in use is one
// step; among equals a ward's procedure comes before a province's and that before a
// ministry's; procedures between offices come last.
const (
	perTenUses   = 2.3
	wardFirst    = 3
	provinceNext = 2
	internalLast = -60
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

// Internal reports whether a procedure runs between offices only. The portal says so by
// its type; the catalogue's numbers by a first digit of 5 or 6.
func Internal(d Doc) bool {
	return d.Kind.Internal() || strings.HasPrefix(d.Code, "5.") || strings.HasPrefix(d.Code, "6.")
}

// Search ranks the procedures that answer a query, best first, at most q.Limit of them,
// all when it is 0. Words may be a code or a part of one. A query without words lists
// what its filters select, the most used first; without filters it finds nothing. When
// nothing matches, a few of the nearest are returned instead; for words that are all
// unknown there are none.
func (e *Engine) Search(q client.Query) Result {
	pass := e.filter(q)
	typed := strings.TrimSpace(q.Words)
	if typed == "" {
		if pass == nil {
			return Result{}
		}
		return e.listed(q, e.all(pass))
	}
	var list []match
	for _, m := range e.codes.Find(cut(typed, maxRunes)) {
		list = append(list, match{doc: m.Doc, score: m.Score + e.prior[m.Doc], cover: 1})
	}
	if len(list) > 0 {
		return e.listed(q, keep(list, pass))
	}
	one := e.ask(strings.TrimLeft(q.Words, " \t"), pass)
	if two := e.wishes(q.Words, one, pass); two != nil {
		return e.both(q, two)
	}
	return e.result(q, one)
}

// answer is what is found for words, before it is cut to what is shown.
type answer struct {
	words    string
	list     []match // best first
	variants []variant
	english  *wish.Index // of a question in English
	outside  bool
	names    bool // the engine has words of its own: its docs are no procedures
}

// ask ranks the procedures that answer words, in English where the words are. An everyday phrase
// may be English too: "work permit".
func (e *Engine) ask(words string, pass func(int32) bool) answer {
	en, ok := e.inEnglish(words, pass)
	if !ok {
		return e.inVietnamese(words, pass)
	}
	if a := e.inVietnamese(words, pass); len(a.list) > 0 && e.is(a.list[0]) {
		return a
	}
	return en
}

func (e *Engine) inVietnamese(words string, pass func(int32) bool) answer {
	a := answer{words: words, names: e.ownWords}
	a.variants, a.outside = e.index.question(words)
	s := e.pool.Get().(*scratch)
	defer e.pool.Put(s)
	a.list = e.rank(s, a.variants, pass)
	byScore(a.list)
	if len(a.list) > 0 && e.is(a.list[0]) {
		a.outside = false // "chạy taxi" is a phrase for a procedure, whatever else taxis are
	}
	return a
}

// is reports whether a question is one of a procedure's titles and nothing else.
func (e *Engine) is(m match) bool {
	return m.cover > 0.95 && m.own > weigh.Asked
}

func byScore(list []match) {
	slices.SortFunc(list, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.doc, b.doc))
	})
}

// found reports whether the words are answered. When they are not, what there is is only near.
func (a *answer) found() bool {
	switch {
	case a.outside || len(a.list) == 0:
		return false
	case a.english != nil:
		return a.list[0].cover >= metEnglish(len(a.english.Words(a.words)))
	case a.variants == nil:
		return true // no words were compared
	case a.names:
		return slices.ContainsFunc(a.list, func(m match) bool { return m.cover >= metName })
	}
	return a.gate().Answers()
}

// metName is how much of a question a name of something else than a procedure answers at least:
// the gate was learned from questions about procedures. A word that is not finished counts less
// than a whole one.
const metName = 0.7

func (a *answer) gate() weigh.Gate {
	m := a.list[0]
	return weigh.NewGate(m.own, m.signals[0], m.cover, a.says())
}

// match is a procedure while its answer is being computed.
type match struct {
	doc     int32
	score   float32
	own     float32 // of its best title alone, without its use
	cover   float32 // how much of the question it answers, 0 to 1
	variant int16
	signals weigh.Signals // what else speaks for it, which is part of score
}

// enough is how much of a question a match must answer. A match that answers less counts
// when it is nearly as good as the best one, which may be one phrase in a long sentence.
const (
	enough     = 0.5
	nearlyBest = 0.75
	answered   = 0.85 // when the best match answers less, a few more are offered
	atLeast    = 6
)

// nearest is how many are offered when nothing matches.
const nearest = 10

// listed returns what no words were compared for.
func (e *Engine) listed(q client.Query, list []match) Result {
	byScore(list)
	return e.result(q, answer{list: list})
}

func (e *Engine) result(q client.Query, a answer) Result {
	r := Result{Outside: a.outside, Near: len(a.list) > 0 && !a.found()}
	list := a.list
	if r.Near {
		list = list[:min(len(list), nearest)]
	} else {
		list = good(list)
		r.Total = len(list)
	}
	if q.Limit > 0 {
		list = list[:min(len(list), q.Limit)]
	}
	r.Hits = e.hits(list, a, r.Near)
	return r
}

// good leaves out what answers too little of the words.
func good(list []match) []match {
	if len(list) == 0 {
		return nil
	}
	least := nearlyBest * list[0].score
	// When no match answers the whole question, offer a few more to choose from.
	few := 0
	if list[0].cover < answered {
		few = min(len(list), atLeast)
	}
	rest := slices.DeleteFunc(slices.Clone(list[few:]), func(m match) bool { return m.cover < enough && m.score < least })
	return append(list[:few:few], rest...)
}

func (e *Engine) hits(list []match, a answer, near bool) []Ranked {
	var marksEnglish func(name string) [][2]int
	if a.english != nil {
		marksEnglish = a.english.Marker(a.words)
	}
	hits := make([]Ranked, len(list))
	for i, m := range list {
		h := Ranked{Code: e.names[m.doc].code, Doc: int(m.doc), Score: float64(m.score), Near: near}
		switch {
		case i >= MarkedHits:
		case marksEnglish != nil:
			d := e.named(h.Doc)
			h.English = marksEnglish(english.Name(d.Code, d.Name, d.Field))
		case a.variants != nil:
			h.Matched = e.index.marks(e.names[m.doc].name, a.variants[m.variant], a.variants[0])
		}
		hits[i] = h
	}
	return hits
}

// filter returns the test for a query's filters; nil without filters.
func (e *Engine) filter(q client.Query) func(doc int32) bool {
	if q.Field == "" && q.AgencyCode == "" && q.Level == 0 {
		return nil
	}
	agency := ""
	if q.AgencyCode != "" {
		agency = code.AgencyRoot(q.AgencyCode)
	}
	if e.docs == nil {
		return func(int32) bool { return false }
	}
	return func(doc int32) bool {
		d := &e.docs[doc]
		return (q.Field == "" || hasField(d.Field, q.Field)) &&
			(agency == "" || code.AgencyRoot(d.AgencyCode) == agency) &&
			(q.Level == 0 || slices.Contains(d.Levels, q.Level))
	}
}

// hasField reports whether a field is among several joined by ", ". Names of fields may
// contain commas themselves.
func hasField(fields, want string) bool {
	return fields == want || strings.Contains(", "+fields+", ", ", "+want+", ")
}

func (e *Engine) all(pass func(int32) bool) []match {
	var list []match
	for i := range e.names {
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
