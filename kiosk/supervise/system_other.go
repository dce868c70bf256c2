//go:build !unix

package supervise

import (
	"os"
	"syscall"
)

// handsDownFiles reports whether a child can inherit more files than the three standard ones.
const handsDownFiles = false

var (
	// Windows sends it when the console is closed.
	endSignals      = []os.Signal{syscall.SIGTERM}
	keyboardSignals = []os.Signal{os.Interrupt}
)

func keepToOurselves(...int) {}

func terminate(p *os.Process) { _ = p.Kill() }
