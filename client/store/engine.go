package store

import "motcua/client"

// Doc is one procedure as the search engine sees it. Strings are sanitised and
// NFC; what the catalogue does not know is empty.
type Doc struct {
	Code   string // "1.001193"
	Name   string // as published, often beginning with "Thủ tục"
	Field  string // lĩnh vực, several joined by ", "
	Agency string // who published it, or the agency the list names
	// AgencyCode is the agency's id when it is known: "H55", "G01".
	AgencyCode string
	Levels     []client.Level
	Kind       client.ProcedureKind // "" when unknown
	Weight     int64                // uses counted by the portal, 0 when unknown
}

// Ranked is one match.
type Ranked struct {
	Code  string
	Score float64 // of this answer only: larger is better, no unit
	// Matched are the half-open ranges, in runes of Doc.Name, that the words
	// met, ascending and apart. Only the first Query.Limit matches need them.
	Matched [][2]int
	// Near says that this is not what was asked for but the nearest to it:
	// offered when nothing matches.
	Near bool
}

// Engine ranks procedures. Build is called once, before the first Search, with
// the docs of one generation of the catalogue; it may keep the slice and must
// not change it. Search gives all matches, best first, and keeps to the filters
// of the query (Field, AgencyCode, Level); it is called by many goroutines at
// once. Internal procedures are left out before Build.
type Engine interface {
	Build(docs []Doc)
	Search(q client.Query) []Ranked
}
