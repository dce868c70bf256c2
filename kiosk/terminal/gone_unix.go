//go:build unix

package terminal

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// Gone is closed when a terminal hangs up: its window was closed, its line has
// dropped. A process that SIGHUP does not end would draw for nobody, for ever. It
// takes no key away and costs nothing while the terminal is there: poll(2) waits,
// and always tells of a hang-up. Where it cannot watch this file it says nothing.
func Gone(f *os.File) <-chan struct{} {
	gone := make(chan struct{})
	fds := []unix.PollFd{{Fd: int32(f.Fd())}}
	go func() {
		for {
			_, err := unix.Poll(fds, -1)
			switch {
			case errors.Is(err, unix.EINTR):
				continue
			case err == nil && fds[0].Revents&(unix.POLLHUP|unix.POLLERR) != 0 && fds[0].Revents&unix.POLLNVAL == 0:
				close(gone)
			}
			return
		}
	}()
	return gone
}
