package view

import (
	"fmt"
	"strings"
	"time"
)

// Text is a piece of language in spans. What a medium says in its own way, a date
// for the ear or a name on paper, it finds by the kind of its span and not by
// searching the words.
type Text []Span

// Span is a stretch of a text that is of one kind.
type Span struct {
	Kind SpanKind
	Text string
	At   time.Time // of SpanDate and SpanTime
}

// SpanKind is what a span holds.
type SpanKind int

// The kinds of spans.
const (
	SpanPlain SpanKind = iota
	SpanDate           // a day
	SpanTime           // a moment, or an hour
	SpanMoney          // an amount
	SpanCode           // a dossier's code as it is written
	SpanName           // of a person, masked but for staff
	SpanPlace          // where somebody goes, or who works on it
)

// String is the text as it is written on a screen.
func (t Text) String() string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}

// With is the text with each span said as say says it.
func (t Text) With(say func(Span) string) string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(say(s))
	}
	return b.String()
}

func plain(s string) Text               { return span(SpanPlain, s) }
func money(s string) Text               { return span(SpanMoney, s) }
func date(s string, at time.Time) Text  { return Text{{Kind: SpanDate, Text: s, At: at}} }
func clock(s string, at time.Time) Text { return Text{{Kind: SpanTime, Text: s, At: at}} }

// span is a text of one kind, nil when it is empty.
func span(k SpanKind, s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Kind: k, Text: s}}
}

// fillIn puts texts into the places of a format, each of which is a verb of two
// bytes such as %s, in order.
func fillIn(format string, with ...Text) Text {
	var out Text
	for _, w := range with {
		before, after, ok := strings.Cut(format, "%")
		if !ok || after == "" {
			panic(fmt.Sprintf("view: no place for %q in %q", w, format))
		}
		out = append(append(out, plain(before)...), w...)
		format = after[1:]
	}
	return append(out, plain(format)...)
}

// stop ends a text as a sentence, see stopped.
func (t Text) stop() Text {
	if len(t) == 0 {
		return nil
	}
	t = append(Text{}, t...)
	last := &t[len(t)-1]
	last.Text = strings.TrimRight(last.Text, " ;,")
	if last.Text == "" {
		return t[:len(t)-1].stop()
	}
	if s := t.String(); stopped(s) != s {
		t = append(t, plain(".")...)
	}
	return t
}
