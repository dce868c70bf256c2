// Package ranking reads the yearly indexes of provinces: those that ship in the binary, and a
// file that the operator keeps, whose rows add to them and replace those of the same year,
// index and unit. No portal publishes them as data.
//
// The file is a table as spreadsheets save it in UTF-8, separated by commas, semicolons or tabs,
// with the names of its columns in the first line:
//
//	year,index,unit_code,unit_name,score,max,rank,ranked,source
//	2017,PAR,H03,Bắc Kạn,73.92,100,49,63,báo cáo năm 2018
//
// The index is PAR or SIPAS. A row has a score, a rank or both. Without max it is 100;
// without ranked it is the number of provinces in that year. A column kind may mark a row as
// inferred. Each row is read by itself, so a mistake in one leaves the others.
package ranking

import (
	_ "embed"
	"sync"
	"time"

	"motcua/client/rank"
	"motcua/client/workday"
)

// shippedRows are the rows of Bắc Kạn, Thái Nguyên and the country that have a source. Each
// names its own.
//
//go:embed ranks.csv
var shippedRows []byte

// shippedDay is when the shipped rows were gathered.
var shippedDay = time.Date(2026, time.November, 1, 0, 0, 0, 0, workday.Zone)

var shipped = sync.OnceValue(func() *File {
	f := Parse(shippedRows, shippedDay)
	f.changed = shippedDay
	return f
})

// Shipped are the rows that ship in the binary.
func Shipped() rank.Book { return book{own: func() *File { return nil }} }

// With are the shipped rows with those of an operator's file, which is read at the first use.
func With(own func() *File) rank.Book { return book{own} }

type book struct{ own func() *File }

// Entries returns all rows; a row of the operator takes the place of a shipped one.
func (b book) Entries() ([]rank.Entry, bool) {
	own := b.own()
	if own == nil || len(own.entries) == 0 {
		return shipped().entries, false
	}
	said := map[key]bool{}
	for _, e := range own.entries {
		said[keyOf(e)] = true
	}
	all := own.entries[:len(own.entries):len(own.entries)]
	for _, e := range shipped().entries {
		if !said[keyOf(e)] {
			all = append(all, e)
		}
	}
	return all, true
}

// AsOf is the day of the operator's file, without one that of the shipped rows.
func (b book) AsOf() time.Time {
	if own := b.own(); own != nil && len(own.entries) > 0 {
		return own.changed
	}
	return shippedDay
}

// key is what no two rows share.
type key struct {
	year  int
	index rank.Index
	unit  string
}

func keyOf(e rank.Entry) key { return key{e.Year, e.Index, e.Unit} }
