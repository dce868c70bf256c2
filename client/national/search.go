package national

import (
	"context"
	"errors"
	"regexp"
	"strings"

	"motcua/client"
	"motcua/client/clean"
)

// fieldPages limits a search in one field. The portal filters by the field's UUID, which
// a name does not tell, so the pages are filtered here.
const fieldPages = 3

// codePages limits the search for one code. The portal has it on the first page unless
// the digits occur in many names.
const codePages = 3

// Search finds procedures by words or code, in the portal's own order, without internal
// ones. Total is the portal's count of all matches; with a Field it is the number found
// in the pages that were filtered.
func (s *Source) Search(ctx context.Context, q client.Query) (client.SearchResult, error) {
	lq := ListQuery{Limit: q.Limit, Words: strings.TrimSpace(q.Words), DepartmentCode: strings.TrimSpace(q.AgencyCode)}
	if lq.Limit <= 0 {
		lq.Limit = defaultLimit
	}
	limit := lq.Limit
	if q.Field != "" {
		lq.Limit = maxLimit
	}
	var res client.SearchResult
	hidden := 0
	for page := 0; ; page++ {
		p, err := s.List(ctx, lq)
		if err != nil {
			return client.SearchResult{}, err
		}
		res.Total = p.Total
		for _, i := range p.Items {
			switch {
			case i.Kind.Internal():
				hidden++
			case q.Field == "" || inField(i, q.Field):
				res.Hits = append(res.Hits, i.Hit())
			}
		}
		// Without a field one page is the answer, unless the limit is larger than a
		// page.
		want := page+1 < fieldPages && len(res.Hits) < limit
		if q.Field == "" {
			want = len(res.Hits)+hidden < limit && limit > maxLimit
		}
		if !want || len(p.Items) == 0 || p.LastID == "" || p.LastID == lq.LastID {
			break
		}
		lq.LastID = p.LastID
		if err := s.pause(ctx); err != nil {
			return client.SearchResult{}, err
		}
	}
	if q.Field != "" {
		res.Total = len(res.Hits)
	} else {
		res.Total = max(res.Total-hidden, len(res.Hits))
	}
	res.Hits = res.Hits[:min(len(res.Hits), limit)]
	return res, nil
}

func inField(i Item, field string) bool {
	want := clean.Fold(field)
	for _, f := range i.Fields {
		if clean.Fold(f) == want {
			return true
		}
	}
	return false
}

// Procedure finds a procedure by its code: the list gives its id, the detail the rest.
// The id is remembered, so the next time needs one request. The code of a case
// ("1.004194.01") finds its procedure.
func (s *Source) Procedure(ctx context.Context, code string) (client.Procedure, error) {
	code = strings.TrimSpace(code)
	if code == "" {
		return client.Procedure{}, client.ErrNotFound
	}
	if id, ok := s.ids.find(code); ok {
		p, err := s.ProcedureByID(ctx, id)
		// The portal gives a republished procedure a new id.
		if !errors.Is(err, client.ErrNotFound) {
			return p, err
		}
		s.ids.forget(code)
	}
	id, err := s.findID(ctx, code)
	if err != nil {
		return client.Procedure{}, err
	}
	p, err := s.ProcedureByID(ctx, id)
	if err == nil {
		s.ids.keep(code, id)
	}
	return p, err
}

// findID looks for the exact code, then for the procedure of a case.
func (s *Source) findID(ctx context.Context, code string) (string, error) {
	for _, want := range codeForms(code) {
		q := ListQuery{Words: want}
		for range codePages {
			p, err := s.List(ctx, q)
			if err != nil {
				return "", err
			}
			for _, i := range p.Items {
				if strings.EqualFold(i.Code, want) && i.ID != "" && !i.Kind.Internal() {
					return i.ID, nil
				}
			}
			if len(p.Items) == 0 || p.LastID == "" || p.LastID == q.LastID || len(p.Items) >= p.Total {
				break
			}
			q.LastID = p.LastID
			if err := s.pause(ctx); err != nil {
				return "", err
			}
		}
	}
	return "", client.ErrNotFound
}

var baseCode = regexp.MustCompile(`^\d\.\d{6}`)

// codeForms returns the code itself and, for a case or a province's edition, the
// procedure that it belongs to.
func codeForms(code string) []string {
	if base := baseCode.FindString(code); base != "" && base != code {
		return []string{code, base}
	}
	return []string{code}
}
