// Package lockfile locks a file, so that one process at a time uses it.
package lockfile

import "errors"

// ErrLocked is why a file is not to be had: another process has it.
var ErrLocked = errors.New("lockfile: another process has it")
