package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// enableEscapes makes a console of Windows read escape sequences; those before
// Windows Terminal print them unless they are asked.
func enableEscapes(consoles ...*os.File) {
	for _, c := range consoles {
		var mode uint32
		if windows.GetConsoleMode(windows.Handle(c.Fd()), &mode) == nil {
			_ = windows.SetConsoleMode(windows.Handle(c.Fd()), mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING)
		}
	}
}
