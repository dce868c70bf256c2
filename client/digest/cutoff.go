package digest

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/workday"
)

// The rule of civil status and certification desks: the result on the day of handing
// in, and on the next working day for what comes after 15 o'clock. ReadyBy promises by
// it; the page shows its hour and the source's sentence.

// The rule of civil status and certification desks: the result on the day of
// handing in, on the next working day for what comes after 15 o'clock (Decree
// 123/2015/NĐ-CP and Decree 23/2015/NĐ-CP). Read with its marks: without them
// "trả" is the "tra" of "kiểm tra".
var (
	cutoffAfter = cutoffForm(`{15}{gap}(?:kết quả|trả){gap}{next}`)
	cutoffFirst = cutoffForm(`(?:kết quả|trả){gap}{next}{gap}{15}`)
	cutoffShort = cutoffForm(`trong ngày{gap}{15}{gap}{next}`)
)

func cutoffForm(s string) func() *regexp.Regexp {
	return pattern(strings.NewReplacer(
		"{15}", `sau (?:15 ?giờ|15 ?h|15[:.]00)`,
		"{next}", `ngày làm việc (?:tiếp theo|kế tiếp)`,
		"{gap}", `[^.\n]{0,120}?`,
	).Replace(s))
}

// cutoffRule tells whether a text states that rule about the result. Texts also
// say when a dossier moves on to another desk ("chuyển hồ sơ … ngày làm việc
// tiếp theo"), which promises nothing. A text that is the limit itself need not
// name the result.
func cutoffRule(text string, limit bool) bool {
	text = strings.ToLower(beginning(text))
	forms := []func() *regexp.Regexp{cutoffAfter, cutoffFirst}
	if limit {
		forms = append(forms, cutoffShort)
	}
	for _, form := range forms {
		if m := form().FindString(text); m != "" && !strings.Contains(m, "chuyển") {
			return true
		}
	}
	return false
}

// cutoff tells whether the source gives the 15 o'clock rule in words, and no
// number of its own that allows more than a day.
func cutoff(p client.Procedure, methods []client.Method) bool {
	inLimit := false
	for _, m := range methods {
		if m.Limit.Unit != client.UnitOther && m.Limit.Unit != client.UnitNone || m.Limit.Quantity > 1 {
			return false
		}
		inLimit = inLimit || cutoffRule(m.Limit.Text, true) || cutoffRule(m.Description, true)
	}
	for _, c := range p.CaseLimits {
		if c.Limit.Quantity > 1 {
			return false
		}
	}
	if inLimit {
		return true
	}
	for _, s := range p.Steps {
		if cutoffRule(s.Text, false) || cutoffRule(s.Name, false) {
			return true
		}
	}
	return false
}

// cutoffDay is the day of a result that is due on the day of handing in, or on
// the next working day after 15 o'clock.
func cutoffDay(handedIn time.Time, cal *workday.Calendar) (time.Time, bool) {
	if cal == nil {
		return time.Time{}, false
	}
	by, rolled := countedFrom(handedIn, cal)
	if t := handedIn.In(workday.Zone); !rolled && !t.Before(by.Add(15*time.Hour)) {
		by = cal.AddWorkingDays(by, 1)
	}
	return by, cal.UnknownYear(handedIn, by) == 0
}

// Decree texts say "tiếp nhận hồ sơ sau 15 giờ ... trả kết quả trong ngày làm
// việc tiếp theo".
var (
	afterHour = pattern(`(?i)sau (\d{1,2}) ?(?:giờ|h\b)`)
	nextDay   = pattern(`(?i)ngày làm việc (?:tiếp theo|kế tiếp|hôm sau)`)
)

// cutOff finds the sentence with both, and its hour.
func cutOff(p client.Procedure) (int, string) {
	var texts []string
	for _, m := range p.Methods {
		texts = append(texts, m.Limit.Text, m.Description)
	}
	for _, s := range p.Steps {
		texts = append(texts, s.Text)
	}
	for _, t := range append(texts, p.Notes) {
		for sentence := range strings.FieldsFuncSeq(t, func(r rune) bool { return strings.ContainsRune(".;\n", r) }) {
			m := afterHour().FindStringSubmatch(sentence)
			if m == nil || !nextDay().MatchString(sentence) {
				continue
			}
			if hour, err := strconv.Atoi(m[1]); err == nil && hour >= 1 && hour <= 23 {
				return hour, trimEnd(stripBullet(foldSpace(sentence)))
			}
		}
	}
	return 0, ""
}
