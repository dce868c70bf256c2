package config

import (
	"fmt"
	"strings"

	"motcua/tui/text"
)

// pair is a text in both languages.
type pair struct{ vi, en string }

func (p pair) in(l text.Lang) string {
	if l == text.EN {
		return p.en
	}
	return p.vi
}

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
		return pair{"biến môi trường ", "environment variable "}.in(l) + o.Env
	case o.File != "" && o.Line > 0:
		return fmt.Sprintf(pair{"%s, dòng %d", "%s, line %d"}.in(l), o.File, o.Line)
	default:
		return o.File
	}
}

// Problem is one thing that is wrong, where, and what was expected.
type Problem struct {
	Origin
	Key     string // "national.timeout"; empty when it is about the whole file
	Got     string // what stands there; never a secret
	Suggest string // a key or value that was probably meant
	what    pair   // one sentence; %k, %g, %t, %w are replaced
	want    pair   // what was expected
	kind    pair   // what kind of value stands there, when that is the fault
}

// Sentence says it for a person: "/etc/motcua/config.toml, dòng 3: ...".
func (p Problem) Sentence(l text.Lang) string {
	s := strings.NewReplacer("%k", p.Key, "%g", p.Got, "%w", p.want.in(l), "%t", p.kind.in(l)).Replace(p.what.in(l))
	if p.Suggest != "" {
		s += fmt.Sprintf(pair{" Có phải ông/bà muốn viết %s?", " Did you mean %s?"}.in(l), p.Suggest)
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
	whatUnknownKey   = pair{`không có khoá "%k".`, `there is no key "%k".`}
	whatUnknownTable = pair{`không có mục [%k].`, `there is no section [%k].`}
	whatWrongType    = pair{`khoá "%k" cần %w, nhưng ở đây là %t.`, `key "%k" takes %w, but this is %t.`}
	whatBadValue     = pair{`khoá "%k" cần %w, nhưng đang là "%g".`, `key "%k" takes %w, but it is "%g".`}
	whatBadSecret    = pair{`khoá "%k" cần %w.`, `key "%k" takes %w.`}
	whatMissing      = pair{`thiếu khoá "%k": cần %w.`, `key "%k" is missing: it takes %w.`}
	whatTwice        = pair{`"%g" đã được dùng ở trên; khoá "%k" cần %w.`, `"%g" stands above already; key "%k" takes %w.`}
	whatSection      = pair{`"%k" là một mục, viết thành %w trên một dòng riêng.`, `"%k" is a section, write %w on a line of its own.`}
	whatAgain        = pair{`"%k" đã có ở trên, chỉ viết một lần.`, `"%k" stands above already, write it once.`}
	whatSyntax       = pair{`không đọc được theo TOML ở cột %g (%k).`, `this is not TOML, at column %g (%k).`}

	whatNoFile   = pair{"không có tệp này.", "there is no such file."}
	whatNoAccess = pair{"không được phép đọc tệp này.", "no permission to read this file."}
	whatIsDir    = pair{"đây là thư mục, cần một tệp TOML.", "this is a directory, a TOML file is needed."}
	whatTooLarge = pair{"tệp lớn hơn %w, không thể là tệp cấu hình.", "the file is larger than %w, it cannot be a config file."}
	whatBinary   = pair{"đây không phải tệp chữ UTF-8, cần một tệp TOML.", "this is not UTF-8 text, a TOML file is needed."}
	whatUnread   = pair{"không đọc được tệp này (%g).", "the file cannot be read (%g)."}
	whatExists   = pair{"tệp đã có, không ghi đè. Xoá hoặc đổi tên tệp ấy trước.", "the file exists and is not overwritten. Remove or rename it first."}
	whatUnwrit   = pair{"không ghi được tệp này (%g).", "the file cannot be written (%g)."}
)
