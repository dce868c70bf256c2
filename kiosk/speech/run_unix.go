//go:build unix

package speech

import (
	"os/exec"
	"syscall"
)

// ownGroup starts a command in its own process group, so that a script and everything it
// started end together.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
