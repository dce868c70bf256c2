package decisions

import (
	"context"
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/decision"
	"motcua/client/gateway"
)

// agencies are all who may decide.
func (s *Source) agencies(ctx context.Context) (dated[[]decision.Agency], error) {
	return kept(ctx, s, topicAgencies, "", s.cfg.FreshFor, func(ctx context.Context) ([]decision.Agency, error) {
		return s.cfg.Gateway.Agencies(ctx)
	})
}

// agency finds one by its code, its number or words of its name.
func (s *Source) agency(ctx context.Context, words string) (decision.Agency, error) {
	all, err := s.agencies(ctx)
	if err != nil {
		return decision.Agency{}, err
	}
	if i := slices.IndexFunc(all.value, func(a decision.Agency) bool { return strings.EqualFold(a.Code, words) || a.ID == words }); i >= 0 {
		return all.value[i], nil
	}
	for _, a := range all.value {
		if words != "" && clean.HasWords(a.Name, words) {
			return a, nil
		}
	}
	return decision.Agency{}, client.ErrNotFound
}

// has tells whether a text has all the words, without marks and case.
func has(text, words string) bool {
	text = clean.Fold(text)
	for w := range strings.FieldsSeq(clean.Fold(words)) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// ofAgency is the whole list of an agency, the newest first, as the caller's own.
func (s *Source) ofAgency(ctx context.Context, a decision.Agency) (dated[[]decision.Decision], error) {
	d, err := kept(ctx, s, topicLists, a.ID, s.cfg.FreshFor, func(ctx context.Context) ([]decision.Decision, error) {
		list, _, err := s.pages(ctx, gateway.ListQuery{AgencyID: a.ID}, mostPages, func([]decision.Decision) bool { return true })
		return list, err
	})
	d.value = slices.Clone(d.value)
	return d, err
}

// pages reads a list until it ends or more says that it is enough, and tells its length.
func (s *Source) pages(ctx context.Context, q gateway.ListQuery, most int, more func([]decision.Decision) bool) (all []decision.Decision, of int, err error) {
	seen := map[string]bool{}
	q.Size = gateway.MaxPage
	for q.Page = 1; q.Page <= most; q.Page++ {
		var list []decision.Decision
		if list, of, err = s.cfg.Gateway.List(ctx, q); err != nil {
			return nil, 0, err
		}
		before := len(all)
		for _, d := range list {
			if !seen[d.ID] {
				seen[d.ID] = true
				all = append(all, d)
			}
		}
		if len(all) == before || len(all) >= of || !more(list) {
			break
		}
	}
	decision.SortNewest(all)
	return all, of, nil
}
