// Package forms says which forms a procedure has and how to get them, or why the file of
// one was not taken.
package forms
