package store

import (
	"context"
	"errors"
	"time"

	"motcua/client"
	"motcua/client/rest"
)

// aheadAge is the age from which a stored detail of a much used procedure is fetched
// again before somebody asks for it.
const aheadAge = 7 * 24 * time.Hour

// Ahead fetches the details of the n most used procedures that are not stored, are
// outdated or are older than a week, one at a time with the pauses of a sync. It returns
// how many were fetched. It skips a procedure that the portal does not know or cannot answer
// (rest.Faults); any other failure ends it, and what was fetched stays.
func (s *Store) Ahead(ctx context.Context, p Portal, n int, progress func(Progress)) (int, error) {
	if progress == nil {
		progress = func(Progress) {}
	}
	wanted, err := s.wanted(ctx, n)
	if err != nil || len(wanted) == 0 {
		return 0, err
	}
	fetched := 0
	var faults rest.Faults
	for i, h := range wanted {
		progress(Progress{Phase: PhaseDetails, Done: i, Total: len(wanted), Requests: i})
		if i > 0 {
			if err := s.rest(ctx); err != nil {
				return fetched, err
			}
		}
		d, err := p.ProcedureByID(ctx, h.ID)
		switch {
		case ctx.Err() != nil:
			return fetched, ctx.Err()
		case errors.Is(err, client.ErrNotFound), err == nil && d.Code != h.Code:
			continue
		case faults.End(err):
			return fetched, err
		case err != nil:
			continue
		}
		if err := s.keep(ctx, client.Answer[client.Procedure]{Value: d, AsOf: s.opts.Now(), Source: p.Source()}); err != nil {
			return fetched, err
		}
		fetched++
	}
	progress(Progress{Phase: PhaseDetails, Done: len(wanted), Total: len(wanted), Requests: len(wanted)})
	return fetched, nil
}

// wanted returns the much used procedures whose detail has to be fetched.
func (s *Store) wanted(ctx context.Context, n int) ([]client.Hit, error) {
	g, err := s.fresh(ctx)
	if err != nil || g.number == 0 {
		return nil, err // before the first sync no id is certain
	}
	db, err := s.writable(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, `SELECT code FROM detail WHERE format = ? AND outdated = 0 AND fetched > ?`,
		detailFormat, s.opts.Now().Add(-aheadAge).UnixMilli())
	if err != nil {
		return nil, s.judge(ctx, db, err)
	}
	defer func() { _ = rows.Close() }()
	have := map[string]bool{}
	for rows.Next() {
		var code string
		if err := rows.Scan(&code); err != nil {
			return nil, err
		}
		have[code] = true
	}
	if err := rows.Err(); err != nil {
		return nil, s.judge(ctx, db, err)
	}
	var list []client.Hit
	all := g.popular()
	for _, i := range all[:max(0, min(n, len(all)))] {
		if e := &g.entries[i]; !have[e.code] && e.id != "" {
			list = append(list, e.hit())
		}
	}
	return list, nil
}
