// Package why is the page that shows staff how a procedure's papers were read.
package why
