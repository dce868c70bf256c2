// Package form says what a form's file is: its kind by its first bytes, and a name under
// which it can be kept. What a portal sends under the name of a form is not opened and
// never run; a file that could run something is refused.
package form
