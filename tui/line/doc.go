// Package line implements the command line: the table of the commands that look up, as one
// command tree, and the line mode. The local program and the SSH server run the same tree,
// so nothing here uses the process's own streams, clock, language or width; they come from
// verb.Deps.
//
// Its sub-packages are verb, which says what such a command is and what one run of it has,
// exit with the exit codes, and the commands: track for dossiers, procedures for search,
// show and form, and a package for each topic besides (places, decided, offices). They
// share codelist, which finds codes in the input of people, plain and record, which format
// answers as text lines and as data for programs, outfile, which writes the rows of a list,
// manual, which writes the help and the manual pages, patience, which asks a portal as long
// as somebody would wait for it, and wrap.
package line
