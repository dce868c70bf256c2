package codelist

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/text/command"
)

// Read reads a list: lines with one code or several, or a table as spreadsheets save it,
// with a header. It calls next with each entry until next returns false. It keeps only a
// few lines in memory.
func Read(in io.Reader, next func(Entry) bool) {
	var t table
	give := func(list []Entry) bool { return !slices.ContainsFunc(list, func(e Entry) bool { return !next(e) }) }
	goOn := true
	readRows(in, func(l inputLine) bool {
		if l.err != nil {
			goOn = give(append(t.end(), Entry{Line: l.number, Err: l.err}))
		} else {
			goOn = give(t.row(l))
		}
		return goOn
	})
	if goOn {
		give(t.end())
	}
}

// Stream runs Read in the background, because a blocking read must not prevent Ctrl-C from
// ending the program. The channel is closed at the end of the input.
func Stream(ctx context.Context, in io.Reader) <-chan Entry {
	ch := make(chan Entry)
	go func() {
		defer close(ch)
		Read(in, func(e Entry) bool {
			select {
			case ch <- e:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	return ch
}

// rowLines is the maximum number of lines of a row: a cell may contain an address or a
// note.
const rowLines = 40

// readRows joins the lines of a quoted cell. When a quote is never closed, it is part of
// the text and the lines stay separate.
func readRows(in io.Reader, next func(inputLine) bool) {
	var held []inputLine
	size, goOn := 0, true
	release := func() bool {
		for _, l := range held {
			goOn = goOn && next(l)
		}
		held, size = held[:0], 0
		return goOn
	}
	readLines(in, func(l inputLine) bool {
		if l.err != nil {
			return release() && next(l)
		}
		held, size = append(held, l), size+len(l.text)+1
		row := joined(held)
		switch open := quoteOpen(row); {
		case open && len(held) < rowLines && size < LineMost:
			return true
		case open:
			return release()
		}
		held[0].text = row
		held = held[:1]
		return release()
	})
	if goOn {
		release()
	}
}

func joined(lines []inputLine) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return strings.Join(texts, "\n")
}

// cellsApart are the characters that separate the cells of a table. Excel writes a
// semicolon for languages whose numbers have a decimal comma, such as Vietnamese.
const cellsApart = ";,\t|"

// quoteOpen reports whether a text ends within a quoted cell (RFC 4180): a quote opens a
// cell only at its beginning, and "" within a cell is a quote character.
func quoteOpen(s string) bool {
	open, begins := false, true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case open && c == '"' && i+1 < len(s) && s[i+1] == '"':
			i++
		case open:
			open = c != '"'
		case c == '"' && begins:
			open, begins = true, false
		default:
			begins = strings.IndexByte(cellsApart, c) >= 0 || c == ' ' && begins
		}
	}
	return open
}

// table finds out whether a list is a table with a header, and which column contains the
// codes. It decides by the cells in the row below the header, because headers have many
// different names. Without a header every code of a line is used.
type table struct {
	header *inputLine // may be the header: no code has come yet
	named  bool       // it names a column of codes
	plain  bool       // a code has come without a header
	apart  rune       // the separator of cells; 0: not a table
	column int
}

// row returns the entries of one row, none for a header.
func (t *table) row(l inputLine) []Entry {
	if t.apart != 0 {
		return t.cells(l)
	}
	list := Of(l.text, l.number)
	if t.plain {
		return list
	}
	if t.header != nil && (t.named || !AllStray(list)) {
		if note, ok := t.begin(l); ok {
			return append([]Entry{note}, t.cells(l)...)
		}
		if !AllStray(list) && t.named {
			t.header = nil // it has only one column
		}
	}
	before := t.end()
	switch {
	case AllStray(list) && excelSeparator(l.text):
		return before
	case AllStray(list) && headerLike(l.text):
		t.header, t.named = &l, namesCodes(l.text)
		return before
	}
	t.plain = !AllStray(list)
	return append(before, list...)
}

// end returns the line that was held back as a possible header and is none.
func (t *table) end() []Entry {
	if t.header == nil || t.apart != 0 {
		return nil
	}
	l := *t.header
	t.header = nil
	return Of(l.text, l.number)
}

// begin decides whether the header and the row below it form a table.
func (t *table) begin(l inputLine) (note Entry, ok bool) {
	apart := mostFrequent(t.header.text)
	if apart == 0 {
		return Entry{}, false
	}
	heads, row := cellsOf(t.header.text, apart), cellsOf(l.text, apart)
	if len(heads) < 2 || len(row) < 2 {
		return Entry{}, false
	}
	best := 0
	for i, cell := range row[:min(len(row), len(heads))] {
		score := 0
		for _, c := range code.DossiersIn(cell) {
			score = max(score, 1)
			if c.Err == nil {
				score = 2
			}
		}
		// A name alone decides only when the row has as many cells as the header.
		if namesCodes(heads[i]) && (score > 0 || len(row) == len(heads)) {
			score += 3
		}
		if score > best {
			best, t.column = score, i
		}
	}
	if best == 0 {
		return Entry{}, false
	}
	t.apart = apart
	number, name := t.column+1, AsTyped(heads[t.column])
	return Entry{Note: func(w *command.Batch) string { return fmt.Sprintf(w.Column, number, name) }}, true
}

// cells returns the entries of one row of the table. When the column has no code, a code in
// another cell is used.
func (t *table) cells(l inputLine) []Entry {
	row := cellsOf(l.text, t.apart)
	cell := ""
	if t.column < len(row) {
		cell = strings.TrimSpace(row[t.column])
	}
	list := Of(cell, l.number)
	if !AllStray(list) {
		if len(list) == 1 && list[0].Query.Secret == "" {
			list[0].Query.Secret = code.FindReceiptSecret(l.text)
		}
		return list
	}
	elsewhere := Of(l.text, l.number)
	switch {
	case l.text == t.header.text, strings.Trim(l.text, cellsApart+` "`) == "":
		return nil // joined tables repeat the header, and spreadsheets end with empty rows
	case !AllStray(elsewhere):
		return elsewhere
	case cell == "":
		return []Entry{{Line: l.number, Err: ErrNoCode}}
	}
	return list
}

// cellsOf splits a row into cells; of a malformed row it returns the part that could be
// read.
func cellsOf(row string, apart rune) []string {
	r := csv.NewReader(strings.NewReader(row))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.TrimLeadingSpace = apart, true, -1, apart != '\t'
	cells, err := r.Read()
	if err != nil {
		return strings.Split(row, string(apart))
	}
	return cells
}

// mostFrequent returns the separator that occurs most often in a header.
func mostFrequent(header string) (apart rune) {
	most := 0
	for _, c := range cellsApart {
		if n := strings.Count(header, string(c)); n > most {
			most, apart = n, c
		}
	}
	return apart
}

// headerLike reports whether a line without a code may be a header.
func headerLike(s string) bool {
	return strings.ContainsFunc(s, unicode.IsLetter) && (mostFrequent(s) != 0 || namesCodes(s))
}

// excelSeparator reports whether this is the line that tells Excel the separator.
func excelSeparator(s string) bool {
	s, ok := strings.CutPrefix(strings.ToLower(s), "sep=")
	return ok && utf8.RuneCountInString(s) <= 1
}

// codeNames are names of a column of codes, in lower case without diacritics.
var codeNames = []string{"ma ho so", "mahoso", "so ho so", "ma hs", "mahs", "bien nhan", "dossier", "code"}

func namesCodes(head string) bool {
	head = strings.Join(strings.FieldsFunc(clean.Fold(head), func(r rune) bool { return r == '_' || unicode.IsSpace(r) }), " ")
	return slices.ContainsFunc(codeNames, func(n string) bool { return strings.Contains(head, n) })
}
