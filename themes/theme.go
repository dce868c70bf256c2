package themes

import (
	"reflect"
	"sync"

	"github.com/charmbracelet/colorprofile"
)

// Theme is one set of colours for the whole program. The zero Theme is not usable; get one
// from [Get] or [Default].
type Theme struct {
	ID   string // the name for --theme and the configuration file
	Dark bool   // light text on a dark background

	nameVI, nameEN string
	tokens         Tokens[ink]
}

// all is every theme, in the order in which F3 changes them: the two everyday ones, the two
// for people with low vision or colour blindness, two more, and the one without colours.
var all = []Theme{dark, light, contrast, colourBlind, paper, indigo, mono}

// Names returns the IDs of all themes, in the order in which F3 changes them.
func Names() []string {
	ids := make([]string, len(all))
	for i, t := range all {
		ids[i] = t.ID
	}
	return ids
}

// Get returns the theme with that ID.
func Get(id string) (Theme, bool) {
	if i := index(id); i >= 0 {
		return all[i], true
	}
	return Theme{}, false
}

// Default returns the first theme for a terminal with a dark or a light background. A
// terminal that does not report its background counts as dark, because kiosks, consoles and
// most SSH clients are.
func Default(darkBackground bool) Theme {
	if darkBackground {
		return dark
	}
	return light
}

// Next returns the theme after the one with that ID; the first follows the last, and also
// an unknown ID.
func Next(id string) Theme {
	return all[(index(id)+1)%len(all)]
}

func index(id string) int {
	for i, t := range all {
		if t.ID == id {
			return i
		}
	}
	return -1
}

// Name returns the theme's name for people: English for "en", otherwise Vietnamese.
func (t Theme) Name(lang string) string {
	if lang == "en" {
		return t.nameEN
	}
	return t.nameVI
}

type cacheKey struct {
	id      string
	profile colorprofile.Profile
	bare    bool
	lean    bool
}

// cache keeps the built styles, one set for each theme and colour depth, shared by all
// sessions of a server.
var cache = struct {
	sync.Mutex
	sets map[cacheKey]*Styles
}{sets: map[cacheKey]*Styles{}}

// Styles returns the theme's styles for a terminal's colour depth. Without colours
// (NO_COLOR, the profile Ascii or an unknown one) every theme becomes mono; for output that
// is not a terminal (NoTTY) nothing is styled at all.
//
// The result is a struct of some 28 KB, which all sessions share: nobody may change it.
func (t Theme) Styles(p colorprofile.Profile) *Styles {
	return cached(cacheKey{id: t.ID, profile: p}, func() *Styles { return t.build(p) })
}

// cached returns the set of a key, which build makes the first time.
func cached(key cacheKey, build func() *Styles) *Styles {
	cache.Lock()
	defer cache.Unlock()
	set, ok := cache.sets[key]
	if !ok {
		set = build()
		cache.sets[key] = set
	}
	return set
}

func (t Theme) build(p colorprofile.Profile) *Styles {
	tokens := t.tokens
	switch p {
	case colorprofile.TrueColor, colorprofile.ANSI256, colorprofile.ANSI:
	case colorprofile.NoTTY:
		tokens = Tokens[ink]{}
	default:
		tokens = mono.tokens
	}
	s := new(Styles)
	// Uses reflection, so that a token that is added to the list cannot be forgotten.
	from := reflect.ValueOf(tokens)
	to := reflect.ValueOf(&s.Tokens).Elem()
	for i := range from.NumField() {
		k, _ := reflect.TypeAssert[ink](from.Field(i)) // every field of Tokens[ink] is an ink
		to.Field(i).Set(reflect.ValueOf(k.style(p)))
	}
	s.Background = tokens.Base.bg.at(p)
	s.Foreground = tokens.Base.fg.at(p)
	return s
}
