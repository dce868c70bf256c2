package guard

import (
	"errors"
	"sync/atomic"
	"time"
	"unicode/utf8"
)

// Limits of one sequence. The decoder holds 32 parameters; terminals send at most about a
// dozen.
const (
	MaxCSI        = 64  // bytes, from ESC to the final byte
	MaxParameters = 16  // of a CSI or DCS sequence
	MaxString     = 256 // bytes of an OSC or DCS, without its terminator

	maxDigits = 7 // of one parameter: code points have at most seven
)

// Defaults of [Options].
const (
	DefaultBytesPerMinute = 16 << 10
	DefaultPasteBytes     = 4 << 10
	DefaultPause          = 100 * time.Millisecond
	DefaultPasteIdle      = time.Second
)

// ErrTooFast says that the client sent more than a person can type or paste. It is final:
// the filter passes nothing more, and the session ends with a message to the person.
var ErrTooFast = errors.New("guard: input comes faster than the limit")

// Options configure a [Filter]; the zero value uses the defaults.
type Options struct {
	// BytesPerMinute is the input rate, and the burst that is free at the start
	// or after a minute of rest. 0 means DefaultBytesPerMinute, below 0 no limit.
	BytesPerMinute int
	// PasteBytes is how much of one bracketed paste is delivered. 0 means
	// DefaultPasteBytes.
	PasteBytes int
	// Pause is the silence after which an unfinished sequence counts as separate keys: a
	// person pressed ESC and later P. 0 means DefaultPause. The decoder itself gives up
	// after 50 ms.
	Pause time.Duration
	// PasteIdle is the silence after which a paste without an end marker ends. 0
	// means DefaultPasteIdle.
	PasteIdle time.Duration
	// Now is the clock; nil means time.Now.
	Now func() time.Time
}

