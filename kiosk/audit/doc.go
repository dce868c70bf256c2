// Package audit writes down that look-ups were made without writing down whose.
//
// A dossier code leads to a person, so a record carries a keyed hash of it:
// whoever has the code and the key can find its records, and nobody can read
// codes out of them. A plain hash would not do, because codes count up day by
// day and all of them can be hashed in an afternoon. Names are never written.
package audit
