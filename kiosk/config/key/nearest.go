package key

import "motcua/client/near"

// Nearest is the candidate that was probably meant by a misspelt key or value, empty
// when none is near; see [near.Word].
func Nearest(word string, candidates []string) string { return near.Word(word, candidates) }
