// Package system is the one table of the kinds of dossier systems: what a system
// of each kind is called in the configuration, which keys it has and which of them
// are secrets, how it is opened, and how the sample portal plays it.
//
// Configuration, wiring, the sample portal's help and the tests range over
// [Kinds]. A new kind is a row here, its client, its part of the sample portal,
// and an example in the default configuration.
package system
