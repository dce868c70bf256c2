package metrics

import (
	"time"

	"motcua/client"
)

// causes are the words of client.Causes.
var causes = func() []string {
	var list []string
	for _, c := range client.Causes() {
		list = append(list, string(c))
	}
	return list
}()

// Sources makes the series of the sources that are asked over the network, at
// nothing: an alert on a rise would not see the first failure of a series that
// begins with it.
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

// SourceFailed counts a look-up that a source left without an answer.
func (s *Set) SourceFailed(source, cause string) {
	if s != nil {
		s.failures.WithLabelValues(word(s.sources, source), word(causes, cause)).Inc()
	}
}

// ConfigRead tells what came of reading the configuration: whether it holds now.
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
