package wire

import (
	"log/slog"

	"motcua/kiosk/config"
)

// LogSkipped warns of each key of the configuration file that this version does not know.
func LogSkipped(log *slog.Logger, cfg config.Config) {
	for _, p := range cfg.Skipped() {
		log.Warn("the configuration has a key that this version does not know, it is skipped", "key", p.Key, "line", p.Line)
	}
}
