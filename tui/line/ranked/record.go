package ranked

import (
	"motcua/client"
	"motcua/client/rank"
	"motcua/tui/line/record"
)

// rankObject is what an index gave a unit in a year. Years of which nothing is known have no
// object.
type rankObject struct {
	Year     int      `json:"year"`
	Index    string   `json:"index"`     // PAR SIPAS
	UnitCode string   `json:"unit_code"` // as in codes of dossiers; VN: the country
	UnitName string   `json:"unit_name"`
	Score    *float64 `json:"score"` // null: not known
	Max      float64  `json:"max"`
	Rank     *int     `json:"rank"`   // null: not known, or there is none
	Ranked   *int     `json:"ranked"` // of how many
	Source   string   `json:"source"`
	Inferred bool     `json:"inferred"`    // counted from other figures
	Into     *string  `json:"merged_into"` // the code of the unit into which this one was merged
	Own      bool     `json:"own_table"`   // the office's table was read too
	AsOf     string   `json:"as_of"`       // of the table, 2026-11-01
}

// records are all entries of an answer as lines of JSON.
func records(a client.Answer[rank.Result]) []string {
	var out []string
	for _, l := range a.Value.Lines {
		for _, e := range l.Entries {
			o := rankObject{
				Year: e.Year, Index: string(e.Index), UnitCode: e.Unit, UnitName: e.Name, Max: e.Max, Rank: record.OrNull(e.Rank), Ranked: record.OrNull(e.Ranked),
				Source: e.Source, Inferred: e.Inferred, Into: record.OrNull(l.Into), Own: a.Value.Own, AsOf: a.AsOf.Format("2006-01-02"),
			}
			if e.Scored {
				o.Score = &e.Score
			}
			out = append(out, record.Encode(o))
		}
	}
	return out
}
