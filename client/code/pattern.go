package code

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled at its first use. Compiling all of
// them takes some milliseconds, each command is a process of its own, and most commands
// read no text that needs one.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
