// Package session is one session over SSH: the interface for clients with a terminal, the
// look-up verbs as commands, and the line mode for all others.
//
// A session has one of three faces (interface.go, command.go, line.go). All of them end through
// [Session.End], so that every end has a reason. A session limits what its client may do: the
// idle time and the total time (idle.go), the pace and the budget of look-ups (service.go), the
// drawing of an address (share.go), and writes to a client that has stopped reading
// (streams.go). A lobby's session forgets its look-ups with its person (lobby.go).
//
// Package server decides who may connect, and passes what it knows in [Start].
package session
