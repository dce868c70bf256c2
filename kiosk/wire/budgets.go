package wire

import (
	"errors"
	"io/fs"
	"log/slog"
	"time"

	"motcua/kiosk/audit"
	"motcua/kiosk/config"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
	"motcua/kiosk/limit/shared"
)

// OpenBudgets reads the budgets that were spent before this process began. Whoever can
// write the file could give budgets back, so its permissions are checked like those of a
// key. steady is how long the machine's clock is known to have run without a step.
//
// name is the keyed hash of what identifies somebody there.
func OpenBudgets(state config.State, name func(string) string, log *slog.Logger, steady time.Duration) (*ledger.File, error) {
	o := ledger.FileOptions{
		Options: ledger.Options{Name: name}, Steady: steady,
		Failed: func(err error) {
			if err != nil {
				log.Warn("budgets cannot be saved, a restart would give them back", "error", err)
			} else {
				log.Warn("budgets are saved again")
			}
		},
	}
	file := state.File(config.BudgetsName)
	if err := keyfile.Check(file, keyfile.Trusted); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	l, damaged, err := ledger.Open(file, o)
	if damaged > 0 {
		log.Warn("some saved budgets could not be read and start from zero", "lines", damaged)
	}
	return l, err
}

// ShareBudgets returns the budgets that this server shares with others, where the
// configuration says so, and otherwise those in the file alone. Both are closed by close.
func ShareBudgets(cfg config.Config, state config.State, key *audit.Key, log *slog.Logger, watch shared.Watch) (spent ledger.Ledger, closeAll func() error, err error) {
	if cfg.Cluster.Store == "" {
		l, err := OpenBudgets(state, key.Name, log, 0)
		if err != nil {
			return nil, nil, err
		}
		return l, l.Close, nil
	}
	o, err := cfg.Cluster.Options()
	if err != nil {
		return nil, nil, err
	}
	// The names that this ledger gets are hashed with the servers' common secret.
	l, err := OpenBudgets(state, func(name string) string { return name }, log, 0)
	if err != nil {
		return nil, nil, err
	}
	o.Also, o.Shared, o.Dearest, o.Log, o.Watch = key.ID, limit.Shared, limit.Dearest, log, watch
	s := shared.Open(l, o)
	return s, func() error { s.Close(); return l.Close() }, nil
}
