//go:build unix

package scanner

import (
	"io"
	"os"
	"syscall"
)

// openPlain opens a character device or a pipe, without blocking, because the call would
// block on a pipe without a writer, and so that Close ends a read.
func openPlain(device string) (io.ReadCloser, error) {
	info, err := os.Stat(device)
	if err != nil {
		return nil, err
	}
	if info.Mode()&(os.ModeCharDevice|os.ModeNamedPipe) == 0 {
		return nil, &os.PathError{Op: "open", Path: device, Err: errKind}
	}
	return os.OpenFile(device, os.O_RDONLY|syscall.O_NONBLOCK|syscall.O_NOCTTY, 0)
}
