package contract

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/code"
)

// question is a look-up that must be answered with "not found".
type question struct {
	name string
	q    client.DossierQuery
}

// refusals are the look-ups that must not be told apart: a code that nobody has,
// a proof that is wrong, another's proof, and a dossier that another system
// keeps, asked for with the right proof.
func refusals(tb testing.TB) []question {
	tb.Helper()
	q := func(s, proof string) client.DossierQuery {
		dossierCode, err := code.ParseDossier(s)
		if err != nil {
			tb.Fatal(err)
		}
		return client.DossierQuery{Code: dossierCode, Proof: proof}
	}
	return []question{
		{"no such dossier", q("H55.17.05-261120-4711", "1007")},
		{"wrong proof", q("H55.17.05-261120-0007", "4711")},
		{"another's proof", q("H55.17.05-261120-0007", "1008")},
		{"kept elsewhere", q("G09.20-20261117-0000020", "1020")},
	}
}

// withoutProofs are the questions for codes that nobody there has.
func withoutProofs(asked []question) []question {
	var bare []question
	for _, one := range asked {
		if one.q.Code.String() != dueTomorrow {
			one.q.Proof = ""
			bare = append(bare, one)
		}
	}
	return bare
}

const (
	timedRounds = 60
	// apart is how far two medians may lie from each other. It is generous:
	// machines that run tests are busy. As the portals answer, the slowest takes
	// twice to three times as long as the quickest.
	apart = 1.5
)

// Whoever guesses learns nothing, neither from the words nor from the time they
// take: over every back end, and over a route with all of them.
func TestRefusalsTakeTheSameTime(t *testing.T) {
	clienttest.Long(t, "measures for some ten seconds how long refusals take")
	asked := refusals(t)
	var measured sync.WaitGroup // most of the time is waited, so all go at once
	for _, b := range append(everyWay(), Backend{Name: "all, in turn"}, Backend{Name: "all at once"}) {
		if b.has(HandsOver) {
			continue // it asks nobody: "hands over" asserts it
		}
		s, asked := serviceOver(t, b), asked
		if b.Open != nil && b.proof() == ProofNone { // a proof is not judged, so nothing is refused for one
			asked = withoutProofs(asked)
		}
		measured.Go(func() {
			var ratio float64
			for range 2 { // a machine may be busy with something else once
				medians, err := mediansOf(t.Context(), s, asked)
				if err != nil {
					t.Errorf("%s: %v", b.Name, err)
					return
				}
				if ratio = float64(slices.Max(medians)) / float64(slices.Min(medians)); ratio < apart {
					t.Logf("%-26s medians %v", b.Name, medians)
					return
				}
			}
			t.Errorf("%s: the medians lie apart by a factor of %.2f, want less than %.1f", b.Name, ratio, apart)
		})
	}
	measured.Wait()
}

// serviceOver asks the sample portal by one back end, or by all of them when it
// has none.
func serviceOver(t *testing.T, b Backend) *client.Service {
	t.Helper()
	base := newStand(t, b, time.Now()).url
	r := client.Route{Match: "*"}
	if b.Open != nil {
		r.Sources = []client.DossierSource{b.Open(t, base, "h55")}
	} else {
		for _, one := range all {
			if one.has(HandsOver) {
				continue
			}
			r.Sources = append(r.Sources, named{one.Open(t, base, "h55"), one.Name})
		}
		if b.Name == "all at once" {
			r.Ask = client.AskAll
		}
	}
	return client.NewService(client.ServiceConfig{Routes: []client.Route{r}})
}

// named gives sources of one test portal names of their own.
type named struct {
	client.DossierSource
	id string
}

func (n named) Source() client.SourceName { return client.SourceName{ID: n.id, Name: n.id} }

// mediansOf asks all questions in turn, over and over, and gives the median time
// of each.
func mediansOf(ctx context.Context, s *client.Service, asked []question) ([]time.Duration, error) {
	took := make([][]time.Duration, len(asked))
	for round := range timedRounds + 3 {
		for i := range asked {
			i = (i + round) % len(asked)
			begin := time.Now()
			_, err := s.Track(ctx, asked[i].q)
			d := time.Since(begin)
			if !errors.Is(err, client.ErrNotFound) || err.Error() != client.ErrNotFound.Error() {
				return nil, fmt.Errorf("%s: %w, want the bare ErrNotFound", asked[i].name, err)
			}
			if round >= 3 { // log-ins and connections are made
				took[i] = append(took[i], d)
			}
		}
	}
	var medians []time.Duration
	for _, list := range took {
		slices.Sort(list)
		medians = append(medians, list[len(list)/2])
	}
	return medians, nil
}
