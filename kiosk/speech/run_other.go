//go:build !unix

package speech

import "os/exec"

// ownGroup leaves the command alone: exec kills it when its context ends.
func ownGroup(*exec.Cmd) {}
