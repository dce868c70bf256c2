package typing

import (
	"slices"
	"strings"
)

// onsets are the consonants that begin a syllable, the longest first, so that
// gi and qu come before g.
var onsets = func() [][]letter {
	list := strings.Fields("ngh ng nh n gh gi g kh k ch c tr th t ph p qu b d đ h l m r s v x")
	read := make([][]letter, 0, len(list)+1)
	for _, s := range list {
		read = append(read, readLetters(s))
	}
	slices.SortStableFunc(read, func(a, b []letter) int { return len(b) - len(a) })
	return append(read, nil)
}()

// rimes are what may follow the onset, by their first letter. Rare ones are included
// because people write them: xoong, rơ moóc, ngoao, khuỷu, đèn tuýp.
var rimes = func() map[rune][]rime {
	list := strings.Fields(`
		a ac ach ai am an ang anh ao ap at au ay
		ăc ăm ăn ăng ăp ăt ăk
		âc âm ân âng âp ât âu ây
		e ec em en eng eo ep et
		ê êch êm ên ênh êp êt êu
		i ia ich im in inh ip it iu
		iêc iêm iên iêng iêp iêt iêu
		y yêm yên yêng yêt yêu yn ynh yt ych
		o oc oi om on ong op ot
		oa oac oach oai oam oan oang oanh oao oap oat oay
		oăc oăm oăn oăng oăp oăt
		oe oem oen oeng oeo oet
		ooc oong
		ô ôc ôi ôm ôn ông ôp ôt
		ơ ơi ơm ơn ơp ơt
		u ua uc ui um un ung up ut
		uân uâng uât uây
		uê uêch uênh
		uôc uôi uôm uôn uông uôt
		uơ
		uy uya uych uyn uynh uyp uyt uyu
		uyên uyêt
		ư ưa ưc ưi ưm ưn ưng ưt ưu
		ươc ươi ươm ươn ương ươp ươt ươu`)
	read := map[rune][]rime{}
	for _, s := range list {
		r := rime{letters: readLetters(s)}
		r.plain = string(plainLetters(r.letters))
		for r.vowels < len(r.letters) && r.letters[r.vowels].vowel() {
			r.vowels++
		}
		read[r.letters[0].base] = append(read[r.letters[0].base], r)
	}
	return read
}()

// rime is the vowels of a syllable with the consonants after them.
type rime struct {
	letters []letter
	vowels  int    // how many of them are vowels
	plain   string // without marks
}

func readLetters(s string) []letter {
	var ls []letter
	for _, r := range s {
		l, _ := readLetter(r)
		ls = append(ls, l)
	}
	return ls
}

func plainLetters(ls []letter) []rune {
	rs := make([]rune, len(ls))
	for i, l := range ls {
		rs[i] = l.base
	}
	return rs
}

// reading is how letters are read as a syllable, or as the beginning of one.
type reading struct {
	onset int  // letters of the onset
	rime  rime // the nearest rime that begins so; none while there is no vowel
	whole bool // the letters are the whole rime, ignoring marks
	lack  int  // marks that are still missing
}

// vowels is how many of the letters are vowels of the rime.
func (r reading) vowels(n int) int { return min(r.rime.vowels, n-r.onset) }

// read reads letters as the beginning of a syllable. Marks may be missing, because their
// keys may follow; a mark that is there must fit. Of several rimes it takes the one that
// lacks the fewest marks, then the one that is whole.
func read(ls []letter) (reading, bool) {
	for _, onset := range onsets {
		n := len(onset)
		if len(ls) <= n {
			continue
		}
		if !begins(ls[:n], onset, true) {
			continue
		}
		if best, ok := readRime(ls, n); ok {
			return best, true
		}
	}
	// No vowel yet: the beginning of an onset.
	for _, onset := range onsets {
		if len(ls) <= len(onset) && begins(ls, onset[:len(ls)], true) {
			return reading{onset: len(ls)}, true
		}
	}
	return reading{}, false
}

func readRime(ls []letter, n int) (reading, bool) {
	best, found := reading{}, false
	onset, rest := string(plainLetters(ls[:n])), ls[n:]
	for _, r := range rimes[rest[0].base] {
		if len(rest) > len(r.letters) || !begins(rest, r.letters[:len(rest)], false) || !agree(onset, r) {
			continue
		}
		c := reading{onset: n, rime: r, whole: len(rest) == len(r.letters)}
		for i, l := range rest {
			if l.mark != r.letters[i].mark {
				c.lack++
			}
		}
		if !found || c.lack < best.lack || c.lack == best.lack && c.whole && !best.whole {
			best, found = c, true
		}
	}
	return best, found
}

// begins compares letters with a model. Unless exact, a plain letter may stand for one
// whose mark follows later.
func begins(ls, model []letter, exact bool) bool {
	for i, l := range ls {
		if l.base != model[i].base || l.mark != model[i].mark && (exact || l.mark != plain) {
			return false
		}
	}
	return true
}

// agree checks the spelling of onset and rime: k, gh and ngh instead of c, g and ng before
// e, ê and i; gi and qu include a vowel.
func agree(onset string, r rime) bool {
	first := r.letters[0].base
	bright := first == 'e' || first == 'i'
	switch r.plain {
	case "ak": // as in Đắk Lắk
		return onset == "d" || onset == "l"
	case "yn", "ynh", "yt", "ych": // elsewhere written in, inh, it, ich
		return onset == "qu"
	}
	switch onset {
	case "c", "ng":
		return !bright && first != 'y'
	case "g":
		return first != 'e' && first != 'y'
	case "gh", "ngh":
		return bright
	case "gi":
		return first != 'i' && first != 'y'
	case "qu":
		return first != 'u' && (first != 'o' || r.vowels == 1)
	}
	return true
}

// stopped reports whether the letters end in c, k, p, t or ch. Such a syllable has the tone
// sắc or nặng.
func stopped(ls []letter, r reading) bool {
	n := len(ls)
	if n == 0 || r.onset+r.vowels(n) >= n {
		return false
	}
	switch last := ls[n-1].base; last {
	case 'c', 'k', 'p', 't':
		return true
	case 'h':
		return ls[n-2].base == 'c'
	}
	return false
}

// fits tells whether letters and tone may be the beginning of a syllable.
func fits(ls []letter, t Tone) (reading, bool) {
	r, ok := read(ls)
	if !ok {
		return r, false
	}
	if t == Level {
		return r, true
	}
	if r.vowels(len(ls)) == 0 {
		return r, false
	}
	return r, t == Sac || t == Nang || !stopped(ls, r)
}

// tonePlace returns the index of the letter that carries the tone, -1 without a vowel.
func tonePlace(ls []letter, r reading, style ToneStyle) int {
	n := r.vowels(len(ls))
	vowels := r.rime.letters[:n]
	for i := n - 1; i >= 0; i-- {
		// â, ă, ê, ô and ơ carry it wherever they stand: thuở, giếng, ruộng. ư yields to
		// ơ, but keeps it before a and u: ngữa, cứu.
		if m := vowels[i].mark; m != plain && vowels[i].base != 'u' {
			return r.onset + i
		}
	}
	switch {
	case n == 0:
		return -1
	case n == 1:
		return r.onset
	case n == 3:
		return r.onset + 1 // oái, khuỷu
	case len(ls) > r.onset+n: // letters behind the vowels
		return r.onset + 1
	}
	switch string(plainLetters(vowels)) {
	case "oa", "oe", "uy":
		if style == NewStyle {
			return r.onset + 1
		}
	}
	return r.onset
}
