package line

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/review"
	"motcua/tui/text"
	"motcua/tui/view"
)

const (
	// modeLineMost is how long a typed line may be, in bytes. A code has some
	// 25, the text of a receipt's QR some hundred.
	modeLineMost = 512
	// modeHits is how many procedures are listed: at 9,600 baud a line of a
	// hundred letters takes a tenth of a second, and a screen reader reads all.
	modeHits = 7
	// modeNameRunes is how much of a name tells procedures apart; some have three
	// hundred letters.
	modeNameRunes = 100
)

// Mode is the line mode: it asks, reads a line, answers in plain text, and asks
// again, until the input ends or the person leaves. It is for slow lines, screen
// readers and programs, so it writes no escape sequence, no sign that stands for
// a word, and nothing twice. A line that means nothing gets a sentence and never
// ends it.
//
// A line is a dossier code as printed, several of them, or a receipt's link
// (answered at once), a procedure's code, words to search for, the number of a
// listed procedure, or one of the few keys that "?" tells. Deps.Width and Style are
// not used. The exit code is 0, or 1 when the answers could not be written.
//
// A read that waits for a person does not see ctx end: whoever calls with a
// context that may end must close Deps.In as well.
func Mode(ctx context.Context, d Deps) int {
	d = d.complete()
	d.Width, d.Style = 0, plain{}
	m := &mode{run: &run{Deps: d, medium: view.Typed}, in: bufio.NewReaderSize(newUTF8Text(d.In), modeLineMost)}
	m.speak(d.Lang)
	if err := m.open(ctx); err != nil {
		return m.cannotOpen(err)
	}
	m.say(m.w.greeting...)
	for ask := m.w.first; ctx.Err() == nil && m.broken == nil; ask = m.w.next {
		m.say(ask)
		typed, err := m.read()
		if errors.Is(err, errLineTooLong) {
			m.say(fmt.Sprintf(m.w.tooLong, modeLineMost))
			continue
		}
		if errors.Is(err, errSpreadsheet) {
			m.say(m.t.Line.InputOffice)
		}
		if err != nil && typed == "" || !m.answer(ctx, typed) || err != nil {
			break
		}
	}
	if m.broken != nil {
		return ExitFailed
	}
	return ExitAnswered
}

// mode is one conversation.
type mode struct {
	*run
	in     *bufio.Reader
	w      *modeWords
	afterR bool // the last byte was CR: an LF behind it belongs to it

	asked client.DossierQuery // the dossier that a proof would be for
	hits  []client.Hit        // what a number chooses from

	shown client.Answer[client.Procedure] // on it "t" gives the whole text
}

// say writes lines as a screen reader reads them well: it would call a mark of a
// list "dash" and a dot between two things "middle dot".
func (m *mode) say(lines ...string) {
	plain := make([]string, len(lines))
	for i, l := range lines {
		text := strings.TrimLeft(l, " ")
		indent := l[:len(l)-len(text)]
		plain[i] = indent + strings.ReplaceAll(strings.TrimPrefix(text, "- "), " · ", ", ")
	}
	m.run.say(plain...)
}

// speak sets the language.
func (m *mode) speak(l text.Lang) { m.w, m.t = modeWordsOf(l), text.For(l) }

// read gives the next line without its end. Bytes beyond modeLineMost are read
// and dropped. A client in raw mode sends its corrections as keys.
func (m *mode) read() (string, error) {
	var b []byte
	tooLong := false
	for {
		c, err := m.in.ReadByte()
		if err != nil {
			return string(b), err
		}
		after := m.afterR
		m.afterR = c == '\r'
		switch {
		case c == '\n' && after:
		case c == '\n' || c == '\r':
			if tooLong {
				return "", errLineTooLong
			}
			return string(b), nil
		case c == '\b' || c == 0x7f:
			if _, n := utf8.DecodeLastRune(b); n > 0 {
				b = b[:len(b)-n]
			}
		case tooLong:
		case len(b) >= modeLineMost:
			tooLong, b = true, nil
		default:
			b = append(b, c)
		}
	}
}

