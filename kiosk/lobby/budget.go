package lobby

import (
	"context"

	"motcua/client"
	"motcua/kiosk/audit"
	"motcua/kiosk/config"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
	"motcua/kiosk/limit/metered"
	"motcua/kiosk/wire"
)

// budget returns the budget of this machine, which all people at it share. It outlives a
// wipe and the drawing process. Without a state folder, or when another kiosk on this
// machine uses the file, the budget only lasts as long as the process.
func (k *screen) budget() (limit.Budget, error) {
	o := limit.LookupOptions{Alarm: limit.LogAlarms(k.log)}
	spent := ledger.Ledger(ledger.NewMemory(ledger.Options{}))
	if state := k.opts.State; state == "" {
		k.log.Warn("budgets are not saved: there is no state folder")
	} else if kept, key, err := k.openBudgets(state); err != nil {
		k.log.Warn("budgets are not saved, a restart gives them back", "error", err)
	} else {
		spent, o.Hash = kept, key.Hash
		k.ledger = kept
		k.closeLater(func() {
			if err := kept.Close(); err != nil {
				k.log.Warn("budgets could not be saved", "error", err)
			}
		})
	}
	return limit.NewLookups(spent, k.cfg.Lookups(), o)
}

func (k *screen) openBudgets(state config.State) (*ledger.File, *audit.Key, error) {
	key, err := audit.LoadKey(state.File(config.AuditKeyName))
	if err != nil {
		return nil, nil, err
	}
	kept, err := wire.OpenBudgets(state, key.Name, k.log, k.shown.Steady)
	return kept, key, err
}

// thisKiosk names the one machine that a local kiosk's budget is for.
var thisKiosk = limit.Asker{Kiosk: "local"}

// atKiosk is the service as this machine's lobby may use it: dossiers spend its budget.
func atKiosk(s client.Lookups, b limit.Budget) client.Lookups {
	return metered.Lookups{Service: s, Dossier: func(ctx context.Context, q client.DossierQuery, track limit.TrackFunc) (client.Answer[client.Dossier], error) {
		return limit.Track(ctx, b, thisKiosk, q, track)
	}}
}
