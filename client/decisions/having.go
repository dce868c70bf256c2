package decisions

import (
	"context"
	"slices"

	"motcua/client"
	"motcua/client/decision"
	"motcua/client/gateway"
)

// having finds the decisions with a procedure: by its code among an agency's decisions that
// are known in full, because no service of the gateway is asked by procedure, and by the
// number of its decision among those of all agencies. One of the two is enough for an answer.
func (s *Source) having(ctx context.Context, q decision.Query) (client.Answer[decision.List], error) {
	v := decision.List{Does: map[string]decision.Kind{}}
	list, err := s.numbered(ctx, q.Number)
	out := dated[decision.List]{at: s.cfg.Now(), stale: err != nil}
	if q.Agency != "" && q.Agency != decision.All {
		own, ownErr := s.ofAgencyWith(ctx, q, list, &v)
		switch {
		case ownErr == nil:
			list, out.at, out.stale = own.value, own.at, out.stale || own.stale
			err = nil
		case q.Number == "":
			err = ownErr
		}
	}
	if err != nil {
		return client.Answer[decision.List]{}, err
	}
	if !slices.ContainsFunc(list, func(d decision.Decision) bool { return decision.SameNumber(d.Number, q.Number) }) {
		v.Named = q.Number
	}
	decision.SortNewest(list)
	v.Total = len(list)
	list = list[min(max(q.From, 0), len(list)):]
	v.Decisions = list[:min(q.Limit, len(list))]
	out.value = v
	return out.answer(s.Source()), nil
}

// ofAgencyWith adds an agency's decisions with the procedure to those with the number. One
// with the number whose lists are known and lack the procedure is another's: agencies begin
// their numbers anew each year.
func (s *Source) ofAgencyWith(ctx context.Context, q decision.Query, list []decision.Decision, into *decision.List) (dated[[]decision.Decision], error) {
	a, err := s.agency(ctx, q.Agency)
	if err != nil {
		return dated[[]decision.Decision]{}, err
	}
	all, err := s.ofAgency(ctx, a)
	if err != nil {
		return all, err
	}
	into.Among = len(all.value)
	var inField map[string]bool
	if s.cfg.CountsAll && !s.cfg.Offline && q.Field != "" {
		if inField, err = s.inField(ctx, a, q.Field, all); err != nil {
			return all, err
		}
	}
	for _, d := range all.value {
		f, known := s.keptFull(ctx, d.ID)
		if !known && inField[d.ID] {
			if f, err = s.fill(ctx, d); err != nil {
				return all, err
			}
			known = true
		}
		if known || inField != nil { // one of another field has other procedures
			into.Known++
		}
		kind, has := f.Does(q.Procedure)
		if has {
			into.Does[d.ID] = kind
		}
		list = slices.DeleteFunc(list, func(o decision.Decision) bool { return o.ID == d.ID })
		if has || !known && q.Number != "" && decision.SameNumber(d.Number, q.Number) {
			list = append(list, d)
		}
	}
	all.value = list
	return all, nil
}

// numbered asks the gateway for the decisions with a number; it finds words of titles too.
func (s *Source) numbered(ctx context.Context, number string) (list []decision.Decision, err error) {
	if number == "" {
		return nil, nil
	}
	if s.cfg.Offline {
		return nil, client.ErrOffline
	}
	found, _, err := s.pages(ctx, gateway.ListQuery{Words: number}, 1, func([]decision.Decision) bool { return false })
	for _, d := range found {
		if decision.SameNumber(d.Number, number) {
			list = append(list, d)
		}
	}
	return list, err
}
