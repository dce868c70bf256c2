package pdf

import (
	"bytes"
	"errors"
)

// Limits of a file. Real files with a hundred pages stay a hundredth below them.
const (
	mostSteps    = 8_000_000 // tokens read in all
	mostEntries  = 500_000   // of all cross-reference sections
	mostSections = 1_000
	mostDecoded  = 32 << 20 // bytes of all decoded streams
)

// File is a file whose structure was read.
type File struct {
	b       []byte
	entries map[int64]entry
	trailer Value // of the newest section
	steps   int
	decoded int
	packs   map[int64]*pack
}

// entry is where an object stands.
type entry struct {
	free   bool
	packed bool
	at     int64 // in the file, or the number of the object stream
	gen    int64 // or the index in the object stream
}

// Open reads the cross-reference sections, from the newest to the oldest. It keeps b. The error
// wraps one of this package's.
func Open(b []byte) (*File, error) {
	if !bytes.HasPrefix(b, []byte("%PDF-")) {
		return nil, ErrNotPDF
	}
	f := &File{b: b, entries: map[int64]entry{}, steps: mostSteps, packs: map[int64]*pack{}}
	at, err := f.start()
	if err != nil {
		return nil, err
	}
	if err := f.sections(at); err != nil {
		return nil, err
	}
	if f.trailer.Count("Encrypt") > 0 {
		return nil, ErrEncrypted
	}
	return f, nil
}

// Trailer returns the trailer of the newest section.
func (f *File) Trailer() Value { return f.trailer }

// start returns the place of the newest cross-reference section, which stands at the end.
func (f *File) start() (int64, error) {
	const tail = 1024 // as the programs that show files search
	from := max(0, len(f.b)-tail)
	i := bytes.LastIndex(f.b[from:], []byte("startxref"))
	if i < 0 {
		return 0, ErrBroken
	}
	l := f.lexer(from + i + len("startxref"))
	return l.digits()
}

func (f *File) lexer(at int) *lexer { return &lexer{b: f.b, at: at, steps: &f.steps} }

// Object returns an object of the file, a Null when it is not there.
func (f *File) Object(num int64) (Value, error) {
	e, ok := f.entries[num]
	switch {
	case !ok || e.free:
		return Value{}, nil
	case e.packed:
		return f.unpacked(num, e)
	}
	v, _, err := f.object(e.at, num, e.gen)
	return v, err
}

// object reads the object at a place and the place of its stream, which is behind it. The
// number must be the one that the cross-reference says.
func (f *File) object(at, num, gen int64) (Value, int, error) {
	if at <= 0 || at >= int64(len(f.b)) {
		return Value{}, 0, ErrBroken
	}
	l := f.lexer(int(at))
	n, err := l.digits()
	if err != nil || n != num {
		return Value{}, 0, ErrBroken
	}
	g, err := l.digits()
	if err != nil || g != gen {
		return Value{}, 0, ErrBroken
	}
	if w, err := l.token(0); err != nil || w.Kind != Word || string(w.Bytes) != "obj" {
		return Value{}, 0, cause(err)
	}
	v, err := l.value(0)
	if err != nil || v.Kind == Word {
		return Value{}, 0, cause(err)
	}
	return v, l.at, nil
}

// cause is ErrTooComplex or ErrBroken.
func cause(err error) error {
	if errors.Is(err, ErrTooComplex) {
		return err
	}
	return ErrBroken
}

// Resolve returns what a reference leads to, or the value itself.
func (f *File) Resolve(v Value) (Value, error) {
	for range 16 {
		if v.Kind != Reference {
			return v, nil
		}
		var err error
		if v, err = f.Object(v.Int); err != nil {
			return Value{}, err
		}
	}
	return Value{}, ErrBroken
}

// Get resolves the value of a key of a dictionary.
func (f *File) Get(v Value, key string) (Value, error) { return f.Resolve(v.Get(key)) }
