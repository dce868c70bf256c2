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

// refusals are the look-ups that must not be told apart: a code that nobody has, a wrong
// proof, somebody else's proof, and a dossier in another system, asked for with the right
// proof.
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

// withoutProofs returns the questions without a proof, for codes that nobody there has.
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
	// apart is the largest allowed ratio of two medians. It is generous, because machines
	// that run tests are busy. With the portals' real answers, the slowest takes two to
	// three times as long as the quickest.
	apart = 1.5
)

// Somebody who guesses learns nothing, neither from the words nor from the time of an
// answer: with every back end, and with a route to all of them.
func TestRefusalsTakeTheSameTime(t *testing.T) {
	clienttest.Long(t, "measures for some ten seconds how long refusals take")
	asked := refusals(t)
	var measured sync.WaitGroup // most of the time is spent waiting, so all run at the same time
	for _, b := range append(everyWay(), Backend{Name: "all, in turn"}, Backend{Name: "all at once"}) {
		if b.has(HandsOver) {
			continue // it sends no request, as the scenario "hands over" checks
		}
		s, asked := serviceOver(t, b), asked
		if b.With != nil && b.proof() == ProofNone { // a proof is not checked, so no look-up is refused because of one
			asked = withoutProofs(asked)
		}
		measured.Go(func() {
			var ratio float64
			for range 2 { // once more, in case the machine was busy
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

// serviceOver returns a service that asks the sample portal through one back end, or
// through all of them when b has none.
func serviceOver(t *testing.T, b Backend) *client.Service {
	t.Helper()
	base := newStand(t, b, time.Now()).url
	r := client.Route{Match: "*"}
	if b.With != nil {
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

// named gives a source of the test portal a name of its own.
type named struct {
	client.DossierSource
	id string
}

func (n named) Source() client.SourceName { return client.SourceName{ID: n.id, Name: n.id} }

// mediansOf asks all questions in turn, again and again, and returns the median time of
// each.
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
			if round >= 3 { // by then log-ins and connections exist
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
