package wire

import (
	"errors"
	"io/fs"
	"log/slog"
	"time"

	"motcua/kiosk/audit"
	"motcua/kiosk/config"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/limit/ledger"
)

// OpenBudgets reads the budgets that were spent before this process began. Whoever can
// write the file could give budgets back, so its permissions are checked like those of a
// key. steady is how long the machine's clock is known to have run without a step.
func OpenBudgets(state config.State, key *audit.Key, log *slog.Logger, steady time.Duration) (*ledger.File, error) {
	o := ledger.FileOptions{
		Options: ledger.Options{Name: key.Name}, Steady: steady,
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
