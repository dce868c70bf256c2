package digest

import (
	"regexp"
	"strings"
)

type headKind int

const (
	headSection   headKind = iota // steers the sorting, makes no case
	headCase                      // a real case of the procedure
	headCondition                 // papers that come on top in some situation
)

// heading is what the name of a paper list means.
type heading struct {
	kind  headKind
	name  string // short name of a case
	full  string // the whole heading
	when  string // condition
	show  bool   // its papers are shown, not handed in
	notes bool   // its rows are advice
	oneOf bool   // any one of its papers will do
	note  string // a heading that is advice itself
}

var (
	noteHeading    = regexp.MustCompile(`(?i)^(?:lưu ý|chú ý|ghi chú|số lượng hồ sơ)`)
	showHeading    = regexp.MustCompile(`(?i)^(?:[^,;]*\s)?xuất trình`)
	sectionHeading = regexp.MustCompile(`(?i)^(?:các |những )?(?:giấy tờ|thành phần|hồ sơ|tài liệu|mẫu đơn)(?: hồ sơ)?(?: (?:phải |cần )?(?:nộp|gửi|xuất trình|có|gồm|bao gồm|gồm có|kèm theo|như sau|sau|sau đây|:))*$`)
	askHeading     = regexp.MustCompile(`(?i)^(?:người|cá nhân|tổ chức|công dân)[^.;]* (?:nộp|xuất trình|chuẩn bị)[^.;]* giấy tờ(?: sau)?(?: đây)?$`)

	// Papers "on top": they join those of the ordinary case.
	onTop      = regexp.MustCompile(`(?i)(?:^|có thể |: )(?:trường hợp |nếu )?(?:người )?(?:ủy|uỷ) quyền|hồ sơ còn|còn phải|phải bổ sung|phải kèm|chưa có tài khoản|hồ sơ[^.;]* phải có|xác nhận không (?:ủy|uỷ) quyền`)
	caseTail   = regexp.MustCompile(`(?i)[\s,;:.]*(?:\bthì )?(?:hồ sơ|bao gồm|gồm)(?: (?:gồm|bao gồm|có|các|những|giấy|tờ|sau|sau đây|đây|như))*$`)
	counterTag = regexp.MustCompile(`(?i)^trường hợp \d+\s*[:.]\s*`)
	dossierOf  = regexp.MustCompile(`(?i)^hồ sơ (đăng ký|gia hạn|thông báo|cấp|đề nghị|khai|xin|xóa|tách)(\s)`)
	caseWord   = regexp.MustCompile(`(?i)^(?:đối với |trong )?(?:các )?trường hợp (?:của )?`)
	lastCase   = regexp.MustCompile(`(?i)^.*[:.;]\s*[-+–]?\s*trường hợp `)
	onlineOnly = regexp.MustCompile(`(?i)(?:đối với|trong) trường hợp nộp (?:hồ sơ )?trực tuyến`)
	oneOfWord  = regexp.MustCompile(`(?i)một trong (?:các|những|số)`)
)

// readHeading tells what the name of a list means.
func readHeading(raw string) heading {
	full := foldSpace(raw)
	s := trimEnd(stripBullet(full))
	h := heading{full: full, oneOf: oneOfWord.MatchString(s)}
	switch {
	case s == "":
		return h
	case noteHeading.MatchString(s):
		h.notes = true
		return h
	case sectionHeading.MatchString(s) || askHeading.MatchString(s):
		h.show = showHeading.MatchString(s)
		return h
	}
	isCase := startsCase.MatchString(s)
	if !isCase && strings.Contains(s, ". ") || paperRemark.MatchString(s) {
		// A remark on the one paper below, or on the list as a whole.
		h.note = full
		if onlineOnly.MatchString(s) {
			h.kind, h.when, h.note = headCondition, "nộp trực tuyến", ""
		}
		return h
	}
	if onTop.MatchString(s) && !caseTail.MatchString(s) {
		h.kind = headCondition
		h.show = showHeading.MatchString(s)
		if loc := lastCase.FindStringIndex(s); loc != nil {
			s = "Trường hợp " + s[loc[1]:]
		}
		w, _, _ := splitFront(s)
		if w == "" {
			w = caseWord.ReplaceAllString(s, "")
			if citesLaw.MatchString(w) {
				w = "trường hợp " + w
			}
		}
		h.when = shortWhen(w)
		return h
	}
	h.kind = headCase
	h.name = caseName(s)
	return h
}

// caseName is a heading without its counters, its "trường hợp" and its "hồ sơ
// gồm".
func caseName(s string) string {
	s = stripBullet(counterTag.ReplaceAllString(s, ""))
	s = trimEnd(caseTail.ReplaceAllString(s, ""))
	if cut := caseWord.ReplaceAllString(s, ""); !citesLaw.MatchString(cut) {
		s = cut
	}
	s = strings.ReplaceAll(s, " *", " ")
	s = dossierOf.ReplaceAllString(s, "$1$2")
	return cutWords(upperFirst(trimEnd(s)), maxCaseName)
}

var citesLaw = regexp.MustCompile(`(?i)^(?:công dân )?(?:thuộc |được )?quy định`)

// sameName compares a case with the procedure's name: the ordinary case often
// repeats it.
func sameName(name, procedure string) bool {
	p := strings.ToLower(foldSpace(procedure))
	p = strings.TrimPrefix(p, "thủ tục ")
	return name != "" && strings.ToLower(name) == p
}
