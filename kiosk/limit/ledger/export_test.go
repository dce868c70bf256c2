package ledger

// LookAtClock runs the check that the ledger makes each minute.
func (l *File) LookAtClock() (done bool) { return l.lookAtClock() }
