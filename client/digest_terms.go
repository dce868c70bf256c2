package client

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var channelOrder = []Channel{ChannelDirect, ChannelPostal, ChannelOnline, ChannelOther}

func byChannel(a, b Channel) int {
	return cmp.Compare(slices.Index(channelOrder, a), slices.Index(channelOrder, b))
}

func addChannel(cs []Channel, c Channel) []Channel {
	if !slices.Contains(cs, c) {
		cs = append(cs, c)
		slices.SortFunc(cs, byChannel)
	}
	return cs
}

func digestChannels(ms []Method) []Channel {
	var out []Channel
	for _, m := range ms {
		out = addChannel(out, m.Channel)
	}
	return out
}

// unsaid tells whether a limit says nothing: no number and no words. The portal
// sends a number with unit OTHER, but then the number means nothing.
func (l TimeLimit) unsaid() bool {
	return l.Text == "" && (l.Unit == UnitNone || l.Unit == UnitOther || l.Quantity <= 0)
}

// digestTimes groups the channels by time limit, the quickest first. Limits by
// case count when the cases differ, or when the channels leave the limit open
// and the steps have no rule either.
func digestTimes(p Procedure, ruled bool) []DigestTime {
	var out []DigestTime
	for _, m := range p.Methods {
		i := slices.IndexFunc(out, func(t DigestTime) bool { return t.Limit == m.Limit })
		if i < 0 {
			i = len(out)
			out = append(out, DigestTime{Limit: m.Limit})
		}
		out[i].Channels = addChannel(out[i].Channels, m.Channel)
	}
	said := func(t DigestTime) bool { return t.Limit.Unit == UnitOther || !t.Limit.unsaid() }
	if slices.ContainsFunc(out, said) {
		out = slices.DeleteFunc(out, func(t DigestTime) bool { return !said(t) })
	}
	if len(out) == 1 {
		out[0].Channels = nil
	}
	slices.SortStableFunc(out, func(a, b DigestTime) int { return cmp.Compare(a.Limit.hours(), b.Limit.hours()) })
	byCase := caseTimes(p.CaseLimits)
	open := !slices.ContainsFunc(out, func(t DigestTime) bool { return !t.Limit.unsaid() })
	switch {
	case len(byCase) > 1:
		return append(slices.DeleteFunc(out, func(t DigestTime) bool { return t.Limit.unsaid() && !ruled }), byCase...)
	case len(byCase) == 1 && open && !ruled:
		byCase[0].Case = ""
		return byCase
	}
	return out
}

// hours ranks limits; a working day counts eight hours of work but a day on the
// calendar.
func (l TimeLimit) hours() float64 {
	switch l.Unit {
	case UnitHour:
		return l.Quantity
	case UnitWorkingHour:
		return l.Quantity * 3
	case UnitDay:
		return l.Quantity * 24
	case UnitWorkingDay:
		return l.Quantity * 24 * 7 / 5
	default:
		return 0
	}
}

// caseTimes are the distinct limits by case; one element when all agree. The
// portal repeats names and limits for technical variants of a procedure.
func caseTimes(limits []CaseLimit) []DigestTime {
	var out []DigestTime
	for _, l := range limits {
		if l.Limit.unsaid() {
			continue
		}
		t := DigestTime{Limit: l.Limit, Case: foldSpace(l.Name)}
		if !slices.ContainsFunc(out, func(o DigestTime) bool { return o.Limit == t.Limit && o.Case == t.Case }) {
			out = append(out, t)
		}
	}
	if len(out) > 1 && !slices.ContainsFunc(out, func(o DigestTime) bool { return o.Limit != out[0].Limit }) {
		return out[:1]
	}
	return out
}

func digestPlace(p Procedure) []string {
	var out []string
	add := func(s string) {
		if s = trimEnd(stripBullet(foldSpace(s))); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for line := range strings.SplitSeq(p.Receiving, "\n") {
		add(line)
	}
	if len(out) == 0 {
		for _, e := range p.Executing {
			add(e)
		}
	}
	return out
}

// Decree texts say "tiếp nhận hồ sơ sau 15 giờ ... trả kết quả trong ngày làm
// việc tiếp theo".
var (
	afterHour = regexp.MustCompile(`(?i)sau (\d{1,2}) ?(?:giờ|h\b)`)
	nextDay   = regexp.MustCompile(`(?i)ngày làm việc (?:tiếp theo|kế tiếp|hôm sau)`)
)

// cutOff finds the sentence with both, and its hour.
func cutOff(p Procedure) (int, string) {
	var texts []string
	for _, m := range p.Methods {
		texts = append(texts, m.Limit.Text, m.Description)
	}
	for _, s := range p.Steps {
		texts = append(texts, s.Text)
	}
	for _, t := range append(texts, p.Notes) {
		for sentence := range strings.FieldsFuncSeq(t, func(r rune) bool { return strings.ContainsRune(".;\n", r) }) {
			m := afterHour.FindStringSubmatch(sentence)
			if m == nil || !nextDay.MatchString(sentence) {
				continue
			}
			if hour, err := strconv.Atoi(m[1]); err == nil && hour >= 1 && hour <= 23 {
				return hour, trimEnd(stripBullet(foldSpace(sentence)))
			}
		}
	}
	return 0, ""
}
