// Package contract holds the scenarios that every kind of dossier system must pass,
// whatever its API: each state, each timeliness, proofs right and wrong, systems that
// are down, slow or send nonsense, fields that are missing or of another type, and
// dates around midnight.
//
// The sample portal answers, over real HTTP. A back end declares the features of its
// API, and Run checks exactly those: a declared feature must be shown, any other must
// not be, and a back end that a scenario excludes must do the opposite. Where
// there is no opposite, NotApplicable says why, and a test lists each such case. Table
// turns the declarations into the table of client/README.md.
//
// A new kind in the table of client/system needs a back end here: a test fails until it
// has one, and compares what the table says about proofs with what the kind does.
package contract
