package code

// A code is also typed as one run, without dots and dashes: "H5517052611200007". In a
// run the agency id is its letter and two digits and then groups of two digits (as in
// all such ids seen), and where the date begins is not obvious.

// isRun reports whether p is a letter and two digits followed by digits alone.
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

// runReadings returns every reading of a run that contains a real date. A reading whose
// number of the day is still too short counts too: "H551705261120007" lacks a digit of
// H55.17.05-261120-0007 and must not be read as H55-170526-1120007.
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

// fromRun reads a run that can be meant in one way only. Otherwise the fault asks for
// the dashes; it is nil where diagnose gives a better reason.
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
