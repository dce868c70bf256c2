package guard

import "time"

// Stats are the counters of a filter.
type Stats struct {
	BytesIn  int64 // received from the client
	BytesOut int64 // passed to the decoder
	Reads    int64 // chunks of input
	Keys     int64 // characters, keys and mouse buttons; neither replies nor motion
	Pastes   int64 // bracketed pastes begun
	Dropped  int64 // bytes removed
	Ended    int64 // sequences that the filter had to end
	// LastKey is when a person last did something: a key, a mouse button, a paste. The
	// terminal's replies, focus events and mouse motion do not count. The zero time means
	// never.
	LastKey time.Time
}

// Stats returns the counters. It may be called from any goroutine.
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

// key records that a person is there.
func (f *Filter) key() { f.count.lastKey.Store(f.now.UnixNano()) }

// maybeKey records the same for an ESC, until the following bytes show what it began.
func (f *Filter) maybeKey() {
	f.count.before = f.count.lastKey.Load()
	f.key()
}

// noKey undoes maybeKey: the sequence came from the terminal, not from a person.
func (f *Filter) noKey() { f.count.lastKey.Store(f.count.before) }

func (f *Filter) drop() { f.count.dropped.Add(1) }

func (f *Filter) ended() { f.count.ended.Add(1) }
