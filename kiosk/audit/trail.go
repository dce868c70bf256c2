package audit

import (
	"context"
	"log/slog"
)

// Trail writes one record for each dossier that was asked for.
type Trail struct {
	log *slog.Logger
	key *Key
}

// NewTrail writes to a logger, which decides form and place; the records are
// made for slog's JSON handler.
func NewTrail(log *slog.Logger, key *Key) *Trail { return &Trail{log: log, key: key} }

// Dossier records that a session asked for a dossier and how that went. role
// and outcome are words of fixed sets. A nil trail records nothing.
func (t *Trail) Dossier(ctx context.Context, session, role, code, outcome string) {
	if t == nil {
		return
	}
	t.log.LogAttrs(ctx, slog.LevelInfo, "dossier",
		slog.String("session", session), slog.String("role", role),
		slog.String("code_hash", t.key.Hash(code)), slog.String("key", t.key.ID),
		slog.String("outcome", outcome))
}
