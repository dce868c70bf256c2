package decisions

import (
	"context"
	"errors"

	"motcua/client"
	"motcua/client/decision"
	"motcua/client/rest"
)

// Synced is what a sync brought.
type Synced struct {
	Agency    decision.Agency
	Decisions int // of the agency
	Read      int // in full by this sync
	Left      int // not yet in full
}

// Sync keeps the list of an agency, and of its decisions those in full that are not kept yet:
// the newest first, at most so many, since each takes four requests. pause comes between two
// decisions, told after each. A decision that the gateway cannot answer is left (rest.Faults);
// any other error ends it, and the next sync goes on.
func (s *Source) Sync(ctx context.Context, agency string, most int, pause func(context.Context) error, told func(done, of int)) (Synced, error) {
	var out Synced
	s.down.End()
	a, err := s.agency(ctx, agency)
	if err != nil {
		return out, err
	}
	out.Agency = a
	list, err := s.ofAgency(ctx, a)
	if err == nil && list.stale {
		err = client.ErrUnavailable
	}
	if err != nil {
		return out, err
	}
	out.Decisions = len(list.value)
	var missing []decision.Decision
	for _, d := range list.value {
		if _, ok := s.keptFull(ctx, d.ID); !ok {
			missing = append(missing, d)
		}
	}
	out.Left = len(missing)
	var faults rest.Faults
	for _, d := range missing[:min(len(missing), most)] {
		if err := pause(ctx); err != nil {
			return out, err
		}
		f, err := s.fill(ctx, d)
		if faults.End(err) {
			return out, errors.Join(err, ctx.Err())
		}
		if err != nil {
			continue
		}
		if err := s.cfg.Shelf.Put(ctx, topicFull, d.ID, s.cfg.Now(), f); err != nil {
			return out, errors.Join(err, ctx.Err())
		}
		out.Read++
		out.Left--
		told(out.Read, min(len(missing), most))
	}
	return out, nil
}
