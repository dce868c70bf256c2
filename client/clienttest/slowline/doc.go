// Package slowline is a bad line for tests and demonstrations: a TCP relay with
// the speed, the delay, the losses and the drops of a commune office.
//
// Packets are not lost on a relay, they come late: where the network would lose
// one, everything behind it waits for the retransmission, which is what a person
// and a program notice of it.
package slowline
