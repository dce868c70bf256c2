package line

import (
	"context"
	"errors"

	"motcua/client"
	"motcua/client/code"
)

// A script that counts lines must not lose one: what has no answer is an object
// with the same keys, all null, and an error behind them. found is then null,
// for nobody knows; found false is the answer that nothing matches.

// errorJSON stands only on lines without an answer.
type errorJSON struct {
	Kind     string `json:"kind"`
	Sentence string `json:"sentence"` // in the reader's language
}

// The kinds of errors, stable for scripts.
const (
	kindCode        = "code"             // not a dossier's code
	kindProcedure   = "procedure_code"   // a procedure's code where a dossier's belongs, or none at all
	kindInsurance   = "social_insurance" // a number of social insurance, looked up on a portal of its own
	kindInput       = "input"            // a line that cannot be used, or input beyond the bound
	kindNotFound    = "not_found"        // show only: it has no found
	kindUnconnected = "not_connected"    // found false: no system of that agency is asked here
	kindUnavailable = "unavailable"      // the system does not answer
	kindOffline     = "offline"
	kindLimited     = "limited"   // too many look-ups
	kindHandOver    = "hand_over" // answered on the portal's own page only
	kindUnjudged    = "unjudged"  // the system takes any proof, so none is taken: ask without one
	kindFailed      = "failed"
)

func kindOf(err error) string {
	var wrong *code.Error
	switch {
	case errors.As(err, &wrong) && wrong.Problem == code.IsProcedure, errors.Is(err, code.ErrProcedure):
		return kindProcedure
	case errors.As(err, &wrong) && wrong.Problem == code.IsInsurance:
		return kindInsurance
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
		return kindFailed
	}
}

// typedMost bounds what is repeated of input that holds no code, in runes.
const typedMost = 40

// noDossierJSON is a line of track without an answer. code is canonical, or what
// was typed where no code can be read, or "" where nothing was.
func noDossierJSON(code, kind, sentence string) string {
	return encode(noDossier(code, kind, sentence))
}

func noDossier(code, kind, sentence string) trackJSON {
	return trackJSON{Code: orNull(code), Error: &errorJSON{kind, sentence}}
}

// noProcedureJSON is the same for show.
func noProcedureJSON(code, kind, sentence string) string {
	return encode(showJSON{Code: orNull(code), Error: &errorJSON{kind, sentence}})
}
