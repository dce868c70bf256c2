package doctor

import (
	"context"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Screen is what a terminal said of itself.
type Screen struct {
	Asked      int      // letters and signs
	Wide       []string // of these, those that do not take one cell
	TrueColour bool     // it keeps a colour of 24 bits; false also when it does not say
	Mouse      bool     // it knows SGR mouse reports
}

// signs that the screens draw beside letters.
const drawn = "·–—“”•…›←↑→↓─━│┃┏┓┗┛╭╮╰╯▸▾▼▲○●✓✗█▀▄░⌫"

// vietnamese are the 134 letters that ASCII lacks.
var vietnamese = func() []string {
	var list []string
	for _, family := range []string{
		"àáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "èéẻẽẹ", "êềếểễệ", "ìíỉĩị", "òóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "ùúủũụ", "ưừứửữự", "ỳýỷỹỵ", "đ",
	} {
		for _, l := range family {
			list = append(list, string(l), strings.ToUpper(string(l)))
		}
	}
	return list
}()

// glyphs are all that is asked.
func glyphs() []string {
	list := append([]string{}, vietnamese...)
	for _, r := range drawn {
		list = append(list, string(r))
	}
	return list
}

// answerTime is how long a terminal may take for all answers.
const answerTime = 3 * time.Second

var (
	errSilent = errors.New("doctor: the terminal does not answer")

	position   = regexp.MustCompile(`\x1b\[(\d+);(\d+)R`)
	attributes = regexp.MustCompile(`\x1b\[\?[\d;]*c`)
	// DECRPM: 1 set, 2 not set, 3 and 4 for ever so; 0 is not known.
	mouseMode = regexp.MustCompile(`\x1b\[\?1006;[1234]\$y`)
	// DECRQSS of the colours that were set; terminals differ in the separators.
	keptColour = regexp.MustCompile(`\x1bP1\$r[^\x1b]*48[:;]2[:;]{1,2}(?:\d*:)?1[:;]2[:;]3`)
)

// Probe asks a terminal that is in raw mode. On another screen of it each letter
// is written at the left edge, and the terminal says where the cursor stands then
// (CPR); DECRQM tells of the mouse, DECRQSS of a colour. The last question (DA1)
// is one that every terminal answers. The error is that it does not, or ctx's.
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
	go func() { // ends with the answers, or with the process: a read cannot be called off
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
	// On the side: a terminal may answer before it has read all questions.
	wrote := make(chan error, 1)
	go func() {
		_, err := io.WriteString(tty, q.String())
		wrote <- err
	}()
	written := false
	defer func() {
		if written { // else it is stuck, and so would this be
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

// read takes the answers apart.
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
