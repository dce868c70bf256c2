package sandbox

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
	"motcua/client/facts"
)

// procedureList is what the national API serves, in the order of the ids, which
// as UUIDv7 is that of time. The cursor is the last id of a page.
type procedureList struct {
	items  []procedure
	byID   map[string]int
	folded func() []string // code and name as the search box sees them
}

// procedure is one item with what its filters and its detail need.
type procedure struct {
	item       listItem
	fieldIDs   []string
	department string // id of the publishing agency, "G01", may be empty
	local      bool   // a province or a ward handles it
	letters    int    // of the name
	entry      facts.Entry
	body       json.RawMessage // detail `data`; nil: made from the entry
}

// listItem is a row of the portal's list.
type listItem struct {
	ID           string   `json:"id"`
	Code         string   `json:"code"`
	CodeNotation string   `json:"codeNotation"`
	Name         string   `json:"name"`
	Type         string   `json:"type"`
	Categories   []string `json:"categories"`
	Departments  []string `json:"departments"`
}

func newProcedureList(entries []facts.Entry, details map[string]json.RawMessage) (*procedureList, error) {
	if entries == nil {
		entries = facts.Entries()
	}
	if details == nil {
		shipped, err := embeddedDetails()
		if err != nil {
			return nil, fmt.Errorf("sandbox: %w", err)
		}
		details = shipped
	}
	l := &procedureList{byID: make(map[string]int, len(entries))}
	listed := make(map[string]bool, len(entries))
	taken := make(map[string]bool, len(entries))
	add := func(p procedure) {
		// A few families of procedures share one id in the catalogue. On the
		// portal an id is one procedure's.
		if !isUUID(p.item.ID) || taken[p.item.ID] {
			p.item.ID = procedureID(p.item.Code)
		}
		taken[p.item.ID] = true
		l.items = append(l.items, p)
	}
	for _, e := range entries {
		listed[e.Code] = true
		p, err := newProcedure(e, details[e.Code])
		if err != nil {
			return nil, err
		}
		add(p)
	}
	for code, body := range details {
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
	l.folded = sync.OnceValue(func() []string {
		out := make([]string, len(l.items))
		for i, p := range l.items {
			out[i] = p.item.Code + " " + clean.Fold(p.item.Name)
		}
		return out
	})
	return l, nil
}

// newProcedure joins what the catalogue and the detail say; the detail, being
// nearer to the portal, wins.
func newProcedure(e facts.Entry, body json.RawMessage) (procedure, error) {
	d := entryDetail(e)
	if body != nil {
		d = detail{}
		if err := json.Unmarshal(body, &d); err != nil {
			return procedure{}, fmt.Errorf("sandbox: detail of %s: %w", e.Code, err)
		}
		if d.Name == "" {
			return procedure{}, fmt.Errorf("sandbox: detail of %s: name is missing", e.Code)
		}
	}
	p := procedure{
		item: listItem{
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
	for _, list := range [][]detailRef{d.Executing, d.UnitGroups} {
		for _, r := range list {
			p.item.Departments = append(p.item.Departments, r.Name)
		}
	}
	return p, nil
}

// entryDetail is the detail of a procedure of which only the catalogue's line is
// known: the rest is empty, as it is for many procedures on the portal.
func entryDetail(e facts.Entry) detail {
	kind := "STANDARD"
	if strings.HasPrefix(e.Name, "Liên thông") {
		kind = "INTERCONNECTED"
	}
	d := detail{
		ID: e.UUID, Code: e.Code, CodeNotation: e.Code, Name: e.Name,
		State: "UPDATED", Type: kind,
		IsWard:        slices.Contains(e.Levels, client.LevelWard),
		IsProvince:    slices.Contains(e.Levels, client.LevelProvince),
		IsMinistry:    slices.Contains(e.Levels, client.LevelMinistry),
		IsOtherAgency: slices.Contains(e.Levels, client.LevelOther),
		Steps:         []detailStep{},
		Methods:       []detailMethod{},
		Cases:         []detailCase{},
		Categories:    refs("field", []string{e.Field}),
		Executing:     refs("agency", splitNames(e.Executing)),
		Competent:     []detailRef{},
		Authorized:    []detailRef{},
		Coordinating:  []detailRef{},
		UnitGroups:    []detailRef{},
		Agencies:      e.Executing,
		Subjects:      []detailRef{},
		LegalBasis:    []detailRef{},
		Results:       []detailRef{},
		Related:       []string{},
		PublisherName: e.Agency,
		Proposal:      detailProposal{Number: e.Decision},
	}
	d.PublisherCode, _ = facts.AgencyID(e.Agency)
	if strings.HasPrefix(e.Kind, "TTHC được giao") {
		d.FormalityType = "ASSIGNED_REGULATION"
	}
	return d
}

// procedureID makes the id of a procedure that the catalogue knows without one:
// a UUIDv7 as the portal's are, with the catalogue's date as its time and the
// code's hash in place of chance, the same in every run.
func procedureID(code string) string {
	var ms [8]byte
	binary.BigEndian.PutUint64(ms[:], uint64(facts.AsOf.UnixMilli()))
	tail := derivedID("procedure", code)
	stamp := fmt.Sprintf("%x", ms[2:])
	return stamp[:8] + "-" + stamp[8:] + "-7" + tail[15:]
}

// page gives up to limit of the procedures that match q, after the one that
// the cursor names, and how many match in all. Without words they come in the order of
// their ids; with words the one that is called by these very words first, then the
// one used most (who types "hộ chiếu" means the passport that most people ask
// for), then the name that says least else.
func (l *procedureList) page(q listRequest, limit int) (items []listItem, total int) {
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
	items = []listItem{}
	for _, i := range found[from:min(from+limit, len(found))] {
		items = append(items, l.items[i].item)
	}
	return items, len(found)
}

func foldWords(s string) string { return clean.Fold(strings.Join(strings.Fields(s), " ")) }

// bareName is a procedure's name, folded, without the words that many begin
// with: "khai sinh" of "Thủ tục đăng ký khai sinh".
func bareName(name string) string {
	name = foldWords(name)
	for _, head := range []string{"thu tuc ", "dang ky ", "cap "} {
		name = strings.TrimPrefix(name, head)
	}
	return name
}

// matching is the filter of a list request. q is matched as the portal's search
// box does: anywhere in the code or the name, without regard to marks.
func (l *procedureList) matching(in listRequest) func(int) bool {
	q := foldWords(in.Q)
	department := ""
	if in.DepartmentCode != "" {
		department = facts.AgencyRoot(in.DepartmentCode)
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
			return p.local // a province's list: what it and its wards handle
		case department != "":
			return p.department == department
		}
		return true
	}
}
