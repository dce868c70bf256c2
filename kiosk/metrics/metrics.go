// Package metrics counts what the server does, for Prometheus, and answers the health
// check. Label values come from fixed sets, because a client that could choose one could
// fill the memory with labels.
package metrics

import (
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"motcua/kiosk/limit/metered"
)

// The allowed values of the labels. Any other value is counted as "other".
var (
	faces    = []string{"interface", "command", "line", "refused"}
	roles    = []string{"public", "staff"}
	reasons  = []string{"left", "done", "hangup", "idle", "total", "drain", "flood", "stalled", "panic", "refused", "failed", "not_staff"}
	refusals = []string{
		"penalty", "penalties_full", "connections", "source_connections", "source_handshakes", "source_starts", "handshakes_random", "handshakes",
		"public_connections", "sessions", "public_sessions", "source_sessions", "cells", "public_cells", "source_cells", "larger_terminal",
		"draining", "channels", "forward", "variables", "subsystem", "command", "watch", "not_staff",
		"handshake_authfail", "handshake_noauth", "handshake_grace_exceeded", "handshake_junk",
	}
	paced     = []string{"starts", "wire", "drawing"}
	balancers = []string{"check", "unknown", "bare"}
	outcomes  = []string{"found", "not_found", "not_connected", "limited", "unavailable", "hand_over", "unjudged", "cancelled", "bad_code", "failed"}
)

const other = "other"

// Set contains the metrics of one server. All methods may be called on nil, which counts
// nothing.
type Set struct {
	registry *prometheus.Registry
	sources  []string

	connections prometheus.Gauge
	open        *prometheus.GaugeVec
	ended       *prometheus.CounterVec
	lasted      *prometheus.HistogramVec
	refused     *prometheus.CounterVec
	paced       *prometheus.CounterVec
	balancer    *prometheus.CounterVec
	leftOut     prometheus.Counter
	lookups     *prometheus.CounterVec
	took        *prometheus.HistogramVec
	handshake   prometheus.Histogram
	bytes       *prometheus.CounterVec
	wire        *prometheus.CounterVec
	panics      prometheus.Counter
	padded      prometheus.Counter
	guessed     *prometheus.CounterVec
	unknown     *prometheus.CounterVec
	failures    *prometheus.CounterVec
	reloaded    prometheus.Gauge
	reloadedAt  prometheus.Gauge
	staff       prometheus.Gauge

	cluster     cluster
	clusterOnce sync.Once

	statesMu sync.Mutex
	states   map[string][]string // state IDs seen so far, by source
}

