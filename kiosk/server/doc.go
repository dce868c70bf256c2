// Package server puts motcua behind SSH: the interface for whoever has a
// terminal, the look-up verbs as commands, and the line mode for everyone else.
//
// A connection passes four doors. The gate counts it by address before a byte
// is read (conn.go). The handshake offers few algorithms and asks nobody for a
// password; a key or certificate only ever adds the role staff (auth.go). Each
// session channel is sifted request by request (channel.go), because the SSH
// library keeps no count of channels, variables or window changes. What is left
// is a session with one of three faces (interface.go, command.go, lineface.go),
// all of which end through session.end, so that every end has a reason.
//
// Nothing here runs a shell, opens a file for a client or forwards anything.
package server
