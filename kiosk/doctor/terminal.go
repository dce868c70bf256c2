package doctor

import (
	"context"
	"os"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"motcua/client/clean"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// The smallest terminal that the interface supports.
const (
	minWidth  = 60
	minHeight = 18
)

// TerminalOf describes the terminal that a file is, or says that it is none. environ is the
// environment of the person who uses it.
func TerminalOf(f *os.File, environ []string) Terminal {
	var t Terminal
	if t.IsTerminal = f != nil && term.IsTerminal(f.Fd()); !t.IsTerminal {
		return t
	}
	t.Width, t.Height, _ = term.GetSize(f.Fd())
	getenv := func(name string) string {
		for _, v := range environ {
			if value, ok := strings.CutPrefix(v, name+"="); ok {
				return value
			}
		}
		return ""
	}
	t.Term = clean.Line(getenv("TERM"))
	t.Profile = colorprofile.Detect(f, environ)
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} { // the first that is set is used (POSIX)
		if v := getenv(name); v != "" {
			t.Locale = clean.Line(v)
			break
		}
	}
	return t
}

func checkTerminal(_ context.Context, e *Env) []Finding {
	const name = "terminal"
	t := e.Terminal
	if !t.IsTerminal {
		return []Finding{e.finding(name, StateOK, e.say(operator.DoctorPipe), text.Said{})}
	}
	var list []Finding
	if t.Term == "" || t.Term == "dumb" {
		is := t.Term
		if is == "" {
			is = e.say(operator.DoctorNoTerm)
		}
		list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorDumb, is), operator.DoctorDoTerm))
	}
	if t.Width < minWidth || t.Height < minHeight {
		list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorTooSmall, t.Width, t.Height, minWidth, minHeight), operator.DoctorDoSize))
	}
	if t.Locale != "" && !utf8Locale(t.Locale) {
		list = append(list, e.finding(name, StateWarn, e.say(operator.DoctorNoUTF8, t.Locale), operator.DoctorDoUTF8))
	}
	if list == nil {
		s := e.say(operator.DoctorTerminal, t.Width, t.Height, t.Term, colours(t.Profile).In(e.Lang))
		list = append(list, e.finding(name, StateOK, s, text.Said{}))
	}
	return list
}

func utf8Locale(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "utf-8") || strings.Contains(name, "utf8")
}

func colours(p colorprofile.Profile) text.Said {
	switch p {
	case colorprofile.TrueColor:
		return operator.ColoursTrue
	case colorprofile.ANSI256:
		return operator.Colours256
	case colorprofile.ANSI:
		return operator.Colours16
	default:
		return operator.ColoursNone
	}
}
