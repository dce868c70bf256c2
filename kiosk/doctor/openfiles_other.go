//go:build !unix

package doctor

// OpenFiles is not bounded in a way that can be asked for.
func OpenFiles() (uint64, bool) { return 0, false }
