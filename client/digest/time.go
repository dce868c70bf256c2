package digest

import (
	"slices"
	"strconv"
	"strings"

	"motcua/client"
)

// The limits that are told. A portal gives a limit in a field, in the words of its
// channels and in the steps. A limit is told when the field and the words agree; where
// they differ nothing is promised and the words stand on the page.

// digestTimes groups the channels by time limit, the quickest first. Limits by
// case count when the cases differ, or when the channels leave the limit open
// and the steps have no rule either. words are the source's clauses that
// contradict the field; then no limit is told.
func digestTimes(p client.Procedure, ruled bool) (out []Time, words []string) {
	out = channelTimes(p)
	byCase := caseTimes(p.CaseLimits)
	open := !slices.ContainsFunc(out, func(t Time) bool { return !unsaid(t.Limit) })
	switch {
	case len(byCase) > 1:
		return append(slices.DeleteFunc(out, func(t Time) bool { return unsaid(t.Limit) && !ruled }), byCase...), nil
	case len(byCase) == 1 && open && !ruled:
		byCase[0].Case = ""
		return byCase, nil
	case ruled:
		return out, nil
	}
	return checkTimes(p, out)
}

// caseTimes are the distinct limits by case; one element when all agree. The
// portal repeats names and limits for technical variants of a procedure.
func caseTimes(limits []client.CaseLimit) []Time {
	var out []Time
	for _, l := range limits {
		if unsaid(l.Limit) {
			continue
		}
		t := Time{Limit: l.Limit, Case: foldSpace(l.Name)}
		if !slices.ContainsFunc(out, func(o Time) bool { return o.Limit == t.Limit && o.Case == t.Case }) {
			out = append(out, t)
		}
	}
	if len(out) > 1 && !slices.ContainsFunc(out, func(o Time) bool { return o.Limit != out[0].Limit }) {
		return out[:1]
	}
	return out
}

// channelTimes are the limits of the channels' fields.
func channelTimes(p client.Procedure) []Time {
	var out []Time
	for _, m := range p.Methods {
		i := slices.IndexFunc(out, func(t Time) bool { return t.Limit == m.Limit })
		if i < 0 {
			i = len(out)
			out = append(out, Time{Limit: m.Limit})
		}
		out[i].Channels = addChannel(out[i].Channels, m.Channel)
	}
	said := func(t Time) bool { return t.Limit.Unit == client.UnitOther || !unsaid(t.Limit) }
	if slices.ContainsFunc(out, said) {
		out = slices.DeleteFunc(out, func(t Time) bool { return !said(t) })
	}
	if len(out) == 1 {
		out[0].Channels = nil
	}
	slices.SortStableFunc(out, func(a, b Time) int { return compareHours(a.Limit, b.Limit) })
	return out
}

