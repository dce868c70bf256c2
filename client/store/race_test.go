//go:build race

package store

// The race detector makes SQLite, which is Go here, some twenty times slower.
func init() { kills, killedAt = 3, []int64{1, 3, 6} }
