package guard

import (
	"io"
	"time"
	"unicode/utf8"
)

// Bubble Tea's decoder reads up to 4,096 bytes at a time. What it cannot decide yet it
// keeps until 50 ms have passed without input (ultraviolet, DefaultEscTimeout), or twice
// that when its clock shows exactly 50. After alt and a letter it keeps everything that
// follows, and reads all of it again with each read.
const (
	piece    = 256                    // bytes of input filtered at a time
	maxBurst = 1 << 10                // bytes passed on without a rest
	rest     = 110 * time.Millisecond // long enough for the decoder to finish
)

// Writer returns a writer that passes to dst what may reach the decoder. A session uses it:
// io.Copy(f.Writer(pipe), session). Each write to dst is below 4,096 bytes and ends with a
// whole rune; after 1 KiB without a pause the writer rests for 110 ms. It returns
// [ErrTooFast] once the rate is exceeded.
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

// Reader returns a reader of the bytes of src that may pass, with the same pacing as
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

// wholeRunes returns the largest number of bytes of b, at most limit, that ends with a
// whole rune; at least one.
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

// Sieve returns Feed for a keyboard's reader: it passes each letter on as it comes, and has
// no rate limit, because keys must not wait. Only after alt and a letter, where the decoder
// keeps everything that follows, does it rest after 1 KiB without a pause: a key held down
// by a weight leaves no pause for hours.
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

// pace rests so that the decoder can finish. It uses the real clock, as the decoder does.
type pace struct {
	sent  int       // bytes passed on since the last rest
	at    time.Time // when the last of them were passed on
	whole bool      // they ended with a whole sequence
}

// gave records n bytes passed on, after which the filter is in state s.
func (p *pace) gave(n int, s state) {
	p.sent += n
	p.at = time.Now()
	p.whole = s == ground || s.inPaste()
}

// wait rests when it is time, if possible between two sequences, because the decoder would
// misread half a sequence.
func (p *pace) wait() {
	switch {
	case p.sent == 0:
	case time.Since(p.at) >= rest:
		p.sent = 0
	case p.sent >= maxBurst && p.whole, p.sent >= 2*maxBurst:
		<-time.NewTimer(rest).C
		p.sent = 0
	}
}
