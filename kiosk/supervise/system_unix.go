//go:build unix

package supervise

import (
	"os"
	"syscall"
)

// handsDownFiles tells whether a child can be given more files than the three.
const handsDownFiles = true

var (
	// A terminal that goes away says SIGHUP.
	endSignals      = []os.Signal{syscall.SIGTERM, syscall.SIGHUP}
	keyboardSignals = []os.Signal{syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTSTP}
)

func terminate(p *os.Process) { _ = p.Signal(syscall.SIGTERM) }
