// Package key describes keys of the configuration. Each package declares its keys once, as
// rows next to the struct that they fill: the name, the accepted values, the default,
// whether a change needs a restart, and a comment in both languages. Package config uses
// the rows to read, check, show and write the commented file.
//
// A row points to the field of a struct, so that the compiler checks the types of field,
// default and bounds, and no field name is written as text. A value is secret because of
// its field's type, [Secret], so there is no separate list of secrets that could be
// incomplete.
//
// The package knows no other package with keys: those import it, and config imports them.
package key

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"motcua/client/clean"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Key is one key of the file and the place of its value.
type Key struct {
	// Name is the name within the section; config puts the section before it.
	Name string
	// Comment is written above the key in the commented file. It is empty where the comment
	// of the previous key covers both.
	Comment text.Said
	// Env is the variable that sets the key: empty for the default name, which is derived
	// from the key's name, and "-" for none.
	Env     string
	Flag    string // without dashes; empty: none
	Restart bool   // a running server cannot change it

	value
	checks []func() *Wrong
}

// Says sets the comment.
func (k Key) Says(vi, en string) Key { k.Comment = text.Say(vi, en); return k }

// ByFlag lets a flag set the key.
func (k Key) ByFlag(name string) Key { k.Flag = name; return k }

// ByEnv sets another variable than the default; "-" means none.
func (k Key) ByEnv(name string) Key { k.Env = name; return k }

// NeedsRestart marks a key that a running server cannot change.
func (k Key) NeedsRestart() Key { k.Restart = true; return k }

// Must adds a check that depends on other keys too. It runs when all of them have their
// values.
func (k Key) Must(check func() *Wrong) Key {
	k.checks = append(k.checks, check)
	return k
}

// Check runs the checks that depend on other keys.
func (k Key) Check() *Wrong {
	for _, check := range k.checks {
		if w := check(); w != nil {
			return w
		}
	}
	return nil
}

// value reads and writes the field that a row points to.
type value interface {
	// Wants returns a description of the accepted values.
	Wants() text.Said
	// Reset sets the field to its default; Fill does so only when the field is empty.
	Reset()
	Fill()
	// Read parses the text of a variable or a flag, and Take a value decoded from TOML. A
	// wrong value changes nothing.
	Read(string) *Wrong
	Take(any) *Wrong
	// Now checks the current value.
	Now() *Wrong
	// TOML and JSON return the value with secrets hidden; File returns TOML as people write
	// it.
	TOML() string
	File() string
	JSON() any
	// Same reports whether the field of another struct has the same value, also for
	// secrets.
	Same(Key) bool
	// Empty reports whether the field has its type's zero value.
	Empty() bool
	// IsSecret reports whether the value may contain a secret, HoldsSecret whether it does.
	IsSecret() bool
	HoldsSecret() bool
	get() any
}

// Kind says how the values of a type are read and shown.
type Kind[T any] struct {
	Want text.Said
	// Read parses text. nil means that only the file can set the key, and not as text.
	Read func(string) (T, *Wrong)
	// Take converts a decoded TOML value that is not text, and reports whether it has the
	// right type. nil means that only text is accepted.
	Take func(any) (T, *Wrong, bool)
	// Fits checks a value that was read or set by the program; nil accepts any.
	Fits func(T) *Wrong
	Show func(T) string
	File func(T) string // as people write it; nil: the result of Show
	JSON func(T) any    // nil: the result of Show, as a string
	// Bare values are written in the file without quotes, and a quoted text is refused.
	Bare bool
	// Secret reports whether a value contains a secret; nil: never.
	Secret func(T) bool
}

// New returns the row of a key.
func New[T any](name string, field *T, byDefault T, k Kind[T]) Key {
	return Bind(name, func() T { return *field }, func(v T) { *field = v }, byDefault, k)
}

// Bind returns the row of a key whose value is not a field but, for example, an entry of a
// map.
func Bind[T any](name string, get func() T, set func(T), byDefault T, k Kind[T]) Key {
	return Key{Name: name, value: &cell[T]{k, byDefault, get, set}}
}

// cell is the value of a row.
type cell[T any] struct {
	kind      Kind[T]
	byDefault T
	load      func() T
	store     func(T)
}

