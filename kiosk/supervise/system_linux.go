package supervise

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// dieWithParent: a child outlives nobody, not even a parent that was killed.
func dieWithParent() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
}

// discardInput drops what was typed and not read yet.
func discardInput(f *os.File) { _ = unix.IoctlSetInt(int(f.Fd()), unix.TCFLSH, unix.TCIFLUSH) }
