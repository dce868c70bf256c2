package english

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed fields.txt
var fieldsText string

//go:embed verbs.txt
var verbsText string

var (
	fields = sync.OnceValue(func() []pair { return readTable(fieldsText) })
	verbs  = sync.OnceValue(func() []pair { return readTable(verbsText) })
)

// Name returns what a procedure is called in English: its title, and where nobody wrote one
// its field with what it does: "Civil status: registration". It is "" when neither is
// known. name and field are as published.
func Name(code, name, field string) string {
	if title := Title(code); title != "" {
		return title
	}
	in, does := Field(field), verb(name)
	switch {
	case in == "":
		return ""
	case does == "":
		return in
	default:
		return in + ": " + does
	}
}

// Field returns what a field is called; "" when its name is not known. Of several fields,
// joined by ", ", it returns those that are known.
func Field(field string) string {
	if to := exactly(fields(), field); to != "" {
		return to
	}
	// Names of fields may contain commas, so the longest that is known is taken each time.
	var known []string
	parts := strings.Split(field, ", ")
	for from := 0; from < len(parts); {
		to := len(parts)
		for ; to > from; to-- {
			if name := exactly(fields(), strings.Join(parts[from:to], ", ")); name != "" {
				known = append(known, name)
				break
			}
		}
		from = max(to, from+1)
	}
	return strings.Join(known, ", ")
}

// verb returns what a procedure does, read from the beginning of its name.
func verb(name string) string {
	name = lower(name)
	for _, lead := range []string{"thủ tục hành chính ", "thủ tục "} {
		name = strings.TrimPrefix(name, lead)
	}
	does, _ := beginning(verbs(), name)
	return does
}

// capital begins a text with a capital letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
