package key

import "strconv"

// Wrong is what is wrong with the value of a key.
type Wrong struct {
	// What is one sentence. In it %k is the key, %g what stands there, %t its kind
	// and %w what the key takes.
	What, Want, Kind Words
	Got              string // never a secret
	Suggest          string // a value that was probably meant
}

// What can be wrong with a value.
var (
	WhatWrongType = Words{`khoá "%k" cần %w, nhưng ở đây là %t.`, `key "%k" takes %w, but this is %t.`}
	WhatBadValue  = Words{`khoá "%k" cần %w, nhưng đang là "%g".`, `key "%k" takes %w, but it is "%g".`}
	WhatBadSecret = Words{`khoá "%k" cần %w.`, `key "%k" takes %w.`} // repeats nothing
)

// kind is what stands in the file in the place of a value.
type kind struct {
	words Words
	holds bool // a list or a table: what it holds may be what was meant to be secret
}

func kindOf(v any) kind {
	switch v.(type) {
	case int64, uint64:
		return kind{words: Words{"số nguyên", "an integer"}}
	case float64:
		return kind{words: Words{"số thập phân", "a decimal number"}}
	case bool:
		return kind{words: wantYes}
	case []any:
		return kind{Words{"một danh sách khác", "another kind of list"}, true}
	case map[string]any:
		return kind{Words{"một bảng { }", "a table { }"}, true}
	default:
		return kind{words: Words{"ngày giờ không có dấu nháy", "a date without quotes"}}
	}
}

// Quote writes text as TOML.
func Quote(s string) string { return strconv.Quote(s) }
