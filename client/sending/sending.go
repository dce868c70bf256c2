// Package sending records whether the question of a look-up left this machine.
package sending

import (
	"context"
	"sync/atomic"
)

// Record is of the requests to one system in one look-up.
type Record struct{ watched, sent atomic.Bool }

type key struct{}

// Unsent reports whether the question never left this machine.
func (r *Record) Unsent() bool { return r.watched.Load() && !r.sent.Load() }

// In makes the requests with the returned context write into the record.
func (r *Record) In(ctx context.Context) context.Context { return context.WithValue(ctx, key{}, r) }

// Sends is for the code that sends the requests of a dossier's source. Call it with the
// look-up's context before the first request, including a log-in, and call sent each time
// a request that carries the question is handed to a connection. From then on silence
// may be an answer; before that, the look-up has revealed nothing and is not charged.
// For a source that never calls Sends the question counts as sent at once.
func Sends(ctx context.Context) (sent func()) {
	r, ok := ctx.Value(key{}).(*Record)
	if !ok {
		return func() {}
	}
	r.watched.Store(true)
	return func() { r.sent.Store(true) }
}
