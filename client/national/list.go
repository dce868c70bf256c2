package national

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"

	"motcua/client"
	"motcua/client/rest"
)

// ListQuery asks for one page.
type ListQuery struct {
	Limit          int    // 1 to 200; 0 means 20
	LastID         string // cursor: LastID of the previous page, "" for the first
	Words          string // a code or words
	CategoryID     string // UUID of a field
	DepartmentCode string // "H55", "G01"
}

// Page is one page of the list, internal procedures included.
type Page struct {
	Items  []Item
	LastID string // cursor of the next page
	Total  int    // of the whole query, as the portal counts
}

// Item is one procedure of the list.
type Item struct {
	ID       string // UUID
	Code     string // "1.004194"
	Name     string
	Kind     client.ProcedureKind
	Fields   []string
	Agencies []string
}

// Hit is the item as a line of a search answer.
func (i Item) Hit() client.Hit {
	return client.Hit{
		Code: i.Code, Name: i.Name, ID: i.ID,
		Field: strings.Join(i.Fields, ", "), Agency: strings.Join(i.Agencies, ", "),
	}
}

const (
	defaultLimit = 20
	maxLimit     = 200
)

// pageSizes are tried in turn when a page fails: the portal or the line may manage a
// small page where it drops a large one.
var pageSizes = []int{200, 100, 50, 20}

type listRequest struct {
	Limit          int    `json:"limit"`
	LastID         string `json:"lastId"`
	Words          string `json:"q"`
	CategoryID     string `json:"categoryId"`
	DepartmentCode string `json:"departmentCode"`
}

type listBody struct {
	Items  rest.List[itemBody] `json:"items"`
	LastID rest.Raw            `json:"lastId"`
	Total  rest.Number         `json:"total"`
}

type itemBody struct {
	ID           rest.Raw              `json:"id"`
	Code         rest.Line             `json:"code"`
	CodeNotation rest.Line             `json:"codeNotation"`
	Name         rest.Line             `json:"name"`
	Kind         rest.Line             `json:"type"`
	Categories   rest.List[rest.Named] `json:"categories"`
	Departments  rest.List[rest.Named] `json:"departments"`
}

// List reads one page.
func (s *Source) List(ctx context.Context, q ListQuery) (Page, error) {
	if q.Limit <= 0 {
		q.Limit = defaultLimit
	}
	q.Limit = min(q.Limit, maxLimit)
	data, err := rest.Post[listBody](ctx, s.rest, "list", listPath, listRequest(q))
	if err != nil {
		return Page{}, err
	}
	if !data.OK && q.LastID != "" {
		// Treated as an empty page it would end a sync in the middle.
		return Page{}, s.rest.Nonsense(errors.New("list: a page without data"))
	}
	p := data.Value.page()
	for _, i := range p.Items {
		s.ids.keep(i.Code, i.ID)
	}
	return p, nil
}

func (b listBody) page() Page {
	p := Page{LastID: string(b.LastID)}
	for _, i := range b.Items {
		if item, ok := i.item(); ok {
			p.Items = append(p.Items, item)
		}
	}
	p.Total = len(p.Items)
	if b.Total.OK {
		p.Total = max(b.Total.Int(), p.Total)
	}
	return p
}

// item returns false for what nobody could open or read.
func (b itemBody) item() (Item, bool) {
	code := firstOf(said(b.Code), said(b.CodeNotation))
	i := Item{
		ID: b.ID.ID(), Code: code, Name: cleanName(said(b.Name), code),
		Kind:   client.ProcedureKind(strings.ToUpper(string(b.Kind))),
		Fields: names(b.Categories), Agencies: names(b.Departments),
	}
	return i, i.Code != "" && i.Name != ""
}

// All reads the whole list by cursor, one page at a time with pauses, and calls yield
// for every procedure that citizens may see. It ends when yield returns false, when a
// page is empty, or when the cursor is empty or does not change. A page that fails is
// tried again in smaller pieces.
func (s *Source) All(ctx context.Context, yield func(Item) bool) error {
	last := ""
	size := 0
	for {
		p, err := s.List(ctx, ListQuery{Limit: pageSizes[size], LastID: last})
		if err != nil {
			if size+1 >= len(pageSizes) || !causeOf(err).OfSize() {
				return err
			}
			size++
		} else {
			for _, i := range p.Items {
				if !i.Kind.Internal() && !yield(i) {
					return nil
				}
			}
			if len(p.Items) == 0 || p.LastID == "" || p.LastID == last {
				return nil
			}
			last = p.LastID
		}
		if err := s.pause(ctx); err != nil {
			return err
		}
	}
}

func (s *Source) pause(ctx context.Context) error {
	wait := s.minPause
	if s.maxPause > s.minPause {
		wait += rand.N(s.maxPause - s.minPause)
	}
	if rest.Wait(ctx, wait) != nil {
		return s.stopped(ctx)
	}
	return nil
}
