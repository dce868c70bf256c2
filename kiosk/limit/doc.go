// Package limit decides who may connect, and for how long somebody who misbehaved
// may not.
//
// [Gate] is asked once for each connection, before a byte is read. It counts the
// handshakes in flight and drops some early and at random, as OpenSSH does with
// MaxStartups; counts the connections of one source and of all; and refuses
// sources with a penalty, as OpenSSH does with PerSourcePenalties. A source is an
// IPv4 address or an IPv6 /64.
//
// What a connection opens is counted as well: sessions and the cells of their
// terminals, of one source and in all, and how often they may start. Of each number
// in all the public has a part only, so that staff, kiosks and offices get in
// however many strangers come.
//
// Everything that several servers of one province would have to share is written
// into a [Book]. [Ledger] is the one within a process; a Valkey or Redis can take
// its place.
package limit
