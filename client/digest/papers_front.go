package digest

import (
	"regexp"
	"strings"
)

// Where the condition of "Trường hợp X thì Y" ends.
var frontEnds = []string{" thì ", ", kèm theo ", ", khi thực hiện ", ": ", " phải có ", " phải nộp ", ", hồ sơ ", " hồ sơ phải "}

var forCase = regexp.MustCompile(`(?i)^(?:đối với|trong) (?:các )?trường hợp |^(?:các )?trường hợp |^nếu `)

// splitFront cuts "Trường hợp X thì Y" and "Đối với X: Y" into X and Y.
func splitFront(s string) (when, rest string, ok bool) {
	var body string
	if m := forCase.FindStringIndex(s); m != nil {
		body = s[m[1]:]
		if strings.HasPrefix(strings.ToLower(s), "các trường hợp") {
			body = "trường hợp " + body
		}
	} else {
		w, ok := cutPrefixFold(s, "Đối với ")
		i := strings.Index(w, ": ")
		if !ok || i < 0 || advice.MatchString(s) || strings.Contains(w[:i], ". ") {
			return "", "", false
		}
		return w[:i], w[i+2:], true
	}
	at, keep := -1, 0
	for _, end := range frontEnds {
		if i := strings.Index(body, end); i > 0 && (at < 0 || i < at) {
			at, keep = i, len(end)
			if strings.HasPrefix(end, " phải") {
				keep = 1
			}
		}
	}
	if at < 0 || strings.Contains(body[:at], ". ") {
		return "", "", false
	}
	return body[:at], body[at+keep:], true
}

func cutPrefixFold(s, prefix string) (string, bool) {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

// The duty in the second half of "Trường hợp X thì Y".
var (
	duty      = regexp.MustCompile(`(?i)(?:^|[\s,])(?:còn )?phải (?:có|nộp lại|nộp|xuất trình|kèm theo|gửi kèm|bổ sung)(?: thêm)?:? `)
	bareDuty  = regexp.MustCompile(`(?i)^(?:nộp|xuất trình|có|thay thế bằng:?|kèm theo|bổ sung) |^(?:công dân|người yêu cầu|đơn vị|cá nhân|tổ chức|doanh nghiệp) (?:nộp|xuất trình|gửi) `)
	noDuty    = regexp.MustCompile(`(?i)không phải|không bao gồm|không cần|không bắt buộc`)
	officeAct = regexp.MustCompile(`(?i)^(?:cơ quan|người tiếp nhận|ủy ban|việc |cán bộ|thành phần hồ sơ|hộ chiếu phải)`)
)

// frontItems reads the consequence of a condition. Nothing comes back when it
// asks for no paper.
func frontItems(when, rest string, none bool) []item {
	if startsNoun.MatchString(stripBullet(rest)) && !mustBe.MatchString(firstClause(rest)) && !(none && strings.Contains(rest, " phải ")) {
		return splitList(stripBullet(rest), when)
	}
	if _, list, ok := strings.Cut(rest, "cụ thể: "); ok && startsNoun.MatchString(stripBullet(list)) {
		return splitList(stripBullet(list), when)
	}
	if officeAct.MatchString(rest) {
		return nil
	}
	rest = firstSentence(rest)
	var m []int
	if !none {
		m = bareDuty.FindStringIndex(rest)
	}
	if m == nil {
		m = duty.FindStringIndex(rest)
	}
	if m == nil || noDuty.MatchString(rest[:m[1]]) {
		return nil
	}
	y := stripBullet(rest[m[1]:])
	if !startsNoun.MatchString(y) {
		return nil
	}
	show := strings.Contains(strings.ToLower(rest[m[0]:m[1]]), "xuất trình")
	items := splitList(y, when)
	for i := range items {
		items[i].paper.Show = show
	}
	return items
}

// splitList reads "A; - B; - C": several papers under one condition.
func splitList(s, when string) []item {
	w := shortWhen(when)
	var items []item
	for _, part := range listItem.Split(andLetter.ReplaceAllString(s, "; + $1"), -1) {
		part = stripBullet(part)
		if len(items) > 0 && !startsNoun.MatchString(part) {
			continue
		}
		items = append(items, item{when: w, paper: Paper{Name: shortName(part, false)}})
	}
	return items
}

var (
	listItem = regexp.MustCompile(`;\s*(?:[-+•–]|\(?[ivx]+\))\s*`)
	// "bản sao hợp đồng ..., giấy giới thiệu ...": two papers in a breath.
	andLetter = regexp.MustCompile(`(?i),\s+(giấy giới thiệu )`)
)

// Rows on acting for somebody else tell the rule first and the paper last.
var authorise = regexp.MustCompile(`(?i)(?:ủy|uỷ) quyền[^.]*[:.] (trường hợp (?:ủy|uỷ) quyền .*)$`)

func authorised(s string) ([]item, bool) {
	if !strings.Contains(s, " quyền") {
		return nil, false // the pattern is dear, and few rows have the word
	}
	m := authorise.FindStringSubmatch(s)
	if m == nil {
		return nil, false
	}
	var items []item
	for part := range strings.SplitSeq(m[1], "; Trường hợp ") {
		if w, rest, ok := splitFront("Trường hợp " + strings.TrimPrefix(part, "Trường hợp ")); ok {
			items = append(items, frontItems(w, rest, false)...)
		}
	}
	return items, len(items) > 0
}

// The office looks a fact up itself; only when it cannot, a paper is shown:
// "Thông tin chứng minh ... Trường hợp không ... thì công dân xuất trình Y".
var unlessKnown = regexp.MustCompile(`(?i)^thông tin .*?\. (trường hợp .*? thì (?:công dân|người yêu cầu) (?:xuất trình|nộp) .*)$`)

func shownUnlessKnown(s string) (item, bool) {
	m := unlessKnown.FindStringSubmatch(s)
	if m == nil {
		return item{}, false
	}
	w, rest, ok := splitFront(m[1])
	if !ok {
		return item{}, false
	}
	items := frontItems(w, rest, false)
	if len(items) == 0 {
		return item{}, false
	}
	items[0].paper.Name = shortName(firstSentence(items[0].paper.Name), false)
	return items[0], true
}

// "Công dân Việt Nam đã ly hôn phải nộp Y".
var subject = regexp.MustCompile(`(?i)^((?:công dân|người|bên|cá nhân|tổ chức|doanh nghiệp)[^.;:]*?) phải (?:nộp|xuất trình|có) (.*)$`)

func subjectMust(s string) (item, bool) {
	m := subject.FindStringSubmatch(s)
	if m == nil || !startsNoun.MatchString(m[2]) || strings.HasPrefix(strings.ToLower(m[1]), "người yêu cầu") {
		return item{}, false
	}
	return item{when: shortWhen(m[1]), paper: Paper{Name: shortName(m[2], false)}}, true
}
