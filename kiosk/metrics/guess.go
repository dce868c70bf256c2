package metrics

import "github.com/prometheus/client_golang/prometheus"

// The patterns of package limit's alarms, as label values.
var (
	patterns = []string{"in_order", "dense", "drained", "one_dossier"}
	classes  = []string{"public", "office", "staff", "kiosk"}
)

// Guessed counts an alarm by the pattern of the look-ups and the role of who asked.
func (s *Set) Guessed(pattern, class string) {
	if s != nil {
		s.guessed.WithLabelValues(word(patterns, pattern), word(classes, class)).Inc()
	}
}

// InvalidDates exports how many dates a source could not read and left out. count is called
// at each scrape. It must be called at most once for each source.
func (s *Set) InvalidDates(source string, count func() int64) {
	if s == nil {
		return
	}
	_ = s.registry.Register(prometheus.NewCounterFunc(prometheus.CounterOpts{
		Namespace: "motcua", Name: "invalid_dates_total", Help: "Dates of dossiers that could not be read and were left out.",
		ConstLabels: prometheus.Labels{"source": word(s.sources, source)},
	}, func() float64 { return float64(count()) }))
}
