package limit

import (
	"context"

	"motcua/client"
	"motcua/client/code"
)

// Budget bounds look-ups of dossiers: codes count up day by day, so guessing is
// cheap. [*Lookups] is one.
type Budget interface {
	// Ask takes one look-up. When it may not be made now, limited says for how
	// long and why. Else done must be called with how it went.
	Ask(q Lookup) (done func(Outcome), limited *client.LimitedError)
}

// Track makes one look-up of a dossier by track, paid for out of b. It is charged
// by what the systems that were asked can have told, as their record says, and
// not by the error that comes out in the end: somebody who hangs up, a page to
// which the look-up is handed over and a system that is down beside another's
// "no" leave nothing of that "no" in the error. An answer from memory costs as
// much as one from a portal. A nil b bounds nothing.
func Track(ctx context.Context, b Budget, who Asker, q client.DossierQuery,
	track func(context.Context, client.DossierQuery) (client.Answer[client.Dossier], error),
) (client.Answer[client.Dossier], error) {
	if b == nil {
		return track(ctx, q)
	}
	done, limited := b.Ask(LookupOf(who, q))
	if limited != nil {
		return client.Answer[client.Dossier]{}, limited
	}
	cost := Unclear // also of a look-up that panics
	defer func() { done(cost) }()
	var trace client.Trace
	a, err := track(client.WithTrace(ctx, &trace), q)
	cost = outcomeOf(q, &trace, a.Value.Proof, err == nil)
	return a, err
}

// outcomeOf is what a look-up was worth to somebody who guesses. answered is that
// a dossier came out of it.
func outcomeOf(q client.DossierQuery, t *client.Trace, proof client.ProofState, answered bool) Outcome {
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

// LookupOf is a look-up as the budgets see it. The code is in its one form:
// another spelling is no other dossier.
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
