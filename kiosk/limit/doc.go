// Package limit decides who may connect, and for how long somebody who misbehaved
// may not.
//
// [Gate] is asked once for each connection, before a byte is read. It counts the
// handshakes in flight and drops some early and at random, as OpenSSH does with
// MaxStartups; counts the connections of one source and of all; and refuses
// sources with a penalty, as OpenSSH does with PerSourcePenalties. A source is an
// IPv4 address or an IPv6 /64.
//
// Everything that several servers of one province would have to share is written
// into a [Book]. [Ledger] is the one within a process; a Valkey or Redis can take
// its place.
package limit
