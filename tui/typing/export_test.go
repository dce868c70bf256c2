package typing

// Rimes are the rimes that the package knows.
func Rimes() []string {
	var all []string
	for _, group := range rimes {
		for _, r := range group {
			all = append(all, word{letters: r.letters}.lettersText(Level, -1))
		}
	}
	return all
}
