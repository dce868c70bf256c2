package digest

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

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
	validIf       = regexp.MustCompile(`(?i)giá trị(?: sử dụng)?$`)
	legalID       = regexp.MustCompile(`(?i)giấy tờ pháp lý của (?:cá nhân|tổ chức)$`)
	otherNoun     = regexp.MustCompile(`(?i)(?:,|;|\shoặc)\s+(?:bản sao |bản chính )?(?:giấy |bản (?:điện tử|sao|chính)|văn bản|phiếu |chứng từ|biên bản|kết quả|quyết định)`)
	// "Y đối với X hoặc Z đối với W": every branch has its own condition, and
	// everybody is in one of them.
	otherBranch = regexp.MustCompile(otherNoun.String() + `.* (?:đối với|trong trường hợp) `)
	lastOr      = regexp.MustCompile(`(?i)^.*\shoặc (?:giấy|văn bản|quyết định|chứng từ)`)
	ofOthers    = regexp.MustCompile(`(?i)^\s*(?:của |nghị quyết của )`)
	powerOf     = regexp.MustCompile(`(?i)^(?:văn bản|giấy|hợp đồng) (?:ủy|uỷ) quyền(?:$| (?:yêu cầu|thực hiện|theo|để|\()|[,.;(])`)
	// Papers of a vehicle are asked of those whose home it is (Residence Law 2020,
	// article 16), under a heading on homes of all kinds.
	asHome    = regexp.MustCompile(`(?i)phương tiện[^.;]*mục đích để ở`)
	eForm     = regexp.MustCompile(`(?i)^[^;.:(]*điện tử tương tác`)
	taskFor   = regexp.MustCompile(`(?i)(?:nhiệm vụ|áp dụng|liên quan)$`)
	someOf    = regexp.MustCompile(`(?i) một$`)
	standsFor = regexp.MustCompile(`(?i)^giấy tờ[^;.]* chứng minh là (người đại diện[^;.]*)`)
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
	case items[0].when == "":
		items[0].when = impliedWhen(s)
	}
	return items
}

// impliedWhen is a condition that a sentence does not word as one: some papers
// are by what they are for some people only.
func impliedWhen(s string) string {
	switch {
	case powerOf.MatchString(s):
		return "làm thay người khác"
	case standsFor.MatchString(s):
		return shortWhen("là " + standsFor.FindStringSubmatch(s)[1])
	case asHome.MatchString(s):
		return "chỗ ở là tàu, thuyền hoặc phương tiện khác"
	case eForm.MatchString(s):
		return "nộp trực tuyến"
	}
	return ""
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
	bare := outside(c)
	for _, t := range tails {
		if !strings.Contains(c, t.word) {
			continue
		}
		text := bare
		if t.re == caseInBracket {
			text = c
		}
		m := t.re.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		if when := t.condition(text[:m[0]], text[m[2]:m[3]], text[m[1]:]); when != "" {
			return shortWhen(when)
		}
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

// A tail is a pattern of conditions behind a name, with a word that it cannot
// do without.
type tail struct {
	re   *regexp.Regexp
	word string
}

// tails in the order in which they are trusted.
var tails = []tail{{tailCase, "trường hợp"}, {caseInBracket, "trường hợp"}, {tailFor, "đối với"}, {tailIf, "nếu"}}

// condition sees through the words of a condition that are none: "" then.
func (t tail) condition(head, when, after string) string {
	if legalID.MatchString(head) || taskFor.MatchString(head) || someOf.MatchString(head) || otherBranch.MatchString(when) {
		return ""
	}
	if or := lastOr.FindStringIndex(head); or != nil && utf8.RuneCountInString(head[or[1]:]) > maxAlternative {
		return "" // it holds for the alternative alone
	}
	switch t.re {
	case tailCase:
		if strings.HasSuffix(trimEnd(when), " đó") {
			return "" // "that" points at something which would be missing
		}
	case caseInBracket:
		if otherNoun.MatchString(outside(after)) {
			return ""
		}
	case tailFor:
		when, _, _ = strings.Cut(when, " trong trường hợp ")
		when, _, _ = strings.Cut(when, " về việc ")
	case tailIf:
		if validIf.MatchString(head) || strings.TrimSpace(when) == "có" {
			return ""
		}
	}
	return when
}

// maxAlternative is how many runes an alternative may have behind "hoặc" when
// the condition after it is still about both.
const maxAlternative = 50

// exceptAt finds "trừ trường hợp ...".
func exceptAt(s string) []int {
	if !strings.Contains(s, "trừ ") {
		return nil
	}
	return except.FindStringIndex(s)
}
