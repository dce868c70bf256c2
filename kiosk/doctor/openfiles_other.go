//go:build !unix

package doctor

// openFiles returns false: this system has no limit that can be queried.
func openFiles() (uint64, bool) { return 0, false }
