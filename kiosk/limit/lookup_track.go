package limit

import (
	"context"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/trace"
)

// Budget limits look-ups of dossiers, because codes count up and guessing is cheap.
// [*Lookups] implements it.
type Budget interface {
	// Ask charges one look-up. When it may not be made now, limited says for how long and
	// why. Otherwise done must be called with the outcome.
	Ask(q Lookup) (done func(Outcome), limited *client.LimitedError)
}

// TrackFunc looks a dossier up, as [client.Lookups].Track does.
type TrackFunc = func(context.Context, client.DossierQuery) (client.Answer[client.Dossier], error)

// Track makes one look-up of a dossier by track, charged to b. The charge depends on what
// the systems may have revealed, as the trace says, and not on the final error: when an
// asker hangs up, the look-up is handed over to a page, or another system is down, the error
// contains nothing of a refusal. An answer from memory costs as much as one from a portal.
// A nil b limits nothing.
func Track(ctx context.Context, b Budget, who Asker, q client.DossierQuery, track TrackFunc) (client.Answer[client.Dossier], error) {
	if b == nil {
		return track(ctx, q)
	}
	done, limited := b.Ask(LookupOf(who, q))
	if limited != nil {
		return client.Answer[client.Dossier]{}, limited
	}
	cost := Unclear // also for a look-up that panics
	defer func() { done(cost) }()
	var told trace.Trace
	a, err := track(trace.With(ctx, &told), q)
	cost = outcomeOf(q, &told, a.Value.Proof, err == nil)
	return a, err
}

// outcomeOf returns what a look-up was worth to a guesser. answered says that it returned a
// dossier.
func outcomeOf(q client.DossierQuery, t *trace.Trace, proof client.ProofState, answered bool) Outcome {
	switch {
	case answered && proof == client.ProofGiven:
		return Proved
	case answered && proofOf(q) != NoProof && t.Refused():
		return Mixed
	case answered && proofOf(q) != NoProof && t.Doubted():
		return Doubted
	case answered:
		return Hit
	case t.Unasked():
		return NoAnswer
	case t.Refused():
		return Miss
	case t.Unheard():
		return Unheard
	default:
		return Unclear
	}
}

// LookupOf returns a look-up as the budgets see it, with the code in its canonical form.
func LookupOf(who Asker, q client.DossierQuery) Lookup {
	c := q.Code.Canonical()
	return Lookup{Asker: who, UnitDay: c.Agency() + "-" + c.DateDigits(), Serial: c.Serial(), Proof: proofOf(q)}
}

func proofOf(q client.DossierQuery) Proof {
	switch {
	case code.IsWholeNumber(q.Proof):
		return WholeProof
	case q.Proof != "":
		return TypedProof
	case q.Secret != "":
		return SecretProof
	default:
		return NoProof
	}
}
