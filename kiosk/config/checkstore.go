package config

import (
	"time"

	"github.com/pelletier/go-toml/v2/unstable"
)

// refreshes are the ages that a catalogue may have: more often than hourly only
// bothers the portal, and after a month nobody should rely on it.
var refreshes = span{time.Hour, 30 * 24 * time.Hour}

// refresh checks store.refresh.
func (c *checker) refresh() {
	const path = "store.refresh"
	d := c.cfg.Store.Refresh
	if e, given := c.index[path]; given && d.wrong != "" && e.kind != unstable.String && c.inFile(path) {
		c.wrongKind(path, e, wantRefresh)
		return
	}
	if d.wrong != "" || d.Std() != 0 && (d.Std() < refreshes.from || d.Std() > refreshes.to) {
		c.problem(path, d.String(), whatBadValue, wantRefresh, "")
	}
}
