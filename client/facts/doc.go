// Package facts holds the data that ship in the binary: the catalogue of procedures as of
// a date, the ids of agencies, and the public holidays.
//
// The catalogue is in catalogue.jsonl.gz; `go run ./client/facts/pack catalogue FILE` makes
// it from a list in the same form. Everything is decoded once, at its first use, and
// shared: a caller must not change what it gets.
//
// The holidays are a file of our own and not rules of a library, because the government
// sets most of them year by year; see package workday for the figures.
package facts
