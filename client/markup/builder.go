// Package markup reads a notice's Markdown or HTML into the few kinds of parts that a terminal
// shows. Text of a tag is cleaned like every outside text (package clean); raw HTML in Markdown,
// scripts, styles, forms and pictures are dropped; an address stays only where a QR code may
// hold it. Nothing of the input is a reason to fail: what cannot be read is text, and what is
// too much is cut.
//
// Markdown is parsed by github.com/yuin/goldmark, without its renderer. It has no dependency of
// its own: a program with it alone has 1.2 MB more than an empty one, one with glamour, which
// would draw, 9.7 MB more (a highlighter for program code, an HTML sanitiser), and glamour draws
// in styles of its own instead of the themes. All about notices adds 1.2 MB to this program.
package markup

import (
	"strconv"
	"strings"

	"motcua/client/clean"
	"motcua/client/notice"
)

// Limits of one notice.
const (
	docMost   = 256 << 10 // bytes that are read
	partsMost = 400
	linksMost = 20
	textMost  = 40_000 // characters in all
	deepest   = 6      // levels of lists
	urlMost   = 300    // bytes; a longer one makes a code that no phone reads
)

// builder collects the parts of a notice.
type builder struct {
	body  notice.Body
	chars int

	kind  notice.Kind
	level int
	lead  string // the number of an item
	text  strings.Builder
}

// begin ends the part before and begins one.
func (b *builder) begin(kind notice.Kind, level int, lead string) {
	b.end()
	b.kind, b.level, b.lead = kind, min(max(level, 0), deepest), lead
}

// write adds text to the part; blanks around it are kept until the part ends.
func (b *builder) write(s string) {
	if b.text.Len() < docMost {
		b.text.WriteString(s)
	}
}

// end ends a part; one without text is dropped.
func (b *builder) end() {
	text := clean.Line(b.text.String())
	kind := b.kind
	b.text.Reset()
	b.kind = notice.Paragraph
	lead := b.lead
	b.lead = ""
	if kind == "" {
		kind = notice.Paragraph
	}
	if text == "" {
		return
	}
	if kind == notice.Row {
		text = strings.Trim(text, " |")
		if text == "" {
			return
		}
	}
	// Nothing is left out in the middle: a part that is too long is cut, and nothing follows it.
	runes, room := []rune(text), textMost-b.chars
	if len(b.body.Parts) >= partsMost {
		room = 0
	}
	if len(runes) > room {
		b.body.Cut = true
		runes = runes[:room]
	}
	b.chars += len(runes)
	if text = clean.Line(string(runes)); text == "" {
		return
	}
	b.body.Parts = append(b.body.Parts, notice.Part{Kind: kind, Level: b.level, Text: lead + text})
	b.level = 0
}

// link keeps an address once.
func (b *builder) link(text, address string) {
	address = Address(address)
	if address == "" {
		return
	}
	for _, l := range b.body.Links {
		if l.URL == address {
			return
		}
	}
	if len(b.body.Links) >= linksMost {
		b.body.Cut = true
		return
	}
	text = clean.Line(text)
	if text == "" {
		text = address
	}
	b.body.Links = append(b.body.Links, notice.Link{Text: text, URL: address})
}

func (b *builder) done() notice.Body {
	b.end()
	return b.body
}

// number is the number of an item.
func number(n int) string { return strconv.Itoa(n) + ". " }

// Address returns an address that may go into a QR code: of the web, printable, without name and
// password, and short enough for a phone; "" for another.
func Address(s string) string {
	s = strings.TrimSpace(s)
	lower := strings.ToLower(s)
	if !strings.HasPrefix(lower, "https://") && !strings.HasPrefix(lower, "http://") || len(s) > urlMost {
		return ""
	}
	_, rest, _ := strings.Cut(s, "://")
	host, _, _ := strings.Cut(rest, "/")
	if host == "" || strings.Contains(host, "@") || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return ""
	}
	return s
}

// cut returns what is read of a document, and whether that is less than all.
func cut(doc string) (string, bool) {
	if len(doc) <= docMost {
		return doc, false
	}
	return strings.ToValidUTF8(doc[:docMost], ""), true
}
