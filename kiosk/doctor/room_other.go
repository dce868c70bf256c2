//go:build !linux && !darwin && !freebsd && !windows

package doctor

// room returns false: this system's free space is unknown.
func room(string) (uint64, bool) { return 0, false }
