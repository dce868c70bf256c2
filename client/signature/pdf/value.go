package pdf

import (
	"errors"
	"unicode/utf16"
	"unicode/utf8"
)

// The errors.
var (
	ErrNotPDF     = errors.New("pdf: the file does not begin as a PDF file")
	ErrBroken     = errors.New("pdf: the structure of the file cannot be read")
	ErrEncrypted  = errors.New("pdf: the file is encrypted")
	ErrTooComplex = errors.New("pdf: the file exceeds a limit")
)

// Kind is the type of a value.
type Kind byte

// The kinds. A keyword that is no value is a Word.
const (
	Null Kind = iota
	Bool
	Integer
	Real
	String
	Name
	Array
	Dict
	Reference
	Word
)

// Value is a value of a file.
type Value struct {
	Kind Kind
	// From and To are where the value stands: in the file, or in a decoded object stream when
	// Packed is set.
	From, To int
	Packed   bool
	Hex      bool // a String in angle brackets

	Int   int64 // an Integer, 1 for true, or the object of a Reference
	Gen   int64 // the generation of a Reference
	Bytes []byte
	Items []Value
	Pairs []Pair
}

// Pair is a key of a dictionary with its value.
type Pair struct {
	Key   string
	Value Value
}

// Get returns the value of a key, a Null for none. Of a key that stands twice it is the last one.
func (v Value) Get(key string) Value {
	for i := len(v.Pairs) - 1; i >= 0; i-- {
		if v.Pairs[i].Key == key {
			return v.Pairs[i].Value
		}
	}
	return Value{}
}

// Count returns how often a key stands in a dictionary.
func (v Value) Count(key string) int {
	n := 0
	for _, p := range v.Pairs {
		if p.Key == key {
			n++
		}
	}
	return n
}

// Is reports whether the value is that name.
func (v Value) Is(name string) bool { return v.Kind == Name && string(v.Bytes) == name }

// Text decodes a text string: UTF-16 and UTF-8 with their marks, otherwise one byte a letter
// (ISO 32000-2, 7.9.2.2). It is not cleaned.
func (v Value) Text() string {
	b := v.Bytes
	switch {
	case len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF:
		units := make([]uint16, 0, len(b)/2)
		for i := 2; i+1 < len(b); i += 2 {
			units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
		}
		return string(utf16.Decode(units))
	case len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF && utf8.Valid(b[3:]):
		return string(b[3:])
	}
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return string(runes)
}
