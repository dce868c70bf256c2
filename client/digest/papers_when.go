package digest

import "regexp"

// haveOne is the condition of "(nếu có)".
const haveOne = "có giấy tờ này"

// Words of offices in the words of people. Each replacement keeps the meaning.
var whenWords = []struct {
	re   *regexp.Regexp
	with string
}{
	{regexp.MustCompile(`(?i)^(?:người (?:có )?yêu cầu )?(?:lựa chọn )?nộp hồ sơ (?:theo hình thức )?trực (tiếp|tuyến)`), "nộp trực $1"},
	{regexp.MustCompile(`(?i)(?:gửi|nộp) hồ sơ qua (?:hệ thống|đường|dịch vụ) bưu chính`), "qua bưu chính"},
	{regexp.MustCompile(`(?i)^(?:cơ quan [^,]{0,40}? )?không thể khai thác được thông tin về nơi cư trú.*$`), "không tra được nơi cư trú"},
	{regexp.MustCompile(`(?i)không (?:thể )?khai thác được`), "không tra được"},
	{regexp.MustCompile(`(?i)^(?:ủy|uỷ) quyền (?:thực hiện|yêu cầu|xin) .*$`), "làm thay người khác"},
	{regexp.MustCompile(`(?i)^(?:ủy|uỷ) quyền cho (.*?) (?:thực hiện|làm) (?:thủ tục|việc).*$`), "ủy quyền cho $1"},
	{regexp.MustCompile(`(?i)đơn vị cung cấp dịch vụ bưu chính`), "đơn vị bưu chính"},
	{regexp.MustCompile(`(?i)^khai sinh cho trẻ em `), "trẻ "},
	{regexp.MustCompile(`(?i)^trẻ em `), "trẻ "},
	{regexp.MustCompile(`(?i)^chưa có tài khoản định danh điện tử.*$`), "chưa có tài khoản định danh điện tử"},
	{regexp.MustCompile(`(?i)^(?:những|các) `), ""},
	{regexp.MustCompile(`(?i)^người (?:có )?(?:yêu cầu|đề nghị)[^;]*? là `), "là "},
	{regexp.MustCompile(`(?i)^người (?:có )?yêu cầu(?: đăng ký| cấp)?(?: \S+){0,2}? (không|đang|chưa|đã) `), "$1 "},
	{regexp.MustCompile(`(?i)(?: theo)? quy định tại khoản \d+ Điều \d+ Nghị định.*$`), ""},
	{regexp.MustCompile(`(?i) theo quy định(?: của pháp luật| tại| của Bộ luật).*$`), ""},
}

// shortWhen is a condition as it follows "chỉ khi".
func shortWhen(s string) string {
	s = trimEnd(stripBullet(foldSpace(s)))
	if m := sentenceEnd.FindStringIndex(s); m != nil {
		s = s[:m[0]]
	}
	for _, w := range whenWords {
		if t := trimEnd(w.re.ReplaceAllString(s, w.with)); t != "" {
			s = t
		}
	}
	s = lowerFirst(cutWords(trimEnd(s), maxWhen))
	if s == "" {
		return haveOne
	}
	return s
}
