package session

import (
	"context"
	"io"

	"motcua/kiosk/terminal"
	"motcua/tui/line"
)

// runLine is the line mode: it reads lines and writes plain text without escape sequences.
func (x *Session) runLine(hasPty bool) int {
	d := x.lineDeps()
	d.In = io.LimitReader(x.in, int64(x.May.Input))
	if hasPty { // the client sends keys and not lines, and echoes nothing by itself
		d.In = terminal.NewCooked(d.In, x.out)
	}
	x.onNotice(func(s string) { _, _ = io.WriteString(x.out, "\n"+s+"\n") })
	return x.await(func(ctx context.Context) int { return line.Mode(ctx, d) })
}
