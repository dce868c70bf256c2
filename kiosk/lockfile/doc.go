// Package lockfile lets one process at a time have a file.
package lockfile

import "errors"

// ErrLocked is why a file is not to be had: another process has it.
var ErrLocked = errors.New("lockfile: another process has it")
