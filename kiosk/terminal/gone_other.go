//go:build !unix

package terminal

import "os"

// Gone returns nil: Windows ends the process when its console is closed.
func Gone(*os.File) <-chan struct{} { return nil }
