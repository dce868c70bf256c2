package line

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
	"motcua/tui/text"
)

// entriesFrom reads a list: lines with one code or several, or a table as
// spreadsheets save it, with a header. Each entry is given to next until that says
// stop. No more than a few lines are held at any time.
func entriesFrom(in io.Reader, next func(entry) bool) {
	var t table
	give := func(list []entry) bool { return !slices.ContainsFunc(list, func(e entry) bool { return !next(e) }) }
	goOn := true
	readRows(in, func(l inputLine) bool {
		if l.err != nil {
			goOn = give(append(t.end(), entry{line: l.number, err: l.err}))
		} else {
			goOn = give(t.row(l))
		}
		return goOn
	})
	if goOn {
		give(t.end())
	}
}

// entriesIn is entriesFrom in the background: a read that blocks must not hold up
// a person who presses Ctrl-C. The channel closes at the end of the input.
func entriesIn(ctx context.Context, in io.Reader) <-chan entry {
	ch := make(chan entry)
	go func() {
		defer close(ch)
		entriesFrom(in, func(e entry) bool {
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

// rowLines is how many lines a row may have: an address or a note in a cell.
const rowLines = 40

// readRows joins the lines of a quoted cell. A quote that nothing closes is a stray
// one, and then the lines are what they are.
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
		case open && len(held) < rowLines && size < lineMost:
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

// cellsApart are the characters that set the cells of a table apart. Excel writes a
// semicolon where the language has a comma in its numbers, as Vietnamese does.
const cellsApart = ";,\t|"

// quoteOpen tells whether a text ends within a quoted cell (RFC 4180): a quote
// counts where a cell begins, and "" within a cell is a letter of it.
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

// table finds out whether a list is a table with a header, and which column holds
// the codes: by what stands in the row below the header, for headers are named in
// many ways. Without a header every code of a line counts.
type table struct {
	header *inputLine // what may be the header: no code has come yet
	named  bool       // it says that a column holds codes
	plain  bool       // a code has come without one
	apart  rune       // between the cells; 0: no table
	column int
}

// row gives the entries of one row, none for a header.
func (t *table) row(l inputLine) []entry {
	if t.apart != 0 {
		return t.cells(l)
	}
	list := entriesOf(l.text, l.number)
	if t.plain {
		return list
	}
	if t.header != nil && (t.named || !allStray(list)) {
		if note, ok := t.begin(l); ok {
			return append([]entry{note}, t.cells(l)...)
		}
		if !allStray(list) && t.named {
			t.header = nil // of the one column there is
		}
	}
	before := t.end()
	switch {
	case allStray(list) && excelSeparator(l.text):
		return before
	case allStray(list) && headerLike(l.text):
		t.header, t.named = &l, namesCodes(l.text)
		return before
	}
	t.plain = !allStray(list)
	return append(before, list...)
}

// end gives what was held back as a header and is none.
func (t *table) end() []entry {
	if t.header == nil || t.apart != 0 {
		return nil
	}
	l := *t.header
	t.header = nil
	return entriesOf(l.text, l.number)
}

// begin looks whether the header and the row below it make a table.
func (t *table) begin(l inputLine) (note entry, ok bool) {
	apart := mostFrequent(t.header.text)
	if apart == 0 {
		return entry{}, false
	}
	heads, row := cellsOf(t.header.text, apart), cellsOf(l.text, apart)
	if len(heads) < 2 || len(row) < 2 {
		return entry{}, false
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
		// A name alone decides only where the row has as many cells as the header.
		if namesCodes(heads[i]) && (score > 0 || len(row) == len(heads)) {
			score += 3
		}
		if score > best {
			best, t.column = score, i
		}
	}
	if best == 0 {
		return entry{}, false
	}
	t.apart = apart
	number, name := t.column+1, short(clean.Line(heads[t.column]), typedMost)
	return entry{note: func(w *text.Batch) string { return fmt.Sprintf(w.Column, number, name) }}, true
}

// cells gives the entries of one row of the table. Where the column has no code,
// one that stands elsewhere in the row counts.
func (t *table) cells(l inputLine) []entry {
	row := cellsOf(l.text, t.apart)
	cell := ""
	if t.column < len(row) {
		cell = strings.TrimSpace(row[t.column])
	}
	list := entriesOf(cell, l.number)
	if !allStray(list) {
		if len(list) == 1 && list[0].query.Secret == "" {
			list[0].query.Secret = code.FindReceiptSecret(l.text)
		}
		return list
	}
	elsewhere := entriesOf(l.text, l.number)
	switch {
	case l.text == t.header.text, strings.Trim(l.text, cellsApart+` "`) == "":
		return nil // tables that were joined have it again, and spreadsheets end with empty rows
	case !allStray(elsewhere):
		return elsewhere
	case cell == "":
		return []entry{{line: l.number, err: errNoCode}}
	}
	return list
}

// cellsOf takes a row apart; what is no proper row is taken as far as it goes.
func cellsOf(row string, apart rune) []string {
	r := csv.NewReader(strings.NewReader(row))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.TrimLeadingSpace = apart, true, -1, apart != '\t'
	cells, err := r.Read()
	if err != nil {
		return strings.Split(row, string(apart))
	}
	return cells
}

// mostFrequent is the character that sets the cells of a header apart.
func mostFrequent(header string) (apart rune) {
	most := 0
	for _, c := range cellsApart {
		if n := strings.Count(header, string(c)); n > most {
			most, apart = n, c
		}
	}
	return apart
}

// headerLike tells whether a line without a code may name the columns of what
// follows.
func headerLike(s string) bool {
	return strings.ContainsFunc(s, unicode.IsLetter) && (mostFrequent(s) != 0 || namesCodes(s))
}

// excelSeparator is the line with which Excel is told what sets cells apart.
func excelSeparator(s string) bool {
	s, ok := strings.CutPrefix(strings.ToLower(s), "sep=")
	return ok && utf8.RuneCountInString(s) <= 1
}

// codeNames are how a column of codes is named, folded.
var codeNames = []string{"ma ho so", "mahoso", "so ho so", "ma hs", "mahs", "bien nhan", "dossier", "code"}

func namesCodes(head string) bool {
	head = strings.Join(strings.FieldsFunc(clean.Fold(head), func(r rune) bool { return r == '_' || unicode.IsSpace(r) }), " ")
	return slices.ContainsFunc(codeNames, func(n string) bool { return strings.Contains(head, n) })
}
