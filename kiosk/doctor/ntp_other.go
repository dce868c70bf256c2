//go:build !linux

package doctor

// ClockInStep is unknown on this system.
func ClockInStep() (inStep, known bool) { return false, false }
