package sandbox

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// refs names things by a derived id: the same name is the same thing.
func refs(kind string, names []string) []detailRef {
	out := []detailRef{}
	for _, n := range names {
		if n != "" {
			out = append(out, detailRef{ID: derivedID(kind, n), Name: n})
		}
	}
	return out
}

// splitNames splits a list of agencies or persons. A comma also stands inside a
// name ("Ủy ban nhân dân xã, phường", "Tổ chức (không bao gồm doanh nghiệp,
// HTX)"), so only a comma before a capital and outside brackets parts two names.
func splitNames(s string) []string {
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
	chooserHead  = "Chọn cơ quan thực hiện" // a page's own form, no content
)

// parseResults reads "Giấy khai sinhMã: KQ.G15.000031Trích lục ...Mã: ...". On
// some pages the sections below are glued on: key words, description and the
// chooser of an agency.
func parseResults(s string) (results []detailRef, keywords, description string) {
	results = []detailRef{}
	if known(s) == "" {
		return results, "", ""
	}
	for {
		name, rest, ok := strings.Cut(s, resultCode)
		if !ok {
			break
		}
		n := resultCodeLen(rest)
		results = append(results, detailRef{ID: derivedID("result", name, rest[:n]), Name: name, Code: rest[:n]})
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
		results = append(results, detailRef{ID: derivedID("result", s), Name: s})
	}
	return results, "", ""
}

// resultCodeLen gives the length of the code that s begins with. The usual code
// ends in digits, so the capital of the next name cannot be taken for a part of
// it; of any other code the last capital before a small letter is given back.
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

// publisher tells the publishing body from its letters in the decision's number
// ("163/QĐ-BTP"). The codes are those of the national portal's agency list and
// of the procedures' own result codes.
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
