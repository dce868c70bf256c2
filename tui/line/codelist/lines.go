package codelist

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/text/command"
	"motcua/tui/wrap"
)

// LineMost is the maximum length in bytes of a line of a list, and of a table row with line
// breaks in its cells. A code has some 25, the text of a receipt's QR code some hundred, a
// row of a table of dossiers some thousand.
const LineMost = 16 << 10

// Errors of an input.
var (
	ErrLineTooLong = errors.New("line too long") // over LineMost
	ErrBroken      = errors.New("the input broke off")
)

// byteOrderMark begins a UTF-8 text that a Windows program saved.
const byteOrderMark = "\ufeff"

// inputLine is one line of a list.
type inputLine struct {
	number int
	text   string
	err    error // ErrLineTooLong, ErrSpreadsheet, ErrBroken
}

// readLines reads lines one by one, however long the input is and however it is split, and
// calls next with each until next returns false. CR, LF and CR LF end a line. A line longer
// than LineMost is skipped completely and reported as ErrLineTooLong, so that memory use
// stays bounded. Empty lines and lines that begin with # are skipped.
func readLines(in io.Reader, next func(inputLine) bool) {
	r := bufio.NewReader(UTF8(in))
	var line []byte
	tooLong, afterCR := false, false
	number := 1
	give := func() bool {
		text := strings.TrimPrefix(string(line), byteOrderMark) // joined lists contain more than one
		text = strings.TrimSpace(text)
		l := inputLine{number: number, text: text}
		said := tooLong || text != "" && !strings.HasPrefix(text, "#")
		if tooLong {
			l.text, l.err = "", ErrLineTooLong
		}
		line, tooLong = line[:0], false
		number++
		return !said || next(l)
	}
	for {
		c, err := r.ReadByte()
		if err != nil {
			more := give()
			switch {
			case !more, errors.Is(err, io.EOF):
			case errors.Is(err, ErrSpreadsheet):
				next(inputLine{number: 1, err: err})
			default:
				next(inputLine{number: number - 1, err: errors.Join(ErrBroken, err)})
			}
			return
		}
		after := afterCR
		afterCR = c == '\r'
		switch {
		case c == '\n' && after: // belongs to the CR before it
		case c == '\n', c == '\r':
			if !give() {
				return
			}
		case len(line) < LineMost:
			line = append(line, c)
		default:
			tooLong = true
		}
	}
}

// query returns the look-up for what was typed, pasted or scanned: a code as printed, or
// any text that contains one. A receipt's link may contain its secret.
func query(s, proof string) (client.DossierQuery, error) {
	dossierCode, err := code.ReadDossier(s)
	if err != nil {
		return client.DossierQuery{}, err
	}
	return client.DossierQuery{Code: dossierCode, Proof: proof, Secret: code.FindReceiptSecret(s)}, nil
}

// Entry is one code of a list, or the reason why there is none.
type Entry struct {
	Line  int    // of the input; 0 for an argument
	Typed string // as it is in the input
	Query client.DossierQuery
	Err   error                       // what is wrong with the code, ErrNoCode, ErrLineTooLong, ErrSpreadsheet or ErrBroken
	stray bool                        // nothing there was meant as a code
	Note  func(*command.Batch) string // if set, the entry is only a sentence about the list itself
}

// Code returns the code of an entry, or the input where there is none.
func (e *Entry) Code() string {
	if e.Err == nil {
		return e.Query.Code.String()
	}
	return AsTyped(e.Typed)
}

// typedMost is how much of an input without a code is repeated, in runes.
const typedMost = 40

// AsTyped returns the part of an input without a code that is repeated in a message.
func AsTyped(s string) string { return wrap.Short(clean.Line(s), typedMost) }

// ErrNoCode means that a row of a table has no code in the column of codes.
var ErrNoCode = errors.New("no code in this row")

// Of returns the codes in a text: at least one entry, and for a text without a code an
// entry with the error.
func Of(text string, line int) []Entry {
	found := code.DossiersIn(text)
	if len(found) == 0 {
		q, err := query(text, "")
		return []Entry{{Line: line, Typed: text, Query: q, Err: err, stray: err != nil}}
	}
	list := make([]Entry, 0, len(found))
	for _, f := range found {
		list = append(list, Entry{Line: line, Typed: f.Typed, Query: client.DossierQuery{Code: f.Code, Secret: f.Secret}, Err: f.Err})
	}
	return list
}

// AllStray reports whether nothing in a text was meant as a code.
func AllStray(list []Entry) bool { return len(list) == 1 && list[0].stray }
