//go:build unix

package doctor

import "syscall"

// openFiles returns how many files this process may open. Go has already raised the soft
// limit to the hard limit, as it does for the server.
func openFiles() (uint64, bool) {
	var r syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &r); err != nil {
		return 0, false
	}
	return uint64(r.Cur), true //nolint:unconvert // signed on some systems
}
