package digest

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"motcua/client"
)

var channelOrder = []client.Channel{client.ChannelDirect, client.ChannelPostal, client.ChannelOnline, client.ChannelOther}

func byChannel(a, b client.Channel) int {
	return cmp.Compare(slices.Index(channelOrder, a), slices.Index(channelOrder, b))
}

func addChannel(cs []client.Channel, c client.Channel) []client.Channel {
	if !slices.Contains(cs, c) {
		cs = append(cs, c)
		slices.SortFunc(cs, byChannel)
	}
	return cs
}

func digestChannels(ms []client.Method) []client.Channel {
	var out []client.Channel
	for _, m := range ms {
		out = addChannel(out, m.Channel)
	}
	return out
}

// unsaid tells whether a limit says nothing: no number and no words. The portal
// sends a number with unit OTHER, but then the number means nothing.
func unsaid(l client.TimeLimit) bool {
	return l.Text == "" && (l.Unit == client.UnitNone || l.Unit == client.UnitOther || l.Quantity <= 0)
}

// hours ranks limits; a working day counts eight hours of work but a day on the
// calendar.
func hours(l client.TimeLimit) float64 {
	switch l.Unit {
	case client.UnitHour:
		return l.Quantity
	case client.UnitWorkingHour:
		return l.Quantity * 3
	case client.UnitDay:
		return l.Quantity * 24
	case client.UnitWorkingDay:
		return l.Quantity * 24 * 7 / 5
	default:
		return 0
	}
}

func compareHours(a, b client.TimeLimit) int { return cmp.Compare(hours(a), hours(b)) }

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

func digestPlace(p client.Procedure) []string {
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
func cutOff(p client.Procedure) (int, string) {
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
