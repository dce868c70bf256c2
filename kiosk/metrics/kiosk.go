package metrics

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Kiosk is what a machine in a lobby reports. Nothing in it is about a person.
type Kiosk struct {
	registry  *prometheus.Registry
	drawn     prometheus.Gauge
	restarts  prometheus.Gauge
	catalogue prometheus.Gauge
	silent    *prometheus.GaugeVec
}

// NewKiosk creates the metrics of a kiosk. sources are the IDs of the systems that it asks.
func NewKiosk(version string, sources []string) *Kiosk {
	gauge := func(name, help string) prometheus.GaugeOpts {
		return prometheus.GaugeOpts{Namespace: "motcua", Subsystem: "kiosk", Name: name, Help: help}
	}
	k := &Kiosk{
		registry:  prometheus.NewRegistry(),
		drawn:     prometheus.NewGauge(gauge("drawn_timestamp_seconds", "When the process that draws the screen last showed that it works.")),
		restarts:  prometheus.NewGauge(gauge("restarts_today", "How often the interface had to be started again today, in Vietnam's time.")),
		catalogue: prometheus.NewGauge(gauge("catalogue_timestamp_seconds", "When the list of procedures that answers was read from the portal, or its date in the program.")),
		silent:    prometheus.NewGaugeVec(gauge("source_silent", "Whether a system did not answer the last person's look-ups (1)."), []string{"source"}),
	}
	k.registry.MustRegister(k.drawn, k.restarts, k.catalogue, k.silent, buildInfo(version))
	k.Silent(sources, nil)
	return k
}

// Drawn records a sign of life of the process that draws.
func (k *Kiosk) Drawn(at time.Time, restarts int) {
	k.drawn.Set(float64(at.Unix()))
	k.restarts.Set(float64(restarts))
}

// Catalogue records the date of the catalogue.
func (k *Kiosk) Catalogue(at time.Time) { k.catalogue.Set(float64(at.Unix())) }

// Silent records for each source whether it is among the silent ones.
func (k *Kiosk) Silent(sources []string, silent map[string]bool) {
	for _, id := range sources {
		v := 0.
		if silent[id] {
			v = 1
		}
		k.silent.WithLabelValues(id).Set(v)
	}
}

// WriteTo replaces a file that the node exporter's textfile collector reads. Its name ends
// in ".prom"; everybody may read it.
func (k *Kiosk) WriteTo(file string) error { return prometheus.WriteToTextfile(file, k.registry) }
