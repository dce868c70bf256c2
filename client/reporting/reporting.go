package reporting

import (
	"context"
	"errors"
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/rest"
	"motcua/client/unit"
)

const (
	formalitiesPath = "reporting/formalities"
	treePath        = "reporting/evaluation/provide-online-tree"
	resultsPath     = "reporting/evaluation/service-results"
)

// Reader asks the portal's reports. It is safe for concurrent use.
type Reader struct{ rest *rest.Client }

// New returns a reader that asks over a connection to the portal.
func New(c *rest.Client) *Reader { return &Reader{c} }

// Source names the portal.
func (r *Reader) Source() client.SourceName { return r.rest.Source() }

// Formality is a procedure as the reports have it.
type Formality struct {
	Code, Name string
	// Inactive is the state INACTIVE: with no unit in the list the procedure is abolished.
	Inactive bool
	Units    []string // ids of the units that take it; some of them nobody knows
}

// Abolished tells whether nobody takes the procedure any more. A portal that calls it
// inactive and names units that take it contradicts itself, so nothing is said.
func (f Formality) Abolished() bool { return f.Inactive && len(f.Units) == 0 }

// Page is one page of formalities.
type Page struct {
	Items []Formality
	Total int
	Last  bool
}

type pageRequest struct {
	Q           string `json:"q"`
	CurrentPage int    `json:"currentPage"` // from 1
	PageSize    int    `json:"pageSize"`
}

type pageBody struct {
	Items      rest.List[formalityBody] `json:"items"`
	Pagination rest.Object[struct {
		Total      rest.Number `json:"total"`
		TotalPages rest.Number `json:"totalPages"`
	}] `json:"pagination"`
}

type formalityBody struct {
	Code    rest.Line           `json:"code"`
	Name    rest.Line           `json:"name"`
	State   rest.Raw            `json:"state"`
	Applied rest.List[rest.Raw] `json:"appliedDepartmentIds"`
}

// Formalities reads a page, counted from 1, of those whose code or name has the words.
func (r *Reader) Formalities(ctx context.Context, words string, page, size int) (Page, error) {
	data, err := rest.Post[pageBody](ctx, r.rest, "formalities", formalitiesPath, pageRequest{words, page, size})
	if err != nil {
		return Page{}, err
	}
	if !data.OK {
		return Page{}, r.rest.Nonsense(errors.New("formalities: a page without data"))
	}
	return data.Value.page(page, size), nil
}

func (b pageBody) page(page, size int) Page {
	p := Page{Total: max(b.Pagination.Value.Total.Int(), 0)}
	for _, i := range b.Items {
		if f := i.formality(); f.Code != "" {
			p.Items = append(p.Items, f)
		}
	}
	p.Total = max(p.Total, len(p.Items))
	pages := b.Pagination.Value.TotalPages
	// Without a count, a page that is not full is the last.
	p.Last = len(b.Items) == 0 || pages.OK && page >= pages.Int() || !pages.OK && len(b.Items) < size
	return p
}

func (b formalityBody) formality() Formality {
	f := Formality{
		Code: strings.TrimSpace(string(b.Code)), Name: strings.TrimSpace(string(b.Name)),
		Inactive: strings.EqualFold(string(b.State), "INACTIVE"),
	}
	for _, id := range b.Applied {
		if id := id.ID(); id != "" {
			f.Units = append(f.Units, id)
		}
	}
	slices.Sort(f.Units)
	f.Units = slices.Compact(f.Units)
	return f
}

// Formality finds a procedure by its exact code. client.ErrNotFound: there is none.
func (r *Reader) Formality(ctx context.Context, code string) (Formality, error) {
	p, err := r.Formalities(ctx, code, 1, codePage)
	if err != nil {
		return Formality{}, err
	}
	for _, f := range p.Items {
		if strings.EqualFold(f.Code, code) {
			return f, nil
		}
	}
	return Formality{}, client.ErrNotFound
}

// codePage is the page size of the requests that were seen.
const codePage = 10

type rootRequest struct {
	TimeType    string `json:"timeType"`
	Year        int    `json:"year"`
	Root        string `json:"rootDepartmentId"`
	CurrentPage int    `json:"currentPage"`
	PageSize    int    `json:"pageSize"`
}

// childrenPage is the page size of the tree calls that were seen.
const childrenPage = 100

// mostPages bounds the pages of a tree. No province has 2,000 units.
const mostPages = 20

type treeBody struct {
	Parent   rest.Object[unitBody] `json:"parent"`
	Children rest.List[unitBody]   `json:"children"`
}

