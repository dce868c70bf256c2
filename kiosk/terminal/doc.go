// Package terminal holds what the program must know about terminals and about how Bubble Tea's
// renderer writes to them. The library does not document how it writes, so version_test.go
// names the version that was tested and what to check when it changes.
//
//	plain.go    sequences that some consoles misread
//	sleeper.go  no program while nobody does anything
//	curtain.go  what the terminal gets while one program takes the place of another
//	thrift.go   bytes of a frame that have no visible effect
//	paced.go    no more views than frames that are sent
//	cooked.go   line editing for SSH clients, as a terminal driver does it
package terminal
