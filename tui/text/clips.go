package text

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"motcua/tui/text/topic"
)

// Clip is a fixed sentence that may be recorded.
type Clip struct {
	Key  string // the file's name without its extension: "home-more"
	Text string
}

// pieced are the fixed sentences that no field has as a whole: the beginnings of sentences
// that name the focus or a key, and those of a dossier's state. Every other one is a field
// with its key as a tag, clip:"home-more", here or in package topic. A key is the name of
// files on installed kiosks, so it must not change, whatever the name of the field.
var pieced = []struct {
	key string
	of  func(*Texts) string
}{
	{"focus", func(t *Texts) string { return t.Spoken.FocusOn() }},
	{"press-1", pressing("1")},
	{"press-2", pressing("2")},
	{"press-3", pressing("3")},
	{"press-4", pressing("4")},
	{"press-5", pressing("5")},
	{"press-6", pressing("6")},
	{"press-7", pressing("7")},
	{"press-8", pressing("8")},
	{"press-enter", pressing("Enter")},
	{"press-esc", pressing("Esc")},
	{"press-f1", pressing("F1")},
	{"press-f2", pressing("F2")},
	{"press-f10", pressing("F10")},
	{"dossier-registered", func(t *Texts) string { return t.Dossier.States[1].Sentence }},
	{"dossier-accepted", func(t *Texts) string { return t.Dossier.States[2].Sentence }},
	{"dossier-withdrawn", func(t *Texts) string { return t.Dossier.States[7].Sentence }},
	{"dossier-state-supplement", func(t *Texts) string { return t.Dossier.States[5].Heading }},
	{"dossier-state-payment", func(t *Texts) string { return t.Dossier.States[6].Heading }},
	{"dossier-state-withdrawn", func(t *Texts) string { return t.Dossier.States[7].Heading }},
	{"dossier-state-finished", func(t *Texts) string { return t.Dossier.States[9].Heading }},
	{"dossier-state-returned", func(t *Texts) string { return t.Dossier.States[10].Heading }},
}

func pressing(label string) func(*Texts) string {
	return func(t *Texts) string { return t.Spoken.Pressing(label) }
}

// FocusOn returns the beginning of the sentence that names the focus.
func (s *Spoken) FocusOn() string { return strings.TrimSpace(fmt.Sprintf(s.Focus, "")) }

// Pressing returns the beginning of a sentence that says what a key does: "Phím 1:".
func (s *Spoken) Pressing(label string) string {
	if name, ok := s.KeyNames[label]; ok {
		label = name
	}
	return strings.TrimSpace(fmt.Sprintf(s.Press, label, ""))
}

// Clips returns the sentences that may be recorded. Keys and texts are unique.
func (t *Texts) Clips() []Clip {
	out := tagged(nil, reflect.ValueOf(t).Elem())
	for _, p := range topic.All() {
		words := p.VI
		if t.Lang == EN {
			words = p.EN
		}
		out = tagged(out, reflect.ValueOf(words).Elem())
	}
	for _, c := range pieced {
		out = append(out, Clip{c.key, c.of(t)})
	}
	return out
}

// tagged appends the fields of a struct that have a key, and those of the structs in it.
func tagged(out []Clip, v reflect.Value) []Clip {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if key, ok := f.Tag.Lookup("clip"); ok {
			out = append(out, Clip{key, v.Field(i).String()})
		} else if f.Type.Kind() == reflect.Struct {
			out = tagged(out, v.Field(i))
		}
	}
	return out
}

// HasClip reports whether the sentence with that key may be recorded.
func HasClip(key string) bool {
	for _, k := range clipKeys()[VI] {
		if k == key {
			return true
		}
	}
	return false
}

// ClipKey returns the key of the clip of a fixed text, "" for other texts.
func (t *Texts) ClipKey(words string) string { return clipKeys()[t.Lang][words] }

var clipKeys = sync.OnceValue(func() map[Lang]map[string]string {
	out := map[Lang]map[string]string{}
	for _, t := range []*Texts{&vietnamese, &english} {
		out[t.Lang] = map[string]string{}
		for _, c := range t.Clips() {
			out[t.Lang][c.Text] = c.Key
		}
	}
	return out
})
