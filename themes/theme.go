package themes

import (
	"reflect"
	"sync"

	"github.com/charmbracelet/colorprofile"
)

// Theme is one look of the whole program. The zero Theme is not usable; get one
// from [Get] or [Default].
type Theme struct {
	ID   string // what --theme and the config file say
	Dark bool   // light text on a dark ground

	nameVI, nameEN string
	tokens         Tokens[ink]
}

// all is every theme in the order in which the switch goes through them: the
// two everyday ones, the two for eyes that need them, the two for pleasure, and
// the one without colours.
var all = []Theme{dark, light, contrast, colourBlind, paper, indigo, mono}

// Names are the IDs of all themes, in the order of the switch.
func Names() []string {
	ids := make([]string, len(all))
	for i, t := range all {
		ids[i] = t.ID
	}
	return ids
}

// Get finds a theme by its ID.
func Get(id string) (Theme, bool) {
	if i := index(id); i >= 0 {
		return all[i], true
	}
	return Theme{}, false
}

// Default is the theme to start with on a terminal whose background is dark or
// light. A terminal that does not say is taken for dark: so are kiosks,
// consoles and most SSH clients.
func Default(darkBackground bool) Theme {
	if darkBackground {
		return dark
	}
	return light
}

// Next is the theme that the switch leads to; it goes round. After an unknown
// ID comes the first.
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

// Name is the theme's name as a person reads it: English for "en", else
// Vietnamese.
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
}

// cache keeps the built styles, one set for each theme and colour depth, however
// many sessions a server has.
var cache = struct {
	sync.Mutex
	sets map[cacheKey]*Styles
}{sets: map[cacheKey]*Styles{}}

// Styles are the theme's styles for a terminal's colour depth. Without colours
// (NO_COLOR, a profile of Ascii or not known yet) every theme becomes mono; on
// something that is no terminal (NoTTY) nothing is styled at all.
//
// The result is a struct of some 22 KB: keep it for the session, hand it on by
// pointer, and ask again only when the theme or the terminal changes.
func (t Theme) Styles(p colorprofile.Profile) Styles {
	key := cacheKey{t.ID, p, false}
	cache.Lock()
	defer cache.Unlock()
	set, ok := cache.sets[key]
	if !ok {
		set = t.build(p)
		cache.sets[key] = set
	}
	return *set
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
	// By reflection, so that a token that is added to the list cannot be left out.
	from := reflect.ValueOf(tokens)
	to := reflect.ValueOf(&s.Tokens).Elem()
	for i := range from.NumField() {
		k, _ := reflect.TypeAssert[ink](from.Field(i)) // every field of Tokens[ink] is one
		to.Field(i).Set(reflect.ValueOf(k.style(p)))
	}
	s.Background = tokens.Base.bg.at(p)
	s.Foreground = tokens.Base.fg.at(p)
	return s
}
