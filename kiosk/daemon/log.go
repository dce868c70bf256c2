package daemon

import (
	"context"
	"io"
	"log/slog"

	"motcua/kiosk/server"
)

// NewLog returns the log of a server in its format. Where systemd keeps what the server
// writes ($JOURNAL_STREAM, systemd.exec(5)), each line begins with its priority, which
// systemd takes off again (sd-daemon(3)): journalctl -p warning then finds warnings.
func NewLog(w io.Writer, format server.LogFormat, getenv func(string) string) *slog.Logger {
	lines := func(w io.Writer) slog.Handler {
		if format == server.LogJSON {
			return slog.NewJSONHandler(w, nil)
		}
		return slog.NewTextHandler(w, nil)
	}
	if getenv("JOURNAL_STREAM") == "" {
		return slog.New(lines(w))
	}
	j := journal{}
	for _, p := range priorities {
		j = append(j, lines(&prefixed{w, p.prefix}))
	}
	return slog.New(j)
}

// priorities are those of syslog(3), from the worst to the least.
var priorities = []struct {
	from   slog.Level
	prefix string
}{
	{slog.LevelError, "<3>"}, {slog.LevelWarn, "<4>"}, {slog.LevelInfo, "<6>"}, {slog.LevelDebug, "<7>"},
}

// journal has one handler for each of priorities.
type journal []slog.Handler

func (j journal) at(l slog.Level) slog.Handler {
	for i, p := range priorities {
		if l >= p.from {
			return j[i]
		}
	}
	return j[len(j)-1]
}

func (j journal) Enabled(ctx context.Context, l slog.Level) bool { return j.at(l).Enabled(ctx, l) }

func (j journal) Handle(ctx context.Context, r slog.Record) error {
	return j.at(r.Level).Handle(ctx, r)
}

func (j journal) WithAttrs(attrs []slog.Attr) slog.Handler {
	return j.each(func(h slog.Handler) slog.Handler { return h.WithAttrs(attrs) })
}

func (j journal) WithGroup(name string) slog.Handler {
	return j.each(func(h slog.Handler) slog.Handler { return h.WithGroup(name) })
}

func (j journal) each(change func(slog.Handler) slog.Handler) journal {
	list := make(journal, len(j))
	for i, h := range j {
		list[i] = change(h)
	}
	return list
}

// prefixed writes a prefix before each line. A handler of slog writes a whole line at once.
type prefixed struct {
	to     io.Writer
	prefix string
}

func (p *prefixed) Write(line []byte) (int, error) {
	n, err := p.to.Write(append([]byte(p.prefix), line...))
	return max(0, n-len(p.prefix)), err
}
