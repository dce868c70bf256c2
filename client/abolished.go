package client

import (
	"context"
	"slices"

	"motcua/client/linked"
	"motcua/client/unit"
)

// gone tells whether nobody takes a procedure any more.
func (s *Service) gone(code string, said bool) bool {
	return said || s.cfg.Units != nil && s.cfg.Units.Abolished(code)
}

// markAbolished marks the procedures that nobody takes any more, with what replaces them.
func (s *Service) markAbolished(ctx context.Context, hits []Hit) []Hit {
	if !slices.ContainsFunc(hits, s.goneHit) {
		return hits
	}
	hits = slices.Clone(hits) // the source's list may be shared
	for i, h := range hits {
		if s.goneHit(h) {
			hits[i].Abolished, hits[i].Successor = true, s.successor(ctx, h.Code)
		}
	}
	return hits
}

func (s *Service) goneHit(h Hit) bool { return s.gone(h.Code, h.Abolished) }

// replaced adds what replaces an abolished procedure to where it was taken.
func (s *Service) replaced(ctx context.Context, t *unit.Taking) *unit.Taking {
	if t == nil || !t.Abolished {
		return t
	}
	with := *t // the source's may be shared
	with.Successor = s.successor(ctx, t.Procedure)
	return &with
}

// successor is what an office's file says to replace a procedure, with the name that this
// machine has for it; nil for nothing.
func (s *Service) successor(ctx context.Context, code string) *linked.Successor {
	if s.cfg.ReplacedBy == nil {
		return nil
	}
	next, ok := s.cfg.ReplacedBy(code)
	if !ok {
		return nil
	}
	if kept, ok := s.keptProcedure(ctx, next.Code); ok {
		next.Name = kept.Value.Name
	}
	return &next
}
