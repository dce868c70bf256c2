package client

import (
	"errors"
	"fmt"
	"time"
)

// The sentinels that callers compare with errors.Is.
var (
	// ErrNotFound: nothing matches. For dossiers also: the proof is wrong.
	ErrNotFound = errors.New("nothing found")
	// ErrUnavailable: the source could not be asked, or spoke nonsense.
	ErrUnavailable = errors.New("source unavailable")
	// ErrLimited: this asker has to wait; see LimitedError.
	ErrLimited = errors.New("too many look-ups")
	// ErrOffline: the caller asked not to use the network and nothing is kept.
	ErrOffline = errors.New("offline and nothing kept")
	// ErrNotConnected: no system that is asked here keeps this agency's dossiers;
	// see NotConnectedError.
	ErrNotConnected = errors.New("no system of this agency is connected")
	// ErrUnjudged: the system accepts any proof, so this one proves nothing; see
	// UnjudgedError.
	ErrUnjudged = errors.New("no proof is judged there")
	// ErrHandOver: this system answers only on its own web page; see HandOverError.
	ErrHandOver = errors.New("answered only on the portal's own page")
)

// UnavailableError tells which source did not answer, why, and since when. The
// interface says so and offers what still works.
type UnavailableError struct {
	Source     SourceName
	Cause      Cause
	Host       string        // the host that was asked, with its port where the address has one; may be empty
	Status     int           // status of the HTTP answer, 0 when none came
	Since      time.Time     // first failure in a row; zero when unknown
	RetryAfter time.Duration // what the source asked for in Retry-After, 0 when nothing
	Err        error         // for the log; never shown to people
}

// Error is for logs: it holds no personal data and no dossier code.
func (e *UnavailableError) Error() string {
	return fmt.Sprintf("%s unavailable (%s): %v", e.Source.ID, e.Cause, e.Err)
}

// Silent reports whether nothing came back from the source: the connection failed or
// the deadline passed. A status that stands for a time-out (504, say) is an answer.
func (e *UnavailableError) Silent() bool { return e.Cause.Silent() && e.Status < 300 }

// Is makes errors.Is(err, ErrUnavailable) true.
func (e *UnavailableError) Is(target error) bool { return target == ErrUnavailable }

// Unwrap gives the cause.
func (e *UnavailableError) Unwrap() error { return e.Err }

// LimitReason is the reason why an asker has to wait, as one word.
type LimitReason string

// The reasons. None of them reveals whether a dossier exists or a proof was right.
const (
	LimitShared  LimitReason = "shared"   // very many look-ups, from this address or from all together
	LimitUnitDay LimitReason = "unit_day" // many dossiers of one unit and day
	LimitProof   LimitReason = "proof"    // many wrong proofs of this dossier, from this address
	LimitAttack  LimitReason = "attack"   // many wrong proofs of this dossier, from anywhere
)

// LimitedError tells how long this asker has to wait, and why.
type LimitedError struct {
	Wait time.Duration
	Why  LimitReason
	// Unsure is true when some of the counted proofs were never checked because the
	// system was down. The person must not be told that those were wrong.
	Unsure bool
}

func (e *LimitedError) Error() string { return fmt.Sprintf("wait %s (%s)", e.Wait, e.Why) }

// Is makes errors.Is(err, ErrLimited) true.
func (e *LimitedError) Is(target error) bool { return target == ErrLimited }

// NotConnectedError tells which agency has the dossier. It reveals nothing about the
// dossier: the code and the route table are public.
type NotConnectedError struct {
	Agency string // the id in the code
	Name   string // the ministry or province that now has the agency's dossiers, "" when not known
}

func (e *NotConnectedError) Error() string { return "no system is connected for " + e.Agency }

// Is makes errors.Is true for ErrNotConnected and also for ErrNotFound, because
// callers that know only the latter must treat it as "nothing here".
func (e *NotConnectedError) Is(target error) bool {
	return target == ErrNotConnected || target == ErrNotFound
}

// UnjudgedError names a system that accepts any proof. It reveals nothing about the
// dossier or the proof: without a proof the public part is shown.
type UnjudgedError struct{ Source SourceName }

func (e *UnjudgedError) Error() string { return e.Source.ID + " judges no proof" }

// Is makes errors.Is(err, ErrUnjudged) true.
func (e *UnjudgedError) Is(target error) bool { return target == ErrUnjudged }

// HandOverError names the page where the asker can go on.
type HandOverError struct{ URL string }

func (e *HandOverError) Error() string { return "hand over to " + e.URL }

// Is makes errors.Is(err, ErrHandOver) true.
func (e *HandOverError) Is(target error) bool { return target == ErrHandOver }