// unitBody is a unit as all reports name it; the level has two names.
type unitBody struct {
	ID    rest.Raw  `json:"departmentId"`
	Name  rest.Line `json:"departmentName"`
	Code  rest.Line `json:"departmentCode"`
	Level rest.Raw  `json:"level"`
	Also  rest.Raw  `json:"departmentLevel"`
}

func (b unitBody) unit(parent string, level unit.Level) unit.Unit {
	u := unit.Unit{
		ID: b.ID.ID(), Code: strings.ToUpper(strings.TrimSpace(string(b.Code))), Name: UnitName(string(b.Name)),
		Parent: parent, Level: level,
	}
	if level == "" {
		said := b.Level
		if said == "" {
			said = b.Also
		}
		u.Level = unit.LevelOf(string(said))
	}
	return u
}

// Units lists a province and the units below it, ordered by code as text. Every report
// lists them; this one always gives the code. Pages are asked for until one brings nothing
// new: the answer says neither how many there are nor which page it is.
func (r *Reader) Units(ctx context.Context, province string, year int) ([]unit.Unit, error) {
	var list []unit.Unit
	seen := map[string]bool{}
	for page := 1; page <= mostPages; page++ {
		data, err := rest.Post[treeBody](ctx, r.rest, "units", treePath, rootRequest{"year", year, province, page, childrenPage})
		if err != nil {
			return nil, err
		}
		grown := data.Value.addTo(&list, seen)
		if !grown || len(data.Value.Children) < childrenPage {
			break
		}
	}
	slices.SortStableFunc(list, unit.Compare)
	return list, nil
}

// addTo adds the units that are new and tells whether a child was.
func (b treeBody) addTo(list *[]unit.Unit, seen map[string]bool) (grown bool) {
	root := b.Parent.Value.unit("", unit.LevelProvince)
	add := func(u unit.Unit) bool {
		if u.ID == "" || u.Name == "" || seen[u.ID] {
			return false
		}
		seen[u.ID] = true
		*list = append(*list, u)
		return true
	}
	add(root)
	for _, c := range b.Children {
		if add(c.unit(root.Code, "")) {
			grown = true
		}
	}
	return grown
}

type resultsRequest struct {
	TimeType       string `json:"timeType"`
	Year           int    `json:"year"`
	DepartmentType string `json:"departmentType"`
}

type resultsBody struct {
	Overview rest.Object[struct {
		Name rest.Line `json:"departmentName"`
	}] `json:"overview"`
	Donuts rest.Object[struct {
		Dossiers  rest.List[sliceBody] `json:"onlineDossier"`
		Provision rest.List[sliceBody] `json:"onlineProvision"`
	}] `json:"donuts"`
	Evaluation rest.List[unitBody] `json:"evaluation"`
}

type sliceBody struct {
	Code    rest.Raw    `json:"code"`
	Value   rest.Number `json:"value"`
	Percent rest.Number `json:"percent"`
}

// Results are the country's provinces, and how much of it all is done online in a year.
func (r *Reader) Results(ctx context.Context, year int) ([]unit.Unit, unit.Shares, error) {
	data, err := rest.Post[resultsBody](ctx, r.rest, "results", resultsPath, resultsRequest{"year", year, "ADMINISTRATIVE_UNIT"})
	if err != nil {
		return nil, unit.Shares{}, err
	}
	if !data.OK {
		return nil, unit.Shares{}, r.rest.Nonsense(errors.New("results: no data"))
	}
	return data.Value.provinces(), data.Value.shares(year), nil
}

func (b resultsBody) provinces() []unit.Unit {
	var list []unit.Unit
	for _, e := range b.Evaluation {
		if u := e.unit("", unit.LevelProvince); u.ID != "" && u.Name != "" {
			list = append(list, u)
		}
	}
	slices.SortStableFunc(list, unit.Compare)
	return list
}

func (b resultsBody) shares(year int) unit.Shares {
	s := unit.Shares{Of: string(b.Overview.Value.Name), Year: year}
	for _, d := range b.Donuts.Value.Provision {
		level := unit.OnlineOf(string(d.Code))
		if level == unit.OnlineUnknown || !d.Percent.OK || d.Percent.Value < 0 || d.Percent.Value > 100 {
			continue
		}
		s.Provision = append(s.Provision, unit.Share{Level: level, Count: max(d.Value.Int(), 0), Percent: d.Percent.Value})
	}
	for _, d := range b.Donuts.Value.Dossiers {
		n := max(d.Value.Int(), 0)
		s.All += n
		if strings.EqualFold(string(d.Code), "ONLINE") {
			s.Online += n
			s.OnlinePercent = d.Percent.Value
		}
	}
	return s
}
