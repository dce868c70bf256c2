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
//
// # Bytes
//
// Most of what a session over SSH saves, it saves by what it draws (tui.Options.Lean), and the
// renderer and Thrift do the rest. A list that rolls leans on the renderer: it finds rows that
// only moved and has the terminal move them, with a scroll region (DECSTBM) and SU or SD, and
// draws the new row. TestARolledListShowsEachRow in package tui compares the terminal with the
// page after each of such keys, and fails when the renderer sends the rows again instead.
//
// At 80x24 with 256 colours, over all pages (TestTheDearestKeys in package tui; before it was lean
// in brackets): a key that moves the marker takes 19 bytes at the median and 40 at most (837), one
// that brings a row or a line 336 at most (951), a search of nine letters 871 (3,158 with a list
// for each letter). A key that brings a screen of letters costs what they are: 1,860 bytes at most
// (2,276).
package terminal
