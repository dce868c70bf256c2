package store

import (
	"slices"
	"strings"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/facts"
	"motcua/client/find"
	"motcua/client/national"
)

// entry is one procedure of a generation: the portal's list, completed by the shipped
// catalogue.
type entry struct {
	code, id, name, field, agency, agencyCode string
	kind                                      client.ProcedureKind
	levels                                    []client.Level
	weight                                    int64
	publisher, decision                       string
}

// listed makes an entry from an item of the portal's list. The portal's values take
// precedence; the list has neither levels nor use counts.
func listed(i national.Item) entry {
	e := entry{
		code: i.Code, id: i.ID, name: i.Name, kind: i.Kind,
		field: strings.Join(i.Fields, ", "), agency: strings.Join(i.Agencies, ", "),
	}
	known, _ := facts.Shipped().Entry(i.Code)
	e.levels, e.weight, e.publisher, e.decision = known.Levels, known.Weight, known.Agency, known.Decision
	if e.field == "" {
		e.field = known.Field
	}
	if e.agency == "" {
		e.agency = known.Executing
	}
	if len(e.levels) == 0 {
		e.levels = levelsOf(i.Agencies)
	}
	for _, name := range append([]string{e.publisher}, i.Agencies...) {
		if id, ok := facts.AgencyID(name); ok && e.agencyCode == "" {
			e.agencyCode = id
		}
	}
	return e
}

// shippedEntry makes an entry from the shipped catalogue.
func shippedEntry(f facts.Entry) entry {
	e := entry{
		code: f.Code, id: f.UUID, name: f.Name, field: f.Field, agency: f.Agency, levels: f.Levels,
		weight: f.Weight, publisher: f.Agency, decision: f.Decision,
	}
	e.agencyCode, _ = facts.AgencyID(f.Agency)
	return e
}

// levelsOf reads the level from the names of the executing agencies: "Công an cấp Xã",
// "Ủy ban nhân dân cấp tỉnh", "Bộ Công an".
func levelsOf(agencies []string) []client.Level {
	var levels []client.Level
	for _, name := range agencies {
		name = clean.Fold(name)
		for _, l := range []struct {
			level client.Level
			says  bool
		}{
			{client.LevelWard, strings.Contains(name, "cap xa")},
			{client.LevelProvince, strings.Contains(name, "cap tinh") || strings.HasPrefix(name, "so ")},
			{client.LevelMinistry, strings.HasPrefix(name, "bo ") && !strings.HasPrefix(name, "bo phan ")},
		} {
			if l.says && !slices.Contains(levels, l.level) {
				levels = append(levels, l.level)
			}
		}
	}
	slices.Sort(levels)
	return levels
}

// levelBits and levelSet convert a set of levels to and from its form in the file.
func levelBits(levels []client.Level) (bits int64) {
	for _, l := range levels {
		bits |= 1 << l
	}
	return bits
}

func levelSet(bits int64) []client.Level {
	var levels []client.Level
	for l := client.LevelWard; l <= client.LevelOther; l++ {
		if bits&(1<<l) != 0 {
			levels = append(levels, l)
		}
	}
	return levels
}

func (e *entry) doc() find.Doc {
	return find.Doc{
		Code: e.code, Name: e.name, Field: e.field, Agency: e.agency, AgencyCode: e.agencyCode,
		Levels: e.levels, Kind: e.kind, Weight: e.weight,
	}
}

func (e *entry) hit() client.Hit {
	return client.Hit{
		Code: e.code, Name: e.name, Field: e.field, Agency: e.agency, Levels: e.levels, ID: e.id, Weight: e.weight,
	}
}

// procedure is what the list alone says about a procedure: no papers, fees or steps.
func (e *entry) procedure() client.Procedure {
	p := client.Procedure{
		ID: e.id, Code: e.code, Name: e.name, Field: e.field, Levels: e.levels, Kind: e.kind,
		Publisher: e.publisher, Decision: client.Decision{Number: e.decision, Agency: e.publisher},
		Outline: true,
	}
	if e.agency != "" && e.agency != e.publisher {
		p.Executing = []string{e.agency}
	}
	if e.id != "" {
		p.URL = facts.PageURL(e.id)
	}
	return p
}

// everyday reports whether people bring the procedure to the counter of a ward or a
// province. One without such a level (an electricity contract, a ministry's own counter)
// is not handed in at a one-stop counter, however often it is used online.
func (e *entry) everyday() bool {
	return e.weight > 0 && (slices.Contains(e.levels, client.LevelWard) || slices.Contains(e.levels, client.LevelProvince))
}
