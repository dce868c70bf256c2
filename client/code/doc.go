// Package code reads the codes that people bring: of dossiers, of procedures, and
// numbers of social insurance, as they are typed, pasted, printed and scanned.
//
// ParseDossier reads one code and says what is wrong with it and where;
// ReadDossier and FindDossier read texts that hold one; DossiersIn reads lists;
// ReadScan reads what a scanner sends; SplitTyped and NextTyped follow a person who
// types. All of them read characters in one way (text.go) and end in the same
// reading of a code's three parts. A code is shown and asked for as it was read, and
// counted in its Canonical form. MatchesDigits compares what a person types to prove
// that a dossier is theirs with the numbers that a system has.
//
// The shapes are those of codes that were seen on receipts and in portals' answers;
// no law gives them in full. Groups of an agency's id are looked up nowhere.
package code
