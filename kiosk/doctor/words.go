package doctor

import (
	"cmp"
	"fmt"
	"math"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// called returns a finding's name in words: "portal h55" is "cổng h55".
func called(name string, l text.Lang) string {
	what, which, _ := strings.Cut(name, " ")
	p, ok := operator.DoctorNames[what]
	if !ok {
		return name
	}
	return strings.TrimSpace(p.In(l) + " " + which)
}

// cause returns in a few words why a portal gave no answer.
func (e *Env) cause(c client.Cause) string {
	if words := text.For(e.Lang).Causes.Of(string(c)); words != "" {
		return words
	}
	return clean.Line(string(c))
}

// took formats how long an answer took: "123 ms", "4,2 giây".
func (e *Env) took(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%d ms", max(d.Round(time.Millisecond), time.Millisecond).Milliseconds())
	}
	t := text.For(e.Lang)
	return e.say(operator.DoctorSeconds, t.Quantity(d.Round(100*time.Millisecond).Seconds()))
}

// span formats a difference of clocks, rounded up: in seconds, minutes, then hours.
func (e *Env) span(d time.Duration) string {
	t := text.For(e.Lang)
	if d > 2*time.Hour {
		return t.Hours(math.Ceil(d.Hours()))
	}
	return t.Wait(d)
}

// sync returns advice that takes the command line of a sync.
func (e *Env) sync(do text.Said) text.Said { return do.With(cmp.Or(e.Sync, "motcua sync")) }

func (e *Env) say(s text.Said, args ...any) string { return fmt.Sprintf(s.In(e.Lang), args...) }

// finding returns a finding; do is the zero Said when there is nothing to do.
func (e *Env) finding(name string, s State, sentence string, do text.Said) Finding {
	return Finding{Name: name, State: s, Sentence: sentence, WhatToDo: do.In(e.Lang)}
}
