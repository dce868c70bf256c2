package digest

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Lengths in runes. Names aim at softPaperName and never pass maxPaperName.
const (
	softPaperName = 60
	maxPaperName  = 80
	maxCaseName   = 120
	maxWhen       = 90
)

// Parts of a sentence that a short name can do without.
var (
	quantity  = regexp.MustCompile(`^(?:\d{1,2}|[Mm]ột|[Hh]ai)(?: ?\([^)]*\))? (?:(?:bộ|chiếc|tấm) )?`)
	copyWords = `(?:bản (?:chính|sao|chụp|gốc|quét|điện tử)|biểu mẫu điện tử)(?: điện tử| có chứng thực| hợp lệ| được chứng thực(?: từ bản chính)?| từ bản chính| được cấp từ sổ gốc| từ sổ gốc)*`
	anyCopy   = regexp.MustCompile(`(?i)^` + copyWords + `(?:(?: hoặc|,| và) ` + copyWords + `)+ (?:của )?`)
	formNo    = regexp.MustCompile(`(?i)[\s,]*\(\s*(?:theo )?(mẫu (?:số )?[\p{L}\d./-]*\d[\p{L}\d./-]*)[^()]*\)`)
	issued    = regexp.MustCompile(`(?i)[\s,]+(?:được )?(?:ban hành )?(?:kèm )?theo (?:phụ lục|thông tư|nghị định|quyết định|mẫu ban hành|mẫu quy định|quy định|mẫu$|luật)(?:.*)$`)
	byDecree  = regexp.MustCompile(`(?i)[\s,]+(?:ban hành (?:kèm )?theo|quy định tại|tại phụ lục) .*$`)
	byModel   = regexp.MustCompile(`(?i)[\s,]+theo mẫu\s*$`)
	saidSo    = regexp.MustCompile(`(?i)[\s,]+(?:trong đó|bao gồm|gồm|như|cụ thể|là một trong|ghi rõ)(?:\s|:|$).*$`)
	byOffice  = regexp.MustCompile(`(?i) do (?:các )?(?:cơ quan|cơ sở|tổ chức|người)[^;()]*? (?:có thẩm quyền|đủ tiêu chuẩn)[^;()]*? cấp(?: hợp lệ)?`)
	legalWord = regexp.MustCompile(`(?i),? (?:có giá trị pháp lý|còn giá trị sử dụng|theo quy định của pháp luật(?: về [^,;]*)?|theo quy định|có giá trị thay thế hợp lệ|còn hiệu lực)`)
	ofPower   = regexp.MustCompile(`(?i)(cơ quan|y tế|cơ quan khác|cơ quan, tổ chức) có thẩm quyền(?: của Việt Nam hoặc nước ngoài)?`)
	purpose   = regexp.MustCompile(`(?i)[\s,]+(?:để (?:chứng minh|xác định|làm|đối chiếu)|nhằm|mà pháp luật|có giá trị sử dụng|có chữ ký|chụp không quá|(?:trực tiếp )?thực hiện thủ tục).*$`)
	madeBy    = regexp.MustCompile(`(?i)[\s,]+do .* (?:cấp|lập|ký|phát hành)(?: .*)?$`)
	photo     = regexp.MustCompile(`(?i)^(ảnh(?: màu)?)[ ,].*?(cỡ \d[^,;()]*)`)
	anyOne    = regexp.MustCompile(`(?i)^một trong (?:các|những) (?:loại )?(?:giấy tờ|tài liệu|hồ sơ)[^:]*: *`)
	following = regexp.MustCompile(`(?i)^(.*?)\s*(?:một trong )?(?:các|những) (?:loại )?(?:giấy tờ|tài liệu)(?:, tài liệu)? sau(?: đây)?: *(.*)$`)
	shownKind = regexp.MustCompile(`(?i)^xuất trình (?:bản chính.*? của (?:các )?(?:loại )?)?`)
	identity  = regexp.MustCompile(`(?i)^(bản sao )?(?:có chứng thực )?(?:hộ chiếu|thẻ căn cước|căn cước|giấy chứng minh|chứng minh nhân dân)`)
)

