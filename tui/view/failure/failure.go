package failure

import (
	"context"
	"errors"
	"fmt"
	"time"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/text"
	"motcua/tui/view"
)

// Dossier returns the sentence for a dossier look-up without an answer: what happened, since
// when, what still works and whom to ask. An unknown code and a wrong proof have the same
// words, so that guessing reveals nothing.
func Dossier(err error, e view.Env) string {
	return sentence(err, e.Texts.Errors.DossierNotFound, e.Texts.Errors.StillProcedures, e.Whom(), e)
}

// Proof is Error for a look-up with a proof that the reader typed: "not found" then
// mentions the proof as well, whichever of the two was wrong.
func Proof(err error, e view.Env) string {
	return sentence(err, e.Texts.Errors.ProofNotFound, e.Texts.Errors.StillProcedures, e.Whom(), e)
}

// Procedure returns the sentence for a procedure that could not be shown. rawCode is
// what was asked for, sanitised.
func Procedure(err error, rawCode string, e view.Env) string {
	t := &e.Texts.Errors
	if e.Medium == view.Ear {
		rawCode = e.Texts.Spoken.Spell(rawCode)
	}
	if errors.Is(err, code.ErrProcedure) {
		return fmt.Sprintf(t.ProcedureCode, rawCode)
	}
	return sentence(err, fmt.Sprintf(t.ProcedureNotFound, rawCode), stillDossiers(e), e.Counter(), e)
}

// Search is the sentence for a search that gave no answer.
func Search(err error, q client.Query, e view.Env) string {
	return sentence(err, NoHits(q, false, e), stillDossiers(e), e.Counter(), e)
}

// stillDossiers says that dossiers can be looked up, where they can.
func stillDossiers(e view.Env) string {
	if e.NoDossiers {
		return ""
	}
	return e.Texts.Errors.StillDossiers
}

// NoHits is the sentence for a search that found nothing, and says what to do. outside: no office
// does what was asked for.
func NoHits(q client.Query, outside bool, e view.Env) string {
	words, phone := clean.Line(q.Words), text.NationalPhone
	if e.Medium == view.Ear {
		phone = e.Texts.Spoken.Spell(phone)
	}
	switch {
	case outside:
		return fmt.Sprintf(e.Texts.Errors.Outside, words, phone)
	case q.Field != "" || q.AgencyCode != "" || q.Level != 0:
		return fmt.Sprintf(e.Texts.Errors.NoHitsFilter, words)
	}
	return fmt.Sprintf(e.Texts.Errors.NoHits, words, phone)
}

// sentence says what happened, what still works, and whom to ask.
func sentence(err error, notFound, still, whom string, e view.Env) string {
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
		return Code(wrong, e)
	case errors.As(err, &none):
		return notConnected(none, e)
	case errors.Is(err, client.ErrNotFound):
		return notFound
	case errors.As(err, &limited):
		return limitedWords(limited, still, e)
	case errors.As(err, &over):
		return fmt.Sprintf(t.HandOver, clean.Line(over.URL))
	case errors.As(err, &blind):
		return view.Sentences(fmt.Sprintf(t.Unjudged, view.SystemName(blind.Source, e)), t.LimitedPublic)
	case errors.Is(err, client.ErrOffline):
		return t.Offline
	case errors.As(err, &down):
		return unavailable(down, still, whom, e)
	case errors.Is(err, context.Canceled):
		return t.Cancelled
	case errors.Is(err, context.DeadlineExceeded):
		return unavailable(&client.UnavailableError{Cause: client.CauseTimeout}, still, whom, e)
	case errors.Is(err, client.ErrUnavailable):
		return unavailable(&client.UnavailableError{}, still, whom, e)
	default:
		return fmt.Sprintf(t.Surprise, whom)
	}
}

// notConnected says whose dossier it is and where to ask. It depends on the code
// and the route table alone.
func notConnected(none *client.NotConnectedError, e view.Env) string {
	if e.Medium == view.Touch || e.Medium == view.Ear { // nobody copies an address that is read aloud
		return NotConnectedBeside(none, e)
	}
	where := fmt.Sprintf(e.Texts.Errors.NotConnectedLook, text.NationalPhone, text.NationalPage)
	return view.Sentences(NotConnected(none, e), where)
}

// NotConnectedBeside is NotConnected for a page that shows the national portal's address
// as a QR code beside the words.
func NotConnectedBeside(none *client.NotConnectedError, e view.Env) string {
	return view.Sentences(NotConnected(none, e), fmt.Sprintf(e.Texts.Errors.NotConnectedAsk, text.NationalPhone))
}

