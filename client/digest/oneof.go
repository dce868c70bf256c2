package digest

// OneOfName is the Name of a paper with alternatives and a Head, as a page gives
// it in one piece.
func OneOfName(head string, alternatives []Paper) string { return oneOfName(head, alternatives) }
