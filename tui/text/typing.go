package text

// Typing holds the words for how Vietnamese is typed where nobody brings an
// input method.
type Typing struct {
	Key   string    // %s: a name
	Names [3]string // off, Telex, VNI; short, for the footer
	Off   string    // said when it is off now
	Tones [2]string // of Telex and VNI; behind the keys of letters, which keys put tones
}

var typingVI = Typing{
	Key:   "kiểu gõ: %s",
	Names: [3]string{"tắt", "Telex", "VNI"},
	Off:   "Kiểu gõ đã tắt: gõ phím nào ra chữ ấy.",
	Tones: [2]string{"Dấu: s f r x j, z bỏ dấu.", "Dấu: 1 2 3 4 5, 0 bỏ dấu."},
}

var typingEN = Typing{
	Key:   "typing: %s",
	Names: [3]string{"off", "Telex", "VNI"},
	Off:   "Vietnamese typing is off: each key gives its own letter.",
	Tones: [2]string{"Tones: s f r x j, z none.", "Tones: 1 2 3 4 5, 0 none."},
}
