package limit

// BreakFile closes the file under a ledger, as a disk that is gone does.
func (l *FileLedger) BreakFile() {
	l.writing.Lock()
	defer l.writing.Unlock()
	_ = l.file.Close()
}
