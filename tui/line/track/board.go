package track

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"motcua/client"
	"motcua/client/clean"
	"motcua/tui/line/record"
	"motcua/tui/line/table"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
	"motcua/tui/wrap"
)

// board is the table that --watch draws again whenever something changed.
type board struct {
	*tracker
	codes []string
	rows  map[string]string // by code: the newest answer as a line of JSON
	notes []string          // what happened, the newest last
	drawn int               // lines on the screen
	last  string            // what they say
}

const (
	notesMost = 4 // lines below the table
	// boardRest are the rows of a terminal that the dossiers do not get: headings, an empty
	// line, the notes and the line with the cursor.
	boardRest = notesMost + 3
)

func newBoard(t *tracker, all []*watched) *board {
	b := &board{tracker: t, rows: map[string]string{}}
	for _, w := range all {
		code := w.q.Code.String()
		b.codes = append(b.codes, code)
		b.rows[code] = record.Encode(record.NotFound(w.q.Code))
	}
	return b
}

// take puts an answer into the table. News rings the bell.
func (b *board) take(a client.Answer[client.Dossier], e view.Env, news bool) {
	code := a.Value.Code.String()
	b.rows[code] = record.Encode(record.NewDossier(a, e))
	if !news {
		b.show()
		return
	}
	b.ring(a, e)
	b.note(fmt.Sprintf(b.Texts.Line.WatchChanged, b.clock(), code+"  "+dossiers.Row(a, e).Brief))
}

// note adds a line below the table.
func (b *board) note(sentence string) {
	b.notes = append(b.notes, wrap.Fold(sentence, "", b.Width)...)
	b.notes = b.notes[max(len(b.notes)-notesMost, 0):]
	b.show()
}

// show writes the table over the one that stands there.
func (b *board) show() {
	b.fit()
	var lines []string
	sheet := table.New(lists, table.Table, b.Printer(), func(l ...string) { lines = append(lines, l...) })
	sheet.Widen("code", b.codes)
	for _, code := range b.codes {
		sheet.Add(b.rows[code])
	}
	lines = append(append(lines, ""), b.notes...)
	for i, l := range lines {
		lines[i] = ansi.Truncate(l, b.Width, "")
	}
	lines = lines[max(len(lines)-b.Height+1, 0):] // the cursor reaches no line above the terminal
	whole := strings.Join(lines, "\n")
	if whole == b.last {
		return
	}
	b.last = whole
	if b.drawn > 0 {
		lines[0] = ansi.CursorUp(b.drawn) + ansi.EraseScreenBelow + lines[0]
	}
	b.drawn = len(lines)
	b.Say(lines...)
}

// fit takes the terminal's present size. After a change nobody knows where the table stands,
// because terminals break long lines anew, so the next one goes below it.
func (b *board) fit() {
	if b.Size == nil {
		return
	}
	columns, rows := b.Size()
	if columns > 0 && rows > 0 && (columns != b.Width || rows != b.Height) {
		b.Width, b.Height, b.drawn, b.last = columns, rows, 0, ""
	}
}

// ring tells of news where nobody looks: by the terminal's bell, and by a notification (OSC 9)
// in terminals that have them. The words are our own, and the code.
func (t *tracker) ring(a client.Answer[client.Dossier], e view.Env) {
	if t.Height == 0 || t.Broken != nil {
		return // no terminal, or one that shows control sequences as letters
	}
	words := clean.Line(a.Value.Code.String() + ": " + e.Texts.Dossier.States[a.Value.Status].Heading)
	_, t.Broken = fmt.Fprint(t.Out, "\a"+ansi.Notify(strings.ReplaceAll(words, ";", ",")))
}

// aside says something about the watch itself.
func (t *tracker) aside(lines ...string) {
	if t.board != nil {
		t.board.note(strings.Join(lines, " "))
		return
	}
	t.Tell(lines...)
}
