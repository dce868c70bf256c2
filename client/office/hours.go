package office

import (
	"slices"
	"strconv"
	"strings"

	"motcua/client/unit"
)

// days are the words for weekdays, from Sunday: English, and Vietnamese as on office doors.
var days = [7][]string{{"sun", "cn"}, {"mon", "t2"}, {"tue", "t3"}, {"wed", "t4"}, {"thu", "t5"}, {"fri", "t6"}, {"sat", "t7"}}

// addHours reads "mon-fri 07:30-11:30 13:00-17:00" into a week. It returns false for what it
// cannot read, for times that are not in their order, and for a day that has hours already.
func addHours(w *unit.Week, s string) bool {
	fields := strings.Fields(strings.ToLower(s))
	if len(fields) < 2 {
		return false
	}
	from, to, ranged := strings.Cut(fields[0], "-")
	if !ranged {
		to = from
	}
	first, last := weekday(from), weekday(to)
	if first < 0 || last < 0 {
		return false
	}
	var spans []unit.Span
	after := -1
	for _, f := range fields[1:] {
		a, b, ok := strings.Cut(f, "-")
		span := unit.Span{From: minute(a), To: minute(b)}
		if !ok || span.From < 0 || span.To <= span.From || span.From < after {
			return false
		}
		after = span.To
		spans = append(spans, span)
	}
	for d := first; ; d = (d + 1) % 7 {
		if len(w[d]) > 0 {
			return false
		}
		w[d] = spans
		if d == last {
			return true
		}
	}
}

// ReadHours reads opening hours that were written for people: "7:30-11:30, 13:30-17:00", which
// are those of Monday to Friday, or "mon-fri 7:30-11:30 13:30-17:00; sat 8:00-11:00". ok is
// false for what it cannot read: nobody may then be told that an office is open.
func ReadHours(s string) (w unit.Week, ok bool) {
	s = strings.NewReplacer(",", " ", "–", "-").Replace(s)
	for part := range strings.SplitSeq(s, ";") {
		if first, _, _ := strings.Cut(strings.TrimSpace(part), "-"); minute(strings.ToLower(first)) >= 0 {
			part = "mon-fri " + part
		}
		if !addHours(&w, part) {
			return unit.Week{}, false
		}
	}
	return w, true
}

func weekday(s string) int {
	return slices.IndexFunc(days[:], func(words []string) bool { return slices.Contains(words, s) })
}

// minute reads "07:30" or "7h30" as minutes after midnight; -1 for anything else.
func minute(s string) int {
	h, m, ok := strings.Cut(strings.Replace(s, "h", ":", 1), ":")
	if m == "" && strings.HasSuffix(s, "h") {
		m = "00"
	}
	hour, err1 := strconv.Atoi(h)
	min, err2 := strconv.Atoi(m)
	if !ok || err1 != nil || err2 != nil || hour < 0 || hour > 24 || min < 0 || min > 59 || hour*60+min > 24*60 || len(m) != 2 {
		return -1
	}
	return hour*60 + min
}
