package facts

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// AsOf is the date of the catalogue: that of its newest record, read from the record's
// portal id (a UUIDv7, which contains its time).
var AsOf = time.Date(2026, time.June, 8, 0, 0, 0, 0, workday.Zone)

//go:embed catalogue.jsonl.gz
var packed []byte

var shipped = sync.OnceValue(func() *Catalogue {
	// The strings were sanitised when the file was packed; a test checks it.
	entries, err := readEntries(bytes.NewReader(packed), func(s string) string { return s })
	if err != nil {
		panic("facts: the embedded catalogue cannot be read: " + err.Error())
	}
	return newCatalogue(entries, AsOf)
})

// Shipped is the catalogue in the binary.
func Shipped() *Catalogue { return shipped() }

// Entries returns all procedures of the shipped catalogue, sorted by code. The slice is
// shared and must not be changed.
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

// Source returns the name of the catalogue, for people and for JSON.
func (c *Catalogue) Source() client.SourceName {
	return client.SourceName{ID: "catalogue", Name: "Danh mục thủ tục kèm chương trình"}
}

// AsOf is the date of the facts.
func (c *Catalogue) AsOf() time.Time { return c.asOf }

// Entries returns all procedures of the catalogue. The slice is shared and must not be
// changed.
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

// CodeOfPage returns the procedure whose page on the national portal has this id; a QR
// code on a poster may contain it. ok is false when several procedures share the page.
func CodeOfPage(uuid string) (code string, ok bool) {
	codes := codesOfPages()[strings.ToLower(uuid)]
	if len(codes) != 1 {
		return "", false
	}
	return codes[0], true
}

// codesOfPages is built when the first such code is scanned.
var codesOfPages = sync.OnceValue(func() map[string][]string {
	pages := map[string][]string{}
	for _, e := range Shipped().Entries() {
		if e.UUID != "" {
			id := strings.ToLower(e.UUID)
			pages[id] = append(pages[id], e.Code)
		}
	}
	return pages
})
