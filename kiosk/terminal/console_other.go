//go:build !windows

package terminal

import "os"

// EnableEscapes does nothing: only Windows consoles need escape sequences switched on.
func EnableEscapes(...*os.File) {}
