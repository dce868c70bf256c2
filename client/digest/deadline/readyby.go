package deadline

import (
	"math"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// The day on which a result is due, from a limit and the calendar.

// The rules on which a promise can be based, as ReadyBy returns them.
const (
	RuleLimit    = "limit"     // the time limit of the channel
	RuleCase     = "case"      // the longest time limit of the procedure's cases
	RuleText     = "text"      // a time limit that is given only in the source's words
	RuleCutoff15 = "cutoff_15" // the same day; after 15 o'clock the next working day
)

const (
	// officeEnd is the hour from which a state office may be closed.
	officeEnd = 17
	// officeStart is an hour at which every office is open.
	officeStart = 8
	// noonBreak is the longest midday break of an office.
	noonBreak = 2 * time.Hour
	// workingHours is the working day of state offices and the legal maximum (Labour Code 2019,
	// article 105).
	workingHours = 8
	// maxQuantity keeps an error of the source from becoming a promise.
	maxQuantity = 1_000
)

// ReadyBy returns the time by which the result is due when complete papers are handed in at
// handedIn, and the rule that this is based on; see limitReadyBy for how days are counted. It
// looks at the counter first, then at the online channel.
//
// A promise uses the longest of the source's limits, because channels are listed several times
// and cases may take longer. ok is false when one of these limits cannot be read.
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
	hour, _ := CutOff(p)
	times, words := Times(p, hour > 0)
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

// longest returns the latest of all due times. It fails if a limit cannot be read. A channel
// whose rule is in words, or that has none, uses the limits of the procedure's cases instead,
// if there are any.
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

// methodReadyBy reads the limit of one channel and compares it with the channel's description.
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

// methodsToPromise returns the rows of the channel that a promise is about. Post is excluded,
// because it arrives on an unknown day.
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

func mostOf(methods []client.Method) float64 {
	most := 0.0
	for _, m := range methods {
		most = max(most, m.Limit.Quantity)
	}
	return most
}

// limitReadyBy returns the time by which the result is due for a complete dossier handed in at
// handedIn, or false when this cannot be computed: there is no limit, or a rule in words that
// cannot be read with certainty. Whether the calendar is certain about the days in between is a
// separate question, see workday.Calendar.Doubt.
//
// A limit in days gives a day (as midnight in Vietnam), a limit in hours gives the hour if it
// is within office hours, else a day. The day of handing in does not count (Civil Code 2015,
// article 147), and a last day that is a day off moves to the next working day (article 148).
// What is handed in on a day off or after 17:00 counts as handed in on the next working day.
// Since working hours depend on the office, eight of them count as one working day, rounded up.
func limitReadyBy(l client.TimeLimit, handedIn time.Time, cal *workday.Calendar) (by time.Time, rule string, ok bool) {
	if l.Unit == client.UnitOther {
		if l.Quantity <= 1 && cutoffRule(l.Text, true) {
			return promised(RuleCutoff15)(cutoffDay(handedIn, cal))
		}
		read, found := limitIn(l.Text)
		if !found || l.Quantity != 0 && l.Quantity != read.Quantity {
			return time.Time{}, "", false
		}
		return promised(RuleText)(sum(read, handedIn, cal))
	}
	return promised(RuleLimit)(sum(l, handedIn, cal))
}

// promised adds the rule to a computed time. Without a time there is no promise and no rule.
func promised(rule string) func(time.Time, bool) (time.Time, string, bool) {
	return func(by time.Time, ok bool) (time.Time, string, bool) {
		if !ok {
			return time.Time{}, "", false
		}
		return by, rule, true
	}
}

// sum adds a limit that is a number.
func sum(l client.TimeLimit, handedIn time.Time, cal *workday.Calendar) (time.Time, bool) {
	if !(l.Quantity > 0 && l.Quantity <= maxQuantity) || cal == nil {
		return time.Time{}, false
	}
	day, rolled := countedFrom(handedIn, cal)
	var by time.Time
	switch l.Unit {
	case client.UnitWorkingDay:
		by = cal.AddWorkingDays(day, int(math.Ceil(l.Quantity)))
	case client.UnitWorkingHour:
		by = cal.AddWorkingDays(day, int(math.Ceil(l.Quantity/workingHours)))
	case client.UnitDay:
		by = orNextWorkingDay(day.AddDate(0, 0, int(math.Ceil(l.Quantity))), cal)
	case client.UnitHour:
		start := handedIn.In(workday.Zone)
		if rolled {
			start = day.Add(officeStart * time.Hour)
		}
		by = hoursAfter(start, l.Quantity, rolled, cal)
	default:
		return time.Time{}, false
	}
	return by, true
}

// countedFrom returns the day on which a dossier counts as handed in, and whether that is later
// than the day it was brought.
func countedFrom(handedIn time.Time, cal *workday.Calendar) (day time.Time, rolled bool) {
	day = workday.StartOfDay(handedIn)
	if !cal.IsWorkingDay(day) || handedIn.In(workday.Zone).Hour() >= officeEnd {
		return cal.AddWorkingDays(day, 1), true
	}
	return day, false
}

func orNextWorkingDay(day time.Time, cal *workday.Calendar) time.Time {
	if cal.IsWorkingDay(day) {
		return day
	}
	return cal.AddWorkingDays(day, 1)
}

// hoursAfter adds clock hours, and the midday break if they include it, because authors of "8
// hours" usually mean hours of work. If the end is outside office hours, the result is the next
// time at which an office can hand it out.
func hoursAfter(start time.Time, hours float64, dayOnly bool, cal *workday.Calendar) time.Time {
	end := start.Add(time.Duration(hours * float64(time.Hour)))
	day := workday.StartOfDay(end)
	if noon := day.Add(12 * time.Hour); start.After(day) && start.Before(noon) && end.After(noon) {
		end = end.Add(noonBreak)
	}
	opening, closing := day.Add(officeStart*time.Hour), day.Add(officeEnd*time.Hour)
	switch {
	case !cal.IsWorkingDay(end), end.After(closing):
		return cal.AddWorkingDays(day, 1)
	case dayOnly, end.Before(opening):
		return day
	default:
		return end
	}
}
