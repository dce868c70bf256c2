package limit_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/trace"
	"motcua/kiosk/limit"
)

// charged is a budget that remembers what it was asked and told.
type charged struct {
	full    bool
	asked   limit.Lookup
	outcome limit.Outcome
}

func (c *charged) Ask(q limit.Lookup) (func(limit.Outcome), *client.LimitedError) {
	c.asked = q
	if c.full {
		return nil, &client.LimitedError{Wait: time.Minute}
	}
	return func(o limit.Outcome) { c.outcome = o }, nil
}

// What a look-up costs follows from what each system that was asked may have told.
func TestWhatALookUpIsWorth(t *testing.T) {
	var (
		bare   = client.DossierQuery{}
		secret = client.DossierQuery{Secret: "A1B2"}
		typed  = client.DossierQuery{Proof: "2345"}
		whole  = client.DossierQuery{Proof: "001099012345"}
		answer = client.Answer[client.Dossier]{Value: client.Dossier{Status: client.StatusProcessing}}
		opened = client.Answer[client.Dossier]{Value: client.Dossier{Proof: client.ProofGiven}}
	)
	for _, tt := range []struct {
		name    string
		query   client.DossierQuery
		systems []trace.Outcome
		answer  *client.Answer[client.Dossier]
		proof   limit.Proof
		want    limit.Outcome
	}{
		{"it was shown", bare, []trace.Outcome{trace.Shown}, &answer, limit.NoProof, limit.Hit},
		{"it was shown, and another system refused the code", bare, []trace.Outcome{trace.Shown, trace.Refused}, &answer, limit.NoProof, limit.Hit},
		{"the proof was right", typed, []trace.Outcome{trace.Shown}, &opened, limit.TypedProof, limit.Proved},
		{"the secret was right", secret, []trace.Outcome{trace.Shown}, &opened, limit.SecretProof, limit.Proved},
		{"it was shown, and the proof refused", typed, []trace.Outcome{trace.Shown, trace.Refused}, &answer, limit.TypedProof, limit.Mixed},
		{"it was shown, and a system said nothing about the proof", whole, []trace.Outcome{trace.Shown, trace.Quiet}, &answer, limit.WholeProof, limit.Doubted},
		{"it was shown with a proof that nobody checked", typed, []trace.Outcome{trace.Shown}, &answer, limit.TypedProof, limit.Hit},
		{"no system was asked", bare, nil, nil, limit.NoProof, limit.NoAnswer},
		{"a system refused", typed, []trace.Outcome{trace.Refused, trace.Quiet}, nil, limit.TypedProof, limit.Miss},
		{"nobody answered", bare, []trace.Outcome{trace.Quiet, trace.Quiet}, nil, limit.NoProof, limit.Unheard},
		{"an error", bare, []trace.Outcome{trace.Doubtful}, nil, limit.NoProof, limit.Unclear},
	} {
		budget := &charged{outcome: -1}
		_, err := limit.Track(t.Context(), budget, limit.Asker{}, tt.query, func(ctx context.Context, _ client.DossierQuery) (client.Answer[client.Dossier], error) {
			asked := &trace.Asked{}
			for _, o := range tt.systems {
				asked.Ask()
				asked.Answered(o)
			}
			trace.Of(ctx).Share(asked)
			if tt.answer == nil {
				return client.Answer[client.Dossier]{}, client.ErrNotFound
			}
			return *tt.answer, nil
		})
		if (err == nil) != (tt.answer != nil) || budget.outcome != tt.want || budget.asked.Proof != tt.proof {
			t.Errorf("%s: outcome %d, want %d; proof %d, want %d; %v", tt.name, budget.outcome, tt.want, budget.asked.Proof, tt.proof, err)
		}
	}
}

func TestALookUpThatMayNotBeMade(t *testing.T) {
	asked := 0
	track := func(context.Context, client.DossierQuery) (client.Answer[client.Dossier], error) {
		asked++
		return client.Answer[client.Dossier]{}, nil
	}
	var limited *client.LimitedError
	if _, err := limit.Track(t.Context(), &charged{full: true}, limit.Asker{}, client.DossierQuery{}, track); !errors.As(err, &limited) || asked != 0 {
		t.Errorf("a full budget: %v, asked %d times", err, asked)
	}
	if _, err := limit.Track(t.Context(), nil, limit.Asker{}, client.DossierQuery{}, track); err != nil || asked != 1 {
		t.Errorf("no budget: %v, asked %d times", err, asked)
	}
}

func TestALookUpIsCountedByItsCanonicalCode(t *testing.T) {
	c, err := code.ParseDossier("h55.17.05 – 26112O – 0007")
	if err != nil {
		t.Fatal(err)
	}
	got := limit.LookupOf(limit.Asker{Kiosk: "quầy 1"}, client.DossierQuery{Code: c})
	if want := (limit.Lookup{Asker: limit.Asker{Kiosk: "quầy 1"}, UnitDay: "H55.17.05-261120", Serial: "0007"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}
