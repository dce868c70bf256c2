package gazetteer

import (
	"slices"
	"strings"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/find"
	"motcua/client/place"
)

// The sources of the two tables.
const (
	sourceID   = "places"
	sourceName = "vietnamadminunits, vietnamese-provinces-database"
)

// book finds places by their names.
type book struct {
	table   *table
	entries []entry
	outers  outerNames
	names   nameIndex
	engine  func() *find.Engine // built at the first question for a place alone
}

var shippedBook = sync.OnceValue(func() *book { return newBook(shipped()) })

// Shipped returns the names that ship in the binary. Nothing is unpacked before the first
// question.
func Shipped() place.Gazetteer { return lazy{} }

// KnowsProvince tells whether one of today's provinces has an agency id, "H55". A
// configuration asks at each start, so the table is read past and not kept.
func KnowsProvince(agency string) bool { return slices.Contains(agencies(), agency) }

// Province is one of today's provinces, with its agency id, "H55".
type Province struct{ Agency, Name string }

// Provinces lists today's provinces. It unpacks the table.
func Provinces() []Province {
	var list []Province
	for _, p := range shipped().provinces {
		if p.agency != "" {
			list = append(list, Province{p.agency, p.name})
		}
	}
	return list
}

// Communes lists today's communes of a province by its agency id, in the order of their
// codes. It unpacks the table.
func Communes(agency string) []place.Commune {
	t := shipped()
	var list []int
	for i, c := range t.communes {
		if t.provinces[c.province].agency == agency {
			list = append(list, i)
		}
	}
	return t.communesAt(list)
}

// lazy unpacks the table when somebody asks.
type lazy struct{}

func (lazy) AsOf() time.Time                 { return shippedBook().AsOf() }
func (lazy) Source() (id, name string)       { return sourceID, sourceName }
func (lazy) Find(q place.Query) place.Result { return shippedBook().Find(q) }

func (lazy) Mentioned(question, near string) (place.Mention, bool) {
	if !mayName(wordsOf(cut(clean.SameLetters(question), maxQuestion))) {
		return place.Mention{}, false
	}
	return shippedBook().Mentioned(question, near)
}

func newBook(t *table) *book {
	entries := entriesOf(t)
	return &book{
		table: t, entries: entries, outers: outerNamesOf(t), names: namesOf(entries),
		engine: sync.OnceValue(func() *find.Engine { return newEngine(t, entries) }),
	}
}

// AsOf is the day for which the names hold.
func (g *book) AsOf() time.Time { return g.table.asOf }

// newEngine searches the entries by their names and by their addresses, "Phường Đức Xuân
// Bắc Kạn Bắc Kạn".
func newEngine(t *table, entries []entry) *find.Engine {
	docs := make([]find.Doc, len(entries))
	for i, e := range entries {
		docs[i].Name = e.name
	}
	address := func(i int) string {
		around := t.around(entries[i])
		if len(around) == 0 {
			return ""
		}
		whole := entries[i].name
		for _, name := range around {
			whole += " " + name
		}
		return whole
	}
	words, err := find.ParseWords(spoken, asking)
	if err != nil {
		panic("gazetteer: " + err.Error()) // the words are this file's
	}
	engine, err := find.New(docs, find.Options{Words: &words, Also: address})
	if err != nil {
		panic("gazetteer: " + err.Error())
	}
	return engine
}

// Find lists what a name may mean, the likeliest first. Words are a name, with or without
// its type, or an address: "phung chi kien", "xã Cường Lợi huyện Na Rì", "p1 q3 tphcm"; or
// a code of the statistics office.
func (g *book) Find(q place.Query) place.Result {
	words := separate(q.Words)
	if !says(words) {
		return place.Result{}
	}
	list := g.coded(words)
	if list == nil {
		list = g.named(words, q.Near)
	}
	out := place.Result{Total: len(list)}
	if q.Limit > 0 {
		list = list[:min(len(list), q.Limit)]
	}
	for _, c := range list {
		p := g.place(g.entries[c.entry])
		p.Matched = c.matched
		out.Places = append(out.Places, p)
	}
	return out
}

// coded finds communes by their code of five digits.
func (g *book) coded(words string) []candidate {
	code := strings.TrimSpace(words)
	if len(code) != 5 || strings.Trim(code, "0123456789") != "" {
		return nil
	}
	var list []candidate
	for i, e := range g.entries {
		if e.kind == place.OldCommune && g.table.formers[e.at].code == code ||
			e.kind == place.TodaysCommune && g.table.communes[e.at].code == code {
			list = append(list, candidate{entry: i})
		}
	}
	return list
}

// named finds places by the words of their names.
func (g *book) named(words, near string) []candidate {
	whole := g.wholly(wordsOf(words))
	r := g.engine().Search(client.Query{Words: words, Limit: most})
	if len(whole) == 0 && (r.Near || len(r.Hits) == 0 || r.Hits[0].Score < least) {
		m, ok := g.mention(words)
		if !ok {
			return nil
		}
		whole = m.entries
	}
	return g.rank(words, near, r.Hits, whole)
}

// most bounds how many matches are ranked. "Tân Lập" was the name of 43 communes,
// "Phường 1" of 60.
const most = 120
