package line

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/line/codelist"
	"motcua/tui/line/exit"
	"motcua/tui/line/patience"
	"motcua/tui/line/plain"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/topic"
	"motcua/tui/view"
	"motcua/tui/view/dossiers"
	"motcua/tui/view/failure"
	"motcua/tui/view/places"
	"motcua/tui/view/procedures"
	"motcua/tui/view/why"
	"motcua/tui/wrap"
)

const (
	// modeLineMost is the maximum length of a typed line in bytes. A code has some 25, the
	// text of a receipt's QR code some hundred.
	modeLineMost = 512
	// modeNameRunes is how much of a name is shown, enough to tell procedures apart; some
	// names have three hundred letters.
	modeNameRunes = 100
)

// Mode is the line mode: it asks, reads a line, answers in plain text, and asks again,
// until the input ends or the person leaves. It is for slow lines, screen readers and
// programs, so it writes no escape sequences, no symbols instead of words, and nothing
// twice. A line that it does not understand is answered with a sentence and never ends it.
//
// A line is a dossier code as printed, several of them, or a receipt's link (all answered
// immediately), a procedure's code, words to search for, the number of a listed procedure,
// or one of the few keys that "?" lists. Deps.Width and Style are not used. The exit code
// is 0, or 1 when the answers could not be written.
//
// A read that waits for a person does not notice that ctx ended: a caller whose context may
// end must also close Deps.In.
func Mode(ctx context.Context, d verb.Deps) int {
	d = d.Complete()
	d.Width, d.Style = 0, plain.None{}
	m := &mode{Run: &verb.Run{Deps: d, Medium: view.Typed}, in: codelist.NewTyped(d.In, modeLineMost)}
	m.speak(d.Lang)
	if err := m.Connect(ctx); err != nil {
		return m.CannotOpen(err)
	}
	m.say(m.Texts.Mode.Greeting[:]...)
	for ask := m.Texts.Mode.First; ctx.Err() == nil && m.Broken == nil; ask = m.Texts.Mode.Next {
		m.say(ask)
		typed, err := m.in.Line()
		if errors.Is(err, codelist.ErrLineTooLong) {
			m.say(fmt.Sprintf(m.Texts.Mode.TooLong, modeLineMost))
			continue
		}
		if errors.Is(err, codelist.ErrSpreadsheet) {
			m.say(m.Texts.Line.InputOffice)
		}
		if err != nil && typed == "" || !m.answer(ctx, typed) || err != nil {
			break
		}
	}
	if m.Broken != nil {
		return exit.Failed
	}
	return exit.Answered
}

// mode is the state of one session of the line mode.
type mode struct {
	*verb.Run
	in *codelist.Typed

	asked client.DossierQuery // the last dossier, to which a proof would belong
	hits  []client.Hit        // the last list, from which a number chooses

	shown client.Answer[client.Procedure] // the procedure of which "t" shows the whole text
}

// say writes lines in a form that screen readers read well: they would read a list mark as
// "dash" and a dot between two items as "middle dot".
func (m *mode) say(lines ...string) {
	spoken := make([]string, len(lines))
	for i, l := range lines {
		text := strings.TrimLeft(l, " ")
		indent := l[:len(l)-len(text)]
		spoken[i] = indent + strings.ReplaceAll(strings.TrimPrefix(text, "- "), " · ", ", ")
	}
	m.Run.Say(spoken...)
}

// speak sets the language.
func (m *mode) speak(l text.Lang) { m.Texts = text.For(l) }

// answer handles one line; false means that the person leaves.
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
	section, err := strconv.Atoi(rest)
	switch {
	case word == "t" && err == nil:
		m.full(ctx, section)
	case word == "m":
		m.proof(ctx, rest)
	case word == "x" && marks && m.Marks != nil:
		m.mark(row)
	default:
		m.look(ctx, typed)
	}
	return true
}

// markedRow returns the row after "x", 0 for the page itself. With more words it is not a
// mark: "x quang" is a search.
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

