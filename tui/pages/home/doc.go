// Package home is the first page: the two questions, and the most frequently asked
// procedures.
package home
