// Package near measures how many letters two words differ by, and finds the word that a
// misspelt one probably meant: for keys of files and for searches.
package near

// longest is longer than any real word; it limits the cost of odd input.
const longest = 64

// Word returns the candidate that a misspelt word probably meant: at most a third of its
// letters differ. It returns "" when none is near, and the first of several equally near
// ones.
func Word(word string, candidates []string) string {
	best, most := "", min(len(word)/3, longest)
	for _, c := range candidates {
		if d := Edits(word, c, most); d <= most {
			if d == 0 {
				return c
			}
			best, most = c, d-1
		}
	}
	return best
}

// Edits counts the letters that are wrong, missing, superfluous or swapped with their
// neighbour (optimal string alignment), up to most; more is most+1. Letters are bytes,
// so fold the words before.
func Edits(a, b string, most int) int {
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
	if len(b) > longest {
		return most + 1
	}
	return min(distance(a, b), most+1)
}

// distance is the least number of edits, row by row.
func distance(a, b string) int {
	var rows [3][longest + 1]uint8
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
