package cms

import "errors"

// The errors.
var (
	ErrMalformed     = errors.New("cms: the message cannot be read")
	ErrUnsupported   = errors.New("cms: the message is signed in a way that is not supported")
	ErrNoCertificate = errors.New("cms: the signer's certificate is missing")
	ErrChanged       = errors.New("cms: the content is not the one that was signed")
	ErrForged        = errors.New("cms: the signature does not fit the signer's certificate")
)

const (
	// MostBytes is the largest message. One with its certificates and a stamp has 12 KB; one
	// with lists of revoked certificates inside may have hundreds.
	MostBytes = 4 << 20
	deepest   = 64
	// mostLoose is how many elements may stand in elements of indefinite length.
	mostLoose = 1_000
	// mostElements bounds the memory of the decoded message.
	mostElements = 200_000
)

// Length returns how long the first element of b is, which is encoded by BER.
func Length(b []byte) (int, error) {
	if len(b) > MostBytes {
		b = b[:MostBytes] // what is behind it may be padding
	}
	w := walk{b: b}
	if err := w.element(0); err != nil {
		return 0, err
	}
	return w.at, nil
}

// walk goes over the elements of an encoding and keeps nothing.
type walk struct {
	b               []byte
	at              int
	elements, loose int
}

// element goes over one element; the depth is bounded before it recurses.
func (w *walk) element(depth int) error {
	if w.elements++; depth > deepest || w.elements > mostElements {
		return ErrMalformed
	}
	constructed, length, err := w.head()
	switch {
	case err != nil:
		return err
	case length < 0 && !constructed:
		return ErrMalformed
	case length < 0:
		return w.indefinite(depth)
	case length > len(w.b)-w.at:
		return ErrMalformed
	case !constructed:
		w.at += length
		return nil
	}
	end := w.at + length
	for w.at < end {
		if err := w.element(depth + 1); err != nil {
			return err
		}
	}
	if w.at != end {
		return ErrMalformed
	}
	return nil
}

// indefinite goes over elements until the two zero bytes that end them. There must be one
// element: the library takes the zeros of an empty one for an element, and what follows for
// its contents.
func (w *walk) indefinite(depth int) error {
	for first := true; ; first = false {
		if len(w.b)-w.at < 2 {
			return ErrMalformed
		}
		if w.b[w.at] == 0 && w.b[w.at+1] == 0 {
			if first {
				return ErrMalformed
			}
			w.at += 2
			return nil
		}
		if w.loose++; w.loose > mostLoose {
			return ErrMalformed
		}
		if err := w.element(depth + 1); err != nil {
			return err
		}
	}
}

// head reads tag and length, -1 for an indefinite one.
func (w *walk) head() (constructed bool, length int, err error) {
	next := func() byte {
		if w.at >= len(w.b) {
			err = ErrMalformed
			return 0
		}
		w.at++
		return w.b[w.at-1]
	}
	tag := next()
	if tag&0x1F == 0x1F { // a tag of several bytes
		for next()&0x80 != 0 && err == nil {
		}
	}
	n := next()
	switch {
	case n == 0x80:
		length = -1
	case n < 0x80:
		length = int(n)
	case n > 0x84:
		err = ErrMalformed
	default:
		for range n & 0x7F {
			length = length<<8 | int(next())
		}
		if length > MostBytes {
			err = ErrMalformed
		}
	}
	return tag&0x20 != 0, length, err
}