// shortName is what a paper is called. It cuts only: what it leaves out stands
// in Paper.Full; "…" says that the name itself was cut. bare leaves out a
// condition as well, for it is told elsewhere.
func shortName(s string, bare bool) string {
	s = stripBullet(foldSpace(s))
	if n := identityName(s); n != "" {
		return n
	}
	if m := followingList(s); m != nil {
		if list := listNames(m[2]); list != "" && utf8.RuneCountInString(m[1]) < softPaperName {
			return cutWords(upperFirst(strings.TrimSpace(dropCopies(m[1])+" "+list)), maxPaperName)
		}
	}
	s = anyOne.ReplaceAllString(s, "")
	s = shownKind.ReplaceAllString(s, "")
	s = dropCopies(quantity.ReplaceAllString(s, ""))
	full := s
	s = firstClause(s)
	if bare {
		s = dropCondition(s)
	}
	s = formNo.ReplaceAllStringFunc(s, func(m string) string {
		return ", " + lowerFirst(formNo.FindStringSubmatch(m)[1])
	})
	s = outside(s)
	if m := photo.FindStringSubmatch(s); m != nil {
		s = m[1] + " " + m[2]
	}
	for _, re := range []*regexp.Regexp{saidSo, issued, byDecree, byModel} {
		s = cutUnlessEmpty(re, s)
	}
	for _, re := range []*regexp.Regexp{byOffice, legalWord, purpose} {
		if utf8.RuneCountInString(s) > softPaperName {
			s = cutUnlessEmpty(re, s)
		}
	}
	if utf8.RuneCountInString(s) > softPaperName {
		s = ofPower.ReplaceAllString(s, "$1")
	}
	if utf8.RuneCountInString(s) > maxPaperName {
		s = cutUnlessEmpty(byModel, cutUnlessEmpty(madeBy, s))
	}
	s = trimEnd(stripBullet(foldSpace(s)))
	if s == "" {
		s = trimEnd(full)
	}
	return upperFirst(cutWords(s, maxPaperName))
}

func cutUnlessEmpty(re *regexp.Regexp, s string) string {
	if t := re.ReplaceAllString(s, ""); utf8.RuneCountInString(trimEnd(t)) >= 4 {
		return t
	}
	return s
}

// dropCopies drops "bản sao hoặc bản chính ..." when several kinds will do; the
// quantities say how many.
func dropCopies(s string) string { return anyCopy.ReplaceAllString(s, "") }

// dropCondition drops what tailWhen reads.
func dropCondition(s string) string {
	if m := exceptAt(s); m != nil && m[0] > 0 {
		s = s[:m[0]]
	}
	for _, t := range tails {
		re := t.re
		if re == caseInBracket || !strings.Contains(s, t.word) {
			continue
		}
		m := re.FindStringSubmatchIndex(s)
		if m == nil || m[0] < 4 || strings.Count(s[:m[0]], "(") != strings.Count(s[:m[0]], ")") {
			continue
		}
		if re == tailIf && validIf.MatchString(s[:m[0]]) || legalID.MatchString(s[:m[0]]) {
			continue
		}
		if strings.HasSuffix(s[:m[0]], " một") {
			continue
		}
		s = s[:m[0]]
	}
	return s
}

// identityName names a list of identity papers in the two that people carry.
func identityName(s string) string {
	t := dropCopies(stripBullet(anyOne.ReplaceAllString(s, "")))
	low := strings.ToLower(firstClause(t))
	if strings.HasPrefix(low, "căn cước điện tử") {
		low = strings.ToLower(t)
	}
	m := identity.FindStringSubmatch(t)
	if m == nil || utf8.RuneCountInString(low) <= softPaperName ||
		!strings.Contains(low, "hộ chiếu") || !strings.Contains(low, "căn cước") || strings.Contains(low, "đối với") {
		return ""
	}
	if m[1] != "" {
		return "Bản sao căn cước hoặc hộ chiếu"
	}
	return "Căn cước hoặc hộ chiếu"
}

// followingList cuts "Bản sao các giấy tờ sau đây: A; B" into head and list; nil
// when s is no such sentence.
func followingList(s string) []string {
	if head, _, ok := strings.Cut(s, ":"); !ok || !strings.Contains(head, " sau") {
		return nil
	}
	return following.FindStringSubmatch(s)
}

// listNames are the short names of "- A; - B; - C", joined.
func listNames(s string) string {
	var names []string
	for _, part := range listParts(s) {
		part, _, _ = strings.Cut(part, " đối với ")
		if n := lowerFirst(shortName(part, true)); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return strings.Join(names, ", ")
}

// listParts are the papers in "- A; - B; - C".
func listParts(s string) []string {
	var parts []string
	for _, part := range listSplit.Split(firstSentence(s), -1) {
		if part = stripBullet(part); startsNoun.MatchString(part) {
			parts = append(parts, part)
		}
	}
	return parts
}

var listSplit = regexp.MustCompile(`;\s*(?:[-+•–]\s*)?|\s[•]\s*`)
