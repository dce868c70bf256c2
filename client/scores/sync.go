package scores

import (
	"context"

	"motcua/client"
	"motcua/client/quality"
	"motcua/client/reporting"
	"motcua/client/rest"
)

// Synced is what a sync of the scores brought.
type Synced struct {
	Answers int              // that were read, seven a period
	Periods []quality.Period // that were read whole
	Units   int              // below this place's province
}

// Sync reads this year, the last quarter and the last month for the country and this place's
// province, politely, and keeps each answer as it comes. It ends at the first error. pause
// waits between two requests; nil: rest.Politely. Without a province the country alone is
// read.
func (s *Source) Sync(ctx context.Context, pause func(context.Context) error) (Synced, error) {
	var done Synced
	if pause == nil {
		pause = rest.Politely
	}
	if !s.canAsk() {
		return done, client.ErrOffline
	}
	one := func(q question) (answer, error) {
		if done.Answers > 0 {
			if err := pause(ctx); err != nil {
				return answer{}, err
			}
		}
		a, err := s.read(ctx, q, q.call.Asked(q.period, q.root))
		if err == nil {
			done.Answers++
		}
		return a, err
	}
	for _, p := range quality.Periods(s.cfg.Now()) {
		country, err := one(question{reporting.CallResults, p, "", true})
		if err != nil {
			return done, err
		}
		for _, province := range country.Evaluation.Below {
			if s.cfg.Province == "" || province.Code != s.cfg.Province {
				continue
			}
			for _, g := range reporting.GroupCalls {
				a, err := one(question{g.Call, p, province.ID, true})
				if err != nil {
					return done, err
				}
				done.Units = max(done.Units, len(a.Evaluation.Below))
			}
		}
		done.Periods = append(done.Periods, p)
	}
	return done, nil
}
