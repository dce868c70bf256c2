package pagefile

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	papersLabel = "Thành phần hồ sơ"
	papersHead  = "Tên giấy tờMẫu đơn, tờ khaiSố lượng"
	noHeading   = "--" // the page's heading of a table that has none
)

// parsePapers reads the concatenated tables of papers. Every table is a heading, three
// column titles and rows. A row is its text, the names of its forms and the quantity ("1
// bản chính,1 bản sao"), and nothing separates a quantity from what follows: the next
// row, or the next table's heading.
func parsePapers(s, seed string) []Case {
	cases := []Case{}
	if known(s) == "" {
		return cases
	}
	heading, rest, _ := strings.Cut(s, papersHead)
	for n := 0; ; n++ {
		table, after, more := strings.Cut(rest, papersHead)
		c := Case{Name: heading, Papers: []Paper{}}
		if strings.TrimSpace(heading) == noHeading {
			c.Name = ""
		}
		rows, tail := splitRows(table)
		for _, r := range rows {
			c.add(r, seed, n)
		}
		if !more {
			// A page that was cut off ends inside a row: its text without a quantity
			// becomes an explanation.
			c.add(paperRow{text: tail}, seed, n)
			return append(cases, c)
		}
		cases = append(cases, c)
		heading, rest = tail, after
	}
}

func (c *Case) add(r paperRow, seed string, table int) {
	name, files := splitForms(r.text)
	if strings.TrimSpace(name) == "" && len(files) == 0 {
		return
	}
	row := strconv.Itoa(table) + "." + strconv.Itoa(len(c.Papers))
	p := Paper{
		ID: DerivedID("paper", seed, row, name), Name: name,
		Originals: r.originals, Copies: r.copies, Files: []File{},
	}
	for _, f := range files {
		p.Files = append(p.Files, File{ID: DerivedID("form", seed, row, f), Name: f})
	}
	c.Papers = append(c.Papers, p)
}

type paperRow struct {
	text              string
	originals, copies int
}

var quantity = regexp.MustCompile(`(\d+) bản chính(?:,(\d+) bản sao)?|(\d+) bản sao`)

// splitRows cuts a table after each quantity and returns what follows the last one.
func splitRows(s string) (rows []paperRow, tail string) {
	start := 0
	for _, m := range quantity.FindAllStringSubmatchIndex(s, -1) {
		if !endsRow(s, m[0], m[1]) {
			continue
		}
		var r paperRow
		from, to := m[2], m[3]
		if from < 0 {
			from, to = m[6], m[7]
		}
		from, n := ownDigits(s[start:to], from-start)
		from += start
		r.text = s[start:from]
		if m[2] < 0 {
			r.copies = n
		} else {
			r.originals = n
		}
		if m[4] >= 0 {
			r.copies, _ = strconv.Atoi(s[m[4]:min(m[5], m[4]+3)])
		}
		rows, start = append(rows, r), m[1]
	}
	return rows, s[start:]
}

// endsRow reports whether s[from:to] is a quantity cell and not the same words inside a
// sentence ("nộp 01 bản chính, kèm ..."): a cell touches the cells beside it.
func endsRow(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after := s[to:]
	next, _ := utf8.DecodeRuneInString(after)
	glued := from == 0 || !unicode.IsSpace(before)
	switch {
	case after == "":
		return true
	case unicode.IsSpace(next):
		trimmed := strings.TrimLeftFunc(after, unicode.IsSpace)
		next, _ = utf8.DecodeRuneInString(trimmed)
		return glued && (trimmed == "" || startsRow(next))
	default:
		return startsRow(next) || glued && unicode.IsLower(next)
	}
}

func startsRow(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.Is(unicode.Co, r) ||
		strings.ContainsRune("-–—+*•·●▪(\"“'[", r)
}

// ownDigits finds the quantity in the digits that end s and begin at from. A text that
// ends in a number touches its quantity ("Mẫu 02" and "1"), so only the last digit counts,
// unless a sentence ends just before.
func ownDigits(s string, from int) (int, int) {
	digits := s[from:]
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	if len(digits) != 2 || digits[0] == '0' || !strings.ContainsRune(".;:)", before) {
		from = len(s) - 1
	}
	n, _ := strconv.Atoi(s[from:])
	return from, n
}

// formFile matches the end of a form's file name; names may contain blanks and dots.
var formFile = regexp.MustCompile(`(?i)\.(?:docx?|xlsx?|pdf|rtf|odt|zip|rar|jpe?g|png)`)

// maxFormName is the length of the longest name of a form that is recognised, in bytes.
const maxFormName = 240

// splitForms cuts the names of the forms from the end of a row.
func splitForms(s string) (text string, files []string) {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	ends := formFile.FindAllStringIndex(s, -1)
	if len(ends) == 0 || ends[len(ends)-1][1] != len(s) {
		return s, nil
	}
	first := len(ends) - 1
	for first > 0 && ends[first][0]-ends[first-1][1] <= maxFormName && glueAt(s, ends[first-1][1]) {
		first--
	}
	begin := formStart(s[:ends[first][0]])
	for _, e := range ends[first:] {
		if e[1]-begin > 0 {
			files = append(files, s[begin:e[1]])
			begin = e[1]
		}
	}
	return s[:len(s)-len(strings.Join(files, ""))], files
}

// glueAt reports whether a new cell begins at i: no blank or punctuation before it, and
// nothing that continues a word.
func glueAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// formStart finds the beginning of the file name at the end of s. It touches the row's
// text, which mostly ends in punctuation: "... bằng văn bản;1.Mau.doc".
func formStart(s string) int {
	low := max(0, len(s)-maxFormName)
	for low > 0 && !utf8.RuneStart(s[low]) {
		low++
	}
	afterMark, afterNumber, afterWord := -1, -1, -1
	var prev, last rune = -1, -1 // the two runes before i
	for i, r := range s[low:] {
		i += low
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			switch {
			case last == '.' && unicode.IsDigit(prev): // "1.Mau" is one name
				if unicode.IsUpper(r) {
					afterNumber = i
				}
			case last == '.' || last == ';' || last == ':' || last == ')':
				afterMark = i
			case unicode.IsLower(last) && afterWord < 0:
				afterWord = i
			}
		}
		prev, last = last, r
	}
	for _, i := range []int{afterMark, afterNumber, afterWord} {
		if i >= 0 {
			return i
		}
	}
	if low == 0 && len(s) < maxFormName && !strings.ContainsFunc(s, unicode.IsSpace) {
		return 0
	}
	return strings.LastIndexFunc(s, unicode.IsSpace) + 1
}
