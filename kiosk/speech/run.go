package speech

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// reapDelay is how long a killed command may keep its pipes open.
const reapDelay = 200 * time.Millisecond

// run runs commands as a pipeline whose first command reads in, until all have ended. When
// ctx ends, they are killed together with their children. The error names the command and
// how it ended, never what it read or wrote.
func run(ctx context.Context, in string, environment []string, commands ...[]string) error {
	var running []*exec.Cmd
	var from io.Reader = strings.NewReader(in)
	var first error
	for i, argv := range commands {
		cmd := exec.CommandContext(ctx, argv[0], argv[1:]...) //nolint:gosec // comes from the operator's configuration
		cmd.Env = append(cmd.Environ(), environment...)
		cmd.Stdin, cmd.WaitDelay = from, reapDelay
		ownGroup(cmd)
		var mine, next *os.File
		if i < len(commands)-1 {
			r, w, err := os.Pipe()
			if err != nil {
				first = err
				break
			}
			cmd.Stdout, mine, next = w, w, r
		}
		err := cmd.Start()
		if mine != nil {
			_ = mine.Close() // the child process has its own copy
		}
		if f, ok := from.(*os.File); ok {
			_ = f.Close()
		}
		from = next
		if err != nil {
			if next != nil {
				_ = next.Close()
			}
			first = fmt.Errorf("%s: %w", argv[0], err)
			break
		}
		running = append(running, cmd)
	}
	for _, cmd := range running {
		if first != nil {
			_ = cmd.Cancel()
		}
		if err := cmd.Wait(); err != nil && first == nil {
			first = fmt.Errorf("%s: %w", cmd.Args[0], err)
		}
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return first
}
