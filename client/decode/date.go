package decode

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"motcua/client/workday"
)

// Stamp is a date as the system sent it: a string or a number. A value of another type
// becomes a stamp that cannot be read, so that Time counts it.
type Stamp string

const unreadable Stamp = "?"

// UnmarshalJSON never returns an error, so that one bad date does not lose the whole body.
func (s *Stamp) UnmarshalJSON(b []byte) error {
	b = bytes.TrimSpace(b)
	*s = ""
	if len(b) == 0 || string(b) == "null" || string(b) == "[]" || string(b) == "{}" {
		return nil
	}
	switch {
	case b[0] == '"':
		text := string(unreadable)
		_ = json.Unmarshal(b, &text) // a broken string stays unreadable
		*s = Stamp(strings.TrimSpace(text))
	case b[0] == '-' || b[0] >= '0' && b[0] <= '9':
		*s = Stamp(b)
	default:
		*s = unreadable
	}
	return nil
}

// The forms of a date with an offset, which is an instant whoever wrote it. Portals in
// Java write the offset without its colon.
var instantForms = []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z0700"}

// The forms without an offset that can only mean local time in Vietnam: no system
// writes UTC like this. RFC 3339 without its offset may be either, seven hours apart,
// and is not read.
var wallForms = []string{"02/01/2006 15:04:05", "02/01/2006 15:04", "02/01/2006"}

// Epoch milliseconds have thirteen digits from 2001 to 2286; a number of another length
// is something else.
const millisDigits = 13

// Time reads a stamp: RFC 3339 with the offset written with or without a colon,
// epoch milliseconds, or dd/MM/yyyy with or without HH:mm[:ss] in Vietnam's
// time. The result is in workday.Zone.
//
// An empty stamp gives the zero time. So does one that cannot be read or names an
// impossible year, and it is counted in bad: a wrong date would mislead, while a missing
// one is visibly missing.
func (s Stamp) Time(bad *atomic.Int64) time.Time {
	if s == "" || s == "0" {
		return time.Time{}
	}
	t, ok := s.parse()
	if !ok || t.Year() < 1990 || t.Year() >= 2100 {
		bad.Add(1)
		return time.Time{}
	}
	return t
}

func (s Stamp) parse() (time.Time, bool) {
	text := string(s)
	if len(text) == millisDigits && onlyDigits(text) {
		ms, err := strconv.ParseInt(text, 10, 64)
		return time.UnixMilli(ms).In(workday.Zone), err == nil
	}
	for _, form := range instantForms {
		if t, err := time.Parse(form, text); err == nil {
			return t.In(workday.Zone), true
		}
	}
	for _, form := range wallForms {
		if t, err := time.ParseInLocation(form, text, workday.Zone); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

func onlyDigits(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
}
