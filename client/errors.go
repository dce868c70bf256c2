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
	// ErrUnjudged: the system takes whatever stands in the place of a proof, so
	// this one was not judged; see UnjudgedError.
	ErrUnjudged = errors.New("no proof is judged there")
	// ErrHandOver: this system must be asked on its own page; see
	// HandOverError.
	ErrHandOver = errors.New("answered only on the portal's own page")
)

// UnavailableError tells which source did not answer, why, and since when. The
// caller says so and offers what still works.
type UnavailableError struct {
	Source     SourceName
	Cause      Cause
	Host       string        // that was asked, with its port where the address has one; may be empty
	Status     int           // of the HTTP answer, 0 when none came
	Since      time.Time     // first failure in a row; zero when unknown
	RetryAfter time.Duration // what the source asked for, 0 when nothing
	Err        error         // for the log; never shown to people
}

// Error is for logs: no personal data, no code.
func (e *UnavailableError) Error() string {
	return fmt.Sprintf("%s unavailable (%s): %v", e.Source.ID, e.Cause, e.Err)
}

// Silent tells whether nothing came back from the source: it was not reached, or
// did not speak in time. A status that says so is an answer all the same.
func (e *UnavailableError) Silent() bool { return e.Cause.Silent() && e.Status < 300 }

// Is makes errors.Is(err, ErrUnavailable) true.
func (e *UnavailableError) Is(target error) bool { return target == ErrUnavailable }

// Unwrap gives the cause.
func (e *UnavailableError) Unwrap() error { return e.Err }

// LimitReason says in one word why an asker has to wait.
type LimitReason string

// The reasons. None of them tells whether a dossier exists or a proof was right.
const (
	LimitShared  LimitReason = "shared"   // very many look-ups, from here or in all
	LimitUnitDay LimitReason = "unit_day" // many dossiers of one unit and day
	LimitProof   LimitReason = "proof"    // many wrong proofs of this dossier, from here
	LimitAttack  LimitReason = "attack"   // many wrong proofs of this dossier, from anywhere
)

// LimitedError tells how long this asker has to wait, and why.
type LimitedError struct {
	Wait time.Duration
	Why  LimitReason
	// Unsure: of the proofs for which one waits some were never judged, as the
	// system was down. Nobody may be told that they were wrong.
	Unsure bool
}

func (e *LimitedError) Error() string { return fmt.Sprintf("wait %s (%s)", e.Wait, e.Why) }

// Is makes errors.Is(err, ErrLimited) true.
func (e *LimitedError) Is(target error) bool { return target == ErrLimited }

// NotConnectedError tells whose dossier it is. It says nothing of the dossier:
// anybody could read as much out of the code and the route table.
type NotConnectedError struct {
	Agency string // the id in the code
	Name   string // the ministry or province that has its dossiers now, "" when not known
}

func (e *NotConnectedError) Error() string { return "no system is connected for " + e.Agency }

// Is makes errors.Is true for ErrNotConnected, and for ErrNotFound: nothing matches
// here.
func (e *NotConnectedError) Is(target error) bool {
	return target == ErrNotConnected || target == ErrNotFound
}

// UnjudgedError names a system that takes any proof. It says nothing of the dossier
// or of the proof: without one the public part is shown.
type UnjudgedError struct{ Source SourceName }

func (e *UnjudgedError) Error() string { return e.Source.ID + " judges no proof" }

// Is makes errors.Is(err, ErrUnjudged) true.
func (e *UnjudgedError) Is(target error) bool { return target == ErrUnjudged }

// HandOverError names the page where the asker can go on.
type HandOverError struct{ URL string }

func (e *HandOverError) Error() string { return "hand over to " + e.URL }

// Is makes errors.Is(err, ErrHandOver) true.
func (e *HandOverError) Is(target error) bool { return target == ErrHandOver }
