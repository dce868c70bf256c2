package client

import (
	"context"
	"time"

	"motcua/client/linked"
)

// Answer carries a value together with where it came from and how old it is. Every
// screen and every line of output states both.
type Answer[T any] struct {
	Value  T
	AsOf   time.Time // when the source said it
	Stale  bool      // the source could not be asked just now
	Source SourceName
	// Partial lists the systems that may know more but could not be asked.
	Partial []SourceName
	// Review is an office's corrections to a procedure's page; nil when no office reviewed it.
	Review *Review
	Linked []linked.Group // those that have the procedure
	// Successor replaces an abolished procedure; nil for one in force, or when no office's
	// file names it.
	Successor *linked.Successor
}

// SourceName names a source: ID for logs and JSON, Name for people.
type SourceName struct {
	ID   string // "national", "sandbox", "h55"
	Name string // "Cổng Dịch vụ công quốc gia"
}

// DossierSource is a system that knows dossiers.
//
// Dossier returns ErrNotFound (compare with errors.Is) both for an unknown code and
// for a wrong proof, so that nobody can use the difference to guess. It returns
// ErrUnavailable when the system could not be asked.
type DossierSource interface {
	Source() SourceName
	Dossier(ctx context.Context, q DossierQuery) (Dossier, error)
}

// ProcedureSource is a system, or a local copy, that knows procedures.
type ProcedureSource interface {
	Source() SourceName
	// AsOf is the date of a local copy; the zero time means "now".
	AsOf() time.Time
	Search(ctx context.Context, q Query) (SearchResult, error)
	// Procedure finds one by its code ("1.001193").
	Procedure(ctx context.Context, code string) (Procedure, error)
}
