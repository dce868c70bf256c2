package line

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui/text"
)

// lineMost is how long a line of a list may be, in bytes, and a row of a table
// with line breaks in its cells. A code has some 25, the text of a receipt's QR
// some hundred, a row of a table of dossiers some thousand.
const lineMost = 16 << 10

var (
	errLineTooLong = errors.New("line too long")
	errBroken      = errors.New("the input broke off")
)

// inputLine is one line of a list.
type inputLine struct {
	number int
	text   string
	err    error // errLineTooLong, errSpreadsheet, errBroken
}

// readLines reads lines one by one, however long the input is and however it is
// cut, and gives each to next until next says stop. CR, LF and CR LF end a line. A
// line over lineMost is skipped in full and told as errLineTooLong, so that memory
// stays bounded. Empty lines and lines that begin with # say nothing.
func readLines(in io.Reader, next func(inputLine) bool) {
	r := bufio.NewReader(newUTF8Text(in))
	var line []byte
	tooLong, afterCR := false, false
	number := 1
	give := func() bool {
		text := strings.TrimPrefix(string(line), byteOrderMark) // lists that were joined have more than one
		text = strings.TrimSpace(text)
		l := inputLine{number: number, text: text}
		said := tooLong || text != "" && !strings.HasPrefix(text, "#")
		if tooLong {
			l.text, l.err = "", errLineTooLong
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
			case errors.Is(err, errSpreadsheet):
				next(inputLine{number: 1, err: err})
			default:
				next(inputLine{number: number - 1, err: errors.Join(errBroken, err)})
			}
			return
		}
		after := afterCR
		afterCR = c == '\r'
		switch {
		case c == '\n' && after: // of the line that CR has ended
		case c == '\n', c == '\r':
			if !give() {
				return
			}
		case len(line) < lineMost:
			line = append(line, c)
		default:
			tooLong = true
		}
	}
}

// queryOf makes a look-up of what was typed, pasted or scanned: a code as
// printed, or any text that holds one. A receipt's link may bring its secret.
func queryOf(s, proof string) (client.DossierQuery, error) {
	dossierCode, err := code.ReadDossier(s)
	if err != nil {
		return client.DossierQuery{}, err
	}
	return client.DossierQuery{Code: dossierCode, Proof: proof, Secret: code.FindReceiptSecret(s)}, nil
}

// entry is one code of a list, or why there is none.
type entry struct {
	line  int    // of the input; 0 for an argument
	typed string // as it stands there
	query client.DossierQuery
	err   error                    // what is wrong with the code, errNoCode, or as of inputLine
	stray bool                     // nothing there was meant as a code
	note  func(*text.Batch) string // instead of all this: a sentence about the list itself
}

// errNoCode: a row of a table has nothing where the others have their code.
var errNoCode = errors.New("no code in this row")

// entriesOf takes a text apart into the codes that it holds: at least one entry,
// and where no code is in it one that tells what is wrong.
func entriesOf(text string, line int) []entry {
	found := code.DossiersIn(text)
	if len(found) == 0 {
		q, err := queryOf(text, "")
		return []entry{{line: line, typed: text, query: q, err: err, stray: err != nil}}
	}
	list := make([]entry, 0, len(found))
	for _, f := range found {
		list = append(list, entry{line: line, typed: f.Typed, query: client.DossierQuery{Code: f.Code, Secret: f.Secret}, err: f.Err})
	}
	return list
}

// allStray tells whether nothing in a text was meant as a code.
func allStray(list []entry) bool { return len(list) == 1 && list[0].stray }
