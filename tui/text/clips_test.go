package text

import (
	"regexp"
	"slices"
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
