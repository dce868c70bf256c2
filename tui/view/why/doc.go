// Package why explains to staff how a procedure's papers were read, row by row, and says
// what came of marking a page or a row as wrong.
package why
