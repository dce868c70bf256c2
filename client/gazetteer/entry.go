package gazetteer

import (
	"strings"

	"motcua/client/clean"
	"motcua/client/place"
)

// entry is a place that can be found: its kind, and where it stands in the table.
type entry struct {
	kind place.Kind
	at   int
	name string
	bare string // the name without its type, folded
}

// entriesOf lists all places of a table.
func entriesOf(t *table) []entry {
	list := make([]entry, 0, len(t.formers)+len(t.districts)+len(t.oldProvinces)+len(t.communes))
	add := func(kind place.Kind, at int, name string) {
		list = append(list, entry{kind: kind, at: at, name: name, bare: clean.Fold(bareName(name))})
	}
	for i, f := range t.formers {
		add(place.OldCommune, i, f.name)
	}
	for i, d := range t.districts {
		add(place.OldDistrict, i, d.name)
	}
	for i, p := range t.oldProvinces {
		add(place.Province, i, p.name)
	}
	for i, c := range t.communes {
		add(place.TodaysCommune, i, c.name)
	}
	return list
}

// around returns the names of what an entry lay in, the nearest first.
func (t *table) around(e entry) []string {
	switch e.kind {
	case place.OldCommune:
		d := t.districts[t.formers[e.at].district]
		return []string{d.name, t.oldProvinces[d.province].name}
	case place.OldDistrict:
		return []string{t.oldProvinces[t.districts[e.at].province].name}
	case place.TodaysCommune:
		return []string{t.provinces[t.communes[e.at].province].name}
	default:
		return nil
	}
}

// folded is a name as it is compared.
type folded struct{ full, bare string }

func foldedName(name string) folded { return folded{clean.Fold(name), clean.Fold(bareName(name))} }

// outerNames are the names in which others lie, as the table has them.
type outerNames struct{ districts, oldProvinces, provinces []folded }

func outerNamesOf(t *table) outerNames {
	var o outerNames
	for _, d := range t.districts {
		o.districts = append(o.districts, foldedName(d.name))
	}
	for _, p := range t.oldProvinces {
		o.oldProvinces = append(o.oldProvinces, foldedName(p.name))
	}
	for _, p := range t.provinces {
		o.provinces = append(o.provinces, foldedName(p.name))
	}
	return o
}

// outer are the names of all that an entry lay in and lies in.
func (g *book) outer(e entry) []folded {
	t, o := g.table, &g.outers
	now := o.provinces[g.now(e)]
	switch e.kind {
	case place.OldCommune:
		d := t.formers[e.at].district
		return []folded{o.districts[d], o.oldProvinces[t.districts[d].province], now}
	case place.OldDistrict:
		return []folded{o.oldProvinces[t.districts[e.at].province], now}
	default:
		return []folded{now}
	}
}

// types are the words before a name that say what it is, the longest first.
var types = []string{"thành phố", "thị trấn", "đặc khu", "thị xã", "phường", "huyện", "quận", "tỉnh", "xã"}

// bareName is a name without its type: "Phường Đức Xuân" gives "Đức Xuân". A name that is
// a number keeps its type, "Phường 1": nobody calls it "1".
func bareName(name string) string {
	lower := strings.ToLower(name)
	for _, t := range types {
		if rest, ok := strings.CutPrefix(lower, t+" "); ok {
			if rest[0] >= '0' && rest[0] <= '9' {
				return name
			}
			return name[len(name)-len(rest):]
		}
	}
	return name
}

// in tells whether a place is in one of today's provinces, by its agency id.
func (g *book) in(e entry, agency string) bool {
	return g.table.provinces[g.now(e)].agency == agency
}

// heirs are today's communes that hold a place, none for a province.
func (g *book) heirs(e entry) []int {
	switch e.kind {
	case place.OldCommune:
		return g.table.formers[e.at].heirs
	case place.OldDistrict:
		return g.table.districts[e.at].heirs
	case place.TodaysCommune:
		return []int{e.at}
	default:
		return nil
	}
}

// now is today's province of a place.
func (g *book) now(e entry) int {
	if e.kind == place.Province {
		return g.table.oldProvinces[e.at].now
	}
	return g.table.communes[g.heirs(e)[0]].province
}

// place says all that is known of an entry.
func (g *book) place(e entry) place.Place {
	t := g.table
	now := t.provinces[g.now(e)]
	p := place.Place{Kind: e.kind, Name: e.name, Heirs: t.communesAt(g.heirs(e)), Now: now.name, NowAgency: now.agency}
	switch e.kind {
	case place.OldCommune:
		f := t.formers[e.at]
		d := t.districts[f.district]
		p.Code, p.District, p.Province = f.code, d.name, t.oldProvinces[d.province].name
	case place.OldDistrict:
		d := t.districts[e.at]
		p.Province = t.oldProvinces[d.province].name
	case place.TodaysCommune:
		c := t.communes[e.at]
		p.Code, p.Province = c.code, now.name
		for _, at := range c.formed {
			f := t.formers[at]
			d := t.districts[f.district]
			p.Formed = append(p.Formed, place.FormerCommune{Code: f.code, Name: f.name, District: d.name, Province: t.oldProvinces[d.province].name})
		}
	case place.Province:
		for _, old := range t.oldProvinces {
			if t.provinces[old.now] == now {
				p.Formed = append(p.Formed, place.FormerCommune{Province: old.name})
			}
		}
	}
	return p
}
