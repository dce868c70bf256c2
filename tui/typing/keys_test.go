package typing_test

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"motcua/tui/typing"
)

// typed is what stands before the cursor after keys; ⌫ is the backspace key.
func typed(m typing.Method, style typing.ToneStyle, keys string) string {
	c := typing.Composer{Method: m, Style: style}
	return typeInto(&c, "", keys)
}

func typeInto(c *typing.Composer, before, keys string) string {
	for _, k := range keys {
		if k == '⌫' {
			before = c.Backspace(before)
		} else {
			before = c.Type(before, k)
		}
	}
	return before
}

func readFile(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
}

// The file of keys reads like the manual of the package.
func TestKeysGiveLetters(t *testing.T) {
	var method typing.Method
	var style typing.ToneStyle
	group, cases := "", 0
	for _, line := range readFile(t, "keys.txt") {
		switch {
		case line == "" || strings.HasPrefix(line, "# "):
		case strings.HasPrefix(line, "== "):
			group = line[3:]
			name, _, _ := strings.Cut(group, ":")
			name, isNew := strings.CutSuffix(name, " new")
			style = typing.OldStyle
			if isNew {
				style = typing.NewStyle
			}
			var err error
			if method, err = typing.ParseMethod(name); err != nil {
				t.Fatal(err)
			}
		default:
			keys, want, ok := strings.Cut(line, " → ")
			if !ok {
				t.Fatalf("not a case: %q", line)
			}
			cases++
			if got := typed(method, style, keys); got != want {
				t.Errorf("%s: %s gives %q, not %q", group, keys, got, want)
			}
		}
	}
	if cases < 300 {
		t.Errorf("only %d cases were read", cases)
	}
}

// toneKeys are the keys of the tones in the order of the columns of rimes.txt.
var toneKeys = map[typing.Method]string{typing.Telex: "-sfrxj", typing.VNI: "-12345"}

// toneSigns are their combining signs.
var toneSigns = []rune{0, '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'}

// Every rime takes its tones where the spelling puts them, whenever the key of
// the tone comes.
func TestEveryRimeInEveryTone(t *testing.T) {
	seen, cases := map[string]bool{}, 0
	check := func(f []string, styles ...typing.ToneStyle) {
		for i, m := range []typing.Method{typing.Telex, typing.VNI} {
			for tone, want := range f[2:] {
				for _, style := range styles {
					for _, keys := range withTone(f[i], toneKeys[m], tone) {
						cases++
						got := typed(m, style, keys)
						if want == "-" {
							// The key is printed, and no letter has the tone.
							key := toneKeys[m][tone : tone+1]
							if !strings.Contains(got, key) || strings.ContainsRune(norm.NFD.String(got), toneSigns[tone]) {
								t.Errorf("%v %v: %s gives %q, but has no such tone", m, style, keys, got)
							}
							continue
						}
						if got != want {
							t.Errorf("%v %v: %s gives %q, not %q", m, style, keys, got, want)
						}
					}
				}
			}
		}
	}
	lines := readFile(t, "rimes.txt")
	for i, line := range lines {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Fields(line)
		if f[0] == "new" {
			check(f[1:], typing.NewStyle)
			continue
		}
		seen[f[2]] = true
		styles := []typing.ToneStyle{typing.OldStyle, typing.NewStyle}
		if i+1 < len(lines) && strings.HasPrefix(lines[i+1], "new ") {
			styles = styles[:1]
		}
		check(f, styles...)
	}
	for _, r := range typing.Rimes() {
		found := false
		for s := range seen {
			found = found || strings.HasSuffix(s, r)
		}
		if !found {
			t.Errorf("the rime %s is not in the table", r)
		}
	}
	t.Logf("%d rimes, %d cases", len(typing.Rimes()), cases)
}

// withTone puts the key of a tone behind the keys of a syllable, and behind its
// last vowel when consonants follow.
func withTone(keys, tones string, tone int) []string {
	if tone == 0 {
		return []string{keys}
	}
	key := tones[tone : tone+1]
	all := []string{keys + key}
	end := len(keys)
	for end > 0 && strings.IndexByte("bcghkmnpt", keys[end-1]) >= 0 {
		end--
	}
	if end < len(keys) && !unicode.IsDigit(rune(keys[end])) {
		all = append(all, keys[:end]+key+keys[end:])
	}
	return all
}
