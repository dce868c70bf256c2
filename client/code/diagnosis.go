package code

import (
	"slices"
	"strings"
)

// pieces are the parts of a code as typed so far, and whether the person went on to
// the next part.
type pieces struct {
	agency string // groups joined by dots, not checked yet
	date   string
	serial string
	extra  string // text after the number of the day
	closed Part
	dotted bool // the agency id is written with dots
}

// split takes a typed code apart from left to right, the order in which a person types
// it. Its input comes from plainCode.
func split(p string) pieces {
	fields := strings.FieldsFunc(p, func(r rune) bool { return r == '-' })
	if len(fields) <= 1 && strings.ContainsRune(p, ' ') {
		fields = strings.Fields(strings.ReplaceAll(p, "-", " "))
	}
	for i, f := range fields {
		fields[i] = strings.TrimSpace(f)
	}
	n := agencyFields(fields)
	if n == 0 && p != "" && p[0] != '-' && !slices.ContainsFunc(fields, func(f string) bool { return len(f) > 3 }) {
		n = len(fields) // "000-00": an agency id may begin with digits
	}
	out := pieces{agency: strings.Join(groupsOf(strings.Join(fields[:n], ".")), ".")}
	out.dotted = strings.ContainsRune(p, '.')
	rest := fields[n:]
	closed := n > 0 && (len(rest) > 0 || strings.HasSuffix(p, "-"))
	if agency, date := unglueAgency(out.agency); date != "" && (!closed || len(date) >= shortDate) {
		out.agency = agency
		rest = append([]string{date}, rest...)
		closed = true
	}
	if closed {
		out.closed = PartAgency
	}
	if len(rest) > 0 {
		out.date = strings.ReplaceAll(rest[0], " ", "")
		if len(rest) > 1 || strings.HasSuffix(p, "-") {
			out.closed = PartDate
		} else if date, serial := unglueDate(out.date); serial != "" {
			out.date, out.serial, out.closed = date, serial, PartDate
		}
	}
	if len(rest) > 1 {
		out.serial = strings.ReplaceAll(rest[1], " ", "")
		if len(rest) > 2 {
			out.extra = strings.Join(rest[2:], "-")
		}
	}
	return out
}

// agencyFields counts the fields that belong to the agency id: up to the last field
// with a dot or, where dashes or blanks stand for the dots, up to the last field with a
// letter and the short fields after it.
func agencyFields(fields []string) int {
	n := 0
	for i, f := range fields {
		if strings.ContainsRune(f, '.') {
			n = i + 1
		}
	}
	if n > 0 {
		return n
	}
	for i, f := range fields {
		if f != "" && (clearLetter(f[0]) || len(f) <= 3 && strings.ContainsFunc(f, isLetterRune) ||
			i == 0 && len(f) == 3 && isLetter(f[0])) { // O, I and L can begin an agency id too
			n = i + 1
		}
	}
	for n > 0 && n < len(fields)-1 && len(fields[n]) <= 3 {
		n++
	}
	return n
}

func isLetterRune(r rune) bool { return r < 0x80 && clearLetter(byte(r)) }

// unglueAgency splits off a date that follows the agency id without a dash. In all ids
// seen, groups after the first have two digits.
func unglueAgency(agency string) (rest, date string) {
	at := strings.LastIndexByte(agency, '.') + 1
	last := agency[at:]
	keep := 2
	if last != "" && clearLetter(last[0]) {
		keep = 3
	}
	if len(last) <= 3 || len(last) <= keep {
		return agency, ""
	}
	if _, ok := digitsOf(last[1:]); !ok {
		return agency, ""
	}
	if d, ok := digitsOf(last); ok && len(d) == longDate && at > 0 {
		if _, fault := readDate(d); fault == nil && strings.HasPrefix(d, "20") {
			return agency[:at-1], d
		}
	}
	return agency[:at+keep], last[keep:]
}

// unglueDate splits off the number of the day that follows the date without a dash.
func unglueDate(s string) (date, serial string) {
	if len(s) <= shortDate {
		return s, ""
	}
	d, ok := digitsOf(s)
	if !ok {
		return s, ""
	}
	if _, fault := readDate(d[:shortDate]); fault == nil || !strings.HasPrefix(d, "20") {
		return s[:shortDate], s[shortDate:]
	}
	n := min(longDate, len(s))
	return s[:n], s[n:]
}

// diagnose returns the first fault of a whole code, in the order in which a person
// types, or nil when each part is right by itself.
func diagnose(p pieces) *Error {
	groups := groupsOf(p.agency)
	if len(groups) == 0 && p.date == "" && p.serial == "" {
		return &Error{Problem: Unreadable}
	}
	if _, ok := agencyOf(groups); !ok {
		if wordLike(p.agency) {
			return &Error{Problem: Unreadable}
		}
		return &Error{Problem: NoAgency, Part: PartAgency, Got: p.agency}
	}
	if fault := diagnoseDate(p.date); fault != nil {
		return fault
	}
	return diagnoseSerial(p.serial, p.extra)
}

func diagnoseDate(s string) *Error {
	digits, ok := digitsOf(s)
	if !ok {
		return &Error{Problem: BadLetter, Part: PartDate, Got: badDigit(s)}
	}
	_, fault := readDate(digits)
	return fault
}

func diagnoseSerial(s, extra string) *Error {
	digits, ok := digitsOf(s)
	fault := &Error{Part: PartSerial, Got: digits}
	switch {
	case !ok:
		fault.Problem, fault.Got = BadLetter, badDigit(s)
	case digits == "":
		fault.Problem = NoSerial
	case len(digits) < minSerial:
		fault.Problem = SerialShort
	case len(digits) > maxSerial:
		fault.Problem = SerialLong
	case extra != "":
		fault.Problem, fault.Got = SerialLong, s+"-"+extra
	default:
		return nil
	}
	return fault
}

// badDigit is the first character of s that cannot be a digit.
func badDigit(s string) string {
	for i := range len(s) {
		if digitOf(s[i]) == 0 {
			return s[i : i+1]
		}
	}
	return ""
}

// wordLike distinguishes plain words from an agency id with a typing error.
func wordLike(s string) bool {
	digits, letters := 0, 0
	for i := range len(s) {
		if isDigit(s[i]) {
			digits++
		} else if isLetter(s[i]) {
			letters++
		}
	}
	return digits == 0 && letters > 3
}
