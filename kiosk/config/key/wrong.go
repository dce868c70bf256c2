package key

import (
	"motcua/tui/text"
	"motcua/tui/text/operator"
	"strconv"
)

// Wrong says what is wrong with the value of a key.
type Wrong struct {
	// What is the message; package operator says which parts are filled in.
	What, Want, Kind text.Said
	Got              string // never a secret
	Suggest          string // a value that was probably meant
}

// kind is the type of a value in the file.
type kind struct {
	words text.Said
	holds bool // a list or a table: it may contain what was meant to be secret
}

func kindOf(v any) kind {
	switch v.(type) {
	case int64, uint64:
		return kind{words: operator.KindInteger}
	case float64:
		return kind{words: operator.KindDecimal}
	case bool:
		return kind{words: wantYes}
	case []any:
		return kind{operator.KindList, true}
	case map[string]any:
		return kind{operator.KindTable, true}
	default:
		return kind{words: operator.KindDate}
	}
}

// Quote writes text as TOML.
func Quote(s string) string { return strconv.Quote(s) }
