package doctor

import (
	"context"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// The smallest terminal that the interface is drawn in.
const (
	minWidth  = 60
	minHeight = 18
)

func checkTerminal(_ context.Context, e *Env) []Finding {
	const name = "terminal"
	t := e.Terminal
	if !t.IsTerminal {
		return []Finding{e.finding(name, StateOK, e.say(sayPipe), pair{})}
	}
	var list []Finding
	if t.Term == "" || t.Term == "dumb" {
		term := t.Term
		if term == "" {
			term = e.say(sayNoTerm)
		}
		list = append(list, e.finding(name, StateWarn, e.say(sayDumb, term), doTerm))
	}
	if t.Width < minWidth || t.Height < minHeight {
		list = append(list, e.finding(name, StateWarn, e.say(sayTooSmall, t.Width, t.Height, minWidth, minHeight), doSize))
	}
	if t.Locale != "" && !utf8Locale(t.Locale) {
		list = append(list, e.finding(name, StateWarn, e.say(sayNoUTF8, t.Locale), doUTF8))
	}
	if list == nil {
		s := e.say(sayTerminal, t.Width, t.Height, t.Term, colours(t.Profile).in(e.Lang))
		list = append(list, e.finding(name, StateOK, s, pair{}))
	}
	return list
}

func utf8Locale(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "utf-8") || strings.Contains(name, "utf8")
}

func colours(p colorprofile.Profile) pair {
	switch p {
	case colorprofile.TrueColor:
		return pair{"16 triệu màu", "16 million colours"}
	case colorprofile.ANSI256:
		return pair{"256 màu", "256 colours"}
	case colorprofile.ANSI:
		return pair{"16 màu", "16 colours"}
	default:
		return pair{"không màu", "no colours"}
	}
}
