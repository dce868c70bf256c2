// Package digest makes the short answer out of what a procedure's page says:
// which papers to bring and when, how long it takes, what it costs, where, and
// the day on which a result is due.
package digest
