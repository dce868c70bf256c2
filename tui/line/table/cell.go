package table

import (
	"encoding/json"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/workday"
	"motcua/tui/text"
	"motcua/tui/text/dates"
	"motcua/tui/text/topic"
	"motcua/tui/view"
)

// Cell is what a column says of one answer.
type Cell struct {
	Sign view.Sign // "" for none
	Text string
	Tone view.Tone
}

func (c Cell) words() string {
	if c.Sign == "" {
		return c.Text
	}
	return string(c.Sign) + " " + c.Text
}

// plainCell says a value in words.
func plainCell(raw json.RawMessage, t *text.Texts) Cell {
	return Cell{Text: clean.Line(valueWords(raw, t))}
}

func valueWords(raw json.RawMessage, t *text.Texts) string {
	var v any
	if len(raw) == 0 || json.Unmarshal(raw, &v) != nil {
		return ""
	}
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		if v {
			return topic.Table.In(t).Yes
		}
		return topic.Table.In(t).No
	case string:
		return DateWords(v)
	case []any:
		var words []string
		var all []json.RawMessage
		_ = json.Unmarshal(raw, &all)
		for _, one := range all {
			words = append(words, valueWords(one, t))
		}
		return strings.Join(words, "; ")
	case map[string]any:
		for _, key := range []string{"name", "title", "sentence", "text", "code"} {
			if s, ok := v[key].(string); ok && s != "" {
				return s
			}
		}
	}
	return string(raw)
}

// DateWords writes the dates of JSON as people write them, in the spelling of the pages: 01/12/2026,
// 19/6/2025.
func DateWords(s string) string {
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		at = at.In(workday.Zone)
		if at.Hour() == 0 && at.Minute() == 0 {
			return dates.VI.Day(at)
		}
		return dates.VI.Day(at) + at.Format(" 15:04")
	}
	if at, err := time.Parse(time.DateOnly, s); err == nil {
		return dates.VI.Day(at)
	}
	return s
}
