package markup

import (
	"strings"

	"golang.org/x/net/html"

	"motcua/client/notice"
)

// HTML reads a notice in HTML, as the portal's news come. It reads tags one after the other and
// builds no tree, so nothing nests deeper than a counter.
func HTML(doc string) notice.Body {
	doc, short := cut(doc)
	if !strings.ContainsAny(doc, "<&") {
		return plain(doc, short)
	}
	r := reader{z: html.NewTokenizer(strings.NewReader(doc))}
	for r.next() {
	}
	r.b.body.Cut = r.b.body.Cut || short
	return r.b.done()
}

// plain is a text without tags, a paragraph a line.
func plain(doc string, short bool) notice.Body {
	var b builder
	for l := range strings.Lines(doc) {
		b.begin(notice.Paragraph, 0, "")
		b.write(l)
	}
	b.body.Cut = b.body.Cut || short
	return b.done()
}

// silent are elements whose content is nothing to read.
var silent = map[string]bool{
	"script": true, "style": true, "head": true, "title": true, "template": true, "noscript": true, "iframe": true, "object": true, "svg": true,
	"math": true, "canvas": true, "audio": true, "video": true, "select": true, "textarea": true, "button": true, "xmp": true, "noembed": true, "noframes": true, "plaintext": true,
}

// inlines are elements inside a line.
var inlines = map[string]bool{
	"a": true, "b": true, "strong": true, "i": true, "em": true, "u": true, "s": true, "span": true, "font": true, "small": true, "big": true, "sup": true, "sub": true,
	"code": true, "mark": true, "abbr": true, "cite": true, "q": true, "time": true, "img": true, "wbr": true, "ins": true, "del": true, "label": true, "input": true,
}

// reader turns tags into parts.
type reader struct {
	z      *html.Tokenizer
	b      builder
	skip   string // the silent element that is open
	lists  []int  // of each open list its next number, 0 without numbers
	quotes int
	link   strings.Builder // the text of the open link
	href   string
}

func (r *reader) next() bool {
	switch r.z.Next() {
	case html.ErrorToken: // the end: reading a string has no other error
		r.unlink()
		return false
	case html.TextToken:
		if r.skip == "" {
			r.text(string(r.z.Text()))
		}
	case html.StartTagToken:
		r.open(false)
	case html.SelfClosingTagToken:
		r.open(true)
	case html.EndTagToken:
		name, _ := r.z.TagName()
		r.shut(string(name))
	case html.CommentToken, html.DoctypeToken:
	}
	return true
}

func (r *reader) text(s string) {
	r.b.write(s)
	if r.href != "" && r.link.Len() < docMost {
		r.link.WriteString(s)
	}
}

// tag is the name of a tag, and where it leads.
func (r *reader) tag() (name, href string) {
	raw, more := r.z.TagName()
	name = string(raw)
	for more {
		var key, val []byte
		key, val, more = r.z.TagAttr()
		if string(key) == "href" && href == "" {
			href = string(val)
		}
	}
	return name, href
}

func (r *reader) open(closed bool) {
	name, href := r.tag()
	if r.skip != "" {
		return
	}
	if silent[name] {
		if !closed {
			r.skip = name
		}
		return
	}
	switch name {
	case "a":
		r.unlink()
		r.href = href
	case "br":
		r.line()
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.b.begin(notice.Heading, 0, "")
	case "ul", "ol", "menu":
		r.b.end()
		next := 0
		if name == "ol" {
			next = 1
		}
		if len(r.lists) < 64 {
			r.lists = append(r.lists, next)
		}
	case "li":
		r.item()
	case "blockquote":
		r.b.end()
		r.quotes = min(r.quotes+1, 64)
		r.b.kind = notice.Quote
	case "tr":
		r.b.begin(notice.Row, 0, "")
	case "td", "th":
		if r.b.kind == notice.Row && r.b.text.Len() > 0 {
			r.b.write(" | ")
		}
	default:
		r.block(name)
	}
}

// line begins a new line: a part of its own, also in a table.
func (r *reader) line() {
	kind, level := r.b.kind, r.b.level
	if r.b.end(); kind == notice.Row {
		r.b.kind = kind
		return
	}
	r.b.begin(r.kind(), level, "")
}

// block begins a paragraph for every other element that is not inside a line. Inside a cell or
// right after the begin of an item it only parts words.
func (r *reader) block(name string) {
	switch {
	case inlines[name]:
	case r.b.kind == notice.Row, r.b.kind == notice.Item && strings.TrimSpace(r.b.text.String()) == "":
		r.b.write(" ")
	default:
		r.b.begin(r.kind(), len(r.lists), "")
	}
}

// kind is the kind of a paragraph here.
func (r *reader) kind() notice.Kind {
	if r.quotes > 0 {
		return notice.Quote
	}
	return notice.Paragraph
}

func (r *reader) item() {
	lead, level := "", 0
	if n := len(r.lists); n > 0 {
		level = n - 1
		if at := &r.lists[n-1]; *at > 0 {
			lead = number(*at)
			*at++
		}
	}
	r.b.begin(notice.Item, level, lead)
}

func (r *reader) shut(name string) {
	if r.skip != "" {
		if name == r.skip {
			r.skip = ""
		}
		return
	}
	switch name {
	case "a":
		r.unlink()
	case "ul", "ol", "menu":
		r.b.end()
		if n := len(r.lists); n > 0 {
			r.lists = r.lists[:n-1]
		}
	case "blockquote":
		r.b.end()
		r.quotes = max(r.quotes-1, 0)
	case "td", "th":
	case "tr":
		r.b.end()
	default:
		r.block(name)
	}
}

// unlink ends the open link.
func (r *reader) unlink() {
	if r.href != "" {
		r.b.link(r.link.String(), r.href)
	}
	r.href = ""
	r.link.Reset()
}
