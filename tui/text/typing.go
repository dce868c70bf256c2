package text

// Typing contains the words about typing Vietnamese without an input method of the system.
type Typing struct {
	Key   string    // %s: a name
	Names [3]string // off, Telex, VNI; short, for the footer
	Off   string    // spoken when it is turned off
	Tones [2]string // of Telex and VNI: which keys set tone marks, shown after the keys of letters
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

// TypingLetters are the keys of letters in Telex and VNI, the same in both languages;
// together with the keys of tone marks they fill a line.
var TypingLetters = [2]string{
	"Telex: aa â, aw ă, ee ê, oo ô, ow ơ, uw ư, dd đ.",
	"VNI: a6 â, a8 ă, e6 ê, o6 ô, o7 ơ, u7 ư, d9 đ.",
}