// answer deals with one line; false is the wish to leave.
func (m *mode) answer(ctx context.Context, typed string) bool {
	typed = strings.TrimSpace(clean.Line(typed))
	word, rest, _ := strings.Cut(typed, " ")
	word, rest = clean.Fold(word), strings.TrimSpace(rest)
	if typed == "" {
		return true
	}
	if rest == "" {
		if known, stay := m.alone(ctx, word); known {
			return stay
		}
	}
	row, marks := markedRow(rest)
	switch {
	case word == "m":
		m.proof(ctx, rest)
	case word == "x" && marks && m.Marks != nil:
		m.mark(row)
	default:
		m.look(ctx, typed)
	}
	return true
}

// markedRow is the row that stands behind "x", 0 for the page itself. More words are
// no mark: "x quang" is searched.
func markedRow(rest string) (row int, ok bool) {
	if rest == "" {
		return 0, true
	}
	row, err := strconv.Atoi(rest)
	if row == 0 {
		row = -1 // rows are counted from 1
	}
	return row, err == nil
}

// alone does what a word by itself asks for, and tells whether it is such a word and
// whether the person stays.
func (m *mode) alone(ctx context.Context, word string) (known, stay bool) {
	switch word {
	case "?", "help", "h":
		m.help()
	case "q", "quit", "exit", "thoat":
		m.say(m.w.bye)
		return true, false
	case "vi", "en":
		m.speak(text.Lang(word))
		m.say(m.w.greeting[0])
	case "t":
		m.full(ctx)
	case "v":
		if m.NoWhy {
			return false, true
		}
		m.tellWhy(ctx)
	default:
		return false, true
	}
	return true, true
}

func (m *mode) help() {
	m.say(m.w.help...)
	if !m.NoWhy {
		m.say(m.w.whyHelp)
	}
	if m.Marks != nil {
		m.say(m.w.markHelp)
	}
}

// look finds out what a line is: a choice, a code, or words.
func (m *mode) look(ctx context.Context, typed string) {
	if word, rest, _ := strings.Cut(typed, " "); rest != "" {
		if v, ok := FindVerb(strings.ToLower(word)); ok && v.Typed {
			typed = strings.TrimSpace(rest)
		}
	}
	if n, err := strconv.Atoi(strings.TrimSuffix(typed, ".")); err == nil && len(typed) <= 3 {
		m.choose(ctx, n)
		return
	}
	list := entriesOf(typed, 0)
	if !allStray(list) {
		m.dossiers(ctx, list)
		return
	}
	if procedureCode, ok := code.FindProcedure(typed); ok {
		m.procedureOf(ctx, procedureCode.String())
		return
	}
	first, _, _ := strings.Cut(typed, " ")
	if strings.ContainsAny(first, "0123456789") {
		// Begun as a code: say what is wrong with it rather than search for it.
		m.say(view.Error(list[0].err, m.env()))
		return
	}
	m.words(ctx, typed)
}

// dossiers answers the codes of a line in their order. A proof that is typed next
// is for the last of them.
func (m *mode) dossiers(ctx context.Context, list []entry) {
	for _, e := range list {
		switch {
		case ctx.Err() != nil || m.broken != nil:
			return
		case e.err == nil:
			m.dossier(ctx, e.query)
		case len(list) == 1:
			m.say(view.Error(e.err, m.env()))
		default:
			m.say(e.code() + ": " + view.Error(e.err, m.env()))
		}
	}
}

func (m *mode) dossier(ctx context.Context, q client.DossierQuery) {
	q.Full = m.Full
	a, err := m.service.Track(ctx, q)
	if err != nil {
		m.say(m.dossierError(err, q.Proof != ""))
		return
	}
	m.asked, m.hits, m.shown = q, nil, noProcedure
	m.asked.Proof = ""
	for _, l := range m.page(view.Dossier(a, m.env())) {
		m.say(strings.TrimLeft(l, " "))
	}
}

// proof asks for the last dossier again, with what its applicant knows.
func (m *mode) proof(ctx context.Context, given string) {
	given = strings.ReplaceAll(given, " ", "")
	switch {
	case m.asked.Code.IsZero():
		m.say(m.w.proofFirst)
	case !looksLikeProof(given):
		m.say(m.w.proofForm)
	default:
		q := m.asked
		q.Proof = given
		m.dossier(ctx, q)
	}
}

