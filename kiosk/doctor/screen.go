package doctor

import (
	"context"
	"errors"
	"io"
	"motcua/tui/text"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Screen contains the answers of a terminal.
type Screen struct {
	Asked      int      // number of letters and signs
	Wide       []string // those that do not take exactly one cell
	TrueColour bool     // it stores 24-bit colours; false also when it does not answer
	Mouse      bool     // it knows SGR mouse reports
}

// drawn are the signs that the screens draw, besides letters.
const drawn = "·–—“”•…›←↑→↓─━│┃┏┓┗┛╭╮╰╯▸▾▼▲○●✓✗█▀▁▂▃▄▅▆▇░⌫"

// vietnamese are the 134 letters that ASCII lacks.
var vietnamese = func() []string {
	var list []string
	for _, family := range text.Letters {
		for _, l := range family {
			list = append(list, string(l), strings.ToUpper(string(l)))
		}
	}
	return list
}()

// glyphs are all letters and signs to ask about.
func glyphs() []string {
	list := append([]string{}, vietnamese...)
	for _, r := range drawn {
		list = append(list, string(r))
	}
	return list
}

// answerTime is the time limit for all answers of a terminal.
const answerTime = 3 * time.Second

var (
	errSilent = errors.New("doctor: the terminal does not answer")

	position   = regexp.MustCompile(`\x1b\[(\d+);(\d+)R`)
	attributes = regexp.MustCompile(`\x1b\[\?[\d;]*c`)
	// DECRPM: 1 means set, 2 reset, 3 and 4 permanently so, 0 unknown mode.
	mouseMode = regexp.MustCompile(`\x1b\[\?1006;[1234]\$y`)
	// DECRQSS with the colours that were set; terminals differ in the separators.
	keptColour = regexp.MustCompile(`\x1bP1\$r[^\x1b]*48[:;]2[:;]{1,2}(?:\d*:)?1[:;]2[:;]3`)
)

// Probe queries a terminal in raw mode. On the alternate screen it writes each letter at
// the left edge and asks for the position of the cursor (CPR). DECRQM asks about the mouse,
// DECRQSS about a colour. Every terminal answers the last query (DA1). The error is that
// the terminal does not answer, or ctx's.
func Probe(ctx context.Context, tty io.ReadWriter) (Screen, error) {
	asked := glyphs()
	var q strings.Builder
	q.WriteString("\x1b[?1049h\x1b[H")
	for _, g := range asked {
		q.WriteString("\r" + g + "\x1b[6n")
	}
	q.WriteString("\x1b[48;2;1;2;3m\x1bP$qm\x1b\\\x1b[m\x1b[?1006$p\x1b[c")
	pieces, done := make(chan []byte), make(chan struct{})
	defer close(done)
	go func() { // ends with the answers, or with the process, because a read cannot be cancelled
		for {
			b := make([]byte, 1024)
			n, err := tty.Read(b)
			select {
			case pieces <- b[:n]:
			case <-done:
				return
			}
			if err != nil {
				return
			}
		}
	}()
	// In the background, because a terminal may answer before it has read all queries.
	wrote := make(chan error, 1)
	go func() {
		_, err := io.WriteString(tty, q.String())
		wrote <- err
	}()
	written := false
	defer func() {
		if written { // otherwise the writer is stuck, and this write would be too
			_, _ = io.WriteString(tty, "\x1b[m\x1b[?1049l")
		}
	}()
	patience := time.NewTimer(answerTime)
	defer patience.Stop()
	var said []byte
	for !written || !attributes.Match(said) {
		select {
		case p := <-pieces:
			said = append(said, p...)
		case err := <-wrote:
			if written = true; err != nil {
				return Screen{}, err
			}
		case <-patience.C:
			return Screen{}, errSilent
		case <-ctx.Done():
			return Screen{}, ctx.Err()
		}
	}
	return read(string(said), asked)
}

// read parses the answers.
func read(said string, asked []string) (Screen, error) {
	at := position.FindAllStringSubmatch(said, -1)
	if len(at) != len(asked) {
		return Screen{}, errSilent
	}
	s := Screen{Asked: len(asked), Mouse: mouseMode.MatchString(said), TrueColour: keptColour.MatchString(said)}
	for i, a := range at {
		if column, err := strconv.Atoi(a[2]); err != nil || column != 2 {
			s.Wide = append(s.Wide, asked[i])
		}
	}
	return s, nil
}
