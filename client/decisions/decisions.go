// Package decisions answers about decisions that publish procedures: from the older gateway
// (client/gateway), and from what a sync keeps of one agency, which answers without a
// network and is told with its date.
//
// The gateway gives a decision's heading only in lists, and counts nothing. So an agency's
// list is read whole, a few pages, once a day; words, years and days are then looked for
// here. A year is counted from the lists of its decisions, three requests for each: a look-up
// counts those that are kept, and Sync fetches the rest, some at a time.
package decisions

import (
	"context"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/flight"
	"motcua/client/gateway"
	"motcua/client/rest"
)

// Shelf keeps answers between runs, as package store/shelf does.
type Shelf interface {
	Put(ctx context.Context, topic, key string, at time.Time, v any) error
	Get(ctx context.Context, topic, key string, v any) (at time.Time, ok bool)
}

// The topics on the shelf.
const (
	topicAgencies = "decision agencies"
	topicLists    = "decisions of an agency" // by the agency's ID
	topicFull     = "decision"               // by its ID
)

// Config says what is asked and kept.
type Config struct {
	Gateway *gateway.Source
	Shelf   Shelf
	// FreshFor is how long a kept list answers before the gateway is asked again; 0 means a
	// day. A decision in full, which seldom changes, answers thirty times as long.
	FreshFor time.Duration
	// CountsAll reads all lists of a year at once to count it. Only the sample portal, which
	// is in this process, is asked that much while a person waits.
	CountsAll bool
	Home      string // the agency of a query that names none; "" for all
	Offline   bool
	Now       func() time.Time // nil: time.Now
}

// question is what an answer on the shelf is kept under.
type question struct{ topic, key string }

// Source implements client.DecisionSource. It is safe for concurrent use.
type Source struct {
	cfg   Config
	down  rest.Outage
	asked flight.Group[question, any]

	mu    sync.Mutex
	codes map[string]map[string]string // of a field's procedures by their IDs, by the field's ID
}

var _ client.DecisionSource = (*Source)(nil)

// New makes a source.
func New(cfg Config) *Source {
	if cfg.FreshFor <= 0 {
		cfg.FreshFor = 24 * time.Hour
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	return &Source{cfg: cfg, codes: map[string]map[string]string{}}
}

// Source names the gateway.
func (s *Source) Source() client.SourceName { return s.cfg.Gateway.Source() }

// mostPages is how much of a list is read: 4,000 decisions of one agency.
const mostPages = 20

// allPages is how much of the list of all agencies is read for one question: 1,000 of some
// 23,000.
const allPages = 5

// mostFields is how many fields are asked about, of one name or of one decision.
const mostFields = 10

// mostCodes is how many fields' codes stay in memory; a field has some hundred procedures.
const mostCodes = 50
