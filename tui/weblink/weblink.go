// Package weblink makes addresses of web pages on a person's own terminal clickable (OSC 8, the
// escape sequence of hyperlinks that most terminals know; the others show the text alone).
//
// What is shown is the address itself, or a part of it that a line break cut off, so a link can
// never lead elsewhere than it says. Only our own code writes the sequence: every text from
// outside has lost its control characters where it was decoded. Only addresses of hosts that are
// known become links: those of the State and those of the configuration. A pipe and a lobby never
// get a link.
package weblink

import (
	"io"
	"net/url"
	"regexp"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// longest is more than any portal's address has; some terminals ignore a link beyond 2,083 bytes.
const longest = 2000

// Safe reports whether an address may become a link: of the web, with nothing but visible ASCII,
// and without a name in front of the host, which a reader takes for the host.
func Safe(address string) bool {
	if len(address) > longest || strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return false
	}
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil
}

// address is what looks like an address in a text.
var address = regexp.MustCompile(`https?://[^\s\x00-\x20\x7f"<>]+`)

// Mark makes links of the addresses in lines of text whose host is known. An address at the end of
// a line of that many columns may be cut off, and stays as it is; 0: no line is broken.
func Mark(text string, columns int, known func(host string) bool) string {
	if !strings.Contains(text, "://") {
		return text
	}
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		body := strings.TrimRight(line, "\r\n")
		full := columns > 0 && ansi.StringWidth(body) >= columns
		lines[i] = address.ReplaceAllStringFunc(body, func(found string) string {
			at := strings.TrimRight(found, ".,;:!?)]}'")
			u, err := url.Parse(at)
			cut := strings.HasSuffix(body, found) && (full || strings.HasSuffix(found, "-"))
			if err != nil || cut || !Safe(found) || !known(strings.ToLower(u.Hostname())) {
				return found
			}
			return ansi.SetHyperlink(at) + at + ansi.ResetHyperlink() + found[len(at):]
		}) + line[len(body):]
	}
	return strings.Join(lines, "")
}

// Writer marks what is written to a terminal of so many columns.
type Writer struct {
	To      io.Writer
	Columns func() int
	Known   func(host string) bool
}

func (w Writer) Write(b []byte) (int, error) {
	if _, err := io.WriteString(w.To, Mark(string(b), w.Columns(), w.Known)); err != nil {
		return 0, err
	}
	return len(b), nil
}

// State reports whether a host is one of the State's: names below gov.vn are for its bodies alone.
func State(host string) bool { return host == "gov.vn" || strings.HasSuffix(host, ".gov.vn") }
