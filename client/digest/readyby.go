package digest

import (
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// ReadyBy gives the time by which the result is due when the procedure's papers
// are handed in complete at handedIn, and the rule that it rests on; see
// TimeLimit.ReadyBy for how days are counted. It looks at the counter first, then
// at the online channel.
//
// A promise is the longest that any limit of the source allows: channels are
// given several times, and cases may take longer. It is false when one of these
// limits cannot be read.
func ReadyBy(p client.Procedure, handedIn time.Time, cal *workday.Calendar) (by time.Time, rule string, ok bool) {
	if cal == nil {
		return time.Time{}, "", false
	}
	methods := methodsToPromise(p)
	if len(methods) == 0 {
		return time.Time{}, "", false
	}
	if cutoff(p, methods) {
		return promised(RuleCutoff15)(cutoffDay(handedIn, cal))
	}
	hour, _ := cutOff(p)
	times, words := digestTimes(p, hour > 0)
	if len(words) > 0 { // the field and the words differ
		return time.Time{}, "", false
	}
	by, rule, ok = longest(p, methods, handedIn, cal)
	for _, t := range times {
		if t.Case == "" || unsaid(t.Limit) || !ok {
			continue
		}
		switch end, known := sum(t.Limit, handedIn, cal); {
		case !known:
			return time.Time{}, "", false
		case end.After(by):
			by, rule = end, RuleCase
		}
	}
	return by, rule, ok
}

// longest gives the latest of all the sums. A limit that cannot be read makes
// it fail, but for a channel whose rule is in words (or none): there the
// procedure's cases answer, when they do.
func longest(p client.Procedure, methods []client.Method, handedIn time.Time, cal *workday.Calendar) (by time.Time, rule string, ok bool) {
	open := false
	for _, m := range methods {
		t, r, ok := methodReadyBy(m, handedIn, cal)
		switch {
		case ok && t.After(by):
			by, rule = t, r
		case !ok && (m.Limit.Unit == client.UnitOther || m.Limit.Unit == client.UnitNone):
			open = true
		case !ok:
			return time.Time{}, "", false
		}
	}
	cased := false
	for _, c := range p.CaseLimits {
		if c.Limit.Quantity == 0 && c.Limit.Text == "" {
			continue
		}
		t, _, ok := limitReadyBy(c.Limit, handedIn, cal)
		if !ok || open && c.Limit.Quantity < mostOf(methods) {
			return time.Time{}, "", false
		}
		cased = true
		if t.After(by) {
			by, rule = t, RuleCase
		}
	}
	if open && !cased || by.IsZero() {
		return time.Time{}, "", false
	}
	return by, rule, true
}

// readyBy reads the limit of one channel and checks it against what the
// channel's description says of it.
func methodReadyBy(m client.Method, handedIn time.Time, cal *workday.Calendar) (time.Time, string, bool) {
	l := m.Limit
	if l.Unit == client.UnitOther && l.Text == "" {
		l.Text = m.Description
	}
	by, rule, ok := limitReadyBy(l, handedIn, cal)
	if !ok || l.Unit == client.UnitOther {
		return by, rule, ok
	}
	for _, other := range limitsIn(m.Description) {
		t, known := sum(other, handedIn, cal)
		switch {
		case !known:
			return time.Time{}, "", false
		case !t.After(by):
		case other.Quantity == l.Quantity:
			// "20 days" in the field, "20 working days" in the words.
			by, rule = t, RuleText
		default:
			return time.Time{}, "", false
		}
	}
	return by, rule, true
}

// methodsToPromise are the rows of the channel that a promise is about. What
// goes by post arrives on a day that nobody knows.
func methodsToPromise(p client.Procedure) []client.Method {
	for _, channel := range [...]client.Channel{client.ChannelDirect, client.ChannelOnline} {
		var rows []client.Method
		for _, m := range p.Methods {
			if m.Channel == channel {
				rows = append(rows, m)
			}
		}
		if len(rows) > 0 {
			return rows
		}
	}
	return nil
}

// cutoff tells whether the source gives the 15 o'clock rule in words, and no
// number of its own that allows more than a day.
func cutoff(p client.Procedure, methods []client.Method) bool {
	inLimit := false
	for _, m := range methods {
		if m.Limit.Unit != client.UnitOther && m.Limit.Unit != client.UnitNone || m.Limit.Quantity > 1 {
			return false
		}
		inLimit = inLimit || cutoffRule(m.Limit.Text, true) || cutoffRule(m.Description, true)
	}
	for _, c := range p.CaseLimits {
		if c.Limit.Quantity > 1 {
			return false
		}
	}
	if inLimit {
		return true
	}
	for _, s := range p.Steps {
		if cutoffRule(s.Text, false) || cutoffRule(s.Name, false) {
			return true
		}
	}
	return false
}

func mostOf(methods []client.Method) float64 {
	most := 0.0
	for _, m := range methods {
		most = max(most, m.Limit.Quantity)
	}
	return most
}
