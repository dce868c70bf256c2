package deadline

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/digest/token"
	"motcua/client/workday"
)

// The rule of civil status and certification offices: the result is due on the day of handing
// in, and on the next working day for what is handed in after 15:00. ReadyBy uses it for its
// promise; the page shows the hour and the source's sentence.

// The rule of civil status and certification offices: the result on the day of handing in, on
// the next working day after 15:00 (Decree 123/2015/NĐ-CP and Decree 23/2015/NĐ-CP). The forms
// need the marks, because without them "trả" is the same as the "tra" of "kiểm tra".
var (
	cutoffAfter = cutoffForm(`{15}{gap}(?:kết quả|trả){gap}{next}`)
	cutoffFirst = cutoffForm(`(?:kết quả|trả){gap}{next}{gap}{15}`)
	cutoffShort = cutoffForm(`trong ngày{gap}{15}{gap}{next}`)
)

func cutoffForm(s string) func() *regexp.Regexp {
	return token.Pattern(strings.NewReplacer(
		"{15}", `sau (?:15 ?giờ|15 ?h|15[:.]00)`,
		"{next}", `ngày làm việc (?:tiếp theo|kế tiếp)`,
		"{gap}", `[^.\n]{0,120}?`,
	).Replace(s))
}

// cutoffRule reports whether a text states that rule about the result. Texts also say when a
// dossier is passed to another office ("chuyển hồ sơ … ngày làm việc tiếp theo"), which
// promises nothing. A text that is itself the limit need not mention the result.
func cutoffRule(text string, limit bool) bool {
	text = strings.ToLower(token.Beginning(text))
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

// cutoff reports whether the source states the 15:00 rule in words, and gives no number that
// allows more than a day.
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

// cutoffDay returns the day of a result that is due on the day of handing in, or on the next
// working day after 15:00.
func cutoffDay(handedIn time.Time, cal *workday.Calendar) (time.Time, bool) {
	if cal == nil {
		return time.Time{}, false
	}
	by, rolled := countedFrom(handedIn, cal)
	if t := handedIn.In(workday.Zone); !rolled && !t.Before(by.Add(15*time.Hour)) {
		by = cal.AddWorkingDays(by, 1)
	}
	return by, true
}

// Decrees say "tiếp nhận hồ sơ sau 15 giờ ... trả kết quả trong ngày làm việc tiếp theo".
var (
	afterHour = token.Pattern(`(?i)sau (\d{1,2}) ?(?:giờ|h\b)`)
	nextDay   = token.Pattern(`(?i)ngày làm việc (?:tiếp theo|kế tiếp|hôm sau)`)
)

// CutOff returns the hour (1..23, workday.Zone) after which a dossier counts as handed in on
// the next working day, and the source's sentence about it; 0 if there is none.
func CutOff(p client.Procedure) (int, string) {
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
				return hour, token.TrimEnd(token.StripBullet(token.FoldSpace(sentence)))
			}
		}
	}
	return 0, ""
}
