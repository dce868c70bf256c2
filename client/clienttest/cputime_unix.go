//go:build unix

package clienttest

import (
	"syscall"
	"time"
)

// CPUTime is the processor time that this process has used. What other processes do
// meanwhile changes it little, unlike the clock on the wall, so that a test may
// compare how time grows with length on a busy machine too.
func CPUTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
