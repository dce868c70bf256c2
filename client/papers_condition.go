package client

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

// Conditions that follow the paper's name.
var (
	tailCase  = regexp.MustCompile(`(?i)[\s,](?:đối với|trong)(?: các| những)? trường hợp (.+)$`)
	tailFor   = regexp.MustCompile(`(?i)\sđối với(?: các| những)? (.+)$`)
	tailIf    = regexp.MustCompile(`(?i)\snếu (.+)$`)
	inBracket = regexp.MustCompile(`(?i)\((?:kèm theo )?(?:trong trường hợp|đối với trường hợp|trường hợp|đối với|nếu|dùng cho (?:cá nhân|người)(?: trong trường hợp)?|[^()]*? nếu)\s+([^()]+(?:\([^()]*\)[^()]*)*)\)`)
	// "(trong trường hợp X)" is a condition more often than "đối với" is.
	caseInBracket = regexp.MustCompile(`(?i)\s*\((?:kèm theo )?(?:trong |đối với )trường hợp ([^()]+(?:\([^()]*\)[^()]*)*)\)`)
	belongs       = regexp.MustCompile(`(?i)\(([^()]*thuộc trường hợp phải[^()]*)\)`)
	ifAny         = regexp.MustCompile(`(?i)\(\s*nếu có\s*\)|\snếu có\s*$`)
	except        = regexp.MustCompile(`(?i)[,;]?\s*\(?\s*trừ (?:trường hợp |người |khi |các )`)
	brackets      = regexp.MustCompile(`\s*\([^()]*(?:\([^()]*\)[^()]*)*\)`)
	validIf       = regexp.MustCompile(`(?i)giá trị(?: sử dụng)?$`)
	legalID       = regexp.MustCompile(`(?i)giấy tờ pháp lý của (?:cá nhân|tổ chức)$`)
	otherNoun     = regexp.MustCompile(`(?i)(?:,|;|\shoặc)\s+(?:bản sao |bản chính )?(?:giấy |bản (?:điện tử|sao|chính)|văn bản|phiếu |chứng từ|biên bản|kết quả|quyết định)`)
	// "Y đối với X hoặc Z đối với W": every branch has its own condition, and
	// everybody is in one of them.
	otherBranch = regexp.MustCompile(otherNoun.String() + `.* (?:đối với|trong trường hợp) `)
	lastOr      = regexp.MustCompile(`(?i)^.*\shoặc (?:giấy|văn bản|quyết định|chứng từ)`)
	ofOthers    = regexp.MustCompile(`(?i)^\s*(?:của |nghị quyết của )`)
	powerOf     = regexp.MustCompile(`(?i)^(?:văn bản|giấy|hợp đồng) (?:ủy|uỷ) quyền(?:$| (?:yêu cầu|thực hiện|theo|để|\()|[,.;(])`)
	eForm       = regexp.MustCompile(`(?i)^[^;.:(]*điện tử tương tác`)
	taskFor     = regexp.MustCompile(`(?i)(?:nhiệm vụ|áp dụng|liên quan)$`)
	someOf      = regexp.MustCompile(`(?i) một$`)
	standsFor   = regexp.MustCompile(`(?i)^giấy tờ[^;.]* chứng minh là (người đại diện[^;.]*)`)
)

// tailItems reads "Y trong trường hợp X", "Y đối với X", "Y nếu X", "Y (nếu
// có)". Pieces between semicolons that each bring their own condition are
// papers of their own.
func tailItems(s string) []item {
	show := showFirst.MatchString(s)
	if anyOne.MatchString(s) {
		return []item{{paper: Paper{Name: shortName(s, false), Show: show}}}
	}
	if m := followingList(s); m != nil && len(listParts(m[2])) > 1 {
		return []item{{paper: listPaper(s, m[1], listParts(m[2]))}}
	}
	pieces := splitPieces(s)
	var items []item
	for _, piece := range pieces {
		piece = strings.TrimSpace(piece)
		if len(items) > 0 && !startsNoun.MatchString(piece) {
			break
		}
		w := tailWhen(piece)
		if len(items) > 0 && w == "" {
			break
		}
		if w == "" {
			items = append(items, item{paper: Paper{Name: joinedName(pieces), Show: show}})
			break
		}
		items = append(items, item{when: w, paper: Paper{Name: shortName(piece, true), Show: show}})
	}
	switch {
	case len(pieces) > 1 && ofOthers.MatchString(pieces[1]):
		// "Nghị quyết của A đối với X; của B đối với Y ... trong trường hợp Z":
		// everybody has one of them; only Z is a condition.
		items = []item{{paper: Paper{Name: decisionName(s, pieces[0]), Show: show}}}
		if m := tailCase.FindStringSubmatch(outside(firstSentence(s))); m != nil {
			items[0].when = shortWhen(m[1])
		}
	case items[0].when == "" && powerOf.MatchString(s):
		items[0].when = "làm thay người khác"
	case items[0].when == "" && standsFor.MatchString(s):
		items[0].when = shortWhen("là " + standsFor.FindStringSubmatch(s)[1])
	case items[0].when == "" && eForm.MatchString(s):
		items[0].when = "nộp trực tuyến"
	}
	return items
}

