package typing

import (
	"slices"
	"unicode"
)

// stroke is one key of a word. A ready stroke is a letter that needs no composing: it stood
// there already, or came from a keyboard that has ơ and đ.
type stroke struct {
	r     rune
	ready bool
}

// word is the result of the keys since the last blank. Its slices are never changed after
// they are made, so a copy is independent.
type word struct {
	strokes []stroke
	letters []letter
	tone    Tone
	text    string // what is shown

	// spelled is true when no syllable begins so; the keys stay as they were typed.
	spelled bool
	amount  bool // after a number: only đ is composed, for đồng
	frozen  bool // spelled, and not even đ is composed: part of a code or an address
	// late is true when a key that is also a letter put its mark on a vowel after
	// consonants had followed.
	late    bool
	cleared bool // the last key removed the tone
	spent   rune // the key that was undone; in this word it is now only a letter
}

// alive reports whether keys may still change letters of the word.
func (w word) alive() bool { return !w.spelled && !w.frozen && len(w.letters) > 0 }

// raw returns the keys without any method.
func (w word) raw() string {
	rs := make([]rune, len(w.strokes))
	for i, k := range w.strokes {
		rs[i] = k.r
	}
	return string(rs)
}

// given makes a word from letters that stand there already.
func given(text string, style ToneStyle) word {
	var w word
	for _, r := range text {
		w = w.add(stroke{r, true}, style)
	}
	w.text = text
	return w
}

// press takes a key of the method, and the letter of any other key.
func (w word) press(r rune, m Method, style ToneStyle) word {
	if next, ok := w.command(r, m, style); ok {
		return next
	}
	return w.add(stroke{r, false}, style)
}

// add takes a letter as such.
func (w word) add(k stroke, style ToneStyle) word {
	w.strokes = append(slices.Clip(w.strokes), k)
	w.cleared = false
	l, tone := readLetter(k.r)
	w.letters = append(slices.Clip(w.letters), l)
	twoTones := tone != Level && w.tone != Level
	if tone != Level {
		w.tone = tone
	}
	if w.frozen || w.spelled && !w.short() {
		w.text = w.raw()
		return w
	}
	w.letters = withImpliedHorns(w.letters)
	if _, ok := fits(w.letters, w.tone); !ok || twoTones {
		return w.spell()
	}
	return w.show(style)
}

// withImpliedHorns makes ươ of ưo, which is no rime, and of uơ as soon as
// anything follows: only thuở, huơ and quơ end in it.
func withImpliedHorns(ls []letter) []letter {
	r, ok := read(ls)
	if !ok || r.vowels(len(ls)) < 2 {
		return ls
	}
	u, o := ls[r.onset], ls[r.onset+1]
	if u.base != 'u' || o.base != 'o' {
		return ls
	}
	switch {
	case u.mark == horn && o.mark == plain:
		o.mark, o.implied = horn, true
	case u.mark == plain && o.mark == horn && len(ls) > r.onset+2:
		u.mark, u.implied = horn, true
	default:
		return ls
	}
	return slices.Replace(slices.Clone(ls), r.onset, r.onset+2, u, o)
}

// spell stops composing: the keys stay as they were typed. An abbreviation without vowels
// keeps its đ: HĐND, QĐ.
func (w word) spell() word {
	w.spelled = true
	w.text = w.raw()
	if w.short() {
		w.text = w.lettersText(Level, -1)
	}
	return w
}

// short reports whether the word has no vowel, like an abbreviation.
func (w word) short() bool {
	return !slices.ContainsFunc(w.letters, func(l letter) bool { return l.vowel() || !isASCIILetter(l.base) })
}

func isASCIILetter(r rune) bool { return r >= 'a' && r <= 'z' }

// show renders the syllable.
func (w word) show(style ToneStyle) word {
	r, ok := fits(w.letters, w.tone)
	if w.late && w.tone == Level && ok && stopped(w.letters, r) {
		// photo and data would become phôt and dât. Such a syllable always has a tone, so
		// until its key comes the letters stay as typed.
		w.text = w.raw()
		return w
	}
	w.text = w.lettersText(w.tone, tonePlace(w.letters, r, style))
	return w
}

func (w word) lettersText(t Tone, place int) string {
	rs := make([]rune, len(w.letters))
	for i, l := range w.letters {
		if i == place {
			rs[i] = l.rune(t)
		} else {
			rs[i] = l.rune(Level)
		}
	}
	return string(rs)
}

// end returns the word when something other than a letter follows. What cannot be a
// syllable even with more marks stays as it was typed, so that law does not become lă. A
// single letter may be the name of a letter.
func (w word) end() string {
	if r, ok := read(w.letters); w.alive() && len(w.letters) > 1 && (!ok || r.vowels(len(w.letters)) > 0 && !r.whole) {
		return w.raw()
	}
	return w.text
}

// command executes a key of the method. It returns false when the key has nothing to
// change and is just a letter or a digit.
func (w word) command(r rune, m Method, style ToneStyle) (word, bool) {
	c, ok := commandOf(r, m)
	if !ok || w.frozen {
		return w, false
	}
	c.key, c.style = r, style
	if w.spelled {
		if c.mark == bar && w.short() {
			return w.barShort(c)
		}
		return w, false
	}
	switch {
	case c.tones:
		return w.putTone(c)
	case c.mark == bar:
		return w.putBar(c)
	case c.mark == hat:
		return w.putHat(c)
	default:
		return w.putHorn(c)
	}
}

// command is what a key does.
type command struct {
	tones bool // it sets tone, or removes the tone when that is Level
	tone  Tone
	mark  mark
	on    string // the letters that take the mark
	alone bool   // it types ư when there is no vowel
	key   rune
	style ToneStyle
}

// commandOf returns what a key does in a method.
func commandOf(r rune, m Method) (command, bool) {
	lower := unicode.ToLower(r)
	switch m {
	case Telex:
		switch lower {
		case 's', 'f', 'r', 'x', 'j', 'z':
			tone := map[rune]Tone{'s': Sac, 'f': Huyen, 'r': Hoi, 'x': Nga, 'j': Nang, 'z': Level}[lower]
			return command{tones: true, tone: tone}, true
		case 'a', 'e', 'o':
			return command{mark: hat, on: string(lower)}, true
		case 'w':
			return command{mark: horn, on: "auo", alone: true}, true
		case 'd':
			return command{mark: bar}, true
		}
	case VNI:
		switch lower {
		case '0', '1', '2', '3', '4', '5':
			tone := [...]Tone{Level, Sac, Huyen, Hoi, Nga, Nang}[lower-'0']
			return command{tones: true, tone: tone}, true
		case '6':
			return command{mark: hat, on: "aeo"}, true
		case '7':
			return command{mark: horn, on: "uo"}, true
		case '8':
			return command{mark: breve, on: "a"}, true
		case '9':
			return command{mark: bar}, true
		}
	case Off:
	}
	return command{}, false
}
