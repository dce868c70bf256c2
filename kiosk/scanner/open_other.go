//go:build !unix

package scanner

import (
	"io"
	"os"
)

// openPlain returns an error: this system has no other devices.
func openPlain(device string) (io.ReadCloser, error) {
	return nil, &os.PathError{Op: "open", Path: device, Err: errKind}
}
