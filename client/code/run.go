package code

// A code is also typed as one run, with neither dots nor dashes:
// "H5517052611200007". In a run the agency id is its letter and two digits, then
// groups of two digits (as wherever such groups were seen), and nobody can tell
// at a glance where the date begins.

// isRun tells whether p is a letter and two digits followed by digits alone.
func isRun(p string) bool {
	if len(p) < 4 || !clearLetter(p[0]) {
		return false
	}
	_, ok := digitsOf(p[1:])
	return ok && gapless(p)
}

func gapless(p string) bool {
	for i := range len(p) {
		if p[i] == ' ' {
			return false
		}
	}
	return true
}

// runReadings gives every way to read a run with a real date in it. Readings
// whose number of the day is still short count as well: "H551705261120007" lacks
// a digit of H55.17.05-261120-0007 and must not pass as H55-170526-1120007.
func runReadings(p string) []pieces {
	digits, _ := digitsOf(p[1:])
	agency, rest := p[:1]+digits[:2], digits[2:]
	var out []pieces
	for group := 1; ; group++ {
		for _, n := range [...]int{shortDate, longDate} {
			if len(rest) < n || len(rest)-n > maxSerial || n == longDate && rest[:2] != "20" {
				continue
			}
			if _, fault := readDate(rest[:n]); fault == nil {
				out = append(out, pieces{agency: agency, date: rest[:n], serial: rest[n:], closed: PartDate})
			}
		}
		if len(rest) < 2 || group == maxGroups {
			return out
		}
		agency, rest = agency+"."+rest[:2], rest[2:]
	}
}

// fromRun reads a run when it can be meant in one way. Otherwise the fault asks
// for the dashes; it is nil where the usual diagnosis knows better.
func fromRun(p string) (Dossier, *Error) {
	readings := runReadings(p)
	switch {
	case len(readings) > 1:
		return Dossier{}, &Error{Problem: Ambiguous}
	case len(readings) == 0 && len(p) > 3+shortDate+maxSerial:
		return Dossier{}, &Error{Problem: Ambiguous}
	case len(readings) == 0:
		return Dossier{}, nil
	}
	r := readings[0]
	if fault := diagnose(r); fault != nil {
		return Dossier{}, fault
	}
	c, _ := build(groupsOf(r.agency), r.date, r.serial)
	return c, nil
}
