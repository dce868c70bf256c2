// Package procedures is the commands about procedures: search, show and form.
package procedures
