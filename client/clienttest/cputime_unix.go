//go:build unix

package clienttest

import (
	"syscall"
	"time"
)

// CPUTime is the processor time that this process has used. Unlike wall-clock time,
// it hardly depends on other processes, so a test can compare how time grows with
// length on a busy machine.
func CPUTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
