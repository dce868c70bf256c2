// Package key describes keys of the configuration. Each room says its keys once, as
// rows beside the struct that they fill: the name, what the key takes, its default,
// whether a change needs a restart, and its comment in both languages. Package config
// walks the rows: it reads, checks, shows and writes the commented file by them.
//
// A row holds a pointer to the field of one struct, so that the compiler compares the
// types of field, default and bounds, and no name of a field is written as text. What
// is a secret is the type of its field, [Secret]: no list of secrets can be left
// behind.
//
// The package knows no room, so that rooms import it, and config imports the rooms.
package key

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"motcua/client/clean"
	"motcua/tui/text"
)

// Words are a text in both languages.
type Words struct{ VI, EN string }

// Say makes Words.
func Say(vi, en string) Words { return Words{vi, en} }

// In is the text in a language.
func (w Words) In(l text.Lang) string {
	if l == text.EN {
		return w.EN
	}
	return w.VI
}

// Key is one key of the file and where its value stands.
type Key struct {
	// Name is the name within the section; config puts the section before it.
	Name string
	// Comment stands above the key in the commented file. It is empty where the
	// comment of the key before speaks for both.
	Comment Words
	// Env is the variable that sets the key: empty for the usual one, which follows
	// from the name, and "-" for none.
	Env     string
	Flag    string // without dashes; empty: none
	Restart bool   // a server at work cannot change it

	value
	checks []func() *Wrong
}

// Says gives the comment.
func (k Key) Says(vi, en string) Key { k.Comment = Words{vi, en}; return k }

// ByFlag lets a flag set the key.
func (k Key) ByFlag(name string) Key { k.Flag = name; return k }

// ByEnv lets another variable set the key than the usual one; "-" is none.
func (k Key) ByEnv(name string) Key { k.Env = name; return k }

// NeedsRestart tells that a server at work cannot change the key.
func (k Key) NeedsRestart() Key { k.Restart = true; return k }

// Must adds a check that looks at other keys too. It is made when all of them have
// their values.
func (k Key) Must(check func() *Wrong) Key {
	k.checks = append(k.checks, check)
	return k
}

// Check makes the checks that look at other keys.
func (k Key) Check() *Wrong {
	for _, check := range k.checks {
		if w := check(); w != nil {
			return w
		}
	}
	return nil
}

// value is what a key's row does with the field that it points to.
type value interface {
	// Wants tells what the key takes, in words.
	Wants() Words
	// Reset gives the field its default, and Fill does so when it holds nothing.
	Reset()
	Fill()
	// Read takes the text of a variable or a flag, and Take what TOML decoded. What is
	// wrong changes nothing.
	Read(string) *Wrong
	Take(any) *Wrong
	// Now looks at the value that stands there.
	Now() *Wrong
	// TOML and JSON show the value, secrets hidden; File is TOML as people write it.
	TOML() string
	File() string
	JSON() any
	// Same compares with the field of another struct; secrets too.
	Same(Key) bool
	// Empty tells that the field holds its type's zero value.
	Empty() bool
	// IsSecret tells that the value may hold a secret, HoldsSecret that it does.
	IsSecret() bool
	HoldsSecret() bool
	get() any
}

// Kind is how the values of a type are read and shown.
type Kind[T any] struct {
	Want Words
	// Read reads text. Nil: the file alone decides the key, and not by text.
	Read func(string) (T, *Wrong)
	// Take reads what TOML decoded and is no text, and tells whether it is of the
	// right kind. Nil: only text is.
	Take func(any) (T, *Wrong, bool)
	// Fits looks at a value that was read, or set by the program; nil takes any.
	Fits func(T) *Wrong
	Show func(T) string
	File func(T) string // as people write it; nil: as Show says
	JSON func(T) any    // nil: a string, as Show says
	// Bare values stand in the file without quotes, and text is none of them.
	Bare bool
	// Secret tells whether a value holds a secret; nil: never.
	Secret func(T) bool
}

// New makes the row of a key.
func New[T any](name string, field *T, byDefault T, k Kind[T]) Key {
	return Bind(name, func() T { return *field }, func(v T) { *field = v }, byDefault, k)
}

// Bind makes the row of a key whose value is no field: a value of a map, say.
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

func (c *cell[T]) Wants() Words { return c.kind.Want }
func (c *cell[T]) Reset()       { c.store(c.byDefault) }
func (c *cell[T]) get() any     { return c.load() }

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

// put stores a value that was read, if it fits. given is what stands there.
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
	v := c.load()
	return c.put(v, c.kind.Show(v), nil)
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
		return c.complete(&Wrong{What: WhatBadSecret}, "")
	}
	return c.complete(&Wrong{What: WhatWrongType, Kind: kind.words}, "")
}

// complete fills in what most sentences have in common: what is wanted, and what stands
// there.
func (c *cell[T]) complete(w *Wrong, given string) *Wrong {
	if w.Want == (Words{}) {
		w.Want = c.kind.Want
	}
	if w.What == (Words{}) {
		w.What, w.Got = WhatBadValue, cmp.Or(w.Got, given)
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

// Defaults gives every field of the rows its default.
func Defaults(rows []Key) {
	for _, k := range rows {
		k.Reset()
	}
}

// Fill gives the fields of the rows that hold nothing their defaults.
func Fill(rows []Key) {
	for _, k := range rows {
		k.Fill()
	}
}

// Check tells what in the fields of the rows cannot be meant, for who filled them
// without a file.
func Check(rows []Key) error {
	var errs []error
	for _, k := range rows {
		w := k.Now()
		if w == nil {
			w = k.Check()
		}
		if w != nil {
			errs = append(errs, fmt.Errorf("%s takes %s, but it is %q", k.Name, w.Want.EN, w.Got))
		}
	}
	return errors.Join(errs...)
}

// Find finds a row by its name. As in TOML's decoder, capitals do not count.
func Find(rows []Key, name string) (Key, bool) {
	for _, k := range rows {
		if strings.EqualFold(k.Name, name) {
			return k, true
		}
	}
	return Key{}, false
}

// Section is a section of the file: one table of TOML.
type Section struct {
	Name    string
	Comment Words // above the heading
	// Restart: a server at work can change none of its keys, which are told by the
	// section's name.
	Restart bool
	Keys    []Key
}
