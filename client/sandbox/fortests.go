package sandbox

import "motcua/client/sandbox/fault"

// Functions of the sample portal that only tests of other packages call.

// EndSessions ends every log-in at the adapter, as a restart of a real one does.
func (s *Sandbox) EndSessions() { s.sessions.End() }

// EndTokens ends every token of the sample iGate, as a restart of a real one does.
func (s *Sandbox) EndTokens() { s.tokens.End() }

// SetFaults replaces the active faults; none clears them.
func (s *Sandbox) SetFaults(faults ...fault.Fault) { s.faults.Set(faults) }

// Faults returns the active faults with the counts that are left.
func (s *Sandbox) Faults() []fault.Fault { return s.faults.Active() }
