//go:build !linux

package supervise

import (
	"os"
	"syscall"
)

// dieWithParent is Linux's; elsewhere a child ends when its beats find nobody.
func dieWithParent() *syscall.SysProcAttr { return nil }

func discardInput(*os.File) {}
