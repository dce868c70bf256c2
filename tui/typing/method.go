// Package typing composes Vietnamese from plain keys, for terminals that have no input
// method of their own: neither a kiosk's compositor nor the Linux console has one.
//
// A [Composer] works on the syllable before the cursor. It knows the two methods that
// people learn, Telex and VNI, and follows the spelling: what cannot be a Vietnamese
// syllable stays as it was typed. All text that it returns is NFC.
//
// # Why it is ours
//
// Input methods (ibus-unikey, fcitx5-unikey) need a graphical session, and a server cannot
// use the one of an SSH client. The Go library github.com/BambooEngine/bamboo-core is the
// engine of an input method: it keeps its own copy of the word from key to key. A field
// here is also changed by pastes, the on-screen keyboard and the scanner, so a Composer
// gets the text before the cursor with every key and follows that text. It must also leave
// codes (H55), addresses and amounts (500đ) alone. It has some 1,100 lines.
package typing

import (
	"fmt"
	"strings"
)

// Method is the way in which keys become Vietnamese letters.
type Method int

// The methods.
const (
	Off   Method = iota // keys stand for themselves
	Telex               // letters: aa â, ow ơ, dd đ, s f r x j the tones, z none
	VNI                 // digits: 6 ^, 7 horn, 8 breve, 9 đ, 1 to 5 the tones, 0 none
)

// methods are the names of the methods, as a config file spells them.
var methods = [...]string{Off: "off", Telex: "telex", VNI: "vni"}

// Next returns the method after m, for a key that cycles through them.
// String is the name that ParseMethod takes.
func (m Method) String() string {
	if m < 0 || int(m) >= len(methods) {
		return fmt.Sprintf("Method(%d)", int(m))
	}
	return methods[m]
}

// Next is the method after m, for a key that goes round them.
func (m Method) Next() Method {
	return (m + 1) % Method(len(methods))
}

// ParseMethod reads "off", "telex" or "vni", in any case.
func ParseMethod(s string) (Method, error) {
	for m, name := range methods {
		if strings.EqualFold(s, name) {
			return Method(m), nil
		}
	}
	return Off, fmt.Errorf("typing method %q is none of off, telex, vni", s)
}

// ToneStyle says which vowel carries the tone in an open oa, oe or uy. Both styles are
// official somewhere; search treats them as equal.
type ToneStyle int

// The styles.
const (
	OldStyle ToneStyle = iota // hòa, khỏe, thúy
	NewStyle                  // hoà, khoẻ, thuý
)

var styles = [...]string{OldStyle: "old", NewStyle: "new"}

// String is the name that ParseToneStyle takes.
func (s ToneStyle) String() string {
	if s < 0 || int(s) >= len(styles) {
		return fmt.Sprintf("ToneStyle(%d)", int(s))
	}
	return styles[s]
}

// ParseToneStyle reads "old" or "new", in any case.
func ParseToneStyle(s string) (ToneStyle, error) {
	for t, name := range styles {
		if strings.EqualFold(s, name) {
			return ToneStyle(t), nil
		}
	}
	return OldStyle, fmt.Errorf("tone style %q is none of old, new", s)
}

// Choice is how a person types: one choice for all fields of a session.
type Choice struct {
	Method Method
	Style  ToneStyle
}

// For returns the choice to begin with: in an interface that is not in Vietnamese none composes,
// because Telex makes tã of "tax". Whoever wants it there switches it on.
func (c Choice) For(vietnamese bool) Choice {
	if !vietnamese {
		c.Method = Off
	}
	return c
}

// Switched returns to where the choice is still from, which nobody chose, and else the choice.
func (c Choice) Switched(from, to Choice) Choice {
	if c == from {
		return to
	}
	return c
}
