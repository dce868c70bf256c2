package facts

import (
	"bytes"
	_ "embed"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// AsOf is the date of the catalogue: the newest record in it carries a portal
// id (UUIDv7, which holds its time) of that day.
var AsOf = time.Date(2026, time.June, 8, 0, 0, 0, 0, workday.Zone)

//go:embed catalogue.jsonl.gz
var packed []byte

var shipped = sync.OnceValue(func() *Catalogue {
	// The strings were sanitised when the file was packed; a test holds that.
	entries, err := readEntries(bytes.NewReader(packed), func(s string) string { return s })
	if err != nil {
		panic("facts: the embedded catalogue cannot be read: " + err.Error())
	}
	return newCatalogue(entries, AsOf)
})

// Shipped is the catalogue in the binary.
func Shipped() *Catalogue { return shipped() }

// Entries are all procedures of the binary's catalogue, sorted by code. The
// slice is shared and must not be changed.
func Entries() []Entry { return shipped().entries }

// Catalogue is a list of procedures held in memory; client/store searches it. It
// is safe for concurrent use.
type Catalogue struct {
	entries []Entry
	asOf    time.Time
	byCode  map[string]int
}

// newCatalogue makes a catalogue; asOf is the date of the facts.
func newCatalogue(entries []Entry, asOf time.Time) *Catalogue {
	c := &Catalogue{entries: entries, asOf: asOf, byCode: make(map[string]int, len(entries))}
	for i, e := range entries {
		c.byCode[e.Code] = i
	}
	return c
}

// Source names the catalogue for people and for JSON.
func (c *Catalogue) Source() client.SourceName {
	return client.SourceName{ID: "catalogue", Name: "Danh mục thủ tục kèm chương trình"}
}

// AsOf is the date of the facts.
func (c *Catalogue) AsOf() time.Time { return c.asOf }

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

// PageURL is the national portal's own page of a procedure, for a QR code.
func PageURL(uuid string) string {
	return "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/" + uuid
}
