package syncing

import (
	"time"

	"motcua/client/directory"
	"motcua/client/scores"
	"motcua/client/workday"
)

// syncObject is the JSON of a sync. Times are RFC 3339 with offset, bytes are those on the
// wire, requests only those for the list.
type syncObject struct {
	AsOf           string `json:"as_of"`
	FinishedAt     string `json:"finished_at"`
	Procedures     int    `json:"procedures"`
	Listed         int    `json:"listed"`
	New            int    `json:"new"`
	Amended        int    `json:"amended"`
	Gone           int    `json:"gone"`
	First          bool   `json:"first"`
	Resumed        bool   `json:"resumed"`
	ListRequests   int    `json:"list_requests"`
	PageSize       int    `json:"page_size"`
	DetailsFetched int    `json:"details_fetched"`
	Details        int    `json:"details"`
	Decisions      int    `json:"decisions"`      // of the configured province
	DecisionsRead  int    `json:"decisions_read"` // in full by this run
	DecisionsLeft  int    `json:"decisions_left"` // not yet in full
	BytesIn        int64  `json:"bytes_in"`
	BytesOut       int64  `json:"bytes_out"`
	Source         string `json:"source"`
	// Units are null when they could not be read.
	Units *unitsObject `json:"units"`
	// Quality is null when none of it could be read.
	Quality *qualityObject `json:"quality"`
	News    int            `json:"news"` // of the portal, that are kept
}

// qualityObject is what was read of how good the service is.
type qualityObject struct {
	Answers int      `json:"answers"`
	Periods []string `json:"periods"` // that were read whole: 2026 2026-Q3 2026-08
	Units   int      `json:"units"`   // below this place's province
}

func qualityObjectOf(r scores.Synced) *qualityObject {
	if r.Answers == 0 {
		return nil
	}
	q := qualityObject{Answers: r.Answers, Periods: []string{}, Units: r.Units}
	for _, p := range r.Periods {
		q.Periods = append(q.Periods, p.String())
	}
	return &q
}

// unitsObject is what was read of the units that take dossiers.
type unitsObject struct {
	Units      int `json:"units"`
	Communes   int `json:"communes"`
	Matched    int `json:"matched"` // communes with a place of the same name
	Procedures int `json:"procedures"`
	Abolished  int `json:"abolished"`
	Online     int `json:"online"` // procedures of which this province says what is online
}

func unitsObjectOf(r directory.Report) *unitsObject {
	if r.Procedures == 0 {
		return nil
	}
	u := unitsObject(r)
	return &u
}

// changeObject is the JSON of one change.
type changeObject struct {
	Kind   string   `json:"kind"` // new amended gone
	Code   string   `json:"code"`
	Name   string   `json:"name"`
	Before *string  `json:"before"`
	Parts  []string `json:"parts"` // name field agency kind published detail
	At     string   `json:"at"`
}

func stamp(t time.Time) string { return t.In(workday.Zone).Format(time.RFC3339) }
