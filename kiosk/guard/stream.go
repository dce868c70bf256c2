package guard

import (
	"io"
	"time"
	"unicode/utf8"
)

// The decoder of Bubble Tea reads up to 4,096 bytes at a time and keeps what it
// cannot judge until 50 ms have passed without input (ultraviolet,
// DefaultEscTimeout), or twice that when its clock shows exactly 50. Behind alt
// and a letter that is everything that follows, and all of it is read again with
// each read.
const (
	piece  = 256                    // bytes of input filtered at a time
	breath = 1 << 10                // bytes given away without a rest
	rest   = 110 * time.Millisecond // that lets the decoder come to an end
)

// Writer returns a writer that passes on to dst what may pass. It is the form for
// a session: io.Copy(f.Writer(pipe), session). Each write to dst is below 4,096
// bytes, ends with a whole rune, and after 1 KiB without a pause a rest of 110 ms
// comes first. It returns [ErrTooFast] once the rate is exceeded.
func (f *Filter) Writer(dst io.Writer) io.Writer { return &writer{f: f, dst: dst} }

type writer struct {
	f   *Filter
	dst io.Writer
	out []byte
}

func (w *writer) Write(p []byte) (int, error) {
	done := 0
	for len(p) > 0 {
		n := min(len(p), piece)
		w.out = w.f.Feed(w.out[:0], p[:n])
		if len(w.out) > 0 {
			w.f.pace.wait()
			if _, err := w.dst.Write(w.out); err != nil {
				return done, err
			}
			w.f.pace.gave(len(w.out), w.f.state)
		}
		if err := w.f.Err(); err != nil {
			return done, err
		}
		p = p[n:]
		done += n
	}
	return done, nil
}

// Reader returns a reader of what may pass from src, with the same care as
// [Filter.Writer]. It holds nothing back while src has more to give.
func (f *Filter) Reader(src io.Reader) io.Reader { return &reader{f: f, src: src} }

type reader struct {
	f    *Filter
	src  io.Reader
	buf  [piece]byte
	out  []byte // not yet delivered
	base []byte
	err  error
}

func (r *reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for len(r.out) == 0 {
		if r.err != nil {
			return 0, r.err
		}
		n, err := r.src.Read(r.buf[:])
		r.base = r.f.Feed(r.base[:0], r.buf[:n])
		r.out, r.err = r.base, err
		if r.f.Err() != nil {
			r.err = r.f.Err()
		}
		if len(r.out) > 0 {
			r.f.pace.wait()
			r.f.pace.gave(len(r.out), r.f.state)
		}
	}
	n := copy(p, r.out[:wholeRunes(r.out, len(p))])
	r.out = r.out[n:]
	return n, nil
}

// wholeRunes returns how many bytes of b, at most limit, end with a whole rune;
// at least one.
func wholeRunes(b []byte, limit int) int {
	if limit >= len(b) {
		return len(b)
	}
	for n := limit; n > 0 && n > limit-utf8.UTFMax; n-- {
		if utf8.RuneStart(b[n]) {
			return n
		}
	}
	return limit
}

// Sieve returns Feed for a reader that hands on each letter as it comes, and without
// a rate: of a keyboard, whose keys must not wait. Only behind alt and a letter,
// where the decoder keeps all that follows, a rest comes after 1 KiB without a pause:
// a key that somebody laid a weight upon leaves none for hours.
func (f *Filter) Sieve() func(dst, src []byte) []byte {
	var last byte
	var alt bool
	return func(dst, src []byte) []byte {
		if alt && time.Since(f.pace.at) >= rest {
			alt = false
		}
		if !alt {
			f.pace.sent = 0
		}
		f.pace.wait()
		before := len(dst)
		dst = f.Feed(dst, src)
		for _, b := range dst[before:] {
			alt = alt || last == esc && b != '[' && b != 'O'
			last = b
		}
		if len(dst) > before {
			f.pace.gave(len(dst)-before, f.state)
		}
		return dst
	}
}

// pace lets the decoder come to rest. It follows the real clock, as the decoder
// does.
type pace struct {
	sent  int       // bytes given away since the last rest
	at    time.Time // when the last of them were
	whole bool      // they ended with a whole sequence
}

// gave notes n bytes after which the filter stands in s.
func (p *pace) gave(n int, s state) {
	p.sent += n
	p.at = time.Now()
	p.whole = s == ground || s.inPaste()
}

// wait rests if it is time, and best between two sequences: the decoder would
// take a half one for what it is not.
func (p *pace) wait() {
	switch {
	case p.sent == 0:
	case time.Since(p.at) >= rest:
		p.sent = 0
	case p.sent >= breath && p.whole, p.sent >= 2*breath:
		<-time.NewTimer(rest).C
		p.sent = 0
	}
}
