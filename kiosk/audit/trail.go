package audit

import (
	"context"
	"log/slog"
)

// Trail logs one record for each dossier that was asked for.
type Trail struct {
	log *slog.Logger
	key *Key
}

// NewTrail returns a trail that logs to log, which decides form and place; the records are
// made for slog's JSON handler.
func NewTrail(log *slog.Logger, key *Key) *Trail { return &Trail{log: log, key: key} }

// View is how much of a dossier was asked for.
type View string

// The views.
const (
	ViewPublic View = "public" // what the code alone opens
	ViewProof  View = "proof"  // with a proof, right or wrong
	ViewFull   View = "full"   // by staff, without one
)

// Look is one look-up of a dossier. Role, View and Outcome come from fixed sets of words.
type Look struct {
	Session string
	Role    string
	Staff   string // the fingerprint of a staff key, empty for the public
	Code    string // in its canonical form; the log contains only its keyed hash
	View    View
	Outcome string
}

// Dossier records that a session asked for a dossier and the outcome. A nil trail records
// nothing.
func (t *Trail) Dossier(ctx context.Context, l Look) {
	if t == nil {
		return
	}
	attrs := []slog.Attr{
		slog.String("session", l.Session), slog.String("role", l.Role), slog.String("view", string(l.View)),
		slog.String("code_hash", t.key.Hash(l.Code)), slog.String("key", t.key.ID),
		slog.String("outcome", l.Outcome),
	}
	if l.Staff != "" {
		attrs = append(attrs, slog.String("staff", l.Staff))
	}
	t.log.LogAttrs(ctx, slog.LevelInfo, "dossier", attrs...)
}
