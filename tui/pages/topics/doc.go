// Package topics offers what can be asked besides the two questions of the first page.
package topics
