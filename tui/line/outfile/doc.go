// Package outfile writes the answers of a list as rows, in JSON or as comma-separated
// values. It can continue the file of an earlier run, and it counts the rows.
package outfile
