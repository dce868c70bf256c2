// Package procedures says in words what a procedure requires: the papers, time and cost of
// its digest on one page, the official text in full, and a procedure as a row of a search.
package procedures
