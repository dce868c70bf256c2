package limit

import (
	"errors"
	"fmt"
	"net/netip"
	"time"

	"motcua/kiosk/config/key"
)

// Limits are the numbers that an operator may set. [Defaults] has good ones; a
// zero is a zero, not a default.
type Limits struct {
	// Handshakes are the connections in their handshake, of all sources.
	Handshakes Startups
	// Connections, Sessions and Cells of terminals are those of all sources. A
	// connection counts in All from its first byte, and in Public from the end of
	// its handshake.
	Connections, Sessions, Cells Room
	// Reserved percent of these three are not for the public, see Parted.
	Reserved int
	// Source is what one source may have. Office is what one in Offices may, and
	// what staff and kiosks may that come from one source.
	Source, Office Share
	// Connection is how often one connection of the public may start a session.
	Connection Rate
	// Offices are addresses behind which many people sit: halls, commune offices.
	// They have the numbers of Office and the room that the public leaves free, are
	// not dropped at random before Handshakes.Full is reached, and get no penalties.
	Offices []netip.Prefix

	Penalties Penalties
}

// Room is a number of places, of which the public may take so many. The others
// are for whoever is known, so that a crowd cannot push them out.
type Room struct{ All, Public int }

// Share is what one source may have at the same time.
type Share struct {
	Handshakes  int // connections in their handshake, and those that wait for it
	Connections int // those included
	Sessions    int
	Cells       int // of terminals that are drawn
	// Starts is how often it may begin a connection, and how often a session.
	Starts Rate
	// Bytes is what it may send to one server, and Redraws how many cells one server
	// draws anew for it, with what a frame costs besides. More of either waits.
	Bytes, Redraws Rate
}

// Rate is how often something may happen: Burst times at once, and after that
// Minute times in a minute.
type Rate struct{ Burst, Minute float64 }

func (r Rate) second() float64 { return r.Minute / 60 }

// Startups is OpenSSH's MaxStartups start:rate:full. Below Start connections in
// flight all are let in; from there on one is refused with a chance of Rate in a
// hundred, which rises in a straight line to certainty at Full. So an attacker
// who fills the line gets his share of refusals, and others still come through.
type Startups struct {
	Start int // connections
	Rate  int // percent
	Full  int // connections
}

// Offence is what a source is blamed for, as a word for metrics and logs.
type Offence string

// The offences. The first five are OpenSSH's, the others ours.
const (
	AuthFailed    Offence = "authfail"       // gave up after it was turned down
	NoAuth        Offence = "noauth"         // left without a try
	InvalidUser   Offence = "invaliduser"    // a user who cannot be
	GraceExceeded Offence = "grace_exceeded" // did not finish the handshake
	Crash         Offence = "crash"          // something of ours broke over it
	Junk          Offence = "junk"           // does not speak SSH
	Refused       Offence = "refused"        // keeps asking for what there is not
	Flood         Offence = "flood"          // sends more than a person can
)

// Overflow says what happens when more sources are blamed than can be remembered.
type Overflow string

const (
	// OverflowPermissive forgets the penalty that would be the first to run off.
	// A botnet then has some penalties cut short, and nobody else notices.
	OverflowPermissive Overflow = "permissive"
	// OverflowDenyAll refuses every source of that address family, except
	// Offices, until penalties have run off. A botnet then closes the door for
	// citizens, and offices go on.
	OverflowDenyAll Overflow = "deny_all"
)

// Penalties are OpenSSH's PerSourcePenalties: each offence adds its time to the
// source's penalty, and time runs it off. A source is refused from the moment
// that more than Min has come together until all of it has run off.
type Penalties struct {
	For      map[Offence]time.Duration // one that is missing costs nothing
	Min, Max time.Duration
	Sources  int // remembered for each address family, before Overflow
	Overflow Overflow
}

// Defaults returns limits for a server on the open internet. Those of OpenSSH
// (sshd_config(5), servconf.c of 9.9) where it has them.
func Defaults() Limits {
	var l Limits
	// Providers put many households behind one IPv4 address. The redraws are some
	// twenty-five keys a second that people with terminals of 80x24 press, less than a
	// tenth of a core; see drawCost in package server.
	l.Source.Bytes, l.Source.Redraws = Rate{Burst: 256 << 10, Minute: 60 * (64 << 10)}, Rate{Burst: 2_000_000, Minute: 60 * 400_000}
	l.Office.Bytes, l.Office.Redraws = Rate{Burst: 4 << 20, Minute: 60 * (640 << 10)}, Rate{Burst: 20_000_000, Minute: 60 * 4_000_000}
	l.Penalties.For = map[Offence]time.Duration{InvalidUser: 5 * time.Second}
	key.Defaults(l.Section().Keys)
	l.Offices = nil
	return l.Parted()
}

// Parted is the limits with the public's part of each room as Reserved says. The
// public has at least one place.
func (l Limits) Parted() Limits {
	for _, r := range []*Room{&l.Connections, &l.Sessions, &l.Cells} {
		r.Public = max(1, r.All*(100-l.Reserved)/100)
	}
	return l
}

// Check says what in the limits cannot be meant.
func (l Limits) Check() error { //nolint:cyclop // a test for each field, one after the other
	var errs []error
	bad := func(format string, a ...any) { errs = append(errs, fmt.Errorf("limit: "+format, a...)) }
	if h := l.Handshakes; h.Start < 1 || h.Full < h.Start || h.Rate < 0 || h.Rate > 100 {
		bad("handshakes %d:%d:%d: start must be 1 or more, rate 0 to 100, full start or more", h.Start, h.Rate, h.Full)
	}
	for what, r := range map[string]Room{"connections": l.Connections, "sessions": l.Sessions, "cells": l.Cells} {
		if r.Public < 1 || r.All < r.Public {
			bad("%d %s, %d of the public: the second must be 1 or more, the first no less", r.All, what, r.Public)
		}
	}
	for _, s := range []Share{l.Source, l.Office} {
		if s.Handshakes < 1 || s.Connections < 1 || s.Sessions < 1 || s.Cells < 1 {
			bad("a source may have %d handshakes, %d connections, %d sessions, %d cells: all must be 1 or more",
				s.Handshakes, s.Connections, s.Sessions, s.Cells)
		}
	}
	for _, r := range []Rate{l.Source.Starts, l.Source.Bytes, l.Source.Redraws, l.Office.Starts, l.Office.Bytes, l.Office.Redraws, l.Connection} {
		if r.Burst < 1 || r.Minute <= 0 {
			bad("%v at once and %v a minute: the first must be 1 or more, the second more than 0", r.Burst, r.Minute)
		}
	}
	for _, p := range l.Offices {
		if !p.IsValid() {
			bad("an office has no address")
		}
	}
	for offence, d := range l.Penalties.For {
		if d < 0 {
			bad("penalty for %s: %v is negative", offence, d)
		}
	}
	p := l.Penalties
	if p.Min < 0 || p.Max < p.Min {
		bad("penalties from %v to %v: must rise", p.Min, p.Max)
	}
	if p.Sources < 1 {
		bad("penalties for %d sources: must be 1 or more", p.Sources)
	}
	if p.Overflow != OverflowPermissive && p.Overflow != OverflowDenyAll {
		bad("overflow %q: must be %s or %s", p.Overflow, OverflowPermissive, OverflowDenyAll)
	}
	return errors.Join(errs...)
}
