package code

import "strings"

// NextTyped returns the characters that can follow what was typed so far of a
// dossier code written as it is printed, "H55.17.05-261120-0007": with each of them
// the text is still the beginning of some valid code. Digits come first, then letters
// in upper case, then '.' and '-'. The on-screen keyboard offers only these.
//
// The result is empty where nothing can follow, and where the text is not written as
// printed (ParseDossier understands more than that): SplitTyped says what is wrong
// there.
func NextTyped(s string) []rune {
	p := plainCode(s)
	if next := nextInInsurance(p); next != nil {
		return next
	}
	if len(s) > maxCodeInput || plainCode(s+"-") != p+"-" {
		return nil // a blank at the end: the next character would not join the text before it
	}
	agency, rest, closed := strings.Cut(p, "-")
	if !closed {
		return nextInAgency(agency)
	}
	if _, ok := agencyOf(strings.Split(agency, ".")); !ok {
		return nil
	}
	date, serial, closed := strings.Cut(rest, "-")
	if !closed {
		return nextInDate(date)
	}
	if _, fault := readDate(plainDigits(date)); fault != nil {
		return nil
	}
	if digits, ok := digitsOf(serial); ok && len(digits) == len(serial) && len(serial) < maxSerial {
		return []rune(anyDigit)
	}
	return nil
}

// nextInInsurance is NextTyped for a number of social insurance, written with dashes
// because keyboards for codes have those. It answers where the text can be nothing else,
// and where three digits may begin either such a number or an agency id. Digits that
// begin with 000 belong to no insurance office.
func nextInInsurance(p string) []rune {
	if strings.HasPrefix(p, "000") {
		return nil
	}
	if len(p) == 3 && allDigits(p) {
		return []rune(anyDigit + ".")
	}
	if !insuranceBegun().MatchString(p) || strings.Trim(p, anyDigit+"-") != "" {
		return nil // other separators, which these keys cannot type
	}
	var next []rune
	for _, r := range anyDigit + "-" {
		whole := p + string(r)
		if isInsurance(whole) != nil || insuranceBegun().MatchString(whole) && !strings.HasSuffix(whole, "--") {
			next = append(next, r)
		}
	}
	return next
}

const (
	anyDigit  = "0123456789"
	anyLetter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

// plainDigits returns s if it is all digits, else "".
func plainDigits(s string) string {
	d, _ := digitsOf(s)
	return d
}

func nextInAgency(agency string) []rune {
	groups := strings.Split(agency, ".")
	last := len(groups) - 1
	for i, g := range groups {
		if i < last && !groupForm(g) || len(g) > 3 || g != "" && !groupForm(g) {
			return nil
		}
	}
	var next []rune
	before, open := groups[:last], groups[last]
	for _, r := range anyDigit + anyLetter {
		if agencyCanBe(before, open+string(r)) {
			next = append(next, r)
		}
	}
	if open != "" && len(groups) < maxGroups {
		next = append(next, '.')
	}
	if _, ok := agencyOf(groups); ok && open != "" {
		next = append(next, '-')
	}
	return next
}

// agencyCanBe reports whether an agency id can begin with these groups and a last group
// that may be incomplete.
func agencyCanBe(before []string, open string) bool {
	if len(open) > 3 || len(before) >= maxGroups {
		return false
	}
	if len(before)+1 < maxGroups {
		return true // a group such as "H48" may still follow, and makes any of them valid
	}
	// No group can follow, so the last one must make the id valid: as it is, or with one
	// or two more characters.
	for _, more := range [...]string{"", "1", "11", "A", "1A", "A1"} {
		if len(open+more) > 3 {
			continue
		}
		if _, ok := agencyOf(append(before[:len(before):len(before)], open+more)); ok {
			return true
		}
	}
	return false
}

func nextInDate(date string) []rune {
	digits, ok := digitsOf(date)
	if !ok || len(digits) != len(date) {
		return nil
	}
	var next []rune
	for _, r := range anyDigit {
		if d := digits + string(r); dateBegins(d, shortDate) || dateBegins(d, longDate) {
			next = append(next, r)
		}
	}
	if _, fault := readDate(digits); fault == nil {
		next = append(next, '-')
	}
	return next
}

// dateBegins reports whether a date of that many digits can begin with these digits.
func dateBegins(digits string, length int) bool {
	year := length - 4
	if len(digits) > length {
		return false
	}
	if length == longDate && !strings.HasPrefix(digits, "20"[:min(2, len(digits))]) {
		return false // as in readDate: this century only
	}
	if len(digits) <= year {
		return true
	}
	for month := 1; month <= 12; month++ {
		for day := 1; day <= 31; day++ {
			end := string([]byte{
				'0' + byte(month/10), '0' + byte(month%10), '0' + byte(day/10), '0' + byte(day%10),
			})
			if !strings.HasPrefix(end, digits[year:]) {
				continue
			}
			if _, fault := readDate(digits[:year] + end); fault == nil {
				return true
			}
		}
	}
	return false
}
