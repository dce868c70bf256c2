package view

import (
	"context"
	"errors"
	"fmt"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/text"
)

// Error is the sentence for a dossier look-up that gave no answer: what
// happened, since when, what still works and whom to ask. An unknown code and a
// wrong proof are the same words, because guessing must learn nothing.
func Error(err error, e Env) string {
	return sentence(err, e.Texts.Errors.DossierNotFound, e.Texts.Errors.StillProcedures, e)
}

// ProofError is Error for a look-up with a proof that the reader typed: "not found"
// points at those digits as well, whichever of the two was wrong.
func ProofError(err error, e Env) string {
	return sentence(err, e.Texts.Errors.ProofNotFound, e.Texts.Errors.StillProcedures, e)
}

// ProcedureError is the sentence for a procedure that could not be shown. code
// is what was asked for, sanitised.
func ProcedureError(err error, rawCode string, e Env) string {
	t := &e.Texts.Errors
	if errors.Is(err, code.ErrProcedure) {
		return fmt.Sprintf(t.ProcedureCode, rawCode)
	}
	return sentence(err, fmt.Sprintf(t.ProcedureNotFound, rawCode), t.StillDossiers, e)
}

// SearchError is the sentence for a search that gave no answer.
func SearchError(err error, q client.Query, e Env) string {
	return sentence(err, NoHits(q, e), e.Texts.Errors.StillDossiers, e)
}

// NoHits is the sentence for a search that found nothing.
func NoHits(q client.Query, e Env) string {
	form := e.Texts.Errors.NoHits
	if q.Field != "" || q.AgencyCode != "" || q.Level != 0 {
		form = e.Texts.Errors.NoHitsFilter
	}
	return fmt.Sprintf(form, clean.Line(q.Words))
}

func sentence(err error, notFound, still string, e Env) string {
	t := &e.Texts.Errors
	var (
		wrong   *code.Error
		limited *client.LimitedError
		none    *client.NotConnectedError
		over    *client.HandOverError
		blind   *client.UnjudgedError
		down    *client.UnavailableError
	)
	switch {
	case err == nil:
		return ""
	case errors.As(err, &wrong):
		return CodeProblem(wrong, e)
	case errors.As(err, &none):
		return notConnected(none, e)
	case errors.Is(err, client.ErrNotFound):
		return notFound
	case errors.As(err, &limited):
		return limitedWords(limited, still, e)
	case errors.As(err, &over):
		return fmt.Sprintf(t.HandOver, clean.Line(over.URL))
	case errors.As(err, &blind):
		return sentences(fmt.Sprintf(t.Unjudged, systemName(blind.Source, e)), t.LimitedPublic)
	case errors.Is(err, client.ErrOffline):
		return t.Offline
	case errors.As(err, &down):
		return unavailable(down, still, e)
	case errors.Is(err, context.Canceled):
		return t.Cancelled
	case errors.Is(err, context.DeadlineExceeded):
		return unavailable(&client.UnavailableError{Cause: client.CauseTimeout}, still, e)
	case errors.Is(err, client.ErrUnavailable):
		return unavailable(&client.UnavailableError{}, still, e)
	default:
		return fmt.Sprintf(t.Surprise, e.desk())
	}
}

// notConnected says whose dossier it is and where to ask. It depends on the code
// and the route table alone.
func notConnected(none *client.NotConnectedError, e Env) string {
	if e.Medium == Touch {
		return NotConnectedBeside(none, e)
	}
	where := fmt.Sprintf(e.Texts.Errors.NotConnectedLook, text.NationalPhone, text.NationalPage)
	return sentences(NotConnected(none, e), where)
}

// NotConnectedBeside is the same for a page that has the national portal's address
// as a code beside the words.
func NotConnectedBeside(none *client.NotConnectedError, e Env) string {
	return sentences(NotConnected(none, e), fmt.Sprintf(e.Texts.Errors.NotConnectedAsk, text.NationalPhone))
}

// NotConnected is whose dossier it is that cannot be looked up here.
func NotConnected(none *client.NotConnectedError, e Env) string {
	t := &e.Texts.Errors
	if none.Name == "" {
		return fmt.Sprintf(t.NotConnectedUnknown, clean.Line(none.Agency))
	}
	return fmt.Sprintf(t.NotConnected, clean.Line(none.Name))
}

// limitedWords say for how long somebody has to wait, why, and what they can do
// meanwhile.
func limitedWords(l *client.LimitedError, still string, e Env) string {
	t := &e.Texts.Errors
	if l.Wait <= 0 {
		return t.LimitedOver
	}
	wait := e.Texts.Wait(l.Wait)
	switch l.Why {
	case client.LimitUnitDay:
		return sentences(fmt.Sprintf(t.LimitedUnitDay, wait), fmt.Sprintf(t.LimitedOwn, e.howProof()))
	case client.LimitProof:
		why := t.LimitedProof
		if l.Unsure {
			why = t.LimitedProofUnsure
		}
		return sentences(fmt.Sprintf(why, wait), t.LimitedPublic, fmt.Sprintf(t.Urgent, e.desk()))
	case client.LimitAttack:
		why := t.LimitedAttack
		if l.Unsure {
			why = t.LimitedAttackUnsure
		}
		return sentences(fmt.Sprintf(why, wait), fmt.Sprintf(t.LimitedWhole, e.desk()), t.LimitedPublic)
	case client.LimitShared:
		return sentences(fmt.Sprintf(t.LimitedShared, wait), still)
	default:
		return sentences(fmt.Sprintf(t.Limited, wait), still)
	}
}

// unavailable is one sentence a cause, then what the person can do.
func unavailable(u *client.UnavailableError, still string, e Env) string {
	t := &e.Texts.Errors
	form, retry := t.Network, ""
	switch u.Cause {
	case client.CauseCancelled:
		return t.Cancelled
	case client.CauseTimeout:
		form, retry = t.Timeout, t.RetryNow
	case client.CauseRejected:
		form = t.Rejected
	case client.CauseBusy:
		form, retry = t.Busy, t.RetryNow
	case client.CauseServer:
		form = t.Server
	case client.CauseContent, client.CauseWebPage:
		form = t.Content
	case client.CauseTooLarge:
		form = t.TooLarge
	case client.CauseRefused:
		form = t.Refused
	}
	what := fmt.Sprintf(form, systemName(u.Source, e))
	// A refusal lasts until somebody mends it; since when helps nobody there.
	if !u.Since.IsZero() && u.Cause != client.CauseRefused && u.Cause != client.CauseTooLarge {
		what = fmt.Sprintf(t.Since, what, e.Texts.Since(u.Since, e.Now))
	}
	if u.RetryAfter > 0 {
		retry = fmt.Sprintf(t.Retry, e.Texts.Wait(u.RetryAfter))
	}
	return sentences(what, retry, still, fmt.Sprintf(t.Urgent, e.desk()))
}
