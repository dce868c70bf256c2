//go:build unix

package supervise

import (
	"os"
	"syscall"
)

// handsDownFiles reports whether a child can inherit more files than the three standard ones.
const handsDownFiles = true

var (
	// The kernel sends SIGHUP when the terminal hangs up.
	endSignals      = []os.Signal{syscall.SIGTERM, syscall.SIGHUP}
	keyboardSignals = []os.Signal{syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTSTP}
)

// keepToOurselves keeps inherited files from being inherited by processes that this one starts.
func keepToOurselves(files ...int) {
	for _, f := range files {
		syscall.CloseOnExec(f)
	}
}

func terminate(p *os.Process) { _ = p.Signal(syscall.SIGTERM) }
