package metrics

import (
	"time"

	"motcua/client"
)

// causes are the names of client.Causes.
var causes = func() []string {
	var list []string
	for _, c := range client.Causes() {
		list = append(list, string(c))
	}
	return list
}()

// Sources creates the series of the sources that are asked over the network, with value 0:
// an alert on an increase would miss the first failure if the series began with it.
func (s *Set) Sources(asked []string) {
	if s == nil {
		return
	}
	for _, source := range asked {
		for _, cause := range causes {
			s.failures.WithLabelValues(word(s.sources, source), cause)
		}
	}
}

// SourceFailed counts a look-up that a source did not answer.
func (s *Set) SourceFailed(source, cause string) {
	if s != nil {
		s.failures.WithLabelValues(word(s.sources, source), word(causes, cause)).Inc()
	}
}

// ConfigRead records whether reading the configuration succeeded, and when the one in use
// was read.
func (s *Set) ConfigRead(holds bool, at time.Time) {
	switch {
	case s == nil:
	case holds:
		s.reloaded.Set(1)
		s.reloadedAt.Set(float64(at.UnixMilli()) / 1000)
	default:
		s.reloaded.Set(0)
	}
}
