package deadline

import (
	"cmp"
	"strconv"
	"strings"

	"motcua/client"
	"motcua/client/digest/token"
)

// A single time limit: as words state it, as tokens of a row state it, and how two of them
// compare. Only what can be read in one way counts; everything else stays text for the person
// to read.

var (
	limitForm = token.Pattern(`(\d{1,3})\)?(?:\s*\([^()\d]{1,30}\))?\s*(ngày làm việc|ngày|giờ làm việc|giờ)`)
	// Words directly before a number that limits the work.
	boundForm = token.Pattern(`(?:trong|không quá|tối đa|thời hạn|thời gian|thời hạn giải quyết|thời gian giải quyết)(?:\s+là)?\s*:?\s*(?:[\p{L} ]{2,20} ?\()?$`)
	// What follows a number that is part of a date or time: "01 ngày 14/11/2016", "07 giờ 30".
	dateForm = token.Pattern(`^\s*\d`)
)

// limitIn returns the time limit of a text that states exactly one.
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

// limitsIn returns the time limits that a text states ("không quá 03 ngày làm việc"), or none
// if it contains a number of days or hours with an unclear meaning.
func limitsIn(text string) []client.TimeLimit {
	text = strings.ToLower(token.Beginning(text))
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
func limitAt(l *token.Line, i, end int) (client.TimeLimit, int, bool) {
	n, err := strconv.ParseFloat(strings.ReplaceAll(l.Tokens[i].Word, ",", "."), 64)
	if err != nil || n <= 0 || n > maxQuantity {
		return client.TimeLimit{}, 0, false
	}
	j := i + 1
	if l.At(j) == ")" && l.At(i-1) == "(" { // "mười lăm (15) ngày"
		j++
	}
	if l.At(j) == "(" && j < end {
		j = l.Closing(j, end)
	}
	for _, u := range limitWords {
		if u.words.Match(l, j, end) > 0 {
			k := j + u.words.Match(l, j, end)
			if k < end && l.Tokens[k].Kind == token.Number { // "ngày 14/11/2016"
				return client.TimeLimit{}, 0, false
			}
			return client.TimeLimit{Quantity: n, Unit: u.unit}, k, true
		}
	}
	return client.TimeLimit{}, 0, false
}

var limitWords = []struct {
	words *token.Lexicon
	unit  client.TimeUnit
}{
	{token.NewLexicon("ngày làm việc"), client.UnitWorkingDay},
	{token.NewLexicon("giờ làm việc"), client.UnitWorkingHour},
	{token.NewLexicon("ngày"), client.UnitDay},
	{token.NewLexicon("giờ"), client.UnitHour},
}

// unsaid reports whether a limit says nothing: no number and no words. The portal sends a
// number with the unit OTHER, but that number has no meaning.
func unsaid(l client.TimeLimit) bool {
	return l.Text == "" && (l.Unit == client.UnitNone || l.Unit == client.UnitOther || l.Quantity <= 0)
}

// hours returns a limit's length for comparison: a working day counts as eight hours of work
// but as a full calendar day.
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

// sameLimit compares limits. An hour in the field is an hour of work.
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

// otherDays reports whether one unit is days and the other working days.
func otherDays(a, b client.TimeUnit) bool {
	return a == client.UnitDay && b == client.UnitWorkingDay || a == client.UnitWorkingDay && b == client.UnitDay
}
