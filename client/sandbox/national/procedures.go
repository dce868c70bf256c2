package national

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/client/facts"
	"motcua/client/sandbox/details"
	"motcua/client/sandbox/pagefile"
)

// procedureList is what the national API serves, ordered by id, which for UUIDv7 means by
// time. The cursor is the last id of a page.
type procedureList struct {
	items  []procedure
	byID   map[string]int
	folded func() []string // code and name as the search box sees them
	forms  func() map[string]string
}

// procedure is one item with what the filters and the detail need.
type procedure struct {
	item       Item
	fieldIDs   []string
	department string // id of the publishing agency, "G01", may be empty
	local      bool   // a province or a ward executes it
	letters    int    // length of the name
	entry      facts.Entry
	body       json.RawMessage // detail `data`; nil: made from the entry
}

// Item is a row of the portal's list.
type Item struct {
	ID           string   `json:"id"`
	Code         string   `json:"code"`
	CodeNotation string   `json:"codeNotation"`
	Name         string   `json:"name"`
	Type         string   `json:"type"`
	Categories   []string `json:"categories"`
	Departments  []string `json:"departments"`
}

func newProcedureList(entries []facts.Entry, full map[string]json.RawMessage) (*procedureList, error) {
	if entries == nil {
		entries = facts.Entries()
	}
	if full == nil {
		shipped, err := details.All()
		if err != nil {
			return nil, fmt.Errorf("sandbox: %w", err)
		}
		full = shipped
	}
	l := &procedureList{byID: make(map[string]int, len(entries))}
	listed := make(map[string]bool, len(entries))
	taken := make(map[string]bool, len(entries))
	add := func(p procedure) {
		// In the catalogue a few families of procedures share one id. On the portal an id
		// belongs to one procedure.
		if !pagefile.IsUUID(p.item.ID) || taken[p.item.ID] {
			p.item.ID = procedureID(p.item.Code)
		}
		taken[p.item.ID] = true
		l.items = append(l.items, p)
	}
	for _, e := range entries {
		listed[e.Code] = true
		p, err := newProcedure(e, full[e.Code])
		if err != nil {
			return nil, err
		}
		add(p)
	}
	for code, body := range full {
		if listed[code] {
			continue
		}
		p, err := newProcedure(facts.Entry{Code: code}, body)
		if err != nil {
			return nil, err
		}
		add(p)
	}
	l.items = slices.DeleteFunc(l.items, func(p procedure) bool {
		return client.ProcedureKind(p.item.Type).Internal() // never shown to citizens
	})
	slices.SortFunc(l.items, func(a, b procedure) int { return strings.Compare(a.item.ID, b.item.ID) })
	for i, p := range l.items {
		l.byID[p.item.ID] = i
	}
	l.forms = sync.OnceValue(l.formNames)
	l.folded = sync.OnceValue(func() []string {
		out := make([]string, len(l.items))
		for i, p := range l.items {
			out[i] = p.item.Code + " " + clean.Fold(p.item.Name)
		}
		return out
	})
	return l, nil
}

// newProcedure joins the catalogue's entry and the detail; where they differ the detail
// wins, because it is closer to the portal.
func newProcedure(e facts.Entry, body json.RawMessage) (procedure, error) {
	d := entryDetail(e)
	if body != nil {
		d = pagefile.Detail{}
		if err := json.Unmarshal(body, &d); err != nil {
			return procedure{}, fmt.Errorf("sandbox: detail of %s: %w", e.Code, err)
		}
		if d.Name == "" {
			return procedure{}, fmt.Errorf("sandbox: detail of %s: name is missing", e.Code)
		}
	}
	p := procedure{
		item: Item{
			ID: d.ID, Code: e.Code, CodeNotation: e.Code, Name: d.Name, Type: d.Type,
			Categories: []string{}, Departments: []string{},
		},
		department: d.PublisherCode,
		local:      d.IsWard || d.IsProvince,
		letters:    utf8.RuneCountInString(d.Name),
		entry:      e,
		body:       body,
	}
	for _, c := range d.Categories {
		p.item.Categories = append(p.item.Categories, c.Name)
		p.fieldIDs = append(p.fieldIDs, c.ID)
	}
	for _, list := range [][]pagefile.Ref{d.Executing, d.UnitGroups} {
		for _, r := range list {
			p.item.Departments = append(p.item.Departments, r.Name)
		}
	}
	return p, nil
}

