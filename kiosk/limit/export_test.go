package limit

// BreakFile closes the file under a ledger, as a disk that is gone does.
func (l *FileLedger) BreakFile() {
	l.writing.Lock()
	defer l.writing.Unlock()
	_ = l.file.Close()
}

// Crash ends a ledger as a kill does: what was not written is lost.
func (l *FileLedger) Crash() {
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

// LookAtClock is what the ledger does each minute by itself.
func (l *FileLedger) LookAtClock() (done bool) { return l.lookAtClock() }
