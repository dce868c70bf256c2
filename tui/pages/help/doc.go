// Package help is the page that says what can be done here and which keys there are.
package help
