package ledger

import "time"

// For the tests of other packages; the program does not use them.

// BreakFile closes the file of a ledger, so that it behaves like one on a lost disk.
func (l *File) BreakFile() {
	l.writing.Lock()
	defer l.writing.Unlock()
	_ = l.file.Close()
}

// Crash ends a ledger as a kill does: pending changes are lost.
func (l *File) Crash() {
	l.once.Do(func() {
		l.memory.mu.Lock()
		for _, t := range l.memory.buckets {
			clear(t.changed)
		}
		for _, t := range l.memory.penalties {
			clear(t.changed)
		}
		l.memory.mu.Unlock()
		l.BreakFile()
		close(l.stop)
		l.done.Wait()
		_ = l.lock.Close()
	})
}

// Take pays from one bucket.
func (l *Memory) Take(key Key, cost, rate, burst float64) (ok bool, wait time.Duration) {
	return take(l, key, cost, rate, burst)
}

// Take pays from one bucket.
func (l *File) Take(key Key, cost, rate, burst float64) (ok bool, wait time.Duration) {
	return take(l, key, cost, rate, burst)
}

func take(l Ledger, key Key, cost, rate, burst float64) (ok bool, wait time.Duration) {
	r := l.Pay([]Charge{{Own: []Account{{key, cost, rate, burst}}}})
	return r.Refused < 0, r.Wait
}
