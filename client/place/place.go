// Package place has the words in which places of Vietnam are spoken of, before and after
// the merger of 1 July 2025. Package gazetteer knows their names.
package place

import "time"

// Kind is what a name belongs to, or belonged to before 1 July 2025, when communes
// and provinces were merged and districts ended (Law 72/2025/QH15, Resolution
// 202/2025/QH15).
type Kind string

// The kinds of places. The words are also those of the JSON.
const (
	OldCommune    Kind = "old_commune"  // xã, phường, thị trấn of before the merger
	OldDistrict   Kind = "old_district" // huyện, quận, thị xã, thành phố of a province
	TodaysCommune Kind = "commune"      // today's xã, phường, đặc khu
	Province      Kind = "province"     // a province of before the merger; all of today's have such a name
)

// Commune is one of today's communes. Names carry their type: "Phường Bắc Kạn",
// "Tỉnh Thái Nguyên".
type Commune struct {
	Code     string // the statistics office's, five digits
	Name     string
	Province string
	Agency   string // the province's id in codes of dossiers, "H55"
}

// FormerCommune is a commune of before the merger.
type FormerCommune struct {
	Code     string // the statistics office's, five digits; an heir may have the same
	Name     string
	District string
	Province string
}

// Place is one meaning of a name and what it is today.
type Place struct {
	Kind     Kind
	Code     string // as in Commune; "" for a district and a province
	Name     string
	District string // that of an old commune, else ""
	Province string // to which it belonged, "" for a province
	// Heirs are today's communes that hold it; for a province nil.
	Heirs []Commune
	// Now is today's province, NowAgency its agency id. An old district or commune lies
	// in one of today's provinces.
	Now       string
	NowAgency string
	// Formed are the communes from which today's commune was made, and of a province the
	// provinces (in Province alone).
	Formed []FormerCommune
	// Matched lists the ranges of Name, in runes, that the words matched.
	Matched [][2]int
}

// Divided tells whether an old commune went to several of today's: then only the exact
// address says which, and the desk knows.
func (p Place) Divided() bool { return p.Kind == OldCommune && len(p.Heirs) > 1 }

// Query asks what a place is called today.
type Query struct {
	Words string
	// Near is the agency id of a province whose places come first, "H55"; "" for none.
	Near  string
	Limit int // 0: all
}

// Result lists the meanings of a name, the likeliest first.
type Result struct {
	Places []Place
	Total  int
}

// Mention is a place named in a question about something else: "xã Cường Lợi cũ đăng ký
// khai sinh ở đâu".
type Mention struct {
	Places []Place // what the name may mean; never empty
	Words  string  // the name as it was typed
	Rest   string  // the question without it, "" when nothing else was asked
	AsOf   time.Time
}

// Gazetteer knows names of places, old and new. It asks nobody and is safe for concurrent
// use.
type Gazetteer interface {
	AsOf() time.Time
	// Source names who says so: an id for logs and JSON, a name for people.
	Source() (id, name string)
	Find(q Query) Result
	Mentioned(words, near string) (Mention, bool)
}
