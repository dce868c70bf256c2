package pagefile

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Refs gives each name a derived id, so that equal names have equal ids.
func Refs(kind string, names []string) []Ref {
	out := []Ref{}
	for _, n := range names {
		if n != "" {
			out = append(out, Ref{ID: DerivedID(kind, n), Name: n})
		}
	}
	return out
}

// SplitNames splits a list of agencies or persons. Names contain commas too ("Ủy ban nhân
// dân xã, phường", "Tổ chức (không bao gồm doanh nghiệp, HTX)"), so only a comma before a
// capital and outside brackets separates two names.
func SplitNames(s string) []string {
	names := []string{}
	if known(s) == "" {
		return names
	}
	depth, start := 0, 0
	add := func(name string) {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		case ',':
			rest := s[i+1:]
			next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
			if depth == 0 && strings.HasPrefix(rest, " ") && unicode.IsUpper(next) {
				add(s[start:i])
				start = i + 1
			}
		}
	}
	add(s[start:])
	return names
}

const (
	resultCode   = "Mã: "
	keywordsHead = "Từ khóa"
	aboutHead    = "Mô tả"
	chooserHead  = "Chọn cơ quan thực hiện" // a form of the web page, not content
)

// parseResults reads "Giấy khai sinhMã: KQ.G15.000031Trích lục ...Mã: ...". On some pages
// the next sections follow without a separator: key words, description and the form that
// chooses an agency.
func parseResults(s string) (results []Ref, keywords, description string) {
	results = []Ref{}
	if known(s) == "" {
		return results, "", ""
	}
	for {
		name, rest, ok := strings.Cut(s, resultCode)
		if !ok {
			break
		}
		n := resultCodeLen(rest)
		results = append(results, Ref{ID: DerivedID("result", name, rest[:n]), Name: name, Code: rest[:n]})
		s = rest[n:]
	}
	s, _, _ = strings.Cut(s, chooserHead)
	if rest, ok := strings.CutPrefix(s, keywordsHead); ok {
		var found bool
		if keywords, description, found = strings.Cut(rest, aboutHead); !found {
			keywords, description = rest, ""
		}
		return results, known(keywords), known(description)
	}
	if strings.TrimSpace(s) != "" {
		results = append(results, Ref{ID: DerivedID("result", s), Name: s})
	}
	return results, "", ""
}

// resultCodeLen returns the length of the code at the beginning of s. The usual code ends
// in digits, so the capital of the next name is not part of it. In any other code the
// last capital before a small letter belongs to the next name.
func resultCodeLen(s string) int {
	n := len(s)
	for i, r := range s {
		if !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r == '.' || r == '_') {
			n = i
			break
		}
	}
	code := s[:n]
	if i := strings.LastIndexByte(code, '.'); i >= 0 && i+1 < n && code[i+1] <= '9' && code[i+1] >= '0' {
		for i++; i < n && code[i] >= '0' && code[i] <= '9'; i++ {
		}
		return i
	}
	if next, _ := utf8.DecodeRuneInString(s[n:]); n > 0 && unicode.IsLower(next) && code[n-1] >= 'A' {
		n--
	}
	return n
}

// publisher returns the publishing body for its letters in the decision's number
// ("163/QĐ-BTP"). The codes are those of the national portal's agency list and of the
// procedures' own result codes.
func publisher(decision string) (code, name string) {
	for _, p := range [...]struct{ letters, code, name string }{
		{"BCA", "G01", "Bộ Công an"},
		{"BTP", "G15", "Bộ Tư pháp"},
		{"BTC", "G12", "Bộ Tài chính"},
		{"BXD", "G17", "Bộ Xây dựng"},
		{"TANDTC", "", "Tòa án nhân dân tối cao"},
	} {
		_, after, ok := strings.Cut(decision, p.letters)
		if next, _ := utf8.DecodeRuneInString(after); ok && !unicode.IsLetter(next) {
			return p.code, p.name
		}
	}
	return "", ""
}
