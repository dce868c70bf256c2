//go:build !unix

package scanner

import (
	"io"
	"os"
)

// openPlain: everything else is no device here.
func openPlain(device string) (io.ReadCloser, error) {
	return nil, &os.PathError{Op: "open", Path: device, Err: errKind}
}
