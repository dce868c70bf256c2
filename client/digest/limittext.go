package digest

import (
	"regexp"
	"strconv"
	"strings"

	"motcua/client"
)

// Time limits in the words of a source. Only what can be read in one way
// counts; everything else stays text for the person to read.

var (
	limitForm = regexp.MustCompile(`(\d{1,3})(?:\s*\([^()\d]{1,30}\))?\s*(ngày làm việc|ngày|giờ làm việc|giờ)`)
	// What stands right before a number that bounds the work.
	boundForm = regexp.MustCompile(`(?:trong|không quá|tối đa|thời hạn|thời gian|thời hạn giải quyết|thời gian giải quyết)(?:\s+là)?\s*:?\s*$`)
	// What follows a number that names a day or an hour: "01 ngày 14/11/2016",
	// "07 giờ 30".
	dateForm = regexp.MustCompile(`^\s*\d`)
)

// maxLimitText bounds what is read; rules stand at the beginning.
const maxLimitText = 20_000

// limitIn gives the time limit that a text states, when it states just one.
func limitIn(text string) (client.TimeLimit, bool) {
	all := limitsIn(text)
	if len(all) == 0 {
		return client.TimeLimit{}, false
	}
	for _, l := range all[1:] {
		if l != all[0] {
			return client.TimeLimit{}, false
		}
	}
	return all[0], true
}

// limitsIn gives the time limits that a text states ("không quá 03 ngày làm
// việc"), or nothing when it holds a number of days or hours whose meaning is
// open.
func limitsIn(text string) []client.TimeLimit {
	text = strings.ToLower(beginning(text))
	var out []client.TimeLimit
	for _, m := range limitForm.FindAllStringSubmatchIndex(text, -1) {
		before, after := text[:m[0]], text[m[1]:]
		if dateForm.MatchString(after) {
			continue
		}
		if strings.TrimSpace(before) != "" && !boundForm.MatchString(before[max(0, len(before)-80):]) {
			return nil
		}
		n, err := strconv.Atoi(text[m[2]:m[3]])
		if err != nil || n == 0 {
			return nil
		}
		out = append(out, client.TimeLimit{Quantity: float64(n), Unit: limitUnits[text[m[4]:m[5]]]})
	}
	return out
}

var limitUnits = map[string]client.TimeUnit{
	"ngày làm việc": client.UnitWorkingDay, "ngày": client.UnitDay, "giờ làm việc": client.UnitWorkingHour, "giờ": client.UnitHour,
}

// The rule of civil status and certification desks: the result on the day of
// handing in, on the next working day for what comes after 15 o'clock (Decree
// 123/2015/NĐ-CP and Decree 23/2015/NĐ-CP). Read with its marks: without them
// "trả" is the "tra" of "kiểm tra".
var (
	cutoffAfter = cutoffForm(`{15}{gap}(?:kết quả|trả){gap}{next}`)
	cutoffFirst = cutoffForm(`(?:kết quả|trả){gap}{next}{gap}{15}`)
	cutoffShort = cutoffForm(`trong ngày{gap}{15}{gap}{next}`)
)

func cutoffForm(s string) *regexp.Regexp {
	return regexp.MustCompile(strings.NewReplacer(
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
	forms := []*regexp.Regexp{cutoffAfter, cutoffFirst}
	if limit {
		forms = append(forms, cutoffShort)
	}
	for _, form := range forms {
		if m := form.FindString(text); m != "" && !strings.Contains(m, "chuyển") {
			return true
		}
	}
	return false
}

// beginning is what is read of a text.
func beginning(text string) string {
	if len(text) <= maxLimitText {
		return text
	}
	return strings.ToValidUTF8(text[:maxLimitText], "")
}
