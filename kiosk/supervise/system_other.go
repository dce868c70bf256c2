//go:build !unix

package supervise

import (
	"os"
	"syscall"
)

// handsDownFiles tells whether a child can be given more files than the three.
const handsDownFiles = false

var (
	// Windows says it when the console is closed.
	endSignals      = []os.Signal{syscall.SIGTERM}
	keyboardSignals = []os.Signal{os.Interrupt}
)

func terminate(p *os.Process) { _ = p.Kill() }
