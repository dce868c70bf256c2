package code

import "strings"

// asMeant reads a code whose dashes are missing or written as blanks or dots. It tries
// every place where the date and the number of the day can begin, prefers the reading
// that needs the fewest corrections, and returns how many readings are equally good:
// with more than one nobody can tell which code was meant.
func asMeant(p string) (best Dossier, ways int) {
	flat, gaps := flatten(p)
	least := -1
	for serial := minSerial; serial <= maxSerial; serial++ {
		for _, date := range [...]int{shortDate, longDate} {
			j := len(flat) - serial
			i := j - date
			if i < 1 || gaps[i] == 0 && begunByDash(gaps, i) {
				continue
			}
			cost, ok := liberties(gaps, i, j)
			if !ok || least >= 0 && cost > least {
				continue
			}
			c, ok := meantAt(flat, gaps, i, j)
			if !ok {
				continue
			}
			if cost != least {
				best, least, ways = c, cost, 0
			}
			ways++
		}
	}
	return best, ways
}

// flatten removes the separators from p; gaps[i] is the strongest separator that stood
// before the i-th remaining character, 0 for none.
func flatten(p string) (flat string, gaps []byte) {
	var b strings.Builder
	var gap byte
	for i := range len(p) {
		switch c := p[i]; {
		case c == '-', c == '.' && gap != '-', c == ' ' && gap == 0:
			gap = c
		case c == '.', c == ' ':
		default:
			if b.Len() == 0 {
				gap = 0
			}
			b.WriteByte(c)
			gaps = append(gaps, gap)
			gap = 0
		}
	}
	return b.String(), gaps
}

// liberties counts the corrections that a reading with the date at i and the number
// at j needs: a missing dash or a dot for a dash, a blank inside a number. A dash or a
// dot inside a number rules the reading out.
func liberties(gaps []byte, i, j int) (cost int, ok bool) {
	for k := i; k < len(gaps); k++ {
		switch edge := k == i || k == j; {
		case edge && (gaps[k] == 0 || gaps[k] == '.'), !edge && gaps[k] == ' ':
			cost++
		case !edge && gaps[k] != 0:
			return 0, false
		}
	}
	return cost, true
}

func meantAt(flat string, gaps []byte, i, j int) (Dossier, bool) {
	date, ok1 := digitsOf(flat[i:j])
	serial, ok2 := digitsOf(flat[j:])
	if !ok1 || !ok2 || len(date) == longDate && !strings.HasPrefix(date, "20") {
		return Dossier{}, false
	}
	var groups []string
	from := 0
	for k := 1; k <= i; k++ {
		if k == i || gaps[k] != 0 {
			groups = append(groups, flat[from:k])
			from = k
		}
	}
	return build(groups, date, serial)
}

// begunByDash reports whether the run of characters around i begins after a dash. Such a
// run is a part of its own, not a group of the agency id joined with the date:
// "H55.17.05-2611201-0007" has one digit too many.
func begunByDash(gaps []byte, i int) bool {
	for ; i > 0; i-- {
		if gaps[i] != 0 {
			return gaps[i] == '-'
		}
	}
	return false
}
