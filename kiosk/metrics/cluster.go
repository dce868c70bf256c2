package metrics

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"motcua/kiosk/limit/shared"
)

// cluster are the metrics of the store that several servers share. They exist once the server
// has one.
type cluster struct {
	up     prometheus.Gauge
	failed *prometheus.CounterVec
	took   prometheus.Histogram
}

// Store says whether the servers' common store is in use. The first call creates the metrics.
func (s *Set) Store(up bool) {
	if s == nil {
		return
	}
	s.clusterOnce.Do(func() {
		s.cluster.up = prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "motcua", Name: "cluster_store_up", Help: "Whether the servers' common store is in use (1), or this server keeps to its part of the budgets (0)."})
		s.cluster.failed = prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "motcua", Name: "cluster_store_failures_total", Help: "Calls to the servers' common store that failed, by cause."}, []string{"cause"})
		s.cluster.took = prometheus.NewHistogram(prometheus.HistogramOpts{
			Namespace: "motcua", Name: "cluster_store_seconds", Help: "How long calls to the servers' common store took.",
			Buckets: []float64{.0002, .0005, .001, .002, .005, .01, .02, .05, .1, .5},
		})
		for _, cause := range shared.Causes {
			s.cluster.failed.WithLabelValues(cause)
		}
		s.registry.MustRegister(s.cluster.up, s.cluster.failed, s.cluster.took)
	})
	s.cluster.up.Set(map[bool]float64{true: 1}[up])
}

// StoreFailed counts a call to the store that failed.
func (s *Set) StoreFailed(cause string) {
	if s != nil && s.cluster.failed != nil {
		s.cluster.failed.WithLabelValues(word(shared.Causes, cause)).Inc()
	}
}

// StoreCall records the duration of a call to the store.
func (s *Set) StoreCall(took time.Duration) {
	if s != nil && s.cluster.took != nil {
		s.cluster.took.Observe(took.Seconds())
	}
}