// entryDetail is the detail of a procedure that only the catalogue has: the rest is empty,
// as it is for many procedures on the portal.
func entryDetail(e facts.Entry) pagefile.Detail {
	kind := "STANDARD"
	if strings.HasPrefix(e.Name, "Liên thông") {
		kind = "INTERCONNECTED"
	}
	d := pagefile.Detail{
		ID: e.UUID, Code: e.Code, CodeNotation: e.Code, Name: e.Name,
		State: "UPDATED", Type: kind,
		IsWard:        slices.Contains(e.Levels, client.LevelWard),
		IsProvince:    slices.Contains(e.Levels, client.LevelProvince),
		IsMinistry:    slices.Contains(e.Levels, client.LevelMinistry),
		IsOtherAgency: slices.Contains(e.Levels, client.LevelOther),
		Steps:         []pagefile.Step{},
		Methods:       []pagefile.Method{},
		Cases:         []pagefile.Case{},
		Categories:    pagefile.Refs("field", []string{e.Field}),
		Executing:     pagefile.Refs("agency", pagefile.SplitNames(e.Executing)),
		Competent:     []pagefile.Ref{},
		Authorized:    []pagefile.Ref{},
		Coordinating:  []pagefile.Ref{},
		UnitGroups:    []pagefile.Ref{},
		Agencies:      e.Executing,
		Subjects:      []pagefile.Ref{},
		LegalBasis:    []pagefile.Ref{},
		Results:       []pagefile.Ref{},
		Related:       []string{},
		PublisherName: e.Agency,
		Proposal:      pagefile.Proposal{Number: e.Decision},
	}
	d.PublisherCode, _ = facts.AgencyID(e.Agency)
	if strings.HasPrefix(e.Kind, "TTHC được giao") {
		d.FormalityType = "ASSIGNED_REGULATION"
	}
	return d
}

// procedureID makes an id for a procedure that has none in the catalogue: a UUIDv7 like
// the portal's, with the catalogue's date as its time and a hash of the code instead of
// random bits, so the same in every run.
func procedureID(code string) string {
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(facts.AsOf.UnixMilli()))
	tail := pagefile.DerivedID("procedure", code)
	stamp := fmt.Sprintf("%x", ms[2:])
	return stamp[:8] + "-" + stamp[8:] + "-7" + tail[15:]
}

// page returns up to limit of the procedures that match q, after the one that the cursor
// names, and how many match in all. Without words they are ordered by id. With words,
// first comes the one whose name is exactly these words, then the most used ("hộ chiếu"
// means the passport that most people ask for), then the shortest name.
func (l *procedureList) page(q listRequest, limit int) (items []Item, total int) {
	match := l.matching(q)
	var found []int
	for i := range l.items {
		if match(i) {
			found = append(found, i)
		}
	}
	if words := foldWords(q.Q); words != "" {
		called := map[int]bool{}
		for _, i := range found {
			called[i] = bareName(l.items[i].item.Name) == words
		}
		slices.SortStableFunc(found, func(a, b int) int {
			x, y := &l.items[a], &l.items[b]
			if called[a] != called[b] {
				if called[a] {
					return -1
				}
				return 1
			}
			return cmp.Or(cmp.Compare(y.entry.Weight, x.entry.Weight), cmp.Compare(x.letters, y.letters))
		})
	}
	from := 0
	if q.LastID != "" {
		from = len(found)
		if at := slices.IndexFunc(found, func(i int) bool { return l.items[i].item.ID == q.LastID }); at >= 0 {
			from = at + 1
		}
	}
	items = []Item{}
	for _, i := range found[from:min(from+limit, len(found))] {
		items = append(items, l.items[i].item)
	}
	return items, len(found)
}

func foldWords(s string) string { return clean.Fold(strings.Join(strings.Fields(s), " ")) }

// bareName is a procedure's name, folded, without the words with which many begin: "khai
// sinh" for "Thủ tục đăng ký khai sinh".
func bareName(name string) string {
	name = foldWords(name)
	for _, head := range []string{"thu tuc ", "dang ky ", "cap "} {
		name = strings.TrimPrefix(name, head)
	}
	return name
}

// matching is the filter of a list request. Like the portal's search box it looks for the
// words anywhere in the code or the name, ignoring marks.
func (l *procedureList) matching(in listRequest) func(int) bool {
	q := foldWords(in.Q)
	department := ""
	if in.DepartmentCode != "" {
		department = code.AgencyRoot(in.DepartmentCode)
	}
	var folded []string
	if q != "" {
		folded = l.folded()
	}
	return func(i int) bool {
		p := &l.items[i]
		switch {
		case q != "" && !strings.Contains(folded[i], q):
			return false
		case in.CategoryID != "" && !slices.Contains(p.fieldIDs, in.CategoryID):
			return false
		case strings.HasPrefix(department, "H"):
			return p.local // a province's list: what the province and its wards execute
		case department != "":
			return p.department == department
		}
		return true
	}
}
