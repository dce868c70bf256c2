// Package contract holds the scenarios that every way to read dossiers must
// pass, whatever API it speaks: each state, each way to stand to the
// appointment, proofs right and wrong, systems that are down, slow or talk
// nonsense, fields that are missing or of another shape, dates around midnight.
//
// The sample portal answers, over real HTTP. A back end declares what its API
// can say at all; Run holds it to that, no more and no less, and Table makes of
// the declarations what the README shows. Only tests import this package.
package contract
