package session

import (
	"io"
	"strings"

	"motcua/kiosk/limit"
	"motcua/tui/text"
)

// farewells are the sentences for ends that the person did not ask for.
var farewells = map[Reason]text.Said{
	ReasonIdle: text.ServerIdleEnd, ReasonTotal: text.ServerTotalEnd, ReasonDrain: text.ServerDrainEnd,
	ReasonFlood: text.ServerFloodEnd, ReasonNotStaff: text.ServerNotStaff,
}

// say writes a sentence in both languages, because a person who sends a file to the wrong
// machine may read only one of them.
func (x *Session) say(to io.Writer, w text.Said) {
	_, _ = io.WriteString(to, w.In(text.VI)+"\n"+w.In(text.EN)+"\n")
}

// wordOf returns the sentence for a person whose session is refused.
func wordOf(r limit.Refusal) text.Said {
	switch r {
	case limit.SourceStarts:
		return text.ServerHasty
	case limit.SourceSessions:
		return text.ServerSource
	case limit.SourceCells:
		return text.ServerSourceBig
	case limit.AllCells, limit.PublicCells:
		return text.ServerScreens
	default:
		return text.ServerFull
	}
}

// refusalOf returns the label of a refusal for the metrics.
func refusalOf(w text.Said) string {
	switch w {
	case text.ServerSubsystem:
		return "subsystem"
	case text.ServerWatch:
		return "watch"
	case text.ServerNotStaff:
		return "not_staff"
	default:
		return "command"
	}
}

// langOf reads the language that a client asks for. LC_ALL and LC_MESSAGES are
// set on purpose. LANG is whatever a computer was sold with, so many a
// Vietnamese one says en_US: it counts only when it says vi.
func langOf(env []string, fallback text.Lang) text.Lang {
	if fallback == "" {
		fallback = text.VI
	}
	set := map[string]string{}
	for _, kv := range env {
		name, value, _ := strings.Cut(kv, "=")
		set[name] = value
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES"} {
		switch value := set[name]; {
		case strings.HasPrefix(value, "vi"):
			return text.VI
		case strings.HasPrefix(value, "en"):
			return text.EN
		}
	}
	if strings.HasPrefix(set["LANG"], "vi") {
		return text.VI
	}
	return fallback
}
