package limit

import (
	"errors"
	"fmt"
	"net/netip"
	"time"

	"motcua/kiosk/config/key"
)

// Limits are the numbers that an operator may set. [Defaults] has good ones; a zero means
// zero, not a default.
type Limits struct {
	// Handshakes are the connections in their handshake, of all sources.
	Handshakes Startups
	// Connections, Sessions and Cells of terminals are for all sources together. A
	// connection counts in All from its first byte, and in Public from the end of its
	// handshake.
	Connections, Sessions, Cells Room
	// Reserved percent of these three are not for the public, see Parted.
	Reserved int
	// Source is the limit of one source. Office is the limit of one in Offices, and
	// of the staff and kiosks at one source.
	Source, Office Share
	// Connection is how often one public connection may start a session.
	Connection Rate
	// Offices are addresses behind which many people sit: halls, commune offices. They
	// have the limits of Office and the places that the public cannot take, are not
	// dropped at random before Handshakes.Full is reached, and get no penalties.
	Offices []netip.Prefix

	Penalties Penalties
}

// Room is a number of places, and the part of it that the public may take. The rest is for
// known connections, so that a crowd cannot push them out.
type Room struct{ All, Public int }

// Share is the limit of one source at any time.
type Share struct {
	Handshakes  int // connections in their handshake or waiting for it
	Connections int // all connections, including those in their handshake
	Sessions    int
	Cells       int // of terminals that are drawn
	// Starts is how often it may begin a connection, and how often a session.
	Starts Rate
	// Bytes is how much it may send to one server, and Redraws how many cells one server
	// redraws for it, plus a fixed cost for each frame. Anything beyond is delayed.
	Bytes, Redraws Rate
}

// Rate is a token bucket: Burst times at once, and after that Minute times in a minute.
type Rate struct{ Burst, Minute float64 }

func (r Rate) second() float64 { return r.Minute / 60 }

// counts reports whether a rate lets anything through.
func (r Rate) counts() bool { return r.Burst >= 1 && r.Minute > 0 }

// Startups is OpenSSH's MaxStartups start:rate:full. Below Start handshakes in flight all
// connections are admitted. From there on one is refused with a probability of Rate percent,
// which rises linearly to 100 at Full. So an attacker with many connections gets most of
// the refusals, and others still come through.
type Startups struct {
	Start int // connections
	Rate  int // percent
	Full  int // connections
}

// rise reports whether the numbers are in a valid order.
func (s Startups) rise() bool {
	return s.Start >= 1 && s.Full >= s.Start && s.Rate >= 0 && s.Rate <= 100
}

// Offence is the reason for a penalty, as a word for metrics and logs.
type Offence string

// The offences. The first five are OpenSSH's, the others ours.
const (
	AuthFailed    Offence = "authfail"       // gave up after a refused key
	NoAuth        Offence = "noauth"         // left without trying to authenticate
	InvalidUser   Offence = "invaliduser"    // an impossible user name
	GraceExceeded Offence = "grace_exceeded" // did not finish the handshake in time
	Crash         Offence = "crash"          // caused a panic
	Junk          Offence = "junk"           // does not speak SSH
	Refused       Offence = "refused"        // repeatedly asks for what is not offered
	Flood         Offence = "flood"          // sends more than a person can type
)

// Overflow says what happens when more sources are blamed than can be remembered.
type Overflow string

const (
	// OverflowPermissive drops the penalty that would end first. A botnet then shortens
	// some of its penalties, and nobody else notices.
	OverflowPermissive Overflow = "permissive"
	// OverflowDenyAll refuses every source of that address family except Offices until
	// penalties have ended. A botnet then locks citizens out, and offices continue.
	OverflowDenyAll Overflow = "deny_all"
)

// Penalties are OpenSSH's PerSourcePenalties: each offence adds its time to the source's
// penalty, which decreases with time. A source is refused from the moment that the penalty
// exceeds Min until it is zero.
type Penalties struct {
	For      map[Offence]time.Duration // one that is missing costs nothing
	Min, Max time.Duration
	Sources  int // remembered for each address family, before Overflow
	Overflow Overflow
}

// Defaults returns limits for a server on the open internet, with OpenSSH's values where it
// has them (sshd_config(5), servconf.c of 9.9).
func Defaults() Limits {
	var l Limits
	// Providers put many households behind one IPv4 address. The redraws are some
	// twenty-five keys a second that people with terminals of 80x24 press, less than a
	// tenth of a core; see DrawCost in package session of the server.
	l.Source.Bytes, l.Source.Redraws = Rate{Burst: 256 << 10, Minute: 60 * (64 << 10)}, Rate{Burst: 2_000_000, Minute: 60 * 400_000}
	l.Office.Bytes, l.Office.Redraws = Rate{Burst: 4 << 20, Minute: 60 * (640 << 10)}, Rate{Burst: 20_000_000, Minute: 60 * 4_000_000}
	l.Penalties.For = map[Offence]time.Duration{InvalidUser: 5 * time.Second}
	key.Defaults(l.Section().Keys)
	l.Offices = nil
	return l.Parted()
}

// Parted returns the limits with the public's part of each room computed from Reserved. The
// public has at least one place.
func (l Limits) Parted() Limits {
	for _, r := range []*Room{&l.Connections, &l.Sessions, &l.Cells} {
		r.Public = max(1, r.All*(100-l.Reserved)/100)
	}
	return l
}

// Check returns an error for values that cannot be meant: those that the keys reject, and
// those that no key covers.
func (l Limits) Check() error {
	err := key.Check(l.Section().Keys)
	bad := func(format string, a ...any) { err = errors.Join(err, fmt.Errorf(format, a...)) }
	for what, r := range map[string]Room{"connections": l.Connections, "sessions": l.Sessions, "cells": l.Cells} {
		if r.Public < 1 || r.All < r.Public {
			bad("%d %s, %d of the public: the second must be 1 or more, the first no less", r.All, what, r.Public)
		}
	}
	for _, r := range []Rate{l.Source.Bytes, l.Source.Redraws, l.Office.Bytes, l.Office.Redraws} {
		if !r.counts() {
			bad("%v at once and %v a minute: the first must be 1 or more, the second more than 0", r.Burst, r.Minute)
		}
	}
	if d := l.Penalties.For[InvalidUser]; d < 0 {
		bad("penalty for %s: %v is negative", InvalidUser, d)
	}
	for _, p := range l.Offices {
		if !p.IsValid() {
			bad("an office has no address")
		}
	}
	if err != nil {
		return fmt.Errorf("limits: %w", err)
	}
	return nil
}
