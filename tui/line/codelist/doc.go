// Package codelist finds dossier codes in the input of people: a typed line, a list with
// one or several codes a line, a table as spreadsheets save it, in UTF-8, UTF-16 or UTF-32.
// It keeps only a few lines in memory, however long the list is.
package codelist
