package digest

import (
	"regexp"
	"strings"
	"unicode"

	"motcua/client"
)

// What a sentence starts with decides most.
var (
	startsCase = regexp.MustCompile(`(?i)^(?:trong |đối với )?(?:các )?trường hợp |^nếu `)
	startsNoun = regexp.MustCompile(`(?i)^(?:\d+ ?(?:\([^)]*\) ?)?|một |các |những |toàn bộ |loại )*(?:bản |giấy |giấy$|văn bản|biên bản|tờ |đơn (?:xin|đề|trình|đăng|yêu|khởi|báo|khai|khiếu|tố|xác|kháng|của)|hộ chiếu|thẻ |căn cước|quyết định|hợp đồng|chứng |hóa đơn|hoá đơn|phiếu |danh sách|điều lệ|nghị quyết|báo cáo|thông báo|xác nhận|ảnh |ý kiến|tài liệu|trích lục|bảng |phụ lục|cam kết|sổ |đề nghị|phương án|dự thảo|kết quả|vận đơn|mẫu |hồ sơ khai|bằng |lý lịch|sơ đồ|bản$)`)
	fillIn     = regexp.MustCompile(`(?i)^(?:tờ khai|đơn |giấy đề nghị|phiếu đề nghị|văn bản đề nghị|đề nghị|giấy khai|mẫu hộ tịch)`)

	// Sentences about duties and rights, examples and advice.
	advice = regexp.MustCompile(`(?i)^\(?(?:lưu ý|chú ý|ví dụ|ghi chú|số lượng|người tiếp nhận|người yêu cầu|người (?:ủy|uỷ) quyền|người được|người có|người đi|người thực hiện|cơ quan|cá nhân có|yêu cầu |việc |khi |giá trị sử dụng|nội dung |ngoài |trừ |các trường hợp|hồ sơ (?:đăng ký|đề nghị)[^.;]* bao gồm các giấy tờ|điện tử |đối với (?:các )?giấy tờ|đối với việc|thành phần hồ sơ|chi tiết|theo |để |công dân có trách)`)
	// A heading that describes the paper under it.
	paperRemark = regexp.MustCompile(`(?i)^phiếu (?:này|được)|phiếu này là`)

	leadTail  = regexp.MustCompile(`(?i)(?:gồm|bao gồm|sau|sau đây|như sau|phải có|cụ thể|có)\s*:$`)
	remark    = regexp.MustCompile(`(?i)^\(?\s*(?:lưu ý|chú ý|ví dụ|ghi chú)`)
	heads     = regexp.MustCompile(`(?i)^\*\s*hồ sơ [^:;.]*$`) // "*Hồ sơ đăng ký giải thể": a heading among the rows
	showFirst = regexp.MustCompile(`(?i)^xuất trình `)
	bundle    = regexp.MustCompile(`(?i)^hồ sơ [^.;:]*?(?:bao gồm|phải kèm theo|kèm theo|phải có) `)
	counterRE = regexp.MustCompile(`^(?:\(?(?:[ivx]{1,4}|\d{1,2})\)\.?\s*|[a-zđ]\d?\)\s*|\d{1,2}(?:\.\d{1,2})*\.\s+|[ivx]{1,4}\.\s+)`)
	hasLetter = func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
)

// readRows reads the rows of a list, each by itself.
func readRows(h heading, rows []client.PaperRow) []reading {
	out := make([]reading, len(rows))
	for i, r := range rows {
		out[i] = readRow(h, r)
	}
	return out
}

// readRow tells what one row says.
func readRow(h heading, row client.PaperRow) reading {
	full := foldSpace(row.Name)
	if strings.IndexFunc(full, hasLetter) < 0 {
		return reading{class: classVoid}
	}
	s := stripBullet(full)
	none := row.Originals == 0 && row.Copies == 0
	switch {
	case remark.MatchString(s):
		return reading{}
	case h.notes && (none || !startsNoun.MatchString(s)):
		return reading{}
	case heads.MatchString(full):
		return reading{}
	case isLead(s):
		return readLead(s)
	}
	items, front := readItems(s, none)
	if len(items) == 0 {
		return reading{}
	}
	r := reading{class: classHandIn, items: items}
	for i := range items {
		p := &items[i].paper
		if h.oneOf && h.kind == headCondition && !front {
			items[i].when = "" // one of the alternatives of the heading
		}
		p.Full, p.Originals, p.Copies, p.Forms = full, row.Originals, row.Copies, row.Forms
		if p.Name == "" { // cut to nothing: a count, a bullet or marks alone
			p.Name = cutWords(full, maxPaperName)
		}
		p.Show = p.Show || h.show
		if p.Show {
			r.class = classShow
		}
	}
	for _, it := range items {
		if it.when != "" || h.when != "" {
			r.class = classOnlyIf
		}
	}
	return r
}

// isLead tells whether a row only introduces others.
func isLead(s string) bool {
	if !strings.HasSuffix(s, ":") {
		return false
	}
	return leadTail.MatchString(s) || !startsNoun.MatchString(s)
}

func readLead(s string) reading {
	r := reading{class: classLead, oneOf: oneOfWord.MatchString(s)}
	if w, _, ok := splitFront(trimEnd(s) + ": "); ok {
		r.when = shortWhen(w)
	} else if w, ok := strings.CutPrefix(s, "Đối với "); ok && !advice.MatchString(s) {
		r.when = shortWhen(trimEnd(w))
	}
	return r
}

// readItems finds the papers that a sentence names. none says that the row has
// no quantity: then only a plain name or a plain duty makes a paper.
// front says that a condition of the row's own stood first.
func readItems(s string, none bool) (items []item, front bool) {
	if w, rest, ok := splitFront(s); ok {
		return frontItems(w, rest, none), true
	}
	if items, ok := authorised(s); ok {
		return items, true
	}
	if it, ok := shownUnlessKnown(s); ok {
		return []item{it}, true
	}
	if it, ok := subjectMust(s); ok && !none {
		return []item{it}, true
	}
	if m := bundle.FindStringIndex(s); m != nil && startsNoun.MatchString(s[m[1]:]) && !strings.HasPrefix(s[m[1]:], "các giấy tờ") {
		s = s[m[1]:]
	}
	if advice.MatchString(s) {
		return nil, false
	}
	if none && !(startsNoun.MatchString(s) && !mustBe.MatchString(firstClause(s))) {
		return nil, false
	}
	return tailItems(s), false
}

// A sentence whose verb is "must be ..." is a rule about a paper.
var mustBe = regexp.MustCompile(`(?i) (?:phải được|phải bảo đảm|không phải|có giá trị pháp lý tương đương|thì )`)

// bulletLevel is how deep a row's bullet stands: 0 without one.
func bulletLevel(raw string) int {
	s := strings.TrimLeftFunc(raw, unicode.IsSpace)
	switch {
	case s == "":
		return 0
	case strings.ContainsRune("*", rune(s[0])):
		return 1
	case s[0] == '-' || strings.HasPrefix(s, "–"):
		return 2
	case s[0] == '+':
		return 3
	case counterRE.MatchString(s):
		return 4
	default:
		return 0
	}
}
