package code

import (
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/workday"
)

// Dossier is {agency id}-{date received}-{number of the day}, e.g.
// "H55.17.05-261120-0007". It is comparable; the zero value is no code. The code of
// a unit that was merged into another keeps the id that is printed on it
// ("H03.12-240315-0021").
type Dossier struct {
	agency, date, serial string
}

// Agency is the id of the unit that received the dossier: "H55.17.05".
func (c Dossier) Agency() string { return c.agency }

// DateDigits are the digits of the date as printed, yymmdd or yyyymmdd.
func (c Dossier) DateDigits() string { return c.date }

// Serial is the number of the day as printed, 4 to 7 digits.
func (c Dossier) Serial() string { return c.serial }

// IsZero reports whether c holds no code.
func (c Dossier) IsZero() bool { return c == Dossier{} }

// String is the code as it was understood, in upper case with two hyphens. For the form
// under which it is counted see [Dossier.Canonical].
func (c Dossier) String() string {
	if c.IsZero() {
		return ""
	}
	return c.agency + "-" + c.date + "-" + c.serial
}

// Date is the day it was received, at midnight in Vietnam; the zero time when c
// holds no code.
func (c Dossier) Date() time.Time {
	d, fault := readDate(c.date)
	if fault != nil {
		return time.Time{}
	}
	return d
}

// Lengths of the parts of a code, in digits.
const (
	shortDate, longDate  = 6, 8
	minSerial, maxSerial = 4, 7
)

// ParseDossier reads one code as printed or typed. It accepts lower case, full width,
// blanks, every kind of dash, O for 0 and l or I for 1 where a digit stands, and 0 for O
// where the letter stands. It accepts missing dashes, blanks and dashes for the dots,
// and no separators at all, as long as only one code can be meant. Show the person the
// code that it returns, because that is what was understood.
//
// The error is a *Error that says what is wrong and in which part. To find a code in
// a longer text, see ReadDossier; to check that its date is not in the future, see
// CheckDate.
func ParseDossier(s string) (Dossier, error) {
	c, fault := parseDossier(s)
	if fault != nil {
		return Dossier{}, fault.about(s)
	}
	return c, nil
}

// CheckDate checks that a code can exist at the time now: its date must not be in the
// future. The error is a *Error with Future. One day is tolerated for a machine whose
// clock is slow.
func CheckDate(c Dossier, now time.Time) error {
	if c.IsZero() || workday.DayNumber(c.Date()) <= workday.DayNumber(now)+1 {
		return nil
	}
	d := c.Date()
	return &Error{
		Problem: Future, Part: PartDate, Input: c.String(), Got: c.date,
		Month: int(d.Month()), Day: d.Day(),
	}
}

func parseDossier(s string) (Dossier, *Error) {
	if len(s) > maxCodeInput {
		return Dossier{}, &Error{Problem: Unreadable}
	}
	p := plainCode(s)
	if p == "" {
		return Dossier{}, &Error{Problem: Empty}
	}
	if fault := isInsurance(p); fault != nil {
		return Dossier{}, fault
	}
	p = dotsForCommas(withoutListNumber(p))
	if fault := foreign(p); fault != nil {
		return Dossier{}, fault
	}
	if c, ok := asPrinted(p); ok {
		return c, nil
	}
	if pc, err := ParseProcedure(p); err == nil {
		return Dossier{}, &Error{Problem: IsProcedure, Got: pc.String()}
	}
	if isRun(p) {
		if c, fault := fromRun(p); fault != nil || !c.IsZero() {
			return c, fault
		}
	}
	c, ways := asMeant(p)
	if ways == 1 {
		return c, nil
	}
	if ways > 1 {
		return Dossier{}, &Error{Problem: Ambiguous}
	}
	if fault := diagnose(split(p)); fault != nil {
		return Dossier{}, fault
	}
	return Dossier{}, &Error{Problem: Unreadable}
}

// foreign finds a character that no code contains. Several different ones mean that
// the text is no code at all.
func foreign(p string) *Error {
	var bad rune
	for _, r := range p {
		if r < 0x80 && (isDigit(byte(r)) || isLetter(byte(r)) || r == '.' || r == '-' || r == ' ') {
			continue
		}
		if bad != 0 && bad != r {
			return &Error{Problem: Unreadable}
		}
		bad = r
	}
	if bad == 0 {
		return nil
	}
	return &Error{Problem: BadLetter, Got: clean.Line(string(bad))}
}

// asPrinted reads a code with its two dashes, from right to left, because a dash in
// the agency id may stand for a dot.
func asPrinted(p string) (Dossier, bool) {
	last := strings.LastIndexByte(p, '-')
	if last < 0 {
		return Dossier{}, false
	}
	first := strings.LastIndexByte(p[:last], '-')
	if first < 0 {
		return Dossier{}, false
	}
	date, ok1 := digitsOf(p[first+1 : last])
	serial, ok2 := digitsOf(p[last+1:])
	if !ok1 || !ok2 {
		return Dossier{}, false
	}
	return build(groupsOf(p[:first]), date, serial)
}

// build makes a code from its parts if each of them is right.
func build(groups []string, date, serial string) (Dossier, bool) {
	if len(serial) < minSerial || len(serial) > maxSerial {
		return Dossier{}, false
	}
	if _, fault := readDate(date); fault != nil {
		return Dossier{}, false
	}
	agency, ok := agencyOf(groups)
	return Dossier{agency, date, serial}, ok
}

func groupsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '-' || r == ' ' })
}

// readDate reads yymmdd (of this century) or yyyymmdd, at midnight in Vietnam.
func readDate(digits string) (time.Time, *Error) {
	year := 0
	switch len(digits) {
	case shortDate:
		year = 2000 + number(digits[:2])
	case longDate:
		year = number(digits[:4])
	default:
		return time.Time{}, dateFault(digits, lengthProblem(digits))
	}
	month, day := number(digits[len(digits)-4:len(digits)-2]), number(digits[len(digits)-2:])
	fault := dateFault(digits, 0)
	fault.Month = month
	if month < 1 || month > 12 {
		fault.Problem = BadMonth
		return time.Time{}, fault
	}
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, workday.Zone)
	if day < 1 || d.Day() != day {
		fault.Problem, fault.Day = BadDay, day
		return time.Time{}, fault
	}
	if year/100 != 20 {
		// Portals have issued codes in this century only; eight digits that begin
		// otherwise are six digits and two too many.
		return time.Time{}, dateFault(digits, DateLong)
	}
	return d, nil
}

func dateFault(digits string, p Problem) *Error {
	return &Error{Problem: p, Part: PartDate, Got: digits}
}

// lengthProblem tells which of the two lengths was meant: seven digits that begin
// with a year of this century lack one, all others have one too many.
func lengthProblem(digits string) Problem {
	switch {
	case digits == "":
		return NoDate
	case len(digits) < shortDate, len(digits) < longDate && strings.HasPrefix(digits, "20"):
		return DateShort
	default:
		return DateLong
	}
}

func number(digits string) int {
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n], "")
}
