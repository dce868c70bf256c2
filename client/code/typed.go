package code

import (
	"strings"

	"motcua/client/clean"
)

// Typed is a dossier code as far as it was typed, to be shown in groups beside the
// field. The field itself is never reformatted, because input methods rewrite what
// stands in it.
type Typed struct {
	Agency, Date, Serial string // as understood, upper case, digits for O, I and L
	// Problem is the first fault that no further typing can mend, nil when there is
	// none so far.
	Problem *Error
}

// SplitTyped takes apart what is typed so far.
func SplitTyped(s string) Typed {
	p := plainCode(clip(s, maxCodeInput))
	if fault := isInsurance(p); fault != nil {
		return Typed{Problem: fault.about(s)}
	}
	if insuranceBegun().MatchString(p) {
		return Typed{}
	}
	p = withoutListNumber(p)
	if c, fault := parseDossier(p); fault == nil {
		return Typed{Agency: c.agency, Date: c.date, Serial: c.serial}
	}
	if isRun(p) {
		return typedRun(p, s)
	}
	in := split(p)
	t := Typed{Agency: clean.Line(in.agency), Date: asDigits(in.date), Serial: asDigits(in.serial)}
	if agency, ok := agencyOf(groupsOf(in.agency)); ok && in.closed >= PartAgency {
		t.Agency = agency
	}
	if fault := certain(p, in); fault != nil {
		t.Problem = fault.about(s)
	}
	return t
}

// typedRun takes apart a code that is typed without separators, as far as only one
// reading is possible; until then it stays undivided. More digits may always make
// another reading right, so only a run that is too long is reported.
func typedRun(p, typed string) Typed {
	if readings := runReadings(p); len(readings) == 1 {
		r := readings[0]
		return Typed{Agency: r.agency, Date: r.date, Serial: r.serial}
	}
	t := Typed{Agency: clean.Line(p)}
	if len(p) > runMost {
		t.Problem = (&Error{Problem: Ambiguous}).about(typed)
	}
	return t
}

// runMost is the length of the longest run that can be a code.
const runMost = 3 + 2*(maxGroups-1) + longDate + maxSerial

// Grouped shows the groups with an underscore for each digit that is still to come:
// "H55.17.05 - 2611__ - ____". It is empty while nothing is typed.
func (t Typed) Grouped() string {
	if t.Agency == "" && t.Date == "" && t.Serial == "" {
		return ""
	}
	date := shortDate
	if len(t.Date) > shortDate {
		date = longDate
	}
	return fill(t.Agency, 3) + " - " + fill(t.Date, date) + " - " + fill(t.Serial, minSerial)
}

func fill(s string, n int) string {
	return s + strings.Repeat("_", max(0, n-len(s)))
}

func asDigits(s string) string {
	if d, ok := digitsOf(s); ok {
		return d
	}
	return clean.Line(s)
}

// certain finds the first fault that no further typing can mend.
func certain(p string, in pieces) *Error {
	if p == "" {
		return nil
	}
	if fault := foreign(p); fault != nil {
		return fault
	}
	if pc, err := ParseProcedure(p); err == nil && strings.HasPrefix(p, pc.Base()) && strings.ContainsRune(p, '.') {
		return &Error{Problem: IsProcedure, Got: pc.String()}
	}
	if fault := certainAgency(in); fault != nil {
		return fault
	}
	if fault := certainDate(in); fault != nil {
		return fault
	}
	digits, ok := digitsOf(in.serial)
	switch {
	case !ok, len(digits) > maxSerial:
		return diagnoseSerial(in.serial, in.extra)
	}
	return nil
}

func certainAgency(in pieces) *Error {
	fault := &Error{Problem: NoAgency, Part: PartAgency, Got: in.agency}
	groups := groupsOf(in.agency)
	if in.closed >= PartAgency || in.date != "" {
		_, ok := agencyOf(groups)
		if ok || maybeGroup(in) && allGroups(groups) {
			return nil
		}
		return fault
	}
	if !allGroups(groups) {
		return fault
	}
	return nil
}

func allGroups(groups []string) bool {
	for _, g := range groups {
		if !groupForm(g) {
			return false
		}
	}
	return len(groups) <= maxGroups
}

// maybeGroup reports whether what looks like a date may still become one more group of
// the agency id, with a dash or a blank for its dot.
func maybeGroup(in pieces) bool {
	return len(in.date) <= 3 && in.serial == "" && !in.dotted
}

// certainDate checks the digits typed so far against both forms of a date.
func certainDate(in pieces) *Error {
	digits, ok := digitsOf(in.date)
	if !ok {
		return diagnoseDate(in.date)
	}
	if in.closed >= PartDate {
		if len(digits) <= 3 && in.serial == "" {
			return nil // so far a group of the agency id
		}
		return diagnoseDate(digits)
	}
	if canBecome(digits, 2) || strings.HasPrefix(digits, "20") && canBecome(digits, 4) {
		return nil
	}
	return firstImpossible(digits)
}

// canBecome reports whether digits can begin a date whose year has that many digits.
func canBecome(digits string, year int) bool {
	if len(digits) > year+4 {
		return false
	}
	return firstImpossibleIn(digits, year) == nil
}

func firstImpossible(digits string) *Error {
	year := 2
	if strings.HasPrefix(digits, "20") && len(digits) > shortDate {
		year = 4
	}
	if f := firstImpossibleIn(digits, year); f != nil {
		return f
	}
	return dateFault(digits, DateLong)
}

// firstImpossibleIn reports a month or a day that does not exist, as soon as both of
// its digits are typed.
func firstImpossibleIn(digits string, year int) *Error {
	if len(digits) < year+2 {
		return nil
	}
	fault := dateFault(digits, BadMonth)
	fault.Month = number(digits[year : year+2])
	if fault.Month < 1 || fault.Month > 12 {
		return fault
	}
	if len(digits) < year+4 {
		return nil
	}
	_, f := readDate(digits[:year+4])
	return f
}
