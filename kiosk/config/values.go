package config

import (
	"fmt"
	"io"
	"time"
)

// hidden stands in place of a secret wherever a config is shown.
const hidden = "(ẩn)"

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
	return hidden
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

// UnmarshalText reads the value itself.
func (s *Secret) UnmarshalText(b []byte) error {
	s.value = string(b)
	return nil
}

// Bounds of a time-out: below a second no portal answers, above two minutes a
// person has left.
const (
	minTimeout = time.Second
	maxTimeout = 2 * time.Minute
)

// Duration is a time.Duration that is written "10s" or "1m30s". It is a struct so
// that a bare number, whose unit nobody wrote, is not counted as nanoseconds.
type Duration struct {
	d time.Duration
	// wrong is what stood there instead. It is kept for the check, which knows
	// the line; the decoder forgets it when this type returns an error.
	wrong string
}

// DurationOf makes a Duration.
func DurationOf(d time.Duration) Duration { return Duration{d: d} }

// UnmarshalText reads "10s". It never fails: Load reports what is no duration.
func (d *Duration) UnmarshalText(b []byte) error {
	v, err := time.ParseDuration(string(b))
	if *d = (Duration{d: v}); err != nil {
		d.wrong = string(b)
	}
	return nil
}

// MarshalText writes "10s".
func (d Duration) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// String is the form that UnmarshalText reads.
func (d Duration) String() string {
	if d.wrong != "" {
		return d.wrong
	}
	return d.d.String()
}

// Std is the value as the standard library counts it.
func (d Duration) Std() time.Duration { return d.d }
