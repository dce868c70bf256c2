package config

import (
	"fmt"
	"strings"

	"motcua/kiosk/config/key"
	"motcua/tui/text"
)

// Origin is where a value came from. The zero Origin is a built-in default.
type Origin struct {
	File string // a config file, with Line when it is about one line
	Line int
	Env  string // "MOTCUA_LANG"
	Flag string // "--lang"
}

// In names the origin in a language; empty for a default.
func (o Origin) In(l text.Lang) string {
	switch {
	case o.Flag != "":
		return o.Flag
	case o.Env != "":
		return key.Say("biến môi trường ", "environment variable ").In(l) + o.Env
	case o.File != "" && o.Line > 0:
		return fmt.Sprintf(key.Say("%s, dòng %d", "%s, line %d").In(l), o.File, o.Line)
	default:
		return o.File
	}
}

// Problem is one thing that is wrong, where, and what was expected.
type Problem struct {
	Origin
	Key string // "national.timeout"; empty when it is about the whole file
	key.Wrong
}

// Sentence says it for a person: "/etc/motcua/config.toml, dòng 3: ...".
func (p Problem) Sentence(l text.Lang) string {
	s := strings.NewReplacer("%k", p.Key, "%g", p.Got, "%w", p.Want.In(l), "%t", p.Kind.In(l)).Replace(p.What.In(l))
	if p.Suggest != "" {
		s += fmt.Sprintf(key.Say(" Có phải ông/bà muốn viết %s?", " Did you mean %s?").In(l), p.Suggest)
	}
	if where := p.In(l); where != "" {
		return where + ": " + s
	}
	return s
}

// Error is every problem that was found in one go.
type Error struct{ Problems []Problem }

// Error is for logs; Sentences is for people.
func (e *Error) Error() string { return strings.Join(e.Sentences(text.EN), "\n") }

// Sentences says each problem in a language, one line each.
func (e *Error) Sentences(l text.Lang) []string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.Sentence(l)
	}
	return lines
}

// Usage tells whether all of it was typed on the command line, so that the
// program can call it wrong usage.
func (e *Error) Usage() bool {
	for _, p := range e.Problems {
		if p.Flag == "" {
			return false
		}
	}
	return true
}

func (e *Error) add(p ...Problem) { e.Problems = append(e.Problems, p...) }

// orNil avoids the typed nil that would not compare equal to nil.
func (e *Error) orNil() error {
	if len(e.Problems) == 0 {
		return nil
	}
	return e
}

// What can be wrong.
var (
	whatUnknownKey   = key.Say(`không có khoá "%k".`, `there is no key "%k".`)
	whatUnknownTable = key.Say(`không có mục [%k].`, `there is no section [%k].`)
	whatMissing      = key.Say(`thiếu khoá "%k": cần %w.`, `key "%k" is missing: it takes %w.`)
	whatTwice        = key.Say(`"%g" đã được dùng ở trên; khoá "%k" cần %w.`, `"%g" stands above already; key "%k" takes %w.`)
	whatSection      = key.Say(`"%k" là một mục, viết thành %w trên một dòng riêng.`, `"%k" is a section, write %w on a line of its own.`)
	whatAgain        = key.Say(`"%k" đã có ở trên, chỉ viết một lần.`, `"%k" stands above already, write it once.`)
	whatSyntax       = key.Say(`không đọc được theo TOML ở cột %g (%k).`, `this is not TOML, at column %g (%k).`)

	whatNoFile   = key.Say("không có tệp này.", "there is no such file.")
	whatNoAccess = key.Say("không được phép đọc tệp này.", "no permission to read this file.")
	whatIsDir    = key.Say("đây là thư mục, cần một tệp TOML.", "this is a directory, a TOML file is needed.")
	whatTooLarge = key.Say("tệp lớn hơn %w, không thể là tệp cấu hình.", "the file is larger than %w, it cannot be a config file.")
	whatBinary   = key.Say("đây không phải tệp chữ UTF-8, cần một tệp TOML.", "this is not UTF-8 text, a TOML file is needed.")
	whatUnread   = key.Say("không đọc được tệp này (%g).", "the file cannot be read (%g).")
	whatExists   = key.Say("tệp đã có, không ghi đè. Xoá hoặc đổi tên tệp ấy trước.", "the file exists and is not overwritten. Remove or rename it first.")
	whatUnwrit   = key.Say("không ghi được tệp này (%g).", "the file cannot be written (%g).")
)
