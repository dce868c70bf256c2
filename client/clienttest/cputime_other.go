//go:build !unix

package clienttest

import "time"

var began = time.Now()

// CPUTime is the time since the process began, where the system reports no processor time.
func CPUTime() time.Duration { return time.Since(began) }