// alone handles a line that is a single command word. known reports whether it is such a
// word, stay whether the session goes on.
func (m *mode) alone(ctx context.Context, word string) (known, stay bool) {
	switch word {
	case "?", "help", "h":
		m.help()
	case "q", "quit", "exit", "thoat":
		m.say(m.Texts.Mode.Bye)
		return true, false
	case "vi", "en":
		m.speak(text.Lang(word))
		m.say(m.Texts.Mode.Greeting[0])
	case "t":
		m.full(ctx, sectionList)
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
	m.say(m.Texts.Mode.Help[:]...)
	for _, v := range Verbs {
		if says := v.Words(m.Texts).Typed; says != "" {
			m.say(says)
		}
	}
	if !m.NoWhy {
		m.say(m.Texts.Mode.WhyHelp)
	}
	if m.Marks != nil {
		m.say(m.Texts.Mode.MarkHelp)
	}
}

// look finds out what a line is: a choice, a code, or words.
func (m *mode) look(ctx context.Context, typed string) {
	word, rest, _ := strings.Cut(typed, " ")
	v, ok := FindVerb(clean.Fold(word))
	if second, more, _ := strings.Cut(strings.TrimSpace(rest), " "); !ok && more != "" {
		if v, ok = FindVerb(clean.Fold(word + second)); ok {
			rest, ok = more, v.Apart != nil && v.Apart(strings.TrimSpace(more))
		}
	}
	if ok && v.Typed && (rest != "" || v.Bare) {
		typed = strings.TrimSpace(rest)
		if v.Answer != nil {
			m.reply(ctx, v.Answer(ctx, m.Run, typed), typed)
			return
		}
	}
	if n, err := strconv.Atoi(strings.TrimSuffix(typed, ".")); err == nil && len(typed) <= 3 {
		m.choose(ctx, n)
		return
	}
	list := codelist.Of(typed, 0)
	if !codelist.AllStray(list) {
		m.dossiers(ctx, list)
		return
	}
	if procedureCode, ok := code.FindProcedure(typed); ok {
		m.procedureOf(ctx, procedureCode.String())
		return
	}
	first, _, _ := strings.Cut(typed, " ")
	if strings.ContainsAny(first, "0123456789") {
		// It begins like a code, so say what is wrong with it instead of searching for it.
		m.say(failure.Dossier(list[0].Err, m.View()))
		return
	}
	m.words(ctx, typed)
}

// reply writes what a verb answers to words.
func (m *mode) reply(ctx context.Context, a verb.Reply, words string) {
	if a.Search {
		m.words(ctx, words)
		return
	}
	if a.Shown.Value.Code != "" {
		m.shown = a.Shown
	}
	m.say(a.Lines...)
}

// dossiers answers the codes of a line in their order. A proof that is typed next belongs
// to the last of them.
func (m *mode) dossiers(ctx context.Context, list []codelist.Entry) {
	for _, e := range list {
		switch {
		case ctx.Err() != nil || m.Broken != nil:
			return
		case e.Err == nil:
			m.dossier(ctx, e.Query)
		case len(list) == 1:
			m.say(failure.Dossier(e.Err, m.View()))
		default:
			m.say(e.Code() + ": " + failure.Dossier(e.Err, m.View()))
		}
	}
}

func (m *mode) dossier(ctx context.Context, q client.DossierQuery) {
	q.Full = m.Full
	a, err := m.Service.Track(ctx, q)
	if err != nil {
		m.say(m.DossierError(err, q.Proof != ""))
		return
	}
	m.asked, m.hits, m.shown = q, nil, noProcedure
	m.asked.Proof = ""
	for _, l := range m.Printer().Dossier(dossiers.Document(a, m.View())) {
		m.say(strings.TrimLeft(l, " "))
	}
}

// proof asks for the last dossier again, with a proof.
func (m *mode) proof(ctx context.Context, given string) {
	given = strings.ReplaceAll(given, " ", "")
	switch {
	case m.asked.Code.IsZero():
		m.say(m.Texts.Mode.ProofFirst)
	case !codelist.LooksLikeProof(given):
		m.say(m.Texts.Mode.ProofForm)
	default:
		q := m.asked
		q.Proof = given
		m.dossier(ctx, q)
	}
}

func (m *mode) words(ctx context.Context, typed string) {
	q := client.Query{Words: wrap.Short(typed, verb.WordsMost), Limit: verb.HitsTyped}
	a, err := patience.Search(ctx, m.Service, q)
	hits := a.Value.Hits
	if err == nil {
		m.say(places.Mentions(a.Value.Mention, m.View())...)
	}
	switch {
	case err != nil:
		m.say(failure.Search(err, q, m.View()))
		return
	case len(hits) == 0:
		m.say(failure.NoHits(q, a.Value.Outside, m.View()))
		m.saySource(a)
		return
	}
	if a.Value.Near {
		m.say(failure.NoHits(q, a.Value.Outside, m.View()), m.Texts.Screen.Nearest)
	}
	hits = hits[:min(len(hits), verb.HitsTyped)]
	m.hits, m.shown = hits, noProcedure
	for i, h := range hits {
		if head := procedures.WishHead(a.Value, i, m.View()); head != "" {
			m.say(head)
		}
		v := procedures.Hit(h, m.View())
		name := wrap.Short(v.Name, modeNameRunes)
		if h.Abolished {
			name = m.View().Dotted(name, topic.Units.In(m.Texts).Gone)
		}
		m.say(fmt.Sprintf("%d. %s", i+1, name))
		if v.Official != "" {
			m.say("   " + wrap.Short(v.Official, modeNameRunes))
		}
	}
	if all := max(a.Value.Total, len(hits)); all > len(hits) {
		m.say(fmt.Sprintf(m.Texts.Mode.ChooseSome, len(hits), m.Texts.Number(int64(all))))
	} else {
		m.say(fmt.Sprintf(m.Texts.Mode.Choose, len(hits)))
	}
	m.saySource(a)
}

// saySource says from which catalogue and day the result is, unless it comes from the
// portal itself today.
func (m *mode) saySource(a client.Answer[client.SearchResult]) {
	if a.Stale || a.Value.Provisional {
		m.say(view.Source(a.Source, a.AsOf, a.Stale, m.View()))
	}
}

// choose opens the procedure with a number of the last list.
func (m *mode) choose(ctx context.Context, n int) {
	switch {
	case len(m.hits) == 0:
		m.say(m.Texts.Mode.ChooseNone)
	case n < 1 || n > len(m.hits):
		m.say(fmt.Sprintf(m.Texts.Mode.Choose, len(m.hits)))
	default:
		m.procedureOf(ctx, m.hits[n-1].Code)
	}
}

var noProcedure client.Answer[client.Procedure]

func (m *mode) procedureOf(ctx context.Context, code string) {
	if m.ask(ctx, code) {
		m.say(m.Printer().Procedure(procedures.Document(m.shown, m.View()))...)
	}
}

// ask looks a procedure up, or says why there is none.
func (m *mode) ask(ctx context.Context, code string) bool {
	a, err := patience.Procedure(ctx, m.Service, code)
	if err != nil {
		m.say(failure.Procedure(err, code, m.View()))
		return false
	}
	m.shown = a
	return true
}

// again prepares the procedure shown last; it is only looked up again if incomplete.
func (m *mode) again(ctx context.Context, none string) bool {
	p := m.shown.Value
	if p.Code == "" {
		m.say(none)
		return false
	}
	return !p.Outline || m.ask(ctx, p.Code)
}

// tellWhy explains how the page of the procedure shown last was read.
func (m *mode) tellWhy(ctx context.Context) {
	if m.again(ctx, m.Texts.Mode.WhyFirst) {
		e := m.View()
		m.say(m.Printer().Why(why.Of(m.shown, e), e)...)
	}
}

// mark toggles the procedure shown last, or a row of it, in the list of wrong pages.
func (m *mode) mark(row int) {
	if m.shown.Value.Code == "" || row < 0 || row > 9999 {
		m.say(m.Texts.Mode.MarkFirst)
		return
	}
	marked, err := m.Marks.Toggle(m.shown.Value.Code, row)
	m.say(why.Marked(row, marked, err, m.View()))
}

// sectionList stands for no section of the whole text but their list.
const sectionList = -1

// full writes the portal's whole text of the procedure shown last: the list of its sections,
// because the text is long for somebody who hears it; one section by its number; or, with 0,
// all of it.
func (m *mode) full(ctx context.Context, number int) {
	if !m.again(ctx, m.Texts.Mode.FullFirst) {
		return
	}
	doc := procedures.Official(m.shown, m.View())
	sections := doc.Of(view.KindSection)
	switch {
	case number == 0 || len(sections) == 0:
		m.say(m.Printer().Official(doc)...)
	case number == sectionList:
		doc.Blocks = slices.DeleteFunc(slices.Clone(doc.Blocks), func(b view.Block) bool {
			return b.Kind == view.KindSection || b.Kind == view.KindSource
		})
		list := m.Printer().Official(doc)
		for i, s := range sections {
			list = append(list, fmt.Sprintf("%d. %s", i+1, s.Head))
		}
		m.say(append(list, m.Texts.Mode.FullList)...)
	case number < 0 || number > len(sections):
		m.say(fmt.Sprintf(m.Texts.Mode.FullSection, len(sections)))
	default:
		doc.Blocks = sections[number-1 : number]
		m.say(m.Printer().Official(doc)...)
	}
}