var eitherForm = regexp.MustCompile(`(?i)^mẫu (?:số )?[\p{L}]*\d`)

// joinedName names a row of several papers: "Báo cáo thanh lý; danh sách chủ
// nợ".
func joinedName(pieces []string) string {
	name := shortName(pieces[0], false)
	for _, p := range pieces[1:] {
		if p = strings.TrimSpace(p); !startsNoun.MatchString(p) || eitherForm.MatchString(p) || strings.HasSuffix(name, "…") {
			break
		}
		name = cutWords(name+"; "+lowerFirst(shortName(p, true)), maxPaperName)
	}
	return name
}

// decisionName names what each kind of company calls by its own organ: "Nghị
// quyết của A đối với X; của B đối với Y về việc Z" is "Nghị quyết về việc Z".
func decisionName(s, piece string) string {
	head, _, _ := strings.Cut(piece, " của ")
	s = firstSentence(s)
	i := strings.LastIndex(s, " về việc ")
	if i < 0 || strings.Contains(head, " về việc ") {
		return shortName(head, true)
	}
	return shortName(head+firstClause(s[i:]), true)
}

// listPaper is a row of its own list: "Bản sao một trong các giấy tờ sau: - A;
// - B". Alternatives are kept apart.
func listPaper(s, head string, parts []string) Paper {
	if !oneOfWord.MatchString(head + s[len(head):strings.Index(s, ":")]) {
		return Paper{Name: shortName(s, false)}
	}
	var papers []Paper
	for _, part := range parts {
		papers = append(papers, Paper{Name: shortName(part, true), Full: part})
	}
	p := oneOf("", papers)
	if head = strings.TrimSpace(dropCopies(head)); head != "" {
		p.Name = cutWords(upperFirst(head)+", m"+strings.TrimPrefix(p.Name, "M"), maxPaperName)
	}
	return p
}

// tailWhen is the condition that follows a paper's name in its own clause.
func tailWhen(clause string) string {
	c := firstClause(clause)
	if m := exceptAt(c); m != nil {
		c = c[:m[0]]
	}
	out := outside(c)
	for _, t := range tails {
		re, out := t.re, out
		if !strings.Contains(c, t.word) {
			continue
		}
		if re == caseInBracket {
			out = c
		}
		m := re.FindStringSubmatchIndex(out)
		if m == nil {
			continue
		}
		head, when := out[:m[0]], out[m[2]:m[3]]
		if re == tailIf && validIf.MatchString(head) || legalID.MatchString(head) || taskFor.MatchString(head) || someOf.MatchString(head) ||
			otherBranch.MatchString(when) || re == tailCase && strings.HasSuffix(trimEnd(when), " đó") {
			continue
		}
		if or := lastOr.FindStringIndex(head); or != nil && len([]rune(head[or[1]:])) > 50 {
			continue // it holds for the alternative alone
		}
		if re == caseInBracket && otherNoun.MatchString(outside(out[m[1]:])) {
			continue
		}
		if re == tailFor {
			when, _, _ = strings.Cut(when, " trong trường hợp ")
			when, _, _ = strings.Cut(when, " về việc ")
		}
		if re == tailIf && strings.TrimSpace(when) == "có" {
			continue
		}
		return shortWhen(when)
	}
	if ifAny.MatchString(c) {
		return haveOne
	}
	for _, re := range []*regexp.Regexp{inBracket, belongs} {
		m := re.FindStringSubmatchIndex(c)
		if m == nil || otherNoun.MatchString(outside(c[m[1]:])) || strings.HasPrefix(c[m[2]:m[3]], "có yêu cầu") {
			continue
		}
		return shortWhen(c[m[2]:m[3]])
	}
	return ""
}

// tails are the conditions behind a name, the surest first, each with a word
// that it cannot do without.
var tails = []struct {
	re   *regexp.Regexp
	word string
}{{tailCase, "trường hợp"}, {caseInBracket, "trường hợp"}, {tailFor, "đối với"}, {tailIf, "nếu"}}

// haveOne is the condition of "(nếu có)".
const haveOne = "có giấy tờ này"

// outside is a clause without its bracketed parts.
func outside(s string) string {
	if strings.IndexByte(s, '(') < 0 {
		return s
	}
	return brackets.ReplaceAllString(s, "")
}

// exceptAt finds "trừ trường hợp ...".
func exceptAt(s string) []int {
	if !strings.Contains(s, "trừ ") {
		return nil
	}
	return except.FindStringIndex(s)
}

// splitPieces splits at the semicolons that stand outside brackets.
func splitPieces(s string) []string {
	var out []string
	for {
		depth, at := 0, -1
		for i, r := range s {
			switch {
			case r == '(':
				depth++
			case r == ')':
				depth = max(0, depth-1)
			case r == ';' && depth == 0:
				at = i
			}
			if at >= 0 {
				break
			}
		}
		if at < 0 {
			return append(out, s)
		}
		out, s = append(out, s[:at]), s[at+1:]
	}
}
