package view

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Text is a text in spans. A medium finds what it says in its own way, such as a date for
// the voice or a name on paper, by the kind of a span and not by searching the words.
type Text []Span

// Span is a part of a text of one kind.
type Span struct {
	Kind SpanKind
	Text string
	At   time.Time // of SpanDate
}

// SpanKind is what a span holds.
type SpanKind int

// The kinds of spans.
const (
	SpanPlain SpanKind = iota
	SpanDate           // a day
	SpanTime           // a date with a time, or a time
	SpanCode           // a dossier's code as it is written
	SpanName           // of a person, masked except for staff
)

// String is the text as it is written on a screen.
func (t Text) String() string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}

// With returns the text with each span replaced by say.
func (t Text) With(say func(Span) string) string {
	var b strings.Builder
	for _, s := range t {
		b.WriteString(say(s))
	}
	return b.String()
}

// Plain returns a text without a kind of its own.
func Plain(s string) Text { return SpanOf(SpanPlain, s) }

// Clock returns a time, or a date with a time.
func Clock(s string) Text { return SpanOf(SpanTime, s) }

// Date returns a day as it is written, with the day itself.
func Date(s string, at time.Time) Text { return Text{{Kind: SpanDate, Text: s, At: at}} }

// Number returns a number in digits.
func Number(n int) Text { return Plain(strconv.Itoa(n)) }

// Plains returns plain texts.
func Plains(list []string) []Text {
	out := make([]Text, len(list))
	for i, s := range list {
		out[i] = Plain(s)
	}
	return out
}

// SpanOf is a text of one kind, nil when it is empty.
func SpanOf(k SpanKind, s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Kind: k, Text: s}}
}

// FillIn puts texts into the places of a format, each of which is a verb of two
// bytes such as %s, in order.
func FillIn(format string, with ...Text) Text {
	var out Text
	for _, w := range with {
		before, after, ok := strings.Cut(format, "%")
		if !ok || after == "" {
			panic(fmt.Sprintf("view: no place for %q in %q", w, format))
		}
		out = append(append(out, Plain(before)...), w...)
		format = after[1:]
	}
	return append(out, Plain(format)...)
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
		t = append(t, Plain(".")...)
	}
	return t
}
