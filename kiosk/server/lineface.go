package server

import (
	"context"
	"io"

	"motcua/tui/line"
)

// runLine is the line mode: a line in, plain text out, no escape sequence.
func (x *session) runLine(hasPty bool) int {
	d := x.lineDeps()
	d.In = io.LimitReader(x.in, int64(x.may.Input))
	if hasPty { // the client sends keys, not lines, and shows nothing by itself
		d.In = newCooked(d.In, x.out)
	}
	x.onNotice(func(s string) { _, _ = io.WriteString(x.out, "\n"+s+"\n") })
	return x.await(func(ctx context.Context) int { return line.Mode(ctx, d) })
}
