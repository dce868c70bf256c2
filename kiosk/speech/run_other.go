//go:build !unix

package speech

import "os/exec"

// ownGroup does nothing: exec kills the command when its context ends.
func ownGroup(*exec.Cmd) {}
