package audit

import (
	"context"
	"fmt"
	"log/slog"
	"net/netip"
	"regexp"
)

// Libraries returns a logger for what libraries log themselves, such as a channel that
// could not be accepted or a port that could not be forwarded. Their messages and errors
// contain the whole address of a client, for example "read tcp
// 192.0.2.1:22->203.0.113.9:50122: connection reset by peer". What h receives contains the
// network instead, see [Network], and no port.
func Libraries(h slog.Handler) *slog.Logger { return slog.New(libraries{h}) }

type libraries struct{ slog.Handler }

func (l libraries) Handle(ctx context.Context, r slog.Record) error {
	quiet := slog.NewRecord(r.Time, r.Level, networks(r.Message), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		quiet.AddAttrs(quieted(a))
		return true
	})
	return l.Handler.Handle(ctx, quiet)
}

func (l libraries) WithAttrs(attrs []slog.Attr) slog.Handler {
	quiet := make([]slog.Attr, len(attrs))
	for i, a := range attrs {
		quiet[i] = quieted(a)
	}
	return libraries{l.Handler.WithAttrs(quiet)}
}

func (l libraries) WithGroup(name string) slog.Handler {
	return libraries{l.Handler.WithGroup(name)}
}

// quieted returns an attribute without whole addresses. Numbers and times contain none.
func quieted(a slog.Attr) slog.Attr {
	v := a.Value.Resolve()
	switch v.Kind() {
	case slog.KindString:
		return slog.String(a.Key, networks(v.String()))
	case slog.KindAny:
		return slog.String(a.Key, networks(fmt.Sprint(v.Any())))
	case slog.KindGroup:
		members := make([]any, len(v.Group()))
		for i, m := range v.Group() {
			members[i] = quieted(m)
		}
		return slog.Group(a.Key, members...)
	default:
		return slog.Attr{Key: a.Key, Value: v}
	}
}

// addresses matches what may be an address, with a port after it.
var addresses = regexp.MustCompile(`\[?([0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?:\.[0-9]{1,3}){0,3})(?:%[0-9A-Za-z_.-]+)?\]?(?::[0-9]{1,5})?`)

// networks replaces the addresses in s by their networks.
func networks(s string) string {
	return addresses.ReplaceAllStringFunc(s, func(found string) string {
		addr, err := netip.ParseAddr(addresses.FindStringSubmatch(found)[1])
		if err != nil {
			return found // not an address: a time of day, a dossier's code
		}
		return Network(addr)
	})
}
