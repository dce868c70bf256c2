package shared

// For the tests of other packages; the program does not use them.

// Flush makes all changes that wait.
func (l *Ledger) Flush() {
	done := make(chan struct{})
	l.changes <- change{kind: "flush", done: done}
	<-done
}

// Cut ends a ledger as a kill does: it gives nothing back.
func (l *Ledger) Cut() {
	l.life.Store(nil)
	l.Close()
}