func (c *cell[T]) Wants() text.Said { return c.kind.Want }
func (c *cell[T]) Reset()           { c.store(c.byDefault) }
func (c *cell[T]) get() any         { return c.load() }

func (c *cell[T]) Fill() {
	if c.Empty() {
		c.Reset()
	}
}

func (c *cell[T]) Empty() bool {
	return reflect.ValueOf(c.load()).IsZero()
}

func (c *cell[T]) Read(s string) *Wrong {
	v, wrong := c.kind.Read(s)
	return c.put(v, s, wrong)
}

// put stores a value that was read, if it fits. given is the text in the file or variable.
func (c *cell[T]) put(v T, given string, wrong *Wrong) *Wrong {
	if wrong == nil && c.kind.Fits != nil {
		wrong = c.kind.Fits(v)
	}
	if wrong != nil {
		return c.complete(wrong, given)
	}
	c.store(v)
	return nil
}

func (c *cell[T]) Now() *Wrong {
	if c.kind.Fits == nil {
		return nil
	}
	v := c.load()
	if wrong := c.kind.Fits(v); wrong != nil {
		return c.complete(wrong, c.kind.Show(v))
	}
	return nil
}

func (c *cell[T]) Take(v any) *Wrong {
	s, isText := v.(string)
	switch {
	case isText && !c.kind.Bare && c.kind.Read != nil:
		return c.Read(s)
	case isText:
		return c.complete(&Wrong{}, s)
	case c.kind.Take != nil:
		if taken, wrong, ok := c.kind.Take(v); ok {
			return c.put(taken, c.kind.Show(taken), wrong)
		}
	}
	kind := kindOf(v)
	if c.IsSecret() && kind.holds {
		return c.complete(&Wrong{What: operator.KeyBadSecret}, "")
	}
	return c.complete(&Wrong{What: operator.KeyWrongType, Kind: kind.words}, "")
}

// complete adds the parts that most messages share: what is wanted and what was given.
func (c *cell[T]) complete(w *Wrong, given string) *Wrong {
	if w.Want == (text.Said{}) {
		w.Want = c.kind.Want
	}
	if w.What == (text.Said{}) {
		w.What, w.Got = operator.KeyBadValue, cmp.Or(w.Got, given)
	}
	w.Got = clean.Line(w.Got)
	return w
}

func (c *cell[T]) TOML() string { return c.toml(c.kind.Show) }

func (c *cell[T]) File() string {
	if c.kind.File != nil {
		return c.toml(c.kind.File)
	}
	return c.TOML()
}

func (c *cell[T]) toml(show func(T) string) string {
	s := show(c.load())
	if c.kind.Bare {
		return s
	}
	return Quote(s)
}

func (c *cell[T]) JSON() any {
	if c.kind.JSON == nil {
		return c.kind.Show(c.load())
	}
	return c.kind.JSON(c.load())
}

func (c *cell[T]) Same(other Key) bool { return reflect.DeepEqual(c.load(), other.get()) }

func (c *cell[T]) IsSecret() bool { return c.kind.Secret != nil }

func (c *cell[T]) HoldsSecret() bool { return c.IsSecret() && c.kind.Secret(c.load()) }

// Defaults sets the field of every row to its default.
func Defaults(rows []Key) {
	for _, k := range rows {
		k.Reset()
	}
}

// Fill sets the empty fields of the rows to their defaults.
func Fill(rows []Key) {
	for _, k := range rows {
		k.Fill()
	}
}

// Check returns an error for fields with wrong values, when the struct was not filled from
// a file.
func Check(rows []Key) error {
	var errs []error
	for _, k := range rows {
		w := k.Now()
		if w == nil {
			w = k.Check()
		}
		if w != nil {
			errs = append(errs, fmt.Errorf("%s takes %s, but it is %q", k.Name, w.Want.In(text.EN), w.Got))
		}
	}
	return errors.Join(errs...)
}

// Find returns the row with a name. As in the TOML decoder, case does not matter.
func Find(rows []Key, name string) (Key, bool) {
	for _, k := range rows {
		if strings.EqualFold(k.Name, name) {
			return k, true
		}
	}
	return Key{}, false
}

// Section is a section of the file: one TOML table.
type Section struct {
	Name    string
	Comment text.Said // written above the heading
	// Restart means that a running server can change none of its keys. A change is reported
	// by the section's name.
	Restart bool
	Keys    []Key
}
