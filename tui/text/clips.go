package text

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
)

// Clip is a sentence that never changes, which somebody may record.
type Clip struct {
	Key  string // the file's name without its end: "home-more"
	Text string
}

// clipKeys are the keys whose names are recorded by themselves: "Phím 1:" before
// what the key does.
var clipKeys = []string{"1", "2", "3", "4", "5", "6", "Enter", "Esc", "F1", "F2", "F10"}

// Clips lists the sentences that never change: those of reading aloud, what went
// wrong, the two questions, the buttons, and the beginnings of sentences that
// name a key or the focus. No two have the same key, and no two the same words.
func (t *Texts) Clips() []Clip {
	var out []Clip
	seen := map[string]bool{}
	add := func(key, words string) {
		if words != "" && !strings.Contains(words, "%") && !seen[words] {
			seen[words] = true
			out = append(out, Clip{Key: key, Text: words})
		}
	}
	// Both languages list the same: what is one word here may be two there.
	fields := func(prefix string, vi, en any, words int) {
		both := [2]reflect.Value{reflect.ValueOf(vi), reflect.ValueOf(en)}
		for i := range both[0].NumField() {
			f := both[0].Type().Field(i)
			if !f.IsExported() || f.Type.Kind() != reflect.String {
				continue
			}
			here := both[0].Field(i).String()
			if t.Lang == EN {
				here = both[1].Field(i).String()
			}
			if most := max(len(strings.Fields(both[0].Field(i).String())), len(strings.Fields(both[1].Field(i).String()))); most >= words {
				add(prefix+kebab(f.Name), here)
			}
		}
	}
	fields("", vietnamese.Spoken, english.Spoken, 2) // a single word stands between others
	add("focus", strings.TrimSpace(fmt.Sprintf(t.Spoken.Focus, "")))
	for _, k := range clipKeys {
		name := k
		if said, ok := t.Spoken.KeyNames[k]; ok {
			name = said
		}
		add("press-"+strings.ToLower(k), strings.TrimSpace(fmt.Sprintf(t.Spoken.Press, name, "")))
	}
	s, l := &t.Screen, &t.Lobby
	for _, c := range []Clip{
		{"ask-dossier", s.AskDossier}, {"ask-procedure", s.AskProcedure}, {"scan", l.Scan},
		{"code-ready", s.CodeReady}, {"proof-label", s.ProofLabel}, {"proof-help", s.ProofHelp},
		{"finish", l.Finish}, {"back", l.Back}, {"help", l.Help}, {"size", l.Size}, {"colours", l.Colours}, {"aloud", l.Aloud}, {"state", l.State},
	} {
		add(c.Key, c.Text)
	}
	fields("error-", vietnamese.Errors, english.Errors, 4) // shorter ones are parts of sentences
	return out
}

// kebab is a field's name as a file's name: "HomeMore" -> "home-more".
func kebab(name string) string {
	var b strings.Builder
	for i, r := range name {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
