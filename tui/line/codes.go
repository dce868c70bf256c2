package line

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"

	"motcua/client"
)

// lineMost is how long a line of standard input may be, in bytes. A code has
// some 25, the text of a receipt's QR some hundred.
const lineMost = 4096

var errLineTooLong = errors.New("line too long")

// inputLine is one line of standard input.
type inputLine struct {
	number int
	text   string
	err    error // errLineTooLong, or what ended the input
}

// readLines reads lines one by one, however long the input is and however it is
// cut, and gives each to next until next says stop. A line over lineMost is
// skipped in full and told as errLineTooLong, so that memory stays bounded.
// Empty lines and lines that begin with # say nothing.
func readLines(in io.Reader, next func(inputLine) bool) {
	r := bufio.NewReaderSize(in, lineMost)
	for n := 1; ; n++ {
		raw, err := r.ReadSlice('\n')
		text, tooLong := string(raw), false
		for errors.Is(err, bufio.ErrBufferFull) {
			tooLong = true
			_, err = r.ReadSlice('\n')
		}
		text = strings.TrimPrefix(text, "\ufeff") // a spreadsheet's mark
		switch text = strings.TrimSpace(text); {
		case tooLong:
			if !next(inputLine{number: n, err: errLineTooLong}) {
				return
			}
		case text != "" && !strings.HasPrefix(text, "#"):
			if !next(inputLine{number: n, text: text}) {
				return
			}
		}
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			next(inputLine{number: n, err: err})
			return
		}
	}
}

// linesOf is readLines in the background: a read that blocks must not hold up a
// person who presses Ctrl-C. The channel closes at the end of the input.
func linesOf(ctx context.Context, in io.Reader) <-chan inputLine {
	ch := make(chan inputLine)
	go func() {
		defer close(ch)
		readLines(in, func(l inputLine) bool {
			select {
			case ch <- l:
				return true
			case <-ctx.Done():
				return false
			}
		})
	}()
	return ch
}

// queryOf makes a look-up of what was typed, pasted or scanned: a code as
// printed, or any text that holds one. A receipt's link may bring its secret.
func queryOf(s, proof string) (client.DossierQuery, error) {
	code, err := client.ParseDossierCode(s)
	if err != nil {
		found, ok := client.FindDossierCode(s)
		if !ok {
			return client.DossierQuery{}, err
		}
		code = found
	}
	return client.DossierQuery{Code: code, Proof: proof, Secret: client.FindReceiptSecret(s)}, nil
}
