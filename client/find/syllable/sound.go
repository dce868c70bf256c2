package syllable

import "strings"

// onsets are the beginnings of a syllable that some region of the country pronounces
// alike, with the one that represents them here: tr as ch, s as x, gi and r (in the
// south also v) as d, n as l. Longest first.
var onsets = [...]struct{ typed, key string }{
	{"ngh", "ng"}, {"ng", "ng"}, {"nh", "nh"}, {"tr", "ch"}, {"ch", "ch"}, {"gi", "d"}, {"gh", "g"},
	{"kh", "kh"}, {"ph", "ph"}, {"th", "th"}, {"qu", "qu"},
	{"f", "ph"}, {"x", "s"}, {"r", "d"}, {"v", "d"}, {"z", "d"}, {"j", "d"}, {"n", "l"}, {"k", "c"}, {"w", "qu"},
}

// endings are the same for ends of syllables: the south pronounces n and ng, t and c alike.
var endings = [...]struct{ typed, key string }{
	{"ng", "n"}, {"nh", "n"}, {"ch", "t"}, {"c", "t"}, {"y", "i"},
}

// Sound is the sound of a folded syllable for a person who spells by ear.
func Sound(fold string) string {
	key, rest := "", fold
	for _, o := range onsets {
		if tail, ok := strings.CutPrefix(fold, o.typed); ok {
			if tail == "" || o.typed == "gi" && !isVowel(tail[0]) {
				tail = "i" + tail // "gì" and "gìn" keep the i as their vowel
			}
			key, rest = o.key, tail
			break
		}
	}
	for _, e := range endings {
		if head, ok := strings.CutSuffix(rest, e.typed); ok && head != "" {
			rest = head + e.key
			break
		}
	}
	return key + rest
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
