package login

// Functions that only tests of other packages reach.

// End ends every log-in, as a restart of a real one does.
func (s *Sessions) End() {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.until)
	s.order = nil
}
