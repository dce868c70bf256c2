// Package system is the table of the kinds of dossier systems: the name of each kind in
// the configuration, its keys and which of them are secrets, how it is opened, and how the
// sample portal plays it.
//
// The configuration, the wiring, the sample portal's help and the tests range over
// [Kinds]. A new kind is a row here, its client, its part of the sample portal, and an
// example in the default configuration.
package system