// checkTimes holds the field against the words.
func checkTimes(p client.Procedure, field []Time) ([]Time, []string) { //nolint:cyclop // one rule of the grammar, read from top to bottom
	spoken := channelStages(p)
	steps := stepStages(p)
	told := slices.DeleteFunc(slices.Clone(field), func(t Time) bool { return unsaid(t.Limit) || t.Limit.Unit == client.UnitOther })
	if len(told) == 0 {
		for _, ss := range [][]stage{spoken, steps} {
			if b := branches(ss); len(b) > 0 {
				return b, nil
			}
		}
		for _, ss := range [][]stage{spoken, steps} {
			if l, ok := agreed(ss); ok && (len(field) == 0 || field[0].Limit.Unit != client.UnitOther || field[0].Limit.Quantity == l.Quantity) {
				return []Time{{Limit: l}}, nil
			}
		}
		return field, nil
	}
	if len(told) > 1 {
		return manyFields(told, spoken, steps)
	}
	if !slices.ContainsFunc(p.Methods, func(m client.Method) bool { return m.Channel != client.ChannelPostal }) {
		return nil, append(fieldWords(told), clauses(append(spoken, steps...))...) // by post nobody knows when it arrives
	}
	f := told[0]
	for _, ss := range [][]stage{spoken, steps} {
		if b := branches(ss); len(b) > 1 && slices.ContainsFunc(b, func(t Time) bool { return sameLimit(t.Limit, f.Limit) }) {
			return b, nil
		}
	}
	if confirms(f.Limit, spoken) {
		return field, nil
	}
	if b := branches(spoken); len(b) > 1 && !slices.ContainsFunc(spoken, func(s stage) bool { return sameLimit(s.limit, f.Limit) }) {
		return nil, clauses(spoken) // the field adds up or mixes the limits of cases
	}
	if ts := eventClauses(p, f.Limit); len(ts) > 0 {
		for _, c := range clauses(append(spoken, steps...)) {
			if !slices.Contains(ts, c) && len(ts) < 4 {
				ts = append(ts, c)
			}
		}
		return nil, ts
	}
	if all := stepLimits(p); summed(all, f.Limit) && !slices.ContainsFunc(all, func(l client.TimeLimit) bool { return hours(l) > hours(f.Limit) }) && !contradicts(f.Limit, spoken) {
		return field, nil
	}
	if contradicts(f.Limit, spoken) || contradicts(f.Limit, steps) || decidedLater(f.Limit, steps) {
		return nil, clauses(append(spoken, steps...))
	}
	branched := func(s stage) bool {
		return s.branch != "" && !s.chain && !s.odd && !sameLimit(s.limit, f.Limit)
	}
	if slices.ContainsFunc(spoken, branched) || slices.ContainsFunc(steps, branched) || otherAct(p, f.Limit, steps) {
		return nil, clauses(append(spoken, steps...)) // some wait longer or less, and the field does not say who
	}
	if unheard(p, f.Limit) {
		return nil, clauses(append(spoken, steps...))
	}
	return field, nil
}

// manyFields reads channels, or rows of a channel, whose limits differ.
func manyFields(told []Time, spoken, steps []stage) ([]Time, []string) {
	for _, ss := range [][]stage{spoken, steps} {
		if b := branches(ss); len(b) > 1 && covers(b, told) {
			return b, nil
		}
	}
	if slices.ContainsFunc(spoken, func(s stage) bool { return s.chain }) {
		return nil, clauses(spoken)
	}
	for i, t := range told {
		// One channel with several limits and no words that tell them apart.
		for _, o := range told[i+1:] {
			if slices.ContainsFunc(t.Channels, func(c client.Channel) bool { return slices.Contains(o.Channels, c) }) {
				return nil, clauses(append(spoken, steps...))
			}
		}
		if contradicts(t.Limit, steps) && !slices.ContainsFunc(steps, func(s stage) bool { return sameLimit(s.limit, t.Limit) }) {
			return nil, clauses(append(spoken, steps...))
		}
	}
	if !onlineQuicker(told) {
		return nil, append(fieldWords(told), clauses(append(spoken, steps...))...)
	}
	return told, nil
}

// onlineQuicker tells whether limits by channel differ in the one way that is
// plain: who files online waits
// less, and who files by post longest. Elsewhere the field means cases that it
// does not name.
func onlineQuicker(told []Time) bool {
	return slices.Equal(told[0].Channels, []client.Channel{client.ChannelOnline}) && slices.Contains(told[1].Channels, client.ChannelDirect)
}

// covers tells whether every limit of the field is one of the branches.
func covers(b, told []Time) bool {
	for _, t := range told {
		if !slices.ContainsFunc(b, func(o Time) bool { return sameLimit(o.Limit, t.Limit) }) {
			return false
		}
	}
	return true
}

// fieldWords are limits of the field in words: what they hold for is open.
func fieldWords(told []Time) []string {
	var out []string
	for _, t := range told {
		w := strconv.FormatFloat(t.Limit.Quantity, 'f', -1, 64) + " " + unitWords[t.Limit.Unit]
		var cs []string
		for _, c := range t.Channels {
			if n := channelWords[c]; n != "" {
				cs = append(cs, n)
			}
		}
		if len(cs) > 0 {
			w += " (" + strings.Join(cs, ", ") + ")"
		}
		out = append(out, w)
	}
	return out
}

var (
	unitWords    = map[client.TimeUnit]string{client.UnitWorkingDay: "ngày làm việc", client.UnitDay: "ngày", client.UnitHour: "giờ", client.UnitWorkingHour: "giờ làm việc"}
	channelWords = map[client.Channel]string{client.ChannelDirect: "trực tiếp", client.ChannelPostal: "bưu chính", client.ChannelOnline: "trực tuyến"}
)
