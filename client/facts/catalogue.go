package facts

import (
	"bytes"
	"context"
	_ "embed"
	"slices"
	"strings"
	"sync"
	"time"

	"motcua/client"
)

// AsOf is the date of the catalogue: the newest record in it carries a portal
// id (UUIDv7, which holds its time) of that day.
var AsOf = time.Date(2026, time.June, 8, 0, 0, 0, 0, client.Zone)

//go:embed catalogue.jsonl.gz
var packed []byte

var shipped = sync.OnceValue(func() *Catalogue {
	// The strings were sanitised when the file was packed; a test holds that.
	entries, err := readEntries(bytes.NewReader(packed), func(s string) string { return s })
	if err != nil {
		panic("facts: the embedded catalogue cannot be read: " + err.Error())
	}
	return NewCatalogue(entries, AsOf)
})

// Shipped is the catalogue in the binary.
func Shipped() *Catalogue { return shipped() }

// Entries are all procedures of the binary's catalogue, sorted by code. The
// slice is shared and must not be changed.
func Entries() []Entry { return shipped().entries }

// Popular are the n procedures that people bring most often to the counter of a
// ward or a province, of the binary's catalogue.
func Popular(n int) []client.Hit { return shipped().Popular(n) }

// Catalogue is a list of procedures held in memory. It implements
// client.ProcedureSource and is safe for concurrent use.
type Catalogue struct {
	entries []Entry
	asOf    time.Time
	byCode  map[string]int
	index   func() []folded // on first search
	popular func() []client.Hit
}

// NewCatalogue makes a catalogue; asOf is the date of the facts.
func NewCatalogue(entries []Entry, asOf time.Time) *Catalogue {
	c := &Catalogue{entries: entries, asOf: asOf, byCode: make(map[string]int, len(entries))}
	for i, e := range entries {
		c.byCode[e.Code] = i
	}
	c.index = sync.OnceValue(func() []folded { return fold(entries) })
	c.popular = sync.OnceValue(func() []client.Hit { return popular(entries) })
	return c
}

// Source names the catalogue for people and for JSON.
func (c *Catalogue) Source() client.SourceName {
	return client.SourceName{ID: "catalogue", Name: "Danh mục thủ tục kèm chương trình"}
}

// AsOf is the date of the facts.
func (c *Catalogue) AsOf() time.Time { return c.asOf }

// Len is how many procedures it holds.
func (c *Catalogue) Len() int { return len(c.entries) }

// Entries are all procedures of the catalogue. The slice is shared and must not
// be changed.
func (c *Catalogue) Entries() []Entry { return c.entries }

// Entry finds one by its code ("1.001193").
func (c *Catalogue) Entry(code string) (Entry, bool) {
	i, ok := c.byCode[code]
	if !ok {
		return Entry{}, false
	}
	return c.entries[i], true
}

// Procedure gives what the catalogue knows of one procedure: its name, field,
// levels, agencies and decision, no papers, fees or steps. A code of one case
// ("1.004194.01") or of a place ("1.001612.000.00.00.H48") finds the procedure
// it belongs to. An unknown code is client.ErrNotFound.
func (c *Catalogue) Procedure(ctx context.Context, code string) (client.Procedure, error) {
	if err := ctx.Err(); err != nil {
		return client.Procedure{}, err
	}
	e, ok := c.Entry(code)
	if !ok && len(code) > codeLen && code[codeLen] == '.' {
		e, ok = c.Entry(code[:codeLen])
	}
	if !ok {
		return client.Procedure{}, client.ErrNotFound
	}
	p := client.Procedure{
		ID: e.UUID, Code: e.Code, Name: e.Name, Field: e.Field, Levels: e.Levels,
		Publisher: e.Agency,
		Decision:  client.Decision{Number: e.Decision, Agency: e.Agency},
		Outline:   true,
	}
	if e.Executing != "" {
		p.Executing = []string{e.Executing}
	}
	if e.UUID != "" {
		p.URL = PageURL(e.UUID)
	}
	return p, nil
}

// codeLen is the length of a procedure's code, a digit, a dot and six digits.
const codeLen = len("1.004194")

// PageURL is the national portal's own page of a procedure, for a QR code.
func PageURL(uuid string) string {
	return "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/" + uuid
}

// FieldCount is a field and how many procedures it has.
type FieldCount struct {
	Name  string
	Count int
}

// Fields are all fields, the largest first.
func (c *Catalogue) Fields() []FieldCount {
	counts := map[string]int{}
	for _, e := range c.entries {
		if e.Field != "" {
			counts[e.Field]++
		}
	}
	fields := make([]FieldCount, 0, len(counts))
	for name, n := range counts {
		fields = append(fields, FieldCount{name, n})
	}
	slices.SortFunc(fields, func(a, b FieldCount) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Name, b.Name)
	})
	return fields
}

// Popular are the n procedures used most at the counter of a ward or a
// province. What the catalogue gives no such level (an electricity contract, a
// ministry's own desk) is not what a one-stop desk takes in, however often it
// is used online.
func (c *Catalogue) Popular(n int) []client.Hit {
	all := c.popular()
	return slices.Clone(all[:max(0, min(n, len(all)))])
}

func popular(entries []Entry) []client.Hit {
	var hits []client.Hit
	for _, e := range entries {
		if e.Weight > 0 && (slices.Contains(e.Levels, client.LevelWard) || slices.Contains(e.Levels, client.LevelProvince)) {
			hits = append(hits, e.Hit())
		}
	}
	slices.SortStableFunc(hits, func(a, b client.Hit) int {
		switch {
		case a.Weight > b.Weight:
			return -1
		case a.Weight < b.Weight:
			return 1
		}
		return strings.Compare(a.Code, b.Code)
	})
	return hits
}
