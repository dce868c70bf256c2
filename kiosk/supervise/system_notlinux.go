//go:build !linux

package supervise

import (
	"os"
	"syscall"
)

// dieWithParent returns nil: only Linux can kill a child with its parent. Elsewhere a child
// ends when it finds its pipe closed.
func dieWithParent() *syscall.SysProcAttr { return nil }

func discardInput(*os.File) {}
