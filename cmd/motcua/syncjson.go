package main

import (
	"time"

	"motcua/client/workday"
)

// syncObject is the JSON of a sync. Times are RFC 3339 with offset, bytes as
// they travelled, requests of the list alone.
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
	BytesIn        int64  `json:"bytes_in"`
	BytesOut       int64  `json:"bytes_out"`
	Source         string `json:"source"`
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

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
