package key

import (
	"fmt"
	"io"
)

// Hidden stands in place of a secret wherever a value is shown.
const Hidden = "(ẩn)"

// Secret is a password. Every way of printing it (verbs of fmt, JSON, TOML)
// gives "(ẩn)", or nothing when it is empty, so that an operator sees whether it
// is set. Reveal is the one way to its value.
//
// It is a struct because encoders look at the kind of a value before they ask
// it: a string would be written as it is.
type Secret struct{ value string }

// SecretOf makes a Secret.
func SecretOf(value string) Secret { return Secret{value} }

// Reveal gives the value, for the log-in that needs it.
func (s Secret) Reveal() string { return s.value }

// String hides the value.
func (s Secret) String() string {
	if s.value == "" {
		return ""
	}
	return Hidden
}

// Format hides the value from every verb, %x and %#v included.
func (s Secret) Format(w fmt.State, verb rune) {
	switch verb {
	case 'q':
		_, _ = fmt.Fprintf(w, "%q", s.String())
	default:
		_, _ = io.WriteString(w, s.String())
	}
}

// MarshalText hides the value from JSON and TOML.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Hide is the row of a secret. No sentence repeats what stands there.
func Hide(name string, field *Secret, want Words, fits func(string) bool) Key {
	return New(name, field, Secret{}, Hiding(want, fits))
}

// Hiding is how a secret is read, and shown hidden. A nil fits takes any.
func Hiding(want Words, fits func(string) bool) Kind[Secret] {
	return Kind[Secret]{
		Want: want, Show: Secret.String,
		Read: func(s string) (Secret, *Wrong) {
			if s != "" && fits != nil && !fits(s) {
				return Secret{}, &Wrong{What: WhatBadSecret}
			}
			return Secret{s}, nil
		},
		Secret: func(s Secret) bool { return s.value != "" },
	}
}
