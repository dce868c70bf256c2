package terminal

import (
	"os"

	"golang.org/x/sys/windows"
)

// EnableEscapes makes Windows consoles interpret escape sequences. Consoles older than Windows
// Terminal print them as text by default.
func EnableEscapes(consoles ...*os.File) {
	for _, c := range consoles {
		var mode uint32
		if windows.GetConsoleMode(windows.Handle(c.Fd()), &mode) == nil {
			_ = windows.SetConsoleMode(windows.Handle(c.Fd()), mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING)
		}
	}
}
