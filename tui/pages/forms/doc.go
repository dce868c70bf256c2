// Package forms lists the forms of a procedure by name, and leads to the code of the page
// where they are.
package forms