// New creates the metrics. sources are the IDs of the configured sources, which become
// label values.
func New(sources []string) *Set {
	counter := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "motcua", Name: name, Help: help}, labels)
	}
	histogram := func(name, help string, buckets []float64) prometheus.HistogramOpts {
		return prometheus.HistogramOpts{Namespace: "motcua", Name: name, Help: help, Buckets: buckets}
	}
	quick := []float64{.005, .01, .02, .05, .1, .25, .5, 1, 2.5, 5, 10, 20}
	s := &Set{
		registry: prometheus.NewRegistry(), sources: slices.Clone(sources),
		connections: prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "motcua", Name: "connections", Help: "Connections open now, handshakes included."}),
		open: prometheus.NewGaugeVec(prometheus.GaugeOpts{Namespace: "motcua", Name: "sessions", Help: "Sessions open now."},
			[]string{"face", "role"}),
		ended:     counter("sessions_ended_total", "Sessions that ended, by reason.", "face", "role", "reason"),
		lasted:    prometheus.NewHistogramVec(histogram("session_seconds", "How long sessions lasted.", []float64{1, 5, 15, 60, 180, 600, 1800, 3600}), []string{"face"}),
		refused:   counter("refused_total", "Connections, handshakes and requests that were refused.", "why"),
		paced:     counter("paced_total", "Times that something was delayed because its address or connection sent too much of it.", "what"),
		balancer:  counter("balancer_connections_total", "Connections that a load balancer made without giving a client's address, by kind.", "kind"),
		leftOut:   prometheus.NewCounter(prometheus.CounterOpts{Namespace: "motcua", Name: "log_left_out_total", Help: "Log lines that were counted but not written, because their address had too many."}),
		lookups:   counter("lookups_total", "Look-ups by kind, source and outcome.", "kind", "source", "outcome"),
		took:      prometheus.NewHistogramVec(histogram("lookup_seconds", "How long look-ups took.", quick), []string{"kind", "source"}),
		handshake: prometheus.NewHistogram(histogram("handshake_seconds", "From accepting a connection to the end of authentication.", quick)),
		bytes:     counter("session_bytes_total", "Bytes of sessions, without SSH's own overhead.", "face", "direction"),
		wire:      counter("wire_bytes_total", "Bytes of connections, packets and handshakes included.", "direction"),
		panics:    prometheus.NewCounter(prometheus.CounterOpts{Namespace: "motcua", Name: "panics_total", Help: "Panics of the program, in a session or in work that no session waits for."}),
		padded:    prometheus.NewCounter(prometheus.CounterOpts{Namespace: "motcua", Name: "padded_total", Help: "Connections whose client pads its keystrokes."}),
	}
	s.guessed = counter("guess_alarms_total", "Alarms about somebody guessing dossier codes, by pattern and role.", "pattern", "role")
	s.unknown = counter("unknown_states_total", "Dossiers whose state is none of the ten known ones, by the state's ID at that source.", "source", "state")
	s.staff = prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "motcua", Name: "staff_file_problems", Help: "Lines and files of staff that are skipped because they cannot be used."})
	s.states = map[string][]string{}
	s.failures = counter("source_failures_total", "Look-ups that a source did not answer, by cause.", "source", "cause")
	s.reloaded = prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "motcua", Name: "config_last_reload_successful", Help: "Whether the last configuration read is in use (1), or was refused and the previous one is in use (0)."})
	s.reloadedAt = prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "motcua", Name: "config_last_reload_success_timestamp_seconds", Help: "When the configuration in use was read."})
	s.registry.MustRegister(s.failures, s.reloaded, s.reloadedAt)
	s.registry.MustRegister(s.staff, s.unknown, s.guessed, s.connections, s.open, s.ended, s.lasted, s.refused, s.paced, s.balancer, s.leftOut, s.lookups, s.took, s.handshake, s.bytes, s.wire, s.panics, s.padded,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	s.foretell()
	return s
}

// Build exports the program's version.
func (s *Set) Build(version string) {
	if s == nil {
		return
	}
	_ = s.registry.Register(buildInfo(version))
}

func buildInfo(version string) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Namespace: "motcua", Name: "build_info", Help: "Always 1; the labels say which program this is.",
		ConstLabels: prometheus.Labels{"version": version, "goversion": runtime.Version()},
	}, func() float64 { return 1 })
}

// Catalogue exports when the catalogue that answers was read from the portal; at is called
// at each scrape. It must be called at most once.
func (s *Set) Catalogue(at func() time.Time) {
	if s == nil {
		return
	}
	_ = s.registry.Register(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Namespace: "motcua", Name: "catalogue_timestamp_seconds", Help: "When the list of procedures that answers was read from the portal, or its date in the program.",
	}, func() float64 { return float64(at().Unix()) }))
}

// foretell makes the series whose first event would otherwise come with them: a rate needs a
// value before it.
func (s *Set) foretell() {
	for values, counter := range map[*[]string]*prometheus.CounterVec{&refusals: s.refused, &paced: s.paced, &balancers: s.balancer} {
		for _, v := range *values {
			counter.WithLabelValues(v)
		}
	}
	for _, pattern := range patterns {
		for _, class := range classes {
			s.guessed.WithLabelValues(pattern, class)
		}
	}
	for _, source := range s.sources {
		for _, outcome := range outcomes {
			s.lookups.WithLabelValues(string(metered.KindTrack), source, outcome)
		}
	}
}

