// Package topic contains the words about what can be asked besides the two questions of the
// first page.
package topic
