package pagefile

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const methodsHead = "Hình thức nộpThời gianPhí, lệ phíMô tả"

var channels = map[string]string{
	"Trực tuyến":        "ONLINE",
	"Dịch vụ bưu chính": "POSTAL",
	"Trực tiếp":         "DIRECT",
}

var units = map[string]string{
	"Ngày làm việc": "WORKING_DAY",
	"Ngày":          "DAY",
	"Giờ làm việc":  "WORKING_HOUR",
	"Giờ":           "HOUR",
	"":              "OTHER",
}

const (
	channelWords = `Trực tuyến|Dịch vụ bưu chính|Trực tiếp`
	feeWords     = `[0-9][0-9,.]* ?(?:Việt Nam Đồng|VNĐ|VND|USD|EUR|Đồng)|Miễn phí`
)

var (
	// methodRow matches the start of a row: a channel directly followed by its time,
	// which is digits with or without a unit, the words for "empty", or a rule in words
	// before a fee.
	methodRow = regexp.MustCompile(`(` + channelWords + `)(\d|` + nothingKnown + `|\p{Lu}[^\n]{0,119}?(?:` + feeWords + `))`)

	timeCell = regexp.MustCompile(`^(\d+(?:[.,]\d+)?) ?(Ngày làm việc|Ngày|Giờ làm việc|Giờ)`)
	feeCell  = regexp.MustCompile(`^(?:([0-9][0-9,.]*) ?(Việt Nam Đồng|VNĐ|VND|USD|EUR|Đồng)|Miễn phí)`)
	feeAhead = regexp.MustCompile(feeWords)
)

// parseMethods reads the concatenated table of channels. feesAreLePhi says that the
// procedure's own text speaks of lệ phí, which decides the type of an amount without one.
func parseMethods(s string, feesAreLePhi bool) []Method {
	methods := []Method{}
	s = strings.TrimPrefix(s, methodsHead)
	if known(s) == "" {
		return methods
	}
	starts := methodRow.FindAllStringSubmatchIndex(s, -1)
	for i, m := range starts {
		end := len(s)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		methods = append(methods, parseMethod(channels[s[m[2]:m[3]]], s[m[3]:end], feesAreLePhi))
	}
	if len(starts) == 0 {
		return append(methods, Method{Description: s, Fees: []Fee{}})
	}
	if head := s[:starts[0][0]]; strings.TrimSpace(head) != "" {
		methods[0].Description = joinTexts(head, methods[0].Description)
	}
	return methods
}

func parseMethod(channel, s string, feesAreLePhi bool) Method {
	m := Method{Channel: channel, Fees: []Fee{}}
	var rule string
	m.Time, m.Unit, rule, s = cutTime(s)
	if rest, ok := strings.CutPrefix(s, nothingKnown); ok {
		s = rest
	} else {
		for {
			fee, rest, ok := cutFee(s)
			if !ok {
				break
			}
			m.Fees, s = append(m.Fees, fee), rest
		}
	}
	m.Description = joinTexts(rule, s)
	for i, f := range m.Fees {
		m.Fees[i].Type = feeType(f, m.Description, feesAreLePhi)
	}
	return m
}

func joinTexts(a, b string) string {
	if strings.TrimSpace(a) == "" || strings.TrimSpace(b) == "" {
		return a + b
	}
	return a + "\n" + b
}

// cutTime removes the time from the front of a row. A number without a unit is the
// portal's OTHER: the rule is stated in the text only. It may touch an amount ("1100 VNĐ"
// is "1" and "100 VNĐ").
func cutTime(s string) (quantity *float64, unit, rule, rest string) {
	if rest, ok := strings.CutPrefix(s, nothingKnown); ok {
		return nil, "", "", rest
	}
	number := func(t string) *float64 {
		n, err := strconv.ParseFloat(strings.ReplaceAll(t, ",", "."), 64)
		if err != nil {
			return nil
		}
		return &n
	}
	if m := timeCell.FindStringSubmatch(s); m != nil {
		return number(m[1]), units[m[2]], "", s[len(m[0]):]
	}
	digits := len(s) - len(strings.TrimLeftFunc(s, func(r rune) bool { return r >= '0' && r <= '9' }))
	if digits == 0 { // the time is a rule in words, up to the fee
		i := feeAhead.FindStringIndex(s)
		if i == nil {
			return nil, "OTHER", s, ""
		}
		return nil, "OTHER", s[:i[0]], s[i[0]:]
	}
	if fee := feeCell.FindString(s); fee != "" || digits > 3 {
		digits = 1
		if len(s) > 2 && s[1] == '0' {
			digits = 2
		}
	}
	return number(s[:digits]), units[""], "", s[digits:]
}

// cutFee removes one amount, or the words for "free", and the description in brackets from
// the front of s.
func cutFee(s string) (fee Fee, rest string, ok bool) {
	m := feeCell.FindStringSubmatch(s)
	if m == nil {
		return fee, s, false
	}
	if m[1] != "" {
		fee.Value, fee.CurrencyName = amount(m[1]), m[2]
	}
	rest = s[len(m[0]):]
	if strings.HasPrefix(rest, "(") {
		end := closingBracket(rest)
		for end < len(rest) && rest[end] == ')' { // one bracket too many
			end++
		}
		fee.Description = strings.TrimSuffix(rest[1:end], ")")
		rest = rest[end:]
	}
	return fee, rest, true
}

// amount reads "7,000" and "12.50": the page uses commas for thousands.
func amount(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimRight(strings.ReplaceAll(s, ",", ""), "."), 64)
	if err != nil {
		v, _ = strconv.ParseFloat(strings.NewReplacer(",", "", ".", "").Replace(s), 64)
	}
	return v
}

// closingBracket returns the end of the bracketed text at the beginning of s, or the end
// of s when the bracket is never closed. It ignores the bracket of a list item, "a)" or
// "1)".
func closingBracket(s string) int {
	depth := 0
	before, last := ' ', ' '
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')' && !listMark(before, last):
			if depth--; depth == 0 {
				return i + 1
			}
		}
		before, last = last, r
	}
	return len(s)
}

func listMark(before, last rune) bool {
	return (unicode.IsSpace(before) || before == ';') && (unicode.IsDigit(last) || unicode.IsLower(last))
}

// feeType decides between lệ phí (FEE) and phí (SERVICE_FEE). The page does not show the
// type; the portal sends SERVICE_FEE for a zero without an explanation.
func feeType(f Fee, description string, feesAreLePhi bool) string {
	for _, s := range []string{f.Description, description} {
		s = strings.ToLower(s)
		switch {
		case strings.Contains(s, "lệ phí"):
			return "FEE"
		case hasWord(s, "phí"):
			return "SERVICE_FEE"
		}
	}
	if feesAreLePhi && (f.Value > 0 || f.Description != "") {
		return "FEE"
	}
	return "SERVICE_FEE"
}

func hasWord(s, word string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], word)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+len(word):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from = i + len(word)
	}
}
