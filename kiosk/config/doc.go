// Package config reads what an operator decides: one TOML file, environment
// variables and flags over built-in defaults, weakest first.
//
// A key is said once, in a row beside the struct that it fills; package key has what
// rows are made of. Each room owns its struct and its rows: package server those of
// [server], limit those of [limits] and [guess], scanner, printer and speech theirs of
// [kiosk]. So a default stands once, in the room that would need it without a
// configuration too, and what is read here is handed on as it is and not copied field
// by field. This package imports those rooms, and none of them imports it; what all of
// them share is package key, which knows none of them. What belongs to no room has its
// struct and rows here.
//
// One walker goes over all rows: it reads them, checks them, shows them, writes the
// commented file, and tells which changes need a restart. A new key of the server is a
// field and a row in package server, and the line that uses it.
//
// Systems and routes are lists of tables. The keys of a system come from the table of
// kinds in client/system, and the examples of both from examples.toml.
//
// Whatever is wrong is told in sentences that name the file, the line, the key
// and what was expected, in both languages; see Problem.
package config
