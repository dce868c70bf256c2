package decisions

import (
	"context"
	"maps"
	"slices"

	"motcua/client"
	"motcua/client/decision"
	"motcua/client/gateway"
)

func (s *Source) keptFull(ctx context.Context, id string) (f decision.Full, ok bool) {
	_, ok = s.cfg.Shelf.Get(ctx, topicFull, id, &f)
	return f, ok
}

// Full tells what a decision does, with the codes of procedures as far as their fields' lists
// have them.
func (s *Source) Full(ctx context.Context, id string) (client.Answer[decision.Full], error) {
	if !decision.IsID(id) {
		return client.Answer[decision.Full]{}, client.ErrNotFound
	}
	d, err := kept(ctx, s, topicFull, id, 30*s.cfg.FreshFor, func(ctx context.Context) (decision.Full, error) { return s.read(ctx, id) })
	if err != nil {
		return client.Answer[decision.Full]{}, err
	}
	return d.answer(s.Source()), nil
}

// read asks the gateway for a decision.
func (s *Source) read(ctx context.Context, id string) (decision.Full, error) {
	head, err := s.heading(ctx, id)
	if err != nil {
		return decision.Full{}, err
	}
	return s.fill(ctx, head)
}

// heading finds a decision in the lists: those that are kept, then the newest of all.
func (s *Source) heading(ctx context.Context, id string) (decision.Decision, error) {
	same := func(d decision.Decision) bool { return d.ID == id }
	all, err := s.agencies(ctx)
	if err != nil {
		return decision.Decision{}, err
	}
	for _, a := range all.value {
		var list []decision.Decision
		if _, ok := s.cfg.Shelf.Get(ctx, topicLists, a.ID, &list); !ok {
			continue
		}
		if i := slices.IndexFunc(list, same); i >= 0 {
			return list[i], nil
		}
	}
	list, _, err := s.pages(ctx, gateway.ListQuery{}, allPages, func(page []decision.Decision) bool { return !slices.ContainsFunc(page, same) })
	if err != nil {
		return decision.Decision{}, err
	}
	if i := slices.IndexFunc(list, same); i >= 0 {
		return list[i], nil
	}
	return decision.Decision{}, client.ErrNotFound
}

// fill adds the lists to a heading.
func (s *Source) fill(ctx context.Context, head decision.Decision) (decision.Full, error) {
	f, fields, err := s.cfg.Gateway.Full(ctx, head.ID)
	if err != nil {
		return decision.Full{}, err
	}
	f.Decision = head
	codes := map[string]string{}
	for _, field := range fields[:min(len(fields), mostFields)] {
		maps.Copy(codes, s.codesOf(ctx, field.ID))
	}
	for _, list := range [][]decision.Procedure{f.New, f.Amended, f.Abolished} {
		for i := range list {
			if list[i].Code == "" {
				list[i].Code = codes[list[i].ID]
			}
		}
	}
	return f, nil
}

// codesOf are the codes of a field's procedures. Without them the names still say what they
// are, so a failure is none of the look-up.
func (s *Source) codesOf(ctx context.Context, fieldID string) map[string]string {
	if fieldID == "" {
		return nil
	}
	s.mu.Lock()
	known, ok := s.codes[fieldID]
	s.mu.Unlock()
	if ok {
		return known
	}
	codes, err := s.cfg.Gateway.Codes(ctx, fieldID)
	if err != nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.codes) >= mostCodes {
		clear(s.codes)
	}
	s.codes[fieldID] = codes
	return codes
}
