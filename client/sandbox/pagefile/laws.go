package pagefile

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const lawsHead = "Tên văn bản pháp lýMã văn bản"

// lawNumber matches a number such as "154/2024/NĐ-CP", "68/2020/QH14", "2222/QĐ-BHXH" or
// "66.7/2025/NQ-CP". Its last part may include letters of the text that follows without a
// blank; numberLen cuts them off.
var lawNumber = regexp.MustCompile(`\d+(?:\.\d+|\.?[a-z])?/(?:\d{4}/)?(?:QH\d\d|[A-ZĐ]+(?: ?- ?(?:TTg|[A-ZĐ]+\d*))+)`)

// issuers are the letters that end a number, the longest of a kind first. They separate
// the number from a title in capitals that follows without a blank.
var issuers = []string{
	"UBTVQH", "VKSNDTC", "BLĐTBXH", "BVHTTDL", "BNNPTNT", "TANDTC", "BNNMT", "BTNMT", "BKHCN", "BKHĐT",
	"BTTTT", "BGTVT", "BGDĐT", "NHNN", "BHXH", "VPCP", "HĐTP", "BYT", "BTP", "BTC", "BCA", "BCT", "BQP",
	"BXD", "BNG", "BNV", "TTg", "CTN", "CP",
}

// parseLegalBasis reads "<name><number><name><number>...". A name may also quote a
// number: a quoted one follows a word such as "số" and a blank, while an act's own number
// touches the text around it.
func parseLegalBasis(s, executing string) []Ref {
	acts := []Ref{}
	s = strings.TrimPrefix(s, lawsHead)
	if known(s) == "" {
		return acts
	}
	add := func(name, code string) {
		if strings.TrimSpace(name+code) != "" {
			acts = append(acts, Ref{ID: DerivedID("act", name, code), Name: name, Code: code})
		}
	}
	start := 0
	for at := 0; at < len(s); {
		m := lawNumber.FindStringIndex(s[at:])
		if m == nil {
			break
		}
		from, to := splitYear(s, at+m[0]), at+m[1]
		to = from + numberLen(s[from:to], s[to:])
		number := s[from:to]
		at = to
		prefix := kindPrefix(s[start:from])
		switch {
		case strings.HasPrefix(s[to:], number):
			// "Luật 60/2014/QH13" and its number again: the next one ends the row.
			add(s[start:to], number)
			at += len(number)
			start = at
		case from == start && reversed(s[to:], number) > 0:
			// Name and number are swapped: "47/2019/TT-BTC", "Thông tư 47/2019/TT-BTC".
			n := reversed(s[to:], number)
			add(number, s[to:to+n])
			at += n
			start = at
		case prefix > 0: // "... Bộ Tư phápThông tư số 03/2023/TT-BTP"
			add(s[start:from-prefix], s[from-prefix:to])
			start = to
		case !quoted(s[start:from], s[to:]):
			add(s[start:from], number)
			start = to
		}
	}
	rest := s[start:]
	if strings.TrimSpace(rest) != "Cơ quan thực hiện"+strings.TrimSpace(executing) { // the next section, which follows without a separator
		add(rest, "")
	}
	return acts
}

// splitYear skips a year at the end of a name: "... năm 2020" and "76/2025/QH15" together
// read "202076/2025/QH15".
func splitYear(s string, from int) int {
	n := 0
	for from+n < len(s) && s[from+n] >= '0' && s[from+n] <= '9' {
		n++
	}
	if n > 4 && (strings.HasPrefix(s[from:], "20") || strings.HasPrefix(s[from:], "19")) {
		return from + 4
	}
	return from
}

// numberLen returns the length of a number without the capitals of a title behind it.
func numberLen(number, after string) int {
	dash := strings.LastIndexByte(number, '-')
	if dash < 0 {
		return len(number)
	}
	for dash+1 < len(number) && number[dash+1] == ' ' {
		dash++
	}
	tail := number[dash+1:]
	for _, i := range issuers {
		if strings.HasPrefix(tail, i) {
			return dash + 1 + len(i) + digitsAfter(tail[len(i):], i)
		}
	}
	if strings.HasPrefix(tail, "QH") {
		return dash + 1 + len("QH") + min(2, len(tail)-2)
	}
	next, _ := utf8.DecodeRuneInString(after)
	if last, size := utf8.DecodeLastRuneInString(tail); unicode.IsLower(next) && unicode.IsUpper(last) && len(tail) > size {
		return len(number) - size
	}
	return len(number)
}

// digitsAfter returns the digits that belong to an issuer: only the National Assembly's
// committee numbers its terms ("UBTVQH14").
func digitsAfter(s, issuer string) int {
	if issuer != "UBTVQH" {
		return 0
	}
	n := 0
	for n < len(s) && n < 2 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

var actKinds = []string{"Thông tư số ", "Thông tư ", "Nghị định số ", "Nghị định ", "Luật số ", "Luật ", "TT"}

// kindPrefix returns the length of the kind of act at the end of s. It belongs to the
// number that follows, and touches the name before it.
func kindPrefix(s string) int {
	for _, k := range actKinds {
		head, ok := strings.CutSuffix(s, k)
		if last, _ := utf8.DecodeLastRuneInString(head); ok && head != "" && (unicode.IsLower(last) || last == '.') {
			return len(k)
		}
	}
	return 0
}

// reversed returns the length of "Thông tư 47/2019/TT-BTC" at the front of s when it
// names the same number.
func reversed(s, number string) int {
	for _, k := range actKinds {
		if rest, ok := strings.CutPrefix(s, k); ok && strings.HasPrefix(rest, number) {
			return len(k) + len(number)
		}
	}
	return 0
}

// quoted reports whether a number is quoted inside a name and not the act's own.
func quoted(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	if unicode.IsSpace(last) {
		words := strings.TrimRightFunc(before, unicode.IsSpace)
		words = words[strings.LastIndexFunc(words, unicode.IsSpace)+1:]
		switch strings.ToLower(words) {
		case "số", "tư", "thư", "định", "quyết", "luật", "lệnh", "tịch":
			return true
		}
	}
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case after == "":
		return false
	case strings.HasPrefix(after, "ngày"):
		return true
	case unicode.IsSpace(next):
		next, _ = utf8.DecodeRuneInString(strings.TrimLeftFunc(after, unicode.IsSpace))
		return unicode.IsLower(next)
	default:
		return strings.ContainsRune(",;.)", next)
	}
}
