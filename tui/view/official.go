package view

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Portal texts come as people typed them into a form: "-", "+" and "*" as
// bullets, "a)" and "(i)" as numbers, and line breaks in the middle of a
// sentence. Lines turns them into indents and whole sentences. Only marks and
// white space go; every word stays, in its order.
var (
	bullet = regexp.MustCompile(`^(?:[-–—•·●▪◦○♦+*]\s*)+`)
	// A number is part of the text and stays: "a)", "1.", "(ii)", "Bước 2:".
	numbered = regexp.MustCompile(`^(?:\(?[0-9]{1,2}[.)](?:\D|$)|\(?[a-zđ][.)]|\(?[ivx]{1,4}\)|Bước\s+\d+)`)
)

// Lines returns an official text line by line; base is the indent of the outermost.
func Lines(s string, base int) []SectionLine {
	var out []SectionLine
	for raw := range strings.SplitSeq(s, "\n") {
		line := strings.Join(strings.Fields(raw), " ")
		mark := bullet.FindString(line)
		text := strings.TrimSpace(line[len(mark):])
		if text == "" {
			continue
		}
		if mark == "" && len(out) > 0 && continues(out[len(out)-1].Text, text) {
			out[len(out)-1].Text += " " + text
			continue
		}
		indent := base + indentOf(mark, text)
		if n := len(out); mark == "" && n > 0 && unfinished(out[n-1].Text) {
			indent = max(indent, out[n-1].Indent) // goes on, with a name perhaps
		}
		out = append(out, SectionLine{
			Text:   text,
			Indent: indent,
			Strong: strings.HasPrefix(mark, "*") && strings.HasSuffix(text, ":"),
		})
	}
	return out
}

// indentOf: "-" hangs under the text before it, "+" under that; "*" is how the
// portal marks a heading.
func indentOf(mark, text string) int {
	switch {
	case mark == "" && numbered.MatchString(text):
		return 1
	case mark == "", strings.HasPrefix(mark, "*"):
		return 0
	case strings.HasPrefix(mark, "+"), strings.HasPrefix(mark, "◦"), strings.HasPrefix(mark, "○"):
		return 2
	default:
		return 1
	}
}

// continues tells whether a line goes on with the sentence before it: a lower
// case letter after no full stop.
func continues(before, line string) bool {
	first, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(first) && !numbered.MatchString(line) && unfinished(before)
}

func unfinished(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	return !strings.ContainsRune(".:;!?", last)
}

// FirstLine is a heading without the marks of the source.
func FirstLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimSpace(s[len(bullet.FindString(s)):])
}

// ShortName drops the word that every name could begin with.
func ShortName(name string) string {
	for _, lead := range []string{"Thủ tục hành chính ", "Thủ tục ", "thủ tục "} {
		if rest, ok := strings.CutPrefix(name, lead); ok && rest != "" {
			return Capital(rest)
		}
	}
	return Capital(name)
}
