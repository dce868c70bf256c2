//go:build unix

package terminal

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// Gone returns a channel that is closed when the terminal hangs up, because its window was
// closed or its line dropped. A process that ignores SIGHUP would otherwise draw to a closed
// terminal for ever. Gone reads no input and takes no processor time while it waits: poll(2)
// always reports a hang-up. Where poll cannot watch this file, the channel is never closed.
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
