package text

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The list that somebody records: each key once and a file's name, each sentence
// once, nothing to be filled in, and the same keys in both languages.
func TestClips(t *testing.T) {
	name := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	var keys [2][]string
	for i, l := range []Lang{VI, EN} {
		words := map[string]bool{}
		for _, c := range For(l).Clips() {
			if !name.MatchString(c.Key) || slices.Contains(keys[i], c.Key) {
				t.Errorf("%s: key %q", l, c.Key)
			}
			if c.Text == "" || words[c.Text] || regexp.MustCompile(`%`).MatchString(c.Text) {
				t.Errorf("%s: %s: %q", l, c.Key, c.Text)
			}
			words[c.Text] = true
			keys[i] = append(keys[i], c.Key)
		}
		for _, want := range []string{"home", "press-1", "focus", "ask-dossier", "error-dossier-not-found"} {
			if !slices.Contains(keys[i], want) {
				t.Errorf("%s: no clip %s", l, want)
			}
		}
	}
	if !slices.Equal(keys[0], keys[1]) {
		t.Errorf("Vietnamese has %q, English %q", keys[0], keys[1])
	}
}

// The names of files on installed kiosks. A clip that goes by another name falls
// silent there: only add to this list.
var clipNames = strings.Fields(`
title question yes no off louder quieter explain explain-none on-headphones on-loudspeaker silent keys home
home-more ask field-empty erased-hidden wrong-hidden dossier-hidden dossier-never proof-hidden field-here
key-hidden steps search slow link escape focus press-1 press-2 press-3 press-4 press-5 press-6 press-enter
press-esc press-f1 press-f2 press-f10 ask-dossier ask-procedure scan code-ready proof-label proof-help finish
back help size colours aloud state error-dossier-not-found error-proof-not-found error-retry-now
error-still-procedures error-still-dossiers error-cancelled error-offline error-limited-over
error-limited-public error-code-unreadable error-code-empty error-code-no-agency error-code-no-date
error-code-no-serial error-code-open-key error-code-bad-letter-none error-code-ambiguous
error-code-insurance-key
dossier-nothing-yet dossier-registered-date dossier-late-nothing dossier-no-date dossier-again
dossier-supply-clock dossier-pay-then dossier-closed dossier-day-off dossier-due-today dossier-on-time-open
dossier-on-time-done dossier-late-hours dossier-late-done-hours dossier-paused dossier-paused-for-good
dossier-registered dossier-accepted dossier-withdrawn dossier-state-supplement dossier-state-payment
dossier-state-withdrawn dossier-state-finished dossier-state-returned
`)

func TestClipNamesStay(t *testing.T) {
	var got []string
	for _, c := range For(VI).Clips() {
		got = append(got, c.Key)
	}
	if !slices.Equal(got, clipNames) {
		t.Errorf("got  %q\nwant %q", got, clipNames)
	}
}

// Whatever is read aloud by itself and never changes can be recorded: a sentence that
// is added to the words finds its place in the list.
func TestEveryFixedSentenceHasAClip(t *testing.T) {
	fixed := func(vi, en any, words int) {
		a, b := reflect.ValueOf(vi), reflect.ValueOf(en)
		for i := range a.NumField() {
			if !a.Type().Field(i).IsExported() || a.Field(i).Kind() != reflect.String {
				continue
			}
			said := a.Field(i).String()
			most := max(len(strings.Fields(said)), len(strings.Fields(b.Field(i).String())))
			if most >= words && !strings.Contains(said, "%") && For(VI).ClipKey(said) == "" {
				t.Errorf("%s has no clip: %q", a.Type().Field(i).Name, said)
			}
		}
	}
	fixed(vietnamese.Spoken, english.Spoken, 2) // a single word stands between others
	fixed(vietnamese.Errors, english.Errors, 4) // shorter ones are parts of sentences
}

// A key leads to the words, and the words to the key.
func TestClipKeys(t *testing.T) {
	for _, l := range []Lang{VI, EN} {
		for _, c := range For(l).Clips() {
			if got := For(l).ClipKey(c.Text); got != c.Key || !HasClip(c.Key) {
				t.Errorf("%s: %q is the clip %q, want %q", l, c.Text, got, c.Key)
			}
		}
		if For(l).ClipKey("") != "" || For(l).ClipKey("khác") != "" || HasClip("") || HasClip("khac") {
			t.Errorf("%s: other words have a clip", l)
		}
	}
}
