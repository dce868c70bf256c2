// Package kiosk is the screen of a lobby: a shell around the root of package tui. It sees
// each message before the root does and draws a frame of its own around the page.
//
//	shell.go    the shell: creation, and the order in which it handles a message
//	keys.go     keys; walk.go moves the focus with them
//	touch.go    touches
//	frame.go    header and page; buttons.go the buttons below it; more.go further buttons
//	letters.go  the size of the letters
//	told.go     a sentence over the page
//	idle.go     the question whether somebody is still there
//	wipe.go     removes everything about a person
//	scanned.go  input of a scanner
//	pin.go      the way to the operator's page
//	voice.go, reader.go, aloud.go, focus.go, plain.go   reading aloud
package kiosk
