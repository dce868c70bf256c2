package key

import (
	"fmt"
	"io"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Hidden is shown in place of a secret.
const Hidden = operator.Hidden

// Secret is a password. Every way of printing it (verbs of fmt, JSON, TOML) gives "(ẩn)",
// or nothing when it is empty, so that an operator sees whether it is set. Only Reveal
// returns its value.
//
// It is a struct because encoders check the kind of a value before they call its methods: a
// string would be written in clear text.
type Secret struct{ value string }

// SecretOf returns a Secret with that value.
func SecretOf(value string) Secret { return Secret{value} }

// Reveal returns the value, for the log-in that needs it.
func (s Secret) Reveal() string { return s.value }

// String returns Hidden, or nothing when the secret is empty.
func (s Secret) String() string {
	if s.value == "" {
		return ""
	}
	return Hidden
}

// Format hides the value from every verb, including %x and %#v.
func (s Secret) Format(w fmt.State, verb rune) { Print(w, verb, s.String()) }

// Print implements Format for a type that contains a secret: for any verb it writes shown
// and nothing else of the value.
func Print(w fmt.State, verb rune, shown string) {
	if verb == 'q' {
		shown = Quote(shown)
	}
	_, _ = io.WriteString(w, shown)
}

// MarshalText hides the value from JSON and TOML.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Hide returns the row of a secret. No message repeats its value.
func Hide(name string, field *Secret, want text.Said, fits func(string) bool) Key {
	return New(name, field, Secret{}, Hiding(want, fits))
}

// Hiding says how a secret is read, and shown hidden. A nil fits accepts any.
func Hiding(want text.Said, fits func(string) bool) Kind[Secret] {
	return Kind[Secret]{
		Want: want, Show: Secret.String,
		Read: func(s string) (Secret, *Wrong) {
			if s != "" && fits != nil && !fits(s) {
				return Secret{}, &Wrong{What: operator.KeyBadSecret}
			}
			return Secret{s}, nil
		},
		Secret: func(s Secret) bool { return s.value != "" },
	}
}