// NotConnected says which agency has a dossier that cannot be looked up here.
func NotConnected(none *client.NotConnectedError, e view.Env) string {
	t := &e.Texts.Errors
	if none.Name == "" {
		return fmt.Sprintf(t.NotConnectedUnknown, clean.Line(none.Agency))
	}
	return fmt.Sprintf(t.NotConnected, clean.Line(none.Name))
}

// limitedWords say for how long somebody has to wait, why, and what they can do
// meanwhile.
func limitedWords(l *client.LimitedError, still string, e view.Env) string {
	t := &e.Texts.Errors
	if l.Wait <= 0 {
		return t.LimitedOver
	}
	wait := e.Texts.Wait(l.Wait)
	switch l.Why {
	case client.LimitUnitDay:
		return view.Sentences(fmt.Sprintf(t.LimitedUnitDay, wait), fmt.Sprintf(t.LimitedOwn, e.HowProof()))
	case client.LimitProof:
		why := t.LimitedProof
		if l.Unsure {
			why = t.LimitedProofUnsure
		}
		return view.Sentences(fmt.Sprintf(why, wait), t.LimitedPublic, fmt.Sprintf(t.Urgent, e.Whom()))
	case client.LimitAttack:
		why := t.LimitedAttack
		if l.Unsure {
			why = t.LimitedAttackUnsure
		}
		return view.Sentences(fmt.Sprintf(why, wait), fmt.Sprintf(t.LimitedWhole, e.Whom()), t.LimitedPublic)
	case client.LimitShared:
		return view.Sentences(fmt.Sprintf(t.LimitedShared, wait), still)
	default:
		return view.Sentences(fmt.Sprintf(t.Limited, wait), still)
	}
}

// unavailable is one sentence a cause, then what the person can do.
func unavailable(u *client.UnavailableError, still, whom string, e view.Env) string {
	t := &e.Texts.Errors
	retry := ""
	if u.Cause == client.CauseCancelled {
		return t.Cancelled
	}
	if u.Cause == client.CauseTimeout || u.Cause == client.CauseBusy {
		retry = t.RetryNow
	}
	if u.RetryAfter > 0 {
		retry = fmt.Sprintf(t.Retry, e.Texts.Wait(u.RetryAfter))
	}
	return view.Sentences(happened(u, e), retry, still, fmt.Sprintf(t.Urgent, whom))
}

// happened says what is wrong with a system, and since when.
func happened(u *client.UnavailableError, e view.Env) string {
	t := &e.Texts.Errors
	form := ""
	switch u.Cause {
	case client.CauseTimeout:
		form = t.Timeout
	case client.CauseRejected:
		form = t.Rejected
	case client.CauseBusy:
		form = t.Busy
	case client.CauseServer:
		form = t.Server
	case client.CauseContent, client.CauseWebPage:
		form = t.Content
	case client.CauseTooLarge:
		form = t.TooLarge
	case client.CauseRefused:
		form = t.Refused
	default: // the many ways in which a line or a certificate fails
		form = t.Network
	}
	what := fmt.Sprintf(form, view.SystemName(u.Source, e))
	// A refusal lasts until somebody mends it; since when helps nobody there.
	if !u.Since.IsZero() && u.Cause != client.CauseRefused && u.Cause != client.CauseTooLarge {
		what = fmt.Sprintf(t.Since, what, e.Texts.Since(u.Since, e.Now))
	}
	return what
}

// knownFor is for how long a failure is told on the first page. Later nobody knows whether the
// system answers again, because nobody has asked it.
const knownFor = 10 * time.Minute

// Known says which system did not answer about dossiers a moment ago, so that nobody types a code in
// vain; "" when none is known. Of several it is the one that has been silent longest.
func Known(sources []client.SourceHealth, e view.Env) string {
	var worst *client.SourceHealth
	for i, h := range sources {
		if h.Dossiers && !h.DownSince.IsZero() && e.Now.Sub(h.LastFailed) <= knownFor && (worst == nil || h.DownSince.Before(worst.DownSince)) {
			worst = &sources[i]
		}
	}
	if worst == nil {
		return ""
	}
	u := &client.UnavailableError{Source: worst.Source, Cause: worst.Cause, Since: worst.DownSince}
	return view.Sentences(happened(u, e), e.Texts.Errors.StillProcedures)
}
