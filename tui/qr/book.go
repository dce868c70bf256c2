package qr

// Book is a cache of codes. Encoding takes a millisecond, and a page needs three or four codes
// several times a frame.
type Book map[question]answer

type question struct {
	link string
	most int
}

type answer struct {
	code Code
	ok   bool
}

// kept is the most codes in a book.
const kept = 16

// Find is Encode with the cache.
func (b Book) Find(link string, most int) (Code, bool) {
	asked := question{link, most}
	found, known := b[asked]
	if !known {
		if len(b) >= kept {
			clear(b)
		}
		found.code, found.ok = Encode(link, most)
		b[asked] = found
	}
	return found.code, found.ok
}
