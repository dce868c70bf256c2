package text

// Typing holds the words for how Vietnamese is typed where nobody brings an
// input method. The lists are in the order of the methods: off, Telex, VNI.
type Typing struct {
	Key   string    // %s: a name
	Names [3]string // short, in the footer
	Says  [3]string // said when it changes: the method and its keys, at most 78 letters
}

var typingVI = Typing{
	Key:   "kiểu gõ: %s",
	Names: [3]string{"tắt", "Telex", "VNI"},
	Says: [3]string{
		"Kiểu gõ đã tắt: gõ phím nào ra chữ ấy.",
		"Telex: aa â, aw ă, ee ê, oo ô, ow ơ, uw ư, dd đ. Dấu: s f r x j, z bỏ dấu.",
		"VNI: a6 â, a8 ă, e6 ê, o6 ô, o7 ơ, u7 ư, d9 đ. Dấu: 1 2 3 4 5, 0 bỏ dấu.",
	},
}

var typingEN = Typing{
	Key:   "typing: %s",
	Names: [3]string{"off", "Telex", "VNI"},
	Says: [3]string{
		"Vietnamese typing is off: each key gives its own letter.",
		"Telex: aa â, aw ă, ee ê, oo ô, ow ơ, uw ư, dd đ. Tones: s f r x j, z none.",
		"VNI: a6 â, a8 ă, e6 ê, o6 ô, o7 ơ, u7 ư, d9 đ. Tones: 1 2 3 4 5, 0 none.",
	},
}