// word returns s when it is in the set, otherwise "other".
func word(set []string, s string) string {
	if slices.Contains(set, s) {
		return s
	}
	return other
}

// Connections sets the number of open connections.
func (s *Set) Connections(n int) {
	if s != nil {
		s.connections.Set(float64(n))
	}
}

// Started counts the start of a session.
func (s *Set) Started(face, role string) {
	if s != nil {
		s.open.WithLabelValues(word(faces, face), word(roles, role)).Inc()
	}
}

// Ended counts the end of a session and its bytes.
func (s *Set) Ended(face, role, reason string, lasted time.Duration, in, out int64) {
	if s == nil {
		return
	}
	face, role = word(faces, face), word(roles, role)
	s.open.WithLabelValues(face, role).Dec()
	s.ended.WithLabelValues(face, role, word(reasons, reason)).Inc()
	s.lasted.WithLabelValues(face).Observe(lasted.Seconds())
	s.bytes.WithLabelValues(face, "in").Add(float64(in))
	s.bytes.WithLabelValues(face, "out").Add(float64(out))
}

// Refused counts something that was refused.
func (s *Set) Refused(why string) {
	if s != nil {
		s.refused.WithLabelValues(word(refusals, why)).Inc()
	}
}

// Paced counts something that was delayed.
func (s *Set) Paced(what string) {
	if s != nil {
		s.paced.WithLabelValues(word(paced, what)).Inc()
	}
}

// Balancer counts a connection that a load balancer made without giving a client's address.
func (s *Set) Balancer(kind string) {
	if s != nil {
		s.balancer.WithLabelValues(word(balancers, kind)).Inc()
	}
}

// LeftOut counts log lines that were not written.
func (s *Set) LeftOut(lines int) {
	if s != nil {
		s.leftOut.Add(float64(lines))
	}
}

// Lookup counts one look-up. An empty source means that no source gave the answer.
func (s *Set) Lookup(kind metered.Kind, source, outcome string, took time.Duration) {
	if s == nil {
		return
	}
	if source == "" {
		source = "none"
	} else {
		source = word(s.sources, source)
	}
	s.lookups.WithLabelValues(string(kind), source, word(outcomes, outcome)).Inc()
	s.took.WithLabelValues(string(kind), source).Observe(took.Seconds())
}

// statesMost bounds the label values of one source, so that a portal that puts anything but
// IDs there cannot fill the memory.
const statesMost = 50

// Unknown counts a dossier whose state is none of the ten known ones. The ID must have
// passed decode.Label, which makes it fit for a label.
func (s *Set) Unknown(source, id string) {
	if s == nil {
		return
	}
	source = word(s.sources, source)
	s.statesMu.Lock()
	switch seen := s.states[source]; {
	case slices.Contains(seen, id):
	case len(seen) < statesMost:
		s.states[source] = append(seen, id)
	default:
		id = other
	}
	s.statesMu.Unlock()
	s.unknown.WithLabelValues(source, id).Inc()
}

// Handshake records the duration of a completed handshake.
func (s *Set) Handshake(took time.Duration) {
	if s != nil {
		s.handshake.Observe(took.Seconds())
	}
}

// Wire counts the bytes of a connection that ended.
func (s *Set) Wire(in, out int64) {
	if s != nil {
		s.wire.WithLabelValues("in").Add(float64(in))
		s.wire.WithLabelValues("out").Add(float64(out))
	}
}

// StaffProblems sets how many lines and files of staff are skipped.
func (s *Set) StaffProblems(n int) {
	if s != nil {
		s.staff.Set(float64(n))
	}
}

// Panic counts a panic, in a session or in work that no session waits for.
func (s *Set) Panic() {
	if s != nil {
		s.panics.Inc()
	}
}

// Padded counts a connection whose client pads its keystrokes.
func (s *Set) Padded() {
	if s != nil {
		s.padded.Inc()
	}
}
