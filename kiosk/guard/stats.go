package guard

import "time"

// Stats are what a filter has counted.
type Stats struct {
	BytesIn  int64 // taken from the client
	BytesOut int64 // given to the decoder
	Reads    int64 // chunks of input
	Keys     int64 // characters, keys and mouse buttons; neither replies nor motion
	Pastes   int64 // bracketed pastes begun
	Dropped  int64 // bytes taken out
	Ended    int64 // sequences that were brought to an end
	// LastKey is when a person last did something: a key, a mouse button, a paste.
	// The terminal's replies, focus and mouse motion do not count. Zero: never.
	LastKey time.Time
}

// Stats may be called from any goroutine.
func (f *Filter) Stats() Stats {
	s := Stats{
		BytesIn:  f.count.in.Load(),
		BytesOut: f.count.out.Load(),
		Reads:    f.count.reads.Load(),
		Keys:     f.count.keys.Load(),
		Pastes:   f.count.pastes.Load(),
		Dropped:  f.count.dropped.Load(),
		Ended:    f.count.ended.Load(),
	}
	if at := f.count.lastKey.Load(); at != 0 {
		s.LastKey = time.Unix(0, at)
	}
	return s
}

// key notes that a person is there.
func (f *Filter) key() { f.count.lastKey.Store(f.now.UnixNano()) }

// maybeKey notes the same for an ESC, until it shows what the ESC began.
func (f *Filter) maybeKey() {
	f.count.before = f.count.lastKey.Load()
	f.key()
}

// noKey takes it back: the terminal speaks.
func (f *Filter) noKey() { f.count.lastKey.Store(f.count.before) }

func (f *Filter) drop() { f.count.dropped.Add(1) }

func (f *Filter) ended() { f.count.ended.Add(1) }
