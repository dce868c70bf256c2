// Package full is the page with the whole official text of a procedure, section by section.
package full
