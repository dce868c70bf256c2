package facts

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"motcua/client/code"
)

//go:embed agencies.txt
var agencyText string

type agency struct {
	id        string
	name      string
	successor string
}

type agencyBook struct {
	byID   map[string]agency
	byName map[string]string // name in lower case -> id
}

var agencies = sync.OnceValue(func() agencyBook {
	book := agencyBook{byID: map[string]agency{}, byName: map[string]string{}}
	for line := range strings.Lines(agencyText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		a := agency{}
		a.id, a.name, _ = strings.Cut(line, " ")
		if rest, ok := strings.CutPrefix(a.name, "-> "); ok {
			a.successor, a.name, _ = strings.Cut(rest, " ")
		}
		book.byID[a.id] = a
		if key := strings.ToLower(a.name); book.byName[key] == "" {
			book.byName[key] = a.id
		}
	}
	return book
})

// AgencyName returns the name of the ministry or province of an agency id or of a unit
// below it: "H55.17.05" gives "UBND tỉnh Thái Nguyên".
func AgencyName(id string) (string, bool) {
	a, ok := agencies().byID[code.AgencyRoot(id)]
	return a.name, ok
}

// Successor returns the agency that took over an agency's dossiers: H03 (Bắc Kạn) went
// to H55 (Thái Nguyên) in 2025 (Resolution 202/2025/QH15). It accepts ids of units.
func Successor(id string) (string, bool) {
	a := agencies().byID[code.AgencyRoot(id)]
	return a.successor, a.successor != ""
}

// AgencyIDs returns the ids of all agencies known here, sorted, including merged ones.
func AgencyIDs() []string {
	var ids []string
	for id := range agencies().byID {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// agencyByName returns the id of an agency by its name, or "". The part in brackets is
// ignored: "Bộ xây dựng (Giao thông vận tải cũ)".
func agencyByName(name string) string {
	if name == "" {
		return ""
	}
	name, _, _ = strings.Cut(name, " (")
	return agencies().byName[strings.ToLower(name)]
}

// AgencyID returns the id of an agency by its name as the catalogue writes it.
func AgencyID(name string) (string, bool) {
	id := agencyByName(name)
	return id, id != ""
}
