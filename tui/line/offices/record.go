package offices

import (
	"motcua/client"
	"motcua/client/unit"
	"motcua/tui/line/record"
)

// unitObject is an office that takes dossiers.
type unitObject struct {
	ID        string         `json:"id"`
	Code      *string        `json:"code"`
	Name      string         `json:"name"`
	Level     string         `json:"level"`  // province commune other
	Parent    *string        `json:"parent"` // the code of the province above it
	Place     *string        `json:"place"`  // the commune's code at the statistics office
	Address   *string        `json:"address"`
	Phone     *string        `json:"phone"`
	Open      *bool          `json:"open"` // now; null: nobody gave its hours
	Counters  []counterJSON  `json:"counters"`
	Online    *string        `json:"online"` // full partial none; of the procedure that was asked for
	URL       *string        `json:"url"`    // where to file it
	Procedure *procedureTake `json:"procedure"`
	Rank      int            `json:"rank"` // counted from 1
	AsOf      *string        `json:"as_of"`
	Stale     bool           `json:"stale"`
	Source    *string        `json:"source"`
}

type counterJSON struct {
	Name  string  `json:"name"`
	Takes *string `json:"takes"`
	Place *string `json:"place"`
}

// procedureTake is what all units of a procedure share.
type procedureTake struct {
	Code      string `json:"code"`
	Abolished bool   `json:"abolished"`
	// Successor is as of a found procedure.
	Successor *record.Successor `json:"successor"`
	Units     int               `json:"units"`   // that are listed
	Unknown   int               `json:"unknown"` // ids that no list has
	Levels    *string           `json:"levels_as_of"`
}

// unitRecord is a unit of an answer as a line of JSON; open tells whether it is open now, nil
// for nobody knows.
func unitRecord(u unit.Unit, rank int, a client.Answer[unit.Result], open *bool) string {
	o := unitObject{
		ID: u.ID, Code: record.OrNull(u.Code), Name: u.Name, Level: string(u.Level), Parent: record.OrNull(u.Parent), Place: record.OrNull(u.Place),
		Open: open, Counters: []counterJSON{}, Rank: rank, AsOf: record.TimeOrNull(a.AsOf), Stale: a.Stale, Source: record.OrNull(a.Source.ID),
		Procedure: takeOf(a),
	}
	if u.Office != nil {
		o.Address, o.Phone = record.OrNull(u.Office.Address), record.OrNull(u.Office.Phone)
		for _, c := range u.Office.Counters {
			o.Counters = append(o.Counters, counterJSON{c.Name, record.OrNull(c.Takes), record.OrNull(c.Place)})
		}
	}
	if t := a.Value.Taking; t != nil {
		level, url := t.At(u.ID)
		o.Online, o.URL = record.OrNull(string(level)), record.OrNull(url)
	}
	return record.Encode(o)
}

// takingRecord is the only line of a procedure that no listed unit takes.
func takingRecord(a client.Answer[unit.Result]) string {
	return record.Encode(struct {
		Procedure *procedureTake `json:"procedure"`
		AsOf      *string        `json:"as_of"`
		Stale     bool           `json:"stale"`
		Source    *string        `json:"source"`
	}{takeOf(a), record.TimeOrNull(a.AsOf), a.Stale, record.OrNull(a.Source.ID)})
}

func takeOf(a client.Answer[unit.Result]) *procedureTake {
	t := a.Value.Taking
	if t == nil {
		return nil
	}
	return &procedureTake{t.Procedure, t.Abolished, record.SuccessorOf(t.Successor), a.Value.Total, t.Unknown, record.TimeOrNull(t.Levels)}
}

type sharesObject struct {
	Of     string      `json:"of"`
	Year   int         `json:"year"`
	Shares []shareJSON `json:"shares"`
	Online int         `json:"dossiers_online"`
	All    int         `json:"dossiers"`
	AsOf   *string     `json:"as_of"`
	Stale  bool        `json:"stale"`
	Source *string     `json:"source"`
}

type shareJSON struct {
	Level   string  `json:"level"` // full partial none
	Count   int     `json:"count"`
	Percent float64 `json:"percent"`
}

// sharesRecord is how many procedures can be done online as a line of JSON.
func sharesRecord(a client.Answer[unit.Shares]) string {
	o := sharesObject{
		Of: a.Value.Of, Year: a.Value.Year, Shares: []shareJSON{}, Online: a.Value.Online, All: a.Value.All,
		AsOf: record.TimeOrNull(a.AsOf), Stale: a.Stale, Source: record.OrNull(a.Source.ID),
	}
	for _, s := range a.Value.Provision {
		o.Shares = append(o.Shares, shareJSON{string(s.Level), s.Count, s.Percent})
	}
	return record.Encode(o)
}
