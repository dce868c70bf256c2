// Package slowline simulates a bad network for tests and demonstrations: a TCP relay with
// the speed, delay, losses and disconnections of a commune office.
//
// A relay cannot lose packets, so it delays them: where the network would lose one,
// everything after it waits for the retransmission, which is how a person and a program
// notice the loss.
package slowline
