package clean

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// FromHTML returns the text of what a portal may have sent as HTML: it decodes
// entities once, drops tags, and begins a new line at <br> and at the beginning and end
// of a block or a table row. Scripts, styles and comments go with their content.
//
// Portals send text and HTML in the same fields and do not say which. So only what can
// be nothing else counts as HTML: an entity with its semicolon, and a tag with the name
// of an element and nothing but attributes after it. "a < b", "<5 năm",
// "<tên của tổ chức>" and "AT&T" stay as they are.
//
// Some portals escape their HTML as a whole ("&lt;p&gt;"). Such tags go too, because
// no text for people speaks about tags. What was escaped twice stays escaped once.
func FromHTML(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	s = strings.NewReplacer("<![CDATA[", "", "]]>", "").Replace(s)
	return withoutTags(withoutTags(s, entity), nil)
}

var (
	entity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)
	// tag stops before the next '<', so that the search for tags takes linear time. Of
	// attributes without a value only those that occur in portal texts count.
	tag = regexp.MustCompile(`^</?([A-Za-z][A-Za-z0-9]*(?::[A-Za-z][A-Za-z0-9]*)?)` +
		`(?:\s+[A-Za-z_:@][-\w:.@]*\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)|\s+(?i:nowrap|noshade|border|compact|reversed|hidden|disabled|checked|download))*` +
		`\s*/?>`)
	// wordsOwn matches the marks of conditional parts that Microsoft Word leaves in
	// copied text, and the first lines of whole documents.
	wordsOwn = regexp.MustCompile(`^<(?:!\[(?:if|endif)\b|!(?i:doctype)\b|\?[A-Za-z])[^<>]*>`)
)

// withoutTags drops the tags of s and decodes the entities that match; a nil entity
// decodes none.
func withoutTags(s string, entity *regexp.Regexp) string {
	if entity == nil && strings.IndexByte(s, '<') < 0 {
		return s
	}
	z := html.NewTokenizer(strings.NewReader(asHTML(s, entity)))
	out := textOf{b: make([]byte, 0, len(s))}
	skip := "" // the element whose content is being dropped
	for {
		kind := z.Next()
		switch kind {
		case html.ErrorToken: // the end of the string: reading a string has no other error
			return string(out.b)
		case html.TextToken:
			if skip == "" {
				out.write(html.UnescapeString(string(z.Raw())))
			}
			continue
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
		default:
			continue
		}
		raw, _ := z.TagName()
		name := string(raw)
		holdsCode := name == "script" || name == "style"
		switch {
		case kind == html.StartTagToken && holdsCode:
			skip = name
			continue
		case kind == html.EndTagToken && name == skip:
			skip = ""
		case skip == "":
			out.part(elements[name])
		}
		z.NextIsNotRawText() // the tokenizer would not look for tags inside a title or an iframe
	}
}

// textOf collects the text of a document.
type textOf struct {
	b    []byte
	line bool // a block began or ended: the next text begins a new line
}

func (t *textOf) write(s string) {
	if t.line {
		if s = strings.TrimLeftFunc(s, unicode.IsSpace); s == "" {
			return
		}
		t.line = false
		if len(t.b) > 0 {
			t.b = append(t.b, '\n')
		}
	}
	t.b = append(t.b, s...)
}

// part writes the blank or line end that replaces a tag.
func (t *textOf) part(p parting) {
	switch {
	case p == block:
		t.b = bytes.TrimRightFunc(t.b, unicode.IsSpace)
		t.line = true
	case p == lineBreak:
		t.b, t.line = append(t.b, '\n'), false
	case p == cell && !t.line:
		t.b = append(t.b, ' ')
	}
}

// asHTML escapes what only looks like HTML in s, so that the parser reads it as the text
// that it is.
func asHTML(s string, entity *regexp.Regexp) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	comments := strings.LastIndex(s, "-->") // after the last end no comment can begin
	for i := range len(s) {
		switch rest := s[i:]; {
		case s[i] == '&' && (entity == nil || !entity.MatchString(rest[:min(len(rest), longestEntity)])):
			b.WriteString("&amp;")
		case s[i] == '<' && !isTag(upToNext(rest)) && !(i+4 <= comments && strings.HasPrefix(rest, "<!--")):
			b.WriteString("&lt;")
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

const longestEntity = 40 // bytes; the longest name has 31 letters

// upToNext returns the part of s that can be the tag at its beginning.
func upToNext(s string) string {
	if i := strings.IndexByte(s[1:], '<'); i >= 0 {
		return s[:i+1]
	}
	return s
}

func isTag(s string) bool {
	if strings.IndexByte(s, '>') < 0 {
		return false
	}
	if wordsOwn.MatchString(s) {
		return true
	}
	m := tag.FindStringSubmatch(s)
	if m == nil {
		return false
	}
	name := strings.ToLower(m[1])
	if prefix, _, ok := strings.Cut(name, ":"); ok {
		return prefix == "o" || prefix == "v" || prefix == "w" || prefix == "m" || prefix == "st1" // prefixes of Microsoft Word
	}
	_, ok := elements[name]
	return ok
}

// parting says how an element separates the text before it from the text after it.
type parting int

const (
	inline parting = iota
	lineBreak
	block // also a table row
	cell
)

// elements are the HTML elements that occur in portal texts.
var elements = func() map[string]parting {
	all := map[string]parting{}
	for names, p := range map[string]parting{
		"br": lineBreak,
		`a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q s samp script small
		span strike strong style sub sup time tt u var wbr col colgroup body html head meta link base title xml iframe object embed param
		noscript button input textarea select option svg path picture source audio video canvas map area ruby rt rp`: inline,
		`address article aside blockquote caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2
		h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul`: block,
		"td th": cell,
	} {
		for name := range strings.FieldsSeq(names) {
			all[name] = p
		}
	}
	return all
}()
