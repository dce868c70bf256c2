package tui

import (
	"reflect"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"motcua/tui/parts"
)

// What tests look at, while the program waits.

// Screen is the screen with its targets.
func (r *Root) Screen() *parts.Sheet { return r.shown() }

// PageKeys are the keys of the page on top.
func (r *Root) PageKeys() []parts.Key { return r.top().Keys() }

// OnMore are the targets that the page of more buttons would hold.
func (r *Root) OnMore() []string {
	_, left := r.buttonRows(r.width - 2*margin(r.width))
	ids := make([]string, len(left))
	for i, b := range left {
		ids[i] = b.ID
	}
	return ids
}

// Focus is the target that Enter presses.
func (r *Root) Focus() string { return r.sh.face.focus }

// PageType is the name of the type of the page on top.
func (r *Root) PageType() string { return reflect.TypeOf(r.top()).Elem().Name() }

// PageSpeaks are the sentences that the page on top says beside its name; ok is false
// when it is no page that speaks.
func (r *Root) PageSpeaks() (sentences []string, ok bool) {
	p, ok := r.top().(speaking)
	if !ok {
		return nil, false
	}
	for _, l := range p.speaks().lines {
		if said := strings.TrimSpace(l.text); said != "" && said != r.top().Crumb() {
			sentences = append(sentences, said)
		}
	}
	return sentences, true
}

// SpokenName is what is said when that target gets the focus, "" for nothing.
func (r *Root) SpokenName(id string) string {
	f := &r.sh.face
	before := *f
	defer func() { *f = before }()
	f.focus, f.page = id, r.top().Number()
	l, _ := r.spokenFocus(r.top())
	return l.text
}

// Captures tells whether letters belong to a field of the page on top.
func (r *Root) Captures() bool { return r.top().CapturesInput() }

// Boarded tells whether the page on top says which keyboard its field has.
func (r *Root) Boarded() bool {
	_, ok := r.top().(boarded)
	return ok
}

// Hidden are the words of the page on top that a screen without an end would show and
// this one does not, and whether the page scrolls to them.
func (r *Root) Hidden() (words []string, scrolls bool) {
	seen := ansi.Strip(r.shown().String())
	scrolls = r.canScroll()
	if p, ok := r.top().(scrolled); ok {
		before := *p.scrolling() // drawing settles how far down a page is shown
		defer func() { *p.scrolling() = before }()
	}
	const endless = 400
	whole := ansi.Strip(r.top().Sheet(r.width-2*margin(r.width), endless).String())
	for _, w := range strings.Fields(whole) {
		if strings.ContainsFunc(w, unicode.IsLetter) && !strings.Contains(seen, w) {
			words = append(words, w)
		}
	}
	return words, scrolls
}

// Scrolls tells whether the page on top keeps how far down it is shown, and whether
// the lobby is let to move that.
func (r *Root) Scrolls() (keeps, moves bool) {
	t := reflect.TypeOf(r.top()).Elem()
	for i := range t.NumField() {
		keeps = keeps || t.Field(i).Type == reflect.TypeFor[scroll]()
	}
	_, moves = r.top().(scrolled)
	return keeps, moves
}
