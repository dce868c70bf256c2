package gateway

import (
	"context"
	"strconv"
	"time"

	"motcua/client/decision"
)

const (
	listService     = "decision_publishment_advanced_search_service_v2"
	newService      = "get_procedures_by_dp_id_service_v2"
	modifiedService = "get_modified_procedures_by_dp_id_service_v2"
	rescindService  = "get_rescinded_procedures_by_dp_id_service_v2"
	fieldsOfService = "get_fields_by_dp_id_services_v2" // as the gateway spells it
	agenciesService = "get_list_agency_service_v2"
	fieldsService   = "procedure_get_list_field_service_v2"
	codesService    = "procedure_advanced_search_service_v2"
)

// MaxPage is the longest page that is asked for, in rows.
const MaxPage = 200

// listPage is the page of a decision's lists, in rows, which the gateway's own pages ask for.
const listPage = 50

// mostPages ends a list that never ends: the longest seen has four pages.
const mostPages = 100

// ListQuery asks for one page of decisions, the newest first.
type ListQuery struct {
	AgencyID string // the gateway's number; "" for all
	FieldID  string // "" for all
	Words    string // of the number or the title
	Date     time.Time
	Page     int // from 1
	Size     int // at most MaxPage
}

// List reads one page, and how many decisions there are in all.
func (s *Source) List(ctx context.Context, q ListQuery) (list []decision.Decision, of int, err error) {
	date := ""
	if !q.Date.IsZero() {
		date = q.Date.Format("02-01-2006")
	}
	rows, err := s.ask(ctx, listService, "fts", args{
		"keyword": q.Words, "agency_id": orAll(q.AgencyID), "field_id": orAll(q.FieldID), "publishing_date": date,
		"recordPerPage": strconv.Itoa(min(max(q.Size, 1), MaxPage)), "pageIndex": strconv.Itoa(max(q.Page, 1)),
	})
	if err != nil {
		return nil, 0, err
	}
	for _, r := range rows {
		if d := r.decision(); d.ID != "" {
			list = append(list, d)
		}
	}
	return list, total(rows), nil
}

func orAll(id string) string {
	if id == "" {
		return "-1"
	}
	return id
}

// Full reads the lists of a decision, and its fields with the gateway's numbers. The heading
// stays empty but for the ID: no service gives one decision alone.
func (s *Source) Full(ctx context.Context, id string) (decision.Full, []Field, error) {
	f := decision.Full{Decision: decision.Decision{ID: id}}
	for _, part := range []struct {
		service string
		into    *[]decision.Procedure
	}{{newService, &f.New}, {modifiedService, &f.Amended}, {rescindService, &f.Abolished}} {
		rows, err := s.whole(ctx, part.service, "ref", id)
		if err != nil {
			return decision.Full{}, nil, err
		}
		for _, r := range rows {
			if p := r.procedure(); p.ID != "" && p.Name != "" {
				*part.into = append(*part.into, p)
			}
		}
	}
	rows, err := s.whole(ctx, fieldsOfService, "ref", id)
	if err != nil {
		return decision.Full{}, nil, err
	}
	var fields []Field
	for _, r := range rows {
		field := Field{ID: r.id(), Name: said(r.Name)}
		if field.Name != "" {
			fields = append(fields, field)
			f.Fields = append(f.Fields, field.Name)
		}
	}
	return f, fields, nil
}

// whole reads all pages of a list of a decision.
func (s *Source) whole(ctx context.Context, service, kind, id string) (all []row, err error) {
	number, err := strconv.Atoi(id)
	if err != nil {
		return nil, s.nonsense(errShape)
	}
	seen := map[string]bool{}
	for page := 1; page <= mostPages; page++ {
		rows, err := s.ask(ctx, service, kind, args{"id": number, "recordPerPage": listPage, "pageIndex": page})
		if err != nil {
			return nil, err
		}
		before := len(all)
		for _, r := range rows {
			if !seen[string(r.ID)] { // a page that ignores its index repeats the first
				seen[string(r.ID)] = true
				all = append(all, r)
			}
		}
		if len(all) == before || len(all) >= total(rows) {
			break
		}
	}
	return all, nil
}

// Field is a field of procedures (lĩnh vực) with the gateway's number.
type Field struct{ ID, Name string }

// Fields reads the fields. Names may carry the ministry in brackets.
func (s *Source) Fields(ctx context.Context) (list []Field, err error) {
	rows, err := s.ask(ctx, fieldsService, "ref", args{})
	for _, r := range rows {
		if f := (Field{r.id(), said(r.FieldName)}); f.ID != "" && f.Name != "" {
			list = append(list, f)
		}
	}
	return list, err
}

// Agencies reads who may decide.
func (s *Source) Agencies(ctx context.Context) (list []decision.Agency, err error) {
	rows, err := s.ask(ctx, agenciesService, "ref", args{})
	for _, r := range rows {
		name := said(r.AgencyName)
		if name == "" {
			name = said(r.Name)
		}
		if a := (decision.Agency{ID: r.id(), Name: name, Code: agencyCode(r.Code)}); a.ID != "" && a.Name != "" {
			list = append(list, a)
		}
	}
	return list, err
}

// Codes reads the codes of a field's procedures, by their IDs.
func (s *Source) Codes(ctx context.Context, fieldID string) (map[string]string, error) {
	codes := map[string]string{}
	for page := 1; page <= mostPages; page++ {
		rows, err := s.ask(ctx, codesService, "fts", args{
			"recordPerPage": strconv.Itoa(MaxPage), "pageIndex": strconv.Itoa(page), "is_connected": "0", "keyword": "", "agency_type": "0",
			"impl_agency_id": "-1", "object_id": "-1", "field_id": orAll(fieldID), "impl_level_id": "-1",
		})
		if err != nil {
			return nil, err
		}
		before := len(codes)
		for _, r := range rows {
			if p := r.procedure(); p.ID != "" && p.Code != "" {
				codes[p.ID] = p.Code
			}
		}
		if len(codes) == before || len(codes) >= total(rows) {
			break
		}
	}
	return codes, nil
}
