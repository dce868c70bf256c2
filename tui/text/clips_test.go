package text

import (
	"flag"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "add new names to testdata/clips.txt")

// In the list of sentences to record, each key occurs once and is a valid file name, each
// sentence occurs once and contains no placeholder, and both languages have the same keys.
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

// testdata/clips.txt has the names of files on installed kiosks. A clip with another name is
// not played there, so the list may only grow: -update adds what is new and takes nothing
// out.
func TestClipNamesStay(t *testing.T) {
	const file = "testdata/clips.txt"
	listed, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	known := strings.Fields(string(listed))
	var added []string
	got := map[string]bool{}
	for _, c := range For(VI).Clips() {
		got[c.Key] = true
		if !slices.Contains(known, c.Key) {
			added = append(added, c.Key)
		}
	}
	for _, key := range known {
		if !got[key] {
			t.Errorf("the clip %s is gone; installed kiosks have it", key)
		}
	}
	switch all := slices.Sorted(slices.Values(append(known, added...))); {
	case len(added) == 0:
	case *update:
		if err := os.WriteFile(file, []byte(strings.Join(all, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s lacks %q; add them with -update", file, added)
	}
}

// Every fixed sentence that is read aloud can be recorded: one that is added to the texts
// must be in the list.
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
	fixed(vietnamese.Spoken, english.Spoken, 2) // a single word is used between other words
	fixed(vietnamese.Errors, english.Errors, 4) // shorter ones are parts of sentences
}

// A key leads to the text, and the text to the key.
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
