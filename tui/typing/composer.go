package typing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestWord limits the letters that are looked at: the longest syllable has seven, and
// needs at most eleven keys.
const longestWord = 24

// Composer composes the syllable before the cursor. It gets the text before the cursor with
// each key and remembers only the keys of the last syllable; when the text is not what it
// returned last, it follows the text. The zero value types keys as they are. A copy is
// independent.
type Composer struct {
	Method Method
	Style  ToneStyle

	last word
}

// Type returns the text before the cursor after a key, in NFC. n keys never make more than
// n letters.
func (c *Composer) Type(before string, key rune) string {
	before = norm.NFC.String(before)
	if c.Method == Off {
		c.last = word{}
		return norm.NFC.String(before + string(key))
	}
	head, w := c.find(before)
	switch {
	case unicode.IsLetter(key):
		if w.text == "w" && w.spent == 'w' && unicode.ToLower(key) == 'w' {
			// A third w: the beginning of a web address, kept as typed.
			next := given(string(w.strokes[0].r)+string(w.strokes[0].r)+string(key), c.Style)
			return c.keep(head, next)
		}
		return c.keep(head, w.press(key, c.Method, c.Style))
	case unicode.IsDigit(key) && w.text != "":
		if next, ok := w.command(key, c.Method, c.Style); ok {
			return c.keep(head, next)
		}
	}
	c.last = word{}
	if unicode.IsMark(key) { // a mark of another input method, for the letter before it
		return norm.NFC.String(before + string(key))
	}
	return norm.NFC.String(head + w.end() + string(key))
}

// Letter adds a letter that needs no composing, from a keyboard that has ơ and đ, and
// moves the tone to its right place. It works in every method.
func (c *Composer) Letter(before string, letter rune) string {
	before = norm.NFC.String(before)
	if !unicode.IsLetter(letter) {
		c.last = word{}
		return norm.NFC.String(before + string(letter))
	}
	head, w := c.find(before)
	return c.keep(head, w.add(stroke{letter, true}, c.Style))
}

// Tone sets the tone of the syllable before the cursor, or removes it when t is Level. It
// returns false and the unchanged text when the syllable cannot have that tone.
func (c *Composer) Tone(before string, t Tone) (string, bool) {
	before = norm.NFC.String(before)
	head, w := c.find(before)
	if !w.alive() {
		return before, false
	}
	r, ok := fits(w.letters, t)
	if !ok || r.vowels(len(w.letters)) == 0 {
		return before, false
	}
	w.tone = t
	return c.keep(head, given(w.show(c.Style).text, c.Style)), true
}

// Backspace deletes the letter before the cursor with all its marks and moves the tone to
// its right place: hoàn becomes hòa.
func (c *Composer) Backspace(before string) string {
	before = norm.NFC.String(before)
	head, w := c.find(before)
	if w.text == "" || w.frozen {
		c.last = word{}
		return norm.NFC.String(withoutLast(before))
	}
	text := withoutLast(w.text)
	if w.alive() && w.text != w.raw() || w.alive() && w.tone != Level {
		ls := w.letters[:len(w.letters)-1]
		shorter := word{letters: ls}
		if r, ok := fits(ls, w.tone); ok {
			shorter.tone = w.tone
			shorter.text = shorter.lettersText(w.tone, tonePlace(ls, r, c.Style))
		} else {
			shorter.text = shorter.lettersText(Level, -1)
		}
		text = shorter.text
	}
	// When the keys without the last one give the same text, keep them for a later undo.
	var again word
	for _, k := range w.strokes[:max(len(w.strokes)-1, 0)] {
		if k.ready {
			again = again.add(k, c.Style)
		} else {
			again = again.press(k.r, c.Method, c.Style)
		}
	}
	if again.text == text {
		return c.keep(head, again)
	}
	c.last = word{}
	return norm.NFC.String(head + text)
}

// keep remembers the word and returns the whole text.
func (c *Composer) keep(head string, w word) string {
	c.last = w
	return norm.NFC.String(head + w.text)
}

// find splits the text into the part that stays and the word at its end.
func (c *Composer) find(before string) (head string, w word) {
	from, digits := len(before), -1 // digits is where the last digit ends
	runes := 0
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(before[:from])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			break
		}
		if digits < 0 && !unicode.IsLetter(r) {
			digits = from
		}
		from -= n
		runes++
	}
	amount := false // letters behind nothing but digits: 500đ
	if digits >= 0 && strings.TrimFunc(before[from:digits], unicode.IsDigit) == "" {
		from, amount = digits, true
	}
	head, text := before[:from], before[from:]
	switch {
	case address(head), digits >= 0 && !amount, runes > longestWord:
		return head, frozen(text) // codes such as H55 are not composed
	case text != "" && text == c.last.text && c.last.amount == amount:
		return head, c.last
	}
	w = word{spelled: amount, amount: amount}
	for _, r := range text {
		w = w.add(stroke{r, true}, c.Style)
	}
	w.text = text
	return head, w
}

// address reports whether an e-mail or web address ends here.
func address(head string) bool {
	head = head[strings.LastIndexFunc(head, unicode.IsSpace)+1:]
	return strings.ContainsRune(head, '@') || strings.Contains(head, "://") ||
		len(head) >= 4 && strings.EqualFold(head[:4], "www.")
}

// frozen returns a word that keys no longer change.
func frozen(text string) word {
	w := word{frozen: true, text: text}
	for _, r := range text {
		w.strokes = append(w.strokes, stroke{r, true})
	}
	return w
}

// withoutLast is a text without its last letter and the marks on it.
func withoutLast(s string) string {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
		if !unicode.IsMark(r) {
			break
		}
	}
	return s
}
