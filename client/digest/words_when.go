package digest

import (
	"regexp"
	"strings"
)

// haveOne is the condition of "(nếu có)".
const haveOne = "có giấy tờ này"

// Words of offices in the words of people. Each replacement keeps the meaning;
// Condition.Words has the source's own.
var whenWords = []struct {
	word string
	re   *regexp.Regexp
	with string
}{
	{"nơi cư trú", regexp.MustCompile(`(?i)^(?:cơ quan [^,]{0,40}? )?không thể khai thác được thông tin về nơi cư trú.*$`), "không tra được nơi cư trú"},
	{"khai thác", regexp.MustCompile(`(?i)không (?:thể )?khai thác được`), "không tra được"},
	{" quyền", regexp.MustCompile(`(?i)^(?:ủy|uỷ) quyền (?:thực hiện|yêu cầu|xin) .*$`), "làm thay người khác"},
	{" quyền", regexp.MustCompile(`(?i)^(?:ủy|uỷ) quyền cho (.*?) (?:thực hiện|làm) (?:thủ tục|việc).*$`), "ủy quyền cho $1"},
	{"tài khoản", regexp.MustCompile(`(?i)^chưa có tài khoản định danh điện tử.*$`), "chưa có tài khoản định danh điện tử"},
}

// shortWhen is a condition as it follows "chỉ khi".
func shortWhen(s string) string {
	s = trimEnd(stripBullet(foldSpace(s)))
	low := strings.ToLower(s)
	switch low {
	case "nếu có", "có", "":
		return haveOne
	}
	for _, w := range whenWords {
		if !strings.Contains(low, w.word) {
			continue
		}
		if t := trimEnd(w.re.ReplaceAllString(s, w.with)); t != "" {
			s = t
		}
	}
	return lowerFirst(s)
}
