package wire

import (
	"io"
	"net/url"
	"strings"

	"motcua/kiosk/config"
	"motcua/tui/weblink"
)

// Linked returns a writer to a terminal that makes links of the addresses in answers, where the
// terminal of that kind (TERM) leaves out escape sequences that it does not know. Old consoles
// would show a part of them.
func Linked(w io.Writer, columns func() int, term string, cfg *config.Config) io.Writer {
	switch {
	case term == "", term == "dumb", term == "linux", strings.HasPrefix(term, "vt"):
		return w
	}
	hosts := map[string]bool{}
	take := func(address string) {
		if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
			hosts[strings.ToLower(u.Hostname())] = true
		}
	}
	take(cfg.National.URL)
	for _, s := range cfg.Systems {
		for _, value := range s.Keys {
			take(value)
		}
	}
	return weblink.Writer{To: w, Columns: columns, Known: func(host string) bool { return weblink.State(host) || hosts[host] }}
}
