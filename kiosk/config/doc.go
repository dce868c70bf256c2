// Package config reads the operator's settings: one TOML file, environment variables and
// flags override built-in defaults, each the ones before.
//
// A key is declared once, in a row next to the struct that it fills; package key describes
// rows. Each package owns its struct and its rows: package server those of [server], limit
// those of [limits] and [guess], scanner, printer and speech theirs of [kiosk]. So a
// default is written once, in the package that also needs it without a configuration, and
// the structs are passed on as they are, without copying field by field. This package
// imports those packages, and none of them imports it; they share package key, which knows
// none of them. Keys that belong to no other package have their structs and rows here, or in
// calendar; proxy and authority have those with which a portal is reached.
//
// The same code goes over all rows: it reads them, checks them, shows them, writes the
// commented file, and says which changes need a restart. A new key of the server is a field
// and a row in package server, and the code that uses it.
//
// Systems and routes are lists of tables. The keys of a system come from the table of
// kinds in client/system, and the examples of both from examples.toml.
//
// Every problem is reported in a sentence that names the file, the line, the key and what
// was expected, in both languages; see Problem.
package config
