package rest

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"motcua/client/clean"
	"motcua/client/workday"
)

// Portals write the same field as a string in one place and as a number in another, null
// for an empty list, and an object for a list of one. The types below read what they can
// and leave the rest at zero; they never reject a whole body because of one field.

// Raw is a string as it was sent, for values that are sent back (ids, cursors, session
// keys) or parsed. It must not reach a screen.
type Raw string

// UnmarshalJSON takes strings, numbers and booleans; anything else is empty.
func (r *Raw) UnmarshalJSON(b []byte) error {
	*r = Raw(scalar(b))
	return nil
}

// ID returns the string only if it can stand unchanged in a URL and in JSON, as every
// portal's ids can; "" otherwise.
func (r Raw) ID() string {
	s := strings.TrimSpace(string(r))
	if len(s) > 64 || strings.ContainsFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	}) {
		return ""
	}
	return s
}

// Line is a string on one line, sanitised, with HTML turned into text.
type Line string

// UnmarshalJSON takes strings, numbers and booleans; anything else is empty.
func (l *Line) UnmarshalJSON(b []byte) error {
	*l = Line(clean.Line(clean.FromHTML(scalar(b))))
	return nil
}

// Text is a string of several lines, sanitised, with HTML turned into text and embedded
// images cut out.
type Text string

// UnmarshalJSON takes strings, numbers and booleans; anything else is empty.
func (t *Text) UnmarshalJSON(b []byte) error {
	*t = Text(clean.Text(clean.FromHTML(scalar(b))))
	return nil
}

// Number is a quantity or an amount. OK says whether the source gave one.
type Number struct {
	Value float64
	OK    bool
}

// vnGroups matches a number with Vietnamese thousands separators: "30.000", "1.250.000".
var vnGroups = regexp.MustCompile(`^-?\d{1,3}([.,]\d{3})+$`)

// UnmarshalJSON takes numbers and strings of digits, also with thousands
// groups or a decimal comma.
func (n *Number) UnmarshalJSON(b []byte) error {
	*n = Number{}
	s := strings.TrimSpace(scalar(b))
	if len(b) > 0 && b[0] == '"' {
		if vnGroups.MatchString(s) {
			s = strings.NewReplacer(".", "", ",", "").Replace(s)
		} else {
			s = strings.Replace(s, ",", ".", 1)
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	if err == nil && !math.IsNaN(v) && math.Abs(v) < 1e15 {
		*n = Number{v, true}
	}
	return nil
}

// Int is the value as a whole number, 0 when there is none.
func (n Number) Int() int { return int(n.Value) }

// Flag is a boolean.
type Flag bool

// UnmarshalJSON takes true, "true", 1 and "1"; anything else is false.
func (f *Flag) UnmarshalJSON(b []byte) error {
	s := strings.TrimSpace(scalar(b))
	*f = Flag(s == "1" || strings.EqualFold(s, "true"))
	return nil
}

// Millis is a time in epoch milliseconds, in Vietnam's zone; the zero time when
// absent or outside the years that a portal can mean.
type Millis struct{ time.Time }

// UnmarshalJSON takes a number or a string of digits.
func (m *Millis) UnmarshalJSON(b []byte) error {
	m.Time = time.Time{}
	ms, err := strconv.ParseInt(strings.TrimSpace(scalar(b)), 10, 64)
	if err != nil || ms <= 0 || ms >= 4102444800000 { // year 2100
		return nil //nolint:nilerr // absent, not fatal
	}
	m.Time = time.UnixMilli(ms).In(workday.Zone)
	return nil
}

// maxItems limits a list: a body of the allowed size could otherwise become hundreds of
// megabytes of empty structs.
const maxItems = 20_000

var errTooMany = errors.New("list too long")

// List is an array. Null is empty, a single object is a list of one, and elements of
// another type are left out.
type List[T any] []T

// UnmarshalJSON returns an error only for a list with more than maxItems elements.
func (l *List[T]) UnmarshalJSON(b []byte) error {
	*l = nil
	b = bytes.TrimSpace(b)
	if len(b) == 0 {
		return nil
	}
	if b[0] != '[' {
		var one T
		if b[0] == '{' && json.Unmarshal(b, &one) == nil {
			*l = List[T]{one}
		}
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	if _, err := dec.Token(); err != nil {
		return err
	}
	for dec.More() {
		var raw json.RawMessage
		if err := dec.Decode(&raw); err != nil {
			return err
		}
		if len(*l) >= maxItems {
			return errTooMany
		}
		var one T
		if string(raw) != "null" && json.Unmarshal(raw, &one) == nil {
			*l = append(*l, one)
		}
	}
	return nil
}

// Object is a part of a body that may be null or of another type.
type Object[T any] struct {
	Value T
	OK    bool // the source sent an object of the right type
}

// UnmarshalJSON takes an object, or the first object of a list.
func (o *Object[T]) UnmarshalJSON(b []byte) error {
	*o = Object[T]{}
	var l List[T]
	if err := l.UnmarshalJSON(b); err != nil {
		return err
	}
	if len(l) > 0 {
		*o = Object[T]{l[0], true}
	}
	return nil
}

// Named is something with a name: {id, name, code}, or just the name.
type Named struct {
	ID   Raw
	Name Line
	Code Line
}

// UnmarshalJSON takes the object or a bare string.
func (n *Named) UnmarshalJSON(b []byte) error {
	*n = Named{}
	if len(b) == 0 || b[0] != '{' {
		return n.Name.UnmarshalJSON(b)
	}
	var o struct {
		ID   Raw  `json:"id"`
		Name Line `json:"name"`
		Code Line `json:"code"`
	}
	if err := json.Unmarshal(b, &o); err != nil {
		return err
	}
	*n = Named(o)
	return nil
}

// scalar is the plain text of a JSON scalar, "" for null, lists and objects.
func scalar(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	switch b[0] {
	case '"':
		var s string
		if json.Unmarshal(b, &s) != nil {
			return ""
		}
		if word := strings.TrimSpace(s); strings.EqualFold(word, "null") || word == "undefined" {
			return "" // words that programs write for "nothing"
		}
		return s
	case '{', '[', 'n':
		return ""
	}
	return whole.ReplaceAllString(string(b), "$1")
}

// whole is a number that a program wrote as a fraction: 4.0 is 4.
var whole = regexp.MustCompile(`^(-?[0-9]+)\.0+$`)
