// Package audit logs look-ups without personal data.
//
// A dossier code identifies a person, so a record contains a keyed hash of it: somebody who
// has the code and the key can find its records, and nobody can read codes from them. A
// plain hash is not enough, because codes count up day by day and all of them can be
// hashed in an afternoon. Names are never written.
package audit
