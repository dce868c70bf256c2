package typing

import (
	"slices"
	"strings"
	"unicode"
)

// letterKey reports whether the command's key types a letter when there is nothing to
// change, as all keys of Telex do.
func (c command) letterKey() bool { return unicode.IsLetter(c.key) }

// with returns the word with these letters if they can be a syllable.
func (w word) with(c command, ls []letter) (word, bool) {
	w.letters = withImpliedHorns(ls)
	w.strokes = append(slices.Clip(w.strokes), stroke{c.key, false})
	w.cleared = false
	if _, ok := fits(w.letters, w.tone); !ok {
		return w, false
	}
	return w.show(c.style), true
}

// undo reverts what the same key did before, and types the key's letter. From then on the
// key is only a letter in this word.
func (w word) undo(c command, ls []letter, t Tone) (word, bool) {
	w.letters, w.tone = ls, t
	place := -1
	if r, ok := read(ls); ok {
		place = tonePlace(ls, r, c.style)
	}
	next := given(w.lettersText(t, place), c.style)
	if c.letterKey() {
		next = next.add(stroke{c.key, true}, c.style)
	} else {
		next = next.append(c.key)
	}
	next.spent = unicode.ToLower(c.key)
	return next, true
}

// append adds a key that is no letter to the word.
func (w word) append(key rune) word {
	w.strokes = append(slices.Clip(w.strokes), stroke{key, true})
	w.text += string(key)
	w.frozen = true
	return w
}

func (w word) putTone(c command) (word, bool) {
	r, ok := read(w.letters)
	switch {
	case !ok || r.vowels(len(w.letters)) == 0:
		return w, false
	case c.tone == Level && w.tone == Level:
		if w.cleared {
			return w.undo(c, w.letters, Level)
		}
		return w, false
	case c.tone == w.tone:
		return w.undo(c, w.letters, Level)
	}
	w.tone = c.tone
	next, ok := w.with(c, w.letters)
	next.cleared = c.tone == Level
	return next, ok
}

// putBar turns the d at the beginning of the word into đ.
func (w word) putBar(c command) (word, bool) {
	if len(w.letters) == 0 || w.letters[0].base != 'd' {
		return w, false
	}
	ls := slices.Clone(w.letters)
	if ls[0].mark == bar {
		ls[0].mark = plain
		return w.undo(c, ls, w.tone)
	}
	ls[0].mark = bar
	w.late = w.late || c.letterKey() && !ls[len(ls)-1].vowel() && len(ls) > 1
	return w.with(c, ls)
}

// barShort turns the d directly before into đ, in an abbreviation.
func (w word) barShort(c command) (word, bool) {
	n := len(w.letters)
	if n == 0 || w.letters[n-1].base != 'd' || w.spent == unicode.ToLower(c.key) {
		return w, false
	}
	ls := slices.Clone(w.letters)
	if ls[n-1].mark == bar {
		ls[n-1].mark = plain
		return w.undo(c, ls, Level)
	}
	ls[n-1].mark = bar
	w.letters = ls
	w.strokes = append(slices.Clip(w.strokes), stroke{c.key, false})
	w.text = w.lettersText(Level, -1)
	return w, true
}

// inRime returns the indexes of the vowels of the rime, the last first.
func (w word) inRime() []int {
	r, ok := read(w.letters)
	if !ok {
		return nil
	}
	var places []int
	for i := r.onset + r.vowels(len(w.letters)) - 1; i >= r.onset; i-- {
		places = append(places, i)
	}
	return places
}

// behind reports whether consonants follow the vowels already.
func (w word) behind() bool { return len(w.letters) > 0 && !w.letters[len(w.letters)-1].vowel() }

func (w word) putHat(c command) (word, bool) {
	if w.spent == unicode.ToLower(c.key) {
		return w, false
	}
	for _, i := range w.inRime() {
		l := w.letters[i]
		if !strings.ContainsRune(c.on, l.base) {
			continue
		}
		ls := slices.Clone(w.letters)
		if l.mark == hat {
			ls[i].mark = plain
			return w.undo(c, ls, w.tone)
		}
		ls[i].mark, ls[i].implied = hat, false
		if i > 0 && l.base == 'o' && ls[i-1].base == 'u' && ls[i-1].mark == horn {
			ls[i-1].mark = plain // ươ becomes uô
		}
		changed := w
		changed.late = w.late || c.letterKey() && w.behind()
		if next, ok := changed.with(c, ls); ok {
			return next, true
		}
	}
	return w, false
}

// putHorn puts a horn on o and u, and a breve on a: Telex has one key for all of them.
func (w word) putHorn(c command) (word, bool) {
	places := w.inRime()
	changed := w
	changed.late = w.late || c.letterKey() && w.behind()
	if n := len(places); n >= 2 && c.mark == horn {
		u, o := places[n-1], places[n-2]
		if w.letters[u].base == 'u' && w.letters[o].base == 'o' {
			return changed.putHorns(c, u, o)
		}
	}
	for _, i := range places {
		l := w.letters[i]
		if !strings.ContainsRune(c.on, l.base) {
			continue
		}
		m := horn
		if l.base == 'a' {
			m = breve
		}
		if l.mark == m {
			return w.undoHorns(c)
		}
		ls := slices.Clone(w.letters)
		ls[i].mark = m
		if next, ok := changed.with(c, ls); ok {
			return next, true
		}
	}
	if !c.alone {
		return w, false
	}
	// w alone is ư, as people write it in tư, như and ưu: tw, nhw, wu.
	ls := append(slices.Clone(w.letters), letter{base: 'u', mark: horn, upper: unicode.IsUpper(c.key), fromW: true})
	if r, ok := read(ls); !ok || r.vowels(len(ls)) != 1 {
		return w, false
	}
	return w.with(c, ls)
}

// putHorns turns uo into ươ. When only h or th precedes, it waits for the next letter,
// because huơ and thuở are whole words.
func (w word) putHorns(c command, u, o int) (word, bool) {
	ls := slices.Clone(w.letters)
	onset := string(plainLetters(ls[:u]))
	switch {
	case ls[u].implied || ls[o].implied: // the key says what was clear already
		ls[u].implied, ls[o].implied = false, false
	case ls[u].mark == plain && ls[o].mark == horn, ls[u].mark == horn && ls[o].mark == horn:
		return w.undoHorns(c)
	case (onset == "h" || onset == "th") && len(ls) == o+1 && ls[u].mark == plain:
		ls[o].mark = horn
	default:
		ls[u].mark, ls[o].mark = horn, horn
	}
	return w.with(c, ls)
}

// undoHorns reverts all that the key did. A ư that a single w made becomes w again, which
// is the key's letter.
func (w word) undoHorns(c command) (word, bool) {
	ls := slices.Clone(w.letters)
	for i := range ls {
		if ls[i].fromW {
			next := given(w.raw(), c.style)
			next.spelled, next.spent = true, unicode.ToLower(c.key)
			return next, true
		}
		if ls[i].mark == breve || ls[i].mark == horn {
			ls[i].mark, ls[i].implied = plain, false
		}
	}
	return w.undo(c, ls, w.tone)
}
