package ledger

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