func (m *mode) words(ctx context.Context, typed string) {
	q := client.Query{Words: short(typed, wordsMost), Limit: modeHits}
	a, err := m.find(ctx, q)
	hits := a.Value.Hits
	switch {
	case err != nil:
		m.say(view.SearchError(err, q, m.env()))
		return
	case len(hits) == 0:
		m.say(view.NoHits(q, m.env()))
		m.saySource(a)
		return
	}
	if a.Value.Near {
		m.say(view.NoHits(q, m.env()), m.t.Line.HitsNear)
	}
	hits = hits[:min(len(hits), modeHits)]
	m.hits, m.shown = hits, noProcedure
	for i, h := range hits {
		v := view.Hit(h, m.env())
		m.say(fmt.Sprintf("%d. %s", i+1, short(v.Name, modeNameRunes)))
	}
	if all := max(a.Value.Total, len(hits)); all > len(hits) {
		m.say(fmt.Sprintf(m.w.chooseSome, len(hits), m.t.Number(int64(all))))
	} else {
		m.say(fmt.Sprintf(m.w.choose, len(hits)))
	}
	m.saySource(a)
}

// saySource says whose catalogue it is and of which day, where that is not the
// portal's own of today.
func (m *mode) saySource(a client.Answer[client.SearchResult]) {
	if a.Stale || a.Value.Provisional {
		m.say(view.Source(a.Source, a.AsOf, a.Stale, m.env()))
	}
}

// choose opens the procedure with a number of the last list.
func (m *mode) choose(ctx context.Context, n int) {
	switch {
	case len(m.hits) == 0:
		m.say(m.w.chooseNone)
	case n < 1 || n > len(m.hits):
		m.say(fmt.Sprintf(m.w.choose, len(m.hits)))
	default:
		m.procedureOf(ctx, m.hits[n-1].Code)
	}
}

var noProcedure client.Answer[client.Procedure]

func (m *mode) procedureOf(ctx context.Context, code string) {
	if m.ask(ctx, code) {
		m.say(m.procedure(view.Procedure(m.shown, m.env()))...)
	}
}

// ask gets a procedure, or tells why there is none.
func (m *mode) ask(ctx context.Context, code string) bool {
	a, err := m.whole(ctx, code)
	if err != nil {
		m.say(view.ProcedureError(err, code, m.env()))
		return false
	}
	m.shown = a
	return true
}

// again readies the procedure shown last. It is asked for once more only where there
// was a heading alone.
func (m *mode) again(ctx context.Context, none string) bool {
	p := m.shown.Value
	if p.Code == "" {
		m.say(none)
		return false
	}
	return !p.Outline || m.ask(ctx, p.Code)
}

// tellWhy is how the page of the procedure shown last was read.
func (m *mode) tellWhy(ctx context.Context) {
	if m.again(ctx, m.w.whyFirst) {
		m.say(m.why(view.Why(m.shown, m.env()))...)
	}
}

// mark puts the procedure shown last, or a row of it, on the list of wrong pages
// or takes it off.
func (m *mode) mark(row int) {
	if m.shown.Value.Code == "" || row < 0 || row > 9999 {
		m.say(m.w.markFirst)
		return
	}
	t := &m.t.Review
	switch marked, err := m.Marks.Toggle(m.shown.Value.Code, row); {
	case errors.Is(err, review.ErrMarksFull):
		m.say(t.MarkFull)
	case err != nil:
		m.say(fmt.Sprintf(t.MarkFailed, clean.Line(err.Error())))
	case marked && row > 0:
		m.say(fmt.Sprintf(t.MarkedRow, row))
	case marked:
		m.say(t.MarkedPage)
	case row > 0:
		m.say(fmt.Sprintf(t.UnmarkedRow, row))
	default:
		m.say(t.UnmarkedPage)
	}
}

// full is the portal's whole text of the procedure shown last.
func (m *mode) full(ctx context.Context) {
	if m.again(ctx, m.w.fullFirst) {
		m.say(m.official(view.Procedure(m.shown, m.env()))...)
	}
}
