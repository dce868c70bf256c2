//go:build !linux && !darwin && !freebsd && !windows

package doctor

// room is not known on this system.
func room(string) (uint64, bool) { return 0, false }
