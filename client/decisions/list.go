package decisions

import (
	"cmp"
	"context"
	"slices"
	"time"

	"motcua/client"
	"motcua/client/decision"
	"motcua/client/gateway"
)

// List answers a query.
func (s *Source) List(ctx context.Context, q decision.Query) (client.Answer[decision.List], error) {
	if q.Limit <= 0 {
		q.Limit = decision.DefaultLimit
	}
	q.Agency = cmp.Or(q.Agency, s.cfg.Home)
	if q.Procedure != "" {
		return s.having(ctx, q)
	}
	var out dated[decision.List]
	all, err := s.candidates(ctx, q, &out.value)
	if err != nil {
		return client.Answer[decision.List]{}, err
	}
	out.at, out.stale = all.at, all.stale
	if q.Count && q.Year != 0 && out.value.Agency.ID != "" {
		counts, err := s.count(ctx, q.Year, all.value)
		if err != nil {
			return client.Answer[decision.List]{}, err
		}
		out.value.Counts = counts
	}
	if out.value.Agency.ID == "" {
		q.Words = "" // the gateway has looked for them
	}
	list := slices.DeleteFunc(all.value, func(d decision.Decision) bool { return !matches(d, q) })
	out.value.Total = max(out.value.Total, len(list))
	list = list[min(max(q.From, 0), len(list)):]
	out.value.Decisions = list[:min(q.Limit, len(list))]
	return out.answer(s.Source()), nil
}

// candidates are the decisions among which the query's are, as a list of the caller's own.
func (s *Source) candidates(ctx context.Context, q decision.Query, into *decision.List) (dated[[]decision.Decision], error) {
	var none dated[[]decision.Decision]
	if q.Agency == "" || q.Agency == decision.All {
		return s.ofAll(ctx, q, into)
	}
	a, err := s.agency(ctx, q.Agency)
	if err != nil {
		return none, err
	}
	into.Agency = a
	all, err := s.ofAgency(ctx, a)
	if err != nil || q.Field == "" {
		return all, err
	}
	in, err := s.inField(ctx, a, q.Field, all)
	if err != nil {
		return none, err
	}
	all.value = slices.DeleteFunc(all.value, func(d decision.Decision) bool { return !in[d.ID] })
	return all, nil
}

// ofAll asks the gateway, which is too large to keep.
func (s *Source) ofAll(ctx context.Context, q decision.Query, into *decision.List) (dated[[]decision.Decision], error) {
	var none dated[[]decision.Decision]
	if s.cfg.Offline {
		return none, client.ErrOffline
	}
	lq := gateway.ListQuery{Words: q.Words, Date: q.Date}
	if q.Field != "" {
		ids, err := s.fieldIDs(ctx, q.Field)
		if err != nil {
			return none, err
		}
		lq.FieldID = ids[0]
	}
	want := q.From + q.Limit
	seen := 0
	list, of, err := s.pages(ctx, lq, allPages, func(page []decision.Decision) bool {
		for _, d := range page {
			if matches(d, q) {
				seen++
			}
		}
		last := page[len(page)-1]
		return seen < want && (q.Year == 0 || last.Date.IsZero() || last.Date.Year() >= q.Year)
	})
	if q.Year == 0 { // else only what was read can be counted
		into.Total = of
	}
	return dated[[]decision.Decision]{value: list, at: s.cfg.Now()}, err
}

// matches tells whether a decision is one of the query's, as far as its heading says.
func matches(d decision.Decision, q decision.Query) bool {
	return (q.Year == 0 || d.Date.Year() == q.Year) && (q.Date.IsZero() || sameDay(d.Date, q.Date)) && has(d.Number+" "+d.Title, q.Words)
}

func sameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }

// fieldIDs are the gateway's numbers of the fields with these words in their name.
func (s *Source) fieldIDs(ctx context.Context, words string) (ids []string, err error) {
	fields, err := s.cfg.Gateway.Fields(ctx)
	for _, f := range fields {
		if has(f.Name, words) {
			ids = append(ids, f.ID)
		}
	}
	if err == nil && len(ids) == 0 {
		err = client.ErrNotFound
	}
	return ids, err
}

// inField finds which of an agency's decisions are in a field. Without the gateway it knows
// those that are kept in full.
func (s *Source) inField(ctx context.Context, a decision.Agency, words string, all dated[[]decision.Decision]) (map[string]bool, error) {
	in := map[string]bool{}
	if !s.cfg.Offline && !all.stale {
		ids, err := s.fieldIDs(ctx, words)
		if err != nil {
			return nil, err
		}
		for _, id := range ids[:min(len(ids), mostFields)] {
			list, _, err := s.pages(ctx, gateway.ListQuery{AgencyID: a.ID, FieldID: id}, mostPages, func([]decision.Decision) bool { return true })
			if err != nil {
				return nil, err
			}
			for _, d := range list {
				in[d.ID] = true
			}
		}
		return in, nil
	}
	for _, d := range all.value {
		if f, ok := s.keptFull(ctx, d.ID); ok && slices.ContainsFunc(f.Fields, func(name string) bool { return has(name, words) }) {
			in[d.ID] = true
		}
	}
	return in, nil
}

// count counts a year from the lists that are known.
func (s *Source) count(ctx context.Context, year int, all []decision.Decision) (*decision.Counts, error) {
	c := &decision.Counts{Year: year}
	for _, d := range all {
		if d.Date.Year() != year {
			continue
		}
		c.Decisions++
		f, ok := s.keptFull(ctx, d.ID)
		if !ok && s.cfg.CountsAll && !s.cfg.Offline {
			var err error
			if f, _, err = s.cfg.Gateway.Full(ctx, d.ID); err != nil {
				return nil, err
			}
			ok = true
		}
		if ok {
			c.Add(f)
		}
	}
	return c, nil
}