func (o Options) withDefaults() Options {
	if o.BytesPerMinute == 0 {
		o.BytesPerMinute = DefaultBytesPerMinute
	}
	if o.PasteBytes <= 0 {
		o.PasteBytes = DefaultPasteBytes
	}
	if o.Pause <= 0 {
		o.Pause = DefaultPause
	}
	if o.PasteIdle <= 0 {
		o.PasteIdle = DefaultPasteIdle
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// Filter filters the input of one session. Feed, Err and what Reader and Writer return must
// be used from one goroutine; Stats may be called from any.
type Filter struct {
	opts  Options
	rate  bucket
	wire  tripwire
	state state
	seq   sequence
	rune  partialRune
	paste paste
	out   []byte
	now   time.Time // of the current input
	last  time.Time // of the previous input, even when all of it was dropped
	open  int       // trailing bytes of the output that begin a sequence
	held  bool      // those bytes are held back, so the decoder's timeout has not started for them
	pace  pace
	err   error
	count counters
}

// New returns a filter. The first minute of its rate begins with the first input.
func New(o Options) *Filter {
	o = o.withDefaults()
	return &Filter{opts: o, rate: newBucket(o.BytesPerMinute)}
}

// Feed appends the bytes of src that may reach the decoder to dst, and returns it. The
// result never ends within a rune, and grows by at most four bytes for each byte of src
// plus one paste end marker. Once [Filter.Err] is not nil, Feed appends nothing.
func (f *Filter) Feed(dst, src []byte) []byte {
	if f.err != nil || len(src) == 0 {
		return dst
	}
	f.now = f.opts.Now()
	before := len(dst)
	f.out = dst
	f.settle(f.now)
	n := f.rate.take(f.now, len(src))
	for _, b := range src[:n] {
		f.step(b)
	}
	if n < len(src) {
		f.err = ErrTooFast
	}
	out := f.out
	f.out, f.last = nil, f.now
	f.count.reads.Add(1)
	f.count.in.Add(int64(n))
	f.count.out.Add(int64(len(out) - before))
	return out
}

// Err returns nil or [ErrTooFast].
func (f *Filter) Err() error { return f.err }

// settle resets the sequence or paste that a pause has ended.
func (f *Filter) settle(now time.Time) {
	if f.last.IsZero() || f.state == ground {
		return
	}
	silence := now.Sub(f.last)
	if f.held {
		return // the decoder has not received the beginning yet
	}
	if f.state.inPaste() {
		if silence >= f.opts.PasteIdle {
			f.endPaste()
		}
		return
	}
	if silence >= f.opts.Pause {
		if f.state == escape { // the ESC was a key of its own
			f.count.keys.Add(1)
		}
		f.state = ground
	}
}

// released records that the held bytes were passed to the decoder just now.
func (f *Filter) released() { f.held, f.last = false, f.opts.Now() }

// step handles one byte of input and updates how many trailing bytes of the output begin a
// sequence.
func (f *Filter) step(b byte) {
	before, given := f.state, len(f.out)
	f.take(b)
	switch given = len(f.out) - given; {
	case f.state == ground || f.state.inPaste():
		f.open = 0
	case before == ground, before == escape && b == esc: // ESC twice: the first one was a key
		f.open = min(given, 1)
	default:
		f.open += given
	}
}

func (f *Filter) take(b byte) {
	if b < utf8.RuneSelf {
		f.rune.n = 0 // discards a rune that this byte leaves unfinished
		f.ascii(b)
		return
	}
	if r, size := f.rune.add(b); size > 0 && passes(r) {
		f.wide(f.rune.buf[:size])
	}
}

// ascii handles a byte below 0x80 according to the state that the output so far leaves. A
// dropped byte changes no state, because the decoder has not seen it.
func (f *Filter) ascii(b byte) {
	switch f.state {
	case ground:
		f.plain(b)
	case escape:
		f.afterEscape(b)
	case escapeBetween:
		f.afterBetween(b)
	case csi:
		f.inCSI(b)
	case csiRest:
		f.afterCSI(b)
	case ss3:
		f.inSS3(b)
	case dcsHead:
		f.inDCSHead(b)
	case body:
		f.inBody(b)
	case bodyEscape:
		f.afterBodyEscape(b)
	case bodyRest:
		f.afterBody(b)
	case pasting, pasteEscape, pasteCSI, pasteString:
		f.inPaste(b)
	}
}

// wide handles a whole rune beyond ASCII that may pass.
func (f *Filter) wide(r []byte) {
	switch f.state {
	case ground, escape, escapeBetween, csiRest:
	case csi:
		f.breakCSI()
	case ss3:
		f.breakSS3()
	case bodyEscape:
		f.put('\\')
		f.put(esc)
	case dcsHead, body, bodyRest:
		// Replies are ASCII. A 0x9C as second or third byte of the rune would end the
		// string for the decoder, and the byte after it could begin a CSI.
		f.drop()
		return
	case pasting, pasteEscape, pasteCSI, pasteString:
		f.pasteWide(r)
		return
	}
	f.state = ground
	f.count.keys.Add(1)
	f.key()
	for _, b := range r {
		f.put(b)
	}
}

// plain handles a byte outside all sequences.
func (f *Filter) plain(b byte) {
	switch {
	case b == esc:
		f.put(b)
		f.maybeKey()
		f.state = escape
	case isKey(b):
		f.put(b)
		f.key()
		f.count.keys.Add(1)
	default:
		f.drop()
	}
}

// put appends a byte to the output if the tripwire allows it.
func (f *Filter) put(b byte) {
	b, ok := f.wire.pass(b)
	if !ok {
		f.drop()
		return
	}
	f.out = append(f.out, b)
}

func (f *Filter) puts(s string) {
	for i := range len(s) {
		f.put(s[i])
	}
}

// isKey reports whether an ASCII byte other than ESC is a key.
func isKey(b byte) bool {
	return b >= 0x01 && b <= 0x1a || b >= 0x20 && b <= 0x7f
}

// passes reports whether a rune beyond ASCII may reach the decoder.
func passes(r rune) bool {
	switch {
	case r < 0xa0: // C1
		return false
	case r == utf8.RuneError:
		return false
	case r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe: // noncharacters
		return false
	}
	return true
}

type counters struct {
	in, out, reads, keys, pastes, dropped, ended atomic.Int64
	lastKey                                      atomic.Int64 // Unix time in nanoseconds
	before                                       int64        // lastKey without the ESC
}
