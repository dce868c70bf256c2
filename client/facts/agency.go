package facts

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
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

// AgencyRoot finds the ministry or province in the id of one of its units:
// "H55" in "H55.17.05", "H48" in "000.00.53.H48", "G01" in "000.00.00.G01". An
// id without one is returned as it is, in upper case.
func AgencyRoot(id string) string {
	id = strings.ToUpper(strings.TrimSpace(id))
	for group := range strings.SplitSeq(id, ".") {
		if isRoot(group) {
			return group
		}
	}
	return id
}

// isRoot tells a letter and two digits, "H55". A middle group such as "A0" is
// none.
func isRoot(s string) bool {
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	return len(s) == 3 && s[0] >= 'A' && s[0] <= 'Z' && digit(s[1]) && digit(s[2])
}

// AgencyName names the ministry or province of an agency id, whole or of a
// unit below it: "H55.17.05" gives "UBND tỉnh Thái Nguyên".
func AgencyName(id string) (string, bool) {
	a, ok := agencies().byID[AgencyRoot(id)]
	return a.name, ok
}

// Successor names the agency that took over an agency's dossiers: H03 (Bắc Kạn)
// went to H55 (Thái Nguyên) in 2025. It understands ids of units.
func Successor(id string) (string, bool) {
	a := agencies().byID[AgencyRoot(id)]
	return a.successor, a.successor != ""
}

// AgencyIDs are the ids of all agencies known here, sorted, merged ones
// included.
func AgencyIDs() []string {
	var ids []string
	for id := range agencies().byID {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// agencyByName finds the id of an agency by its name; "Bộ xây dựng (Giao thông
// vận tải cũ)" is found without what stands in brackets. Empty when unknown.
func agencyByName(name string) string {
	if name == "" {
		return ""
	}
	name, _, _ = strings.Cut(name, " (")
	return agencies().byName[strings.ToLower(name)]
}

// AgencyID finds the id of an agency by its name as the catalogue writes it.
func AgencyID(name string) (string, bool) {
	id := agencyByName(name)
	return id, id != ""
}
