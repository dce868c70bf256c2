package digest

import (
	"cmp"
	"strconv"
	"strings"

	"motcua/client"
)

// A time limit by itself: as words give it, as tokens of a row give it, and how two
// of them compare. Only what can be read in one way counts; everything else stays
// text for the person to read.

var (
	limitForm = pattern(`(\d{1,3})(?:\s*\([^()\d]{1,30}\))?\s*(ngày làm việc|ngày|giờ làm việc|giờ)`)
	// What stands right before a number that bounds the work.
	boundForm = pattern(`(?:trong|không quá|tối đa|thời hạn|thời gian|thời hạn giải quyết|thời gian giải quyết)(?:\s+là)?\s*:?\s*$`)
	// What follows a number that names a day or an hour: "01 ngày 14/11/2016",
	// "07 giờ 30".
	dateForm = pattern(`^\s*\d`)
)

// maxLimitText bounds what is read; rules stand at the beginning.
const maxLimitText = 20_000

// beginning is what is read of a text.
func beginning(text string) string {
	if len(text) <= maxLimitText {
		return text
	}
	return strings.ToValidUTF8(text[:maxLimitText], "")
}

// limitIn gives the time limit that a text states, when it states just one.
func limitIn(text string) (client.TimeLimit, bool) {
	all := limitsIn(text)
	if len(all) == 0 {
		return client.TimeLimit{}, false
	}
	for _, l := range all[1:] {
		if l != all[0] {
			return client.TimeLimit{}, false
		}
	}
	return all[0], true
}

// limitsIn gives the time limits that a text states ("không quá 03 ngày làm
// việc"), or nothing when it holds a number of days or hours whose meaning is
// open.
func limitsIn(text string) []client.TimeLimit {
	text = strings.ToLower(beginning(text))
	var out []client.TimeLimit
	for _, m := range limitForm().FindAllStringSubmatchIndex(text, -1) {
		before, after := text[:m[0]], text[m[1]:]
		if dateForm().MatchString(after) {
			continue
		}
		if strings.TrimSpace(before) != "" && !boundForm().MatchString(before[max(0, len(before)-80):]) {
			return nil
		}
		n, err := strconv.Atoi(text[m[2]:m[3]])
		if err != nil || n == 0 {
			return nil
		}
		out = append(out, client.TimeLimit{Quantity: float64(n), Unit: limitUnits[text[m[4]:m[5]]]})
	}
	return out
}

var limitUnits = map[string]client.TimeUnit{
	"ngày làm việc": client.UnitWorkingDay, "ngày": client.UnitDay, "giờ làm việc": client.UnitWorkingHour, "giờ": client.UnitHour,
}

// limitAt reads "05 (năm) ngày làm việc" at i.
func (l *line) limitAt(i, end int) (client.TimeLimit, int, bool) {
	n, err := strconv.ParseFloat(strings.ReplaceAll(l.t[i].word, ",", "."), 64)
	if err != nil || n <= 0 || n > maxQuantity {
		return client.TimeLimit{}, 0, false
	}
	j := i + 1
	if l.at(j) == "(" && j < end {
		j = l.closing(j, end)
	}
	for _, u := range limitWords {
		if u.words.match(l, j, end) > 0 {
			k := j + u.words.match(l, j, end)
			if k < end && l.t[k].kind == tokenNumber { // "ngày 14/11/2016"
				return client.TimeLimit{}, 0, false
			}
			return client.TimeLimit{Quantity: n, Unit: u.unit}, k, true
		}
	}
	return client.TimeLimit{}, 0, false
}

var limitWords = []struct {
	words *lexicon
	unit  client.TimeUnit
}{
	{newLexicon("ngày làm việc"), client.UnitWorkingDay},
	{newLexicon("giờ làm việc"), client.UnitWorkingHour},
	{newLexicon("ngày"), client.UnitDay},
	{newLexicon("giờ"), client.UnitHour},
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

// sameLimit compares limits; an hour of the field is one of work.
func sameLimit(a, b client.TimeLimit) bool {
	hour := func(l client.TimeLimit) bool { return l.Unit == client.UnitHour || l.Unit == client.UnitWorkingHour }
	if hour(a) && b.Unit == client.UnitWorkingDay {
		a, b = b, a
	}
	if a.Unit == client.UnitWorkingDay && hour(b) {
		return a.Quantity*workingHours == b.Quantity
	}
	return a.Quantity == b.Quantity && a.Unit == b.Unit
}

// otherDays tells days from working days.
func otherDays(a, b client.TimeUnit) bool {
	return a == client.UnitDay && b == client.UnitWorkingDay || a == client.UnitWorkingDay && b == client.UnitDay
}
