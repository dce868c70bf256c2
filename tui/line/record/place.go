package record

import (
	"time"

	"motcua/client/place"
)

// Place is a place of before the merger of 1 July 2025, or one of today.
type Place struct {
	Kind     string          `json:"kind"` // old_commune old_district commune province
	Code     *string         `json:"code"` // the statistics office's; null for a district and a province
	Name     string          `json:"name"`
	District *string         `json:"district"`
	Province *string         `json:"province"`
	Divided  bool            `json:"divided"` // now has several, and only the address says which
	Now      []communeNow    `json:"now"`     // today's communes; empty for a province
	NowIn    provinceNow     `json:"now_in"`
	Formed   []communeBefore `json:"formed"` // the old places of which one of today was made
	Rank     int             `json:"rank"`   // counted from 1
	AsOf     string          `json:"as_of"`  // 2025-07-01
	Source   string          `json:"source"`
}

type communeNow struct {
	Code     string `json:"code"`
	Name     string `json:"name"`
	Province string `json:"province"`
}

type provinceNow struct {
	Name   string `json:"name"`
	Agency string `json:"agency"` // its id in codes of dossiers: H55
}

type communeBefore struct {
	Code     *string `json:"code"`
	Name     *string `json:"name"` // null: a whole province
	District *string `json:"district"`
	Province string  `json:"province"`
}

// mentionObject is a place that a question names besides asking for something else.
type mentionObject struct {
	Words  string  `json:"words"`  // the name as it was typed
	Places []Place `json:"places"` // what it may mean, as motcua place has them
}

func newMention(m *place.Mention) *mentionObject {
	if m == nil {
		return nil
	}
	o := mentionObject{Words: m.Words}
	for i, p := range m.Places {
		o.Places = append(o.Places, newPlace(p, i+1, m.AsOf))
	}
	return &o
}

// PlaceLine is one place as a line of JSON.
func PlaceLine(p place.Place, rank int, asOf time.Time) string {
	return Encode(newPlace(p, rank, asOf))
}

func newPlace(p place.Place, rank int, asOf time.Time) Place {
	o := Place{
		Kind: string(p.Kind), Code: OrNull(p.Code), Name: p.Name, District: OrNull(p.District), Province: OrNull(p.Province),
		Divided: p.Divided(), Now: []communeNow{}, NowIn: provinceNow{p.Now, p.NowAgency}, Formed: []communeBefore{},
		Rank: rank, AsOf: asOf.Format(time.DateOnly), Source: "places",
	}
	for _, h := range p.Heirs {
		o.Now = append(o.Now, communeNow{h.Code, h.Name, h.Province})
	}
	for _, f := range p.Formed {
		o.Formed = append(o.Formed, communeBefore{OrNull(f.Code), OrNull(f.Name), OrNull(f.District), f.Province})
	}
	return o
}
