package record

import (
	"context"
	"errors"

	"motcua/client"
	"motcua/client/code"
)

// Failure is only on lines without an answer.
type Failure struct {
	Kind     string `json:"kind"`
	Sentence string `json:"sentence"` // in the reader's language
}

// The kinds of errors. Scripts rely on these words.
const (
	kindCode        = "code"             // the input is not a dossier code
	KindProcedure   = "procedure_code"   // a procedure's code where a dossier's belongs, or none at all
	KindDossier     = "dossier_code"     // a dossier's code where words for a procedure belong
	KindInsurance   = "social_insurance" // a number of social insurance, which is looked up on another portal
	KindInput       = "input"            // a line that cannot be used, or input over the limit
	kindNotFound    = "not_found"        // only for show, which has no key found
	kindUnconnected = "not_connected"    // found is false: no system of that agency is connected
	kindUnavailable = "unavailable"      // the system does not answer
	kindOffline     = "offline"
	kindLimited     = "limited"   // too many look-ups
	kindHandOver    = "hand_over" // only the portal's own page can answer
	kindUnjudged    = "unjudged"  // the system accepts any proof, so none is sent there: ask without one
	KindFailed      = "failed"
)

// KindOf returns the kind of err.
func KindOf(err error) string {
	var wrong *code.Error
	switch {
	case errors.As(err, &wrong) && wrong.Problem == code.IsProcedure, errors.Is(err, code.ErrProcedure):
		return KindProcedure
	case errors.As(err, &wrong) && wrong.Problem == code.IsInsurance:
		return KindInsurance
	case errors.As(err, &wrong):
		return kindCode
	case errors.Is(err, client.ErrNotConnected):
		return kindUnconnected
	case errors.Is(err, client.ErrNotFound):
		return kindNotFound
	case errors.Is(err, client.ErrLimited):
		return kindLimited
	case errors.Is(err, client.ErrHandOver):
		return kindHandOver
	case errors.Is(err, client.ErrUnjudged):
		return kindUnjudged
	case errors.Is(err, client.ErrOffline):
		return kindOffline
	case errors.Is(err, client.ErrUnavailable), errors.Is(err, context.DeadlineExceeded):
		return kindUnavailable
	default:
		return KindFailed
	}
}

// NoDossier returns the line of track for an input without an answer. code is in canonical
// form, or the input where it contains no code, or "" where there was none.
func NoDossier(code, kind, sentence string) Dossier {
	return Dossier{Code: OrNull(code), Error: &Failure{kind, sentence}}
}

// NoProcedureLine returns the same for show.
func NoProcedureLine(code, kind, sentence string) string {
	return Encode(procedureObject{Code: OrNull(code), Error: &Failure{kind, sentence}})
}
