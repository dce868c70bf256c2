// Package facts is what ships in the binary: the catalogue of procedures as of
// a date, the ids of agencies, and the public holidays.
//
// The catalogue stands in catalogue.jsonl.gz; `go run ./client/facts/pack FILE`
// makes it from a list in the same form. Everything is decoded on first use,
// once, and shared: a caller must not change what it is given.
package facts
