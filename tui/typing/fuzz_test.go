package typing_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"motcua/tui/typing"
)

// lettersOf counts what a person takes for letters: a base with its marks.
func lettersOf(s string) int {
	n := 0
	for _, r := range s {
		if n == 0 || !unicode.IsMark(r) {
			n++
		}
	}
	return n
}

// No text and no keys bring the composer to anything but NFC, to more letters
// than keys, or to a backspace that takes nothing away.
func FuzzType(f *testing.F) {
	for _, s := range []string{
		"tieengs", "ddafi", "www", "HDDND", "hoafn⌫⌫", "ma12", "d9u7o7ng2", "e\u0301s", "a\u0323\u0302f", "H55.17.05", "500dd⌫",
		"софтwáre", "\u1100\u1161s", "ǅs", "ẞw", "K9", "x\u0302\u0302⌫", "an@asw", "\xff\xfes", "thuowrng⌫⌫⌫⌫", "wwww⌫w", "Ch0 \u0302⌫",
	} {
		f.Add("", s, uint8(1))
		f.Add("Tờ khai ", s, uint8(2))
		f.Add(s, "sfrxjzaeowd0123456789⌫", uint8(1))
		f.Add(s, "n⌫6⌫s⌫", uint8(2))
	}
	f.Fuzz(func(t *testing.T, before, keys string, method uint8) {
		if len(before)+len(keys) > 200 {
			t.Skip("longer than anybody types, and slower to look through")
		}
		c := typing.Composer{Method: typing.Method(method % 3), Style: typing.ToneStyle(method / 3 % 2)}
		text := norm.NFC.String(strings.ToValidUTF8(before, ""))
		first, pressed := lettersOf(text), 0
		for _, k := range keys {
			was := text
			if k == '⌫' {
				text = c.Backspace(was)
				if text != "" && lettersOf(text) >= lettersOf(was) || was == "" && text != "" {
					t.Fatalf("backspace makes %q of %q", text, was)
				}
			} else {
				text = c.Type(was, k)
				pressed++
				if n := lettersOf(text); n > first+pressed {
					t.Fatalf("%d keys make %d letters of %d: %q, then %q", pressed, n, first, was, text)
				}
			}
			if !norm.NFC.IsNormalString(text) || !utf8.ValidString(text) {
				t.Fatalf("%q is not NFC", text)
			}
		}
		for tone := typing.Level; tone <= typing.Nang; tone++ {
			got, ok := c.Tone(text, tone)
			if lettersOf(got) != lettersOf(text) || !norm.NFC.IsNormalString(got) || !ok && got != text {
				t.Fatalf("tone %d makes %q of %q", tone, got, text)
			}
			if again, _ := c.Tone(got, tone); again != got {
				t.Fatalf("the tone %d twice makes %q of %q", tone, again, got)
			}
			if got = c.Letter(got, 'n'); !norm.NFC.IsNormalString(got) || lettersOf(got) != lettersOf(text)+1 {
				t.Fatalf("a letter makes %q of %q", got, text)
			}
		}
	})
}
