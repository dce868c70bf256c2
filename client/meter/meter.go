// Package meter counts the network traffic of look-ups.
package meter

import (
	"sort"
	"sync"
	"time"

	"motcua/client"
)

// Meter counts the network traffic of this process's look-ups, per source. It is safe
// for concurrent use; the zero value is ready. A nil Meter counts nothing.
type Meter struct {
	mu      sync.Mutex
	sources map[string]*Traffic
}

// Traffic is the traffic of one source since the start of the process. Bytes are counted
// on the connection, so they include HTTP headers and TLS handshakes, and bodies count
// compressed.
type Traffic struct {
	Source   client.SourceName
	Calls    int64 // look-ups
	Requests int64 // attempts, retries included
	Failed   int64 // look-ups that ended without an answer
	BytesIn  int64
	BytesOut int64
	Last     time.Duration // how long the last answered look-up took
}

// Call is one look-up as the Meter counts it.
type Call struct {
	Source            client.SourceName
	Attempts          int
	Failed            bool
	Duration          time.Duration
	BytesIn, BytesOut int64
}

// Count adds one look-up.
func (m *Meter) Count(c Call) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	t := m.sources[c.Source.ID]
	if t == nil {
		if m.sources == nil {
			m.sources = map[string]*Traffic{}
		}
		t = &Traffic{Source: c.Source}
		m.sources[c.Source.ID] = t
	}
	t.Calls++
	t.Requests += int64(c.Attempts)
	t.BytesIn += c.BytesIn
	t.BytesOut += c.BytesOut
	if c.Failed {
		t.Failed++
	} else {
		t.Last = c.Duration
	}
}

// Sources returns the counts so far, sorted by the source's id.
func (m *Meter) Sources() []Traffic {
	if m == nil {
		return nil
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	list := make([]Traffic, 0, len(m.sources))
	for _, t := range m.sources {
		list = append(list, *t)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Source.ID < list[j].Source.ID })
	return list
}

// Total is the sum over all sources, with an empty name.
func (m *Meter) Total() Traffic {
	var sum Traffic
	for _, t := range m.Sources() {
		sum.Calls += t.Calls
		sum.Requests += t.Requests
		sum.Failed += t.Failed
		sum.BytesIn += t.BytesIn
		sum.BytesOut += t.BytesOut
	}
	return sum
}
