package find

import "strings"

// onsets are the beginnings of a syllable that are said alike somewhere in the
// country, and the one that stands for them here: tr as ch, s as x, gi, r and
// in the south v as d, n as l. Longest first.
var onsets = [...]struct{ typed, key string }{
	{"ngh", "ng"}, {"ng", "ng"}, {"nh", "nh"}, {"tr", "ch"}, {"ch", "ch"}, {"gi", "d"}, {"gh", "g"},
	{"kh", "kh"}, {"ph", "ph"}, {"th", "th"}, {"qu", "qu"},
	{"f", "ph"}, {"x", "s"}, {"r", "d"}, {"v", "d"}, {"z", "d"}, {"j", "d"}, {"n", "l"}, {"k", "c"}, {"w", "qu"},
}

// endings likewise: in the south n and ng, t and c are said alike.
var endings = [...]struct{ typed, key string }{
	{"ng", "n"}, {"nh", "n"}, {"ch", "t"}, {"c", "t"}, {"y", "i"},
}

// soundKey is what a folded syllable sounds like to someone who spells by ear.
func soundKey(fold string) string {
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

// edits counts the letters that are wrong, missing, too many or swapped with
// their neighbour, up to most; more is most+1.
func edits(a, b string, most int) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > most {
		return most + 1
	}
	for len(a) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 {
		return len(b)
	}
	if most == 1 {
		if len(a) == 1 && len(b) == 1 || len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0] {
			return 1
		}
		return 2
	}
	if len(b) > maxWord {
		return most + 1
	}
	return min(distance(a, b), most+1)
}

// distance is the least number of edits, row by row.
func distance(a, b string) int {
	var rows [3][maxWord + 1]uint8
	for j := range len(b) + 1 {
		rows[1][j] = uint8(j)
	}
	older, old, now := &rows[0], &rows[1], &rows[2]
	for i := 1; i <= len(a); i++ {
		now[0] = uint8(i)
		for j := 1; j <= len(b); j++ {
			cost := uint8(1)
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(old[j]+1, now[j-1]+1, old[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, older[j-2]+1)
			}
			now[j] = d
		}
		older, old, now = old, now, older
	}
	return int(old[len(b)])
}
