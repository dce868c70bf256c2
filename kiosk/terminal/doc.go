// Package terminal holds what the program must know about terminals and about how Bubble Tea's
// renderer writes to them. The library does not document how it writes, so version_test.go
// names the version that was tested and what to check when it changes.
//
//	plain.go    sequences that some consoles misread
//	sleeper.go  a session without a program while nobody does anything: its states, its end
//	living.go   one of its programs, and the model as that sees it
//	sleep.go    when the program is let go
//	wake.go     how the next one takes over
//	send.go     keys, messages and commands on their way into whichever program there is
//	curtain.go  what the terminal gets while one program takes the place of another
//	thrift.go   bytes of a frame that have no visible effect
//	paced.go    no more views than frames that are sent
//	cooked.go   line editing for SSH clients, as a terminal driver does it
package terminal
