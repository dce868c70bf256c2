// Package code reads the codes that people bring, as they are typed, pasted, printed
// and scanned: codes of dossiers and procedures, and numbers of social insurance.
//
// ParseDossier reads one code and says what is wrong with it and where;
// ReadDossier and FindDossier read texts that contain one; DossiersIn reads lists;
// ReadScan reads what a scanner sends; SplitTyped and NextTyped follow a person who
// is typing. All of them normalise characters in the same way (text.go) and share one
// reading of a code's three parts. A code is shown and asked for as it was read, and
// counted in its Canonical form. MatchesDigits compares what a person types to prove
// that a dossier is theirs with the numbers that a system has.
//
// The formats are those of codes seen on receipts and in portals' answers; no law
// defines them completely. The groups of an agency id are not looked up in a list.
package code
