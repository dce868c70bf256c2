package client

import (
	"context"
	"time"
)

// Answer carries a value with where and when it came from. Every screen and
// every line of output says so.
type Answer[T any] struct {
	Value  T
	AsOf   time.Time // when the source said it
	Stale  bool      // the source could not be asked just now
	Source SourceName
	// Partial are further systems that may know more and could not be asked.
	Partial []SourceName
	// Review is what an office wrote of a procedure's page; nil when none did.
	Review *Review
}

// SourceName names a source: ID for logs and JSON, Name for people.
type SourceName struct {
	ID   string // "national", "sandbox", "h55"
	Name string // "Cổng Dịch vụ công quốc gia"
}

// DossierSource is a system that knows dossiers.
//
// Dossier returns an error that errors.Is ErrNotFound both for an unknown code
// and for a wrong proof, and ErrUnavailable when the system could not be asked.
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
