package main

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"path/filepath"
	"time"

	"motcua/client"
	"motcua/client/workday"
	"motcua/kiosk/audit"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/limit"
)

// budgetsFile holds the budgets against guessing over a restart, in the state
// folder.
const budgetsFile = "budgets"

// budgetsIn is that file in a state folder, empty when nothing names one.
func budgetsIn(dir string) string {
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, budgetsFile)
}

// openBudgets reads what was spent before this process began. Who can write into the
// file gives budgets back, so it is looked at as a key is.
func openBudgets(dir string, key *audit.Key, log *slog.Logger) (*limit.FileLedger, error) {
	o := limit.FileOptions{
		LedgerOptions: limit.LedgerOptions{Name: key.Name},
		Failed: func(err error) {
			if err != nil {
				log.Warn("budgets are not written down, a restart would give them back", "error", err)
			} else {
				log.Warn("budgets are written down again")
			}
		},
	}
	file := budgetsIn(dir)
	if err := keyfile.Check(file, keyfile.Trusted); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	l, damaged, err := limit.OpenLedger(file, o)
	if damaged > 0 {
		log.Warn("some budgets could not be read and begin anew", "lines", damaged)
	}
	return l, err
}

// kioskBudget is the budget of this machine, which everybody in front of it
// shares. It outlives a wipe and the process that draws. Without a place for it, or
// when another kiosk on this machine has it, it lasts as long as the process.
func (k *kioskRun) kioskBudget() (limit.Budget, func(), error) {
	o := limit.LookupOptions{Alarm: limit.LogAlarms(k.log)}
	book, done := limit.Book(limit.NewLedger(limit.LedgerOptions{})), func() {}
	if dir := filepath.Dir(kioskFile(budgetsFile)); kioskFile(budgetsFile) == "" {
		k.log.Warn("budgets are not written down: there is no state folder")
	} else if kept, key, err := k.openKioskBudgets(dir); err != nil {
		k.log.Warn("budgets are not written down, a restart gives them back", "error", err)
	} else {
		book, o.Hash = kept, key.Hash
		k.kept = true
		done = func() {
			if err := kept.Close(); err != nil {
				k.log.Warn("budgets were not written down", "error", err)
			}
		}
	}
	budget, err := limit.NewLookups(book, k.cfg.Lookups(), o)
	return budget, done, err
}

func (k *kioskRun) openKioskBudgets(dir string) (*limit.FileLedger, *audit.Key, error) {
	key, err := audit.LoadKey(filepath.Join(dir, "audit.key"))
	if err != nil {
		return nil, nil, err
	}
	book, err := openBudgets(dir, key, k.log)
	return book, key, err
}

// atKiosk is the service as this machine's lobby may use it. It embeds nothing, so
// that a new look-up does not compile until somebody decides here what it costs.
type atKiosk struct {
	inner  *client.Service
	budget limit.Budget
}

// thisKiosk names the one machine that a local kiosk's budget is for.
var thisKiosk = limit.Asker{Kiosk: "local"}

// Track spends the budget of this machine.
func (s atKiosk) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	return limit.Track(ctx, s.budget, thisKiosk, q, s.inner.Track)
}

// What follows tells of no person and has no budget.

func (s atKiosk) Search(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error) {
	return s.inner.Search(ctx, q)
}

func (s atKiosk) Show(ctx context.Context, code string) (client.Answer[client.Procedure], error) {
	return s.inner.Show(ctx, code)
}

func (s atKiosk) KeptProcedure(ctx context.Context, code string) (client.Answer[client.Procedure], bool) {
	return s.inner.KeptProcedure(ctx, code)
}

func (s atKiosk) Popular(n int) []client.Hit     { return s.inner.Popular(n) }
func (s atKiosk) Sources() []client.SourceHealth { return s.inner.Sources() }
func (s atKiosk) Calendar() *workday.Calendar    { return s.inner.Calendar() }
func (s atKiosk) Now() time.Time                 { return s.inner.Now() }
