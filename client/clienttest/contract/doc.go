// Package contract holds the scenarios that every way to read dossiers must
// pass, whatever API it speaks: each state, each way to stand to the
// appointment, proofs right and wrong, systems that are down, slow or talk
// nonsense, fields that are missing or of another shape, dates around midnight.
//
// The sample portal answers, over real HTTP. A back end declares the features of
// its API; Run holds it to them, no more and no less: what it declares must be
// shown, what it does not declare must not be, and a scenario that a feature
// excludes asserts the opposite. Where there is no opposite, NotApplicable says why,
// and a test lists each such case. Table makes of the declarations what
// client/README.md shows.
//
// A new kind of the table client/system needs a back end here: a test fails until it
// has one, and compares what the table says of proofs with what the kind does.
package contract
