//go:build !unix

package terminal

import "os"

// Gone never tells: Windows ends the process when its console is closed.
func Gone(*os.File) <-chan struct{} { return nil }
