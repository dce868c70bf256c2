package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"math/rand/v2"
	"net"
	"net/url"
	"strings"
	"time"

	"motcua/client"
	"motcua/client/national"
)

// Portal is what a sync reads from; *national.Source is one.
type Portal interface {
	Source() client.SourceName
	List(ctx context.Context, q national.ListQuery) (national.Page, error)
	ProcedureByID(ctx context.Context, id string) (client.Procedure, error)
}

var _ Portal = (*national.Source)(nil)

// pageSizes are tried in turn when a page fails: the portal, or the line, may
// bear a small page where it drops a large one.
var pageSizes = [...]int{200, 100, 50, 20}

// smaller gives the next page size, or false when there is none.
func smaller(size int) (int, bool) {
	for _, s := range pageSizes {
		if s < size {
			return s, true
		}
	}
	return size, false
}

// smallerMayHelp tells whether the size of a page can be what failed.
func smallerMayHelp(err error) bool {
	var down *client.UnavailableError
	if !errors.As(err, &down) {
		return false
	}
	// Where no connection came about, no page was too large for it.
	var op *net.OpError
	if errors.As(err, &op) && op.Op == "dial" {
		return false
	}
	return down.Cause.OfSize()
}

// politePause lies between two requests of a sync: what the national portal's
// firewall bears of a bulk reader.
func politePause() time.Duration {
	return 200*time.Millisecond + rand.N(300*time.Millisecond) //nolint:gosec // jitter is no secret
}

// rest waits between two requests.
func (s *Store) rest(ctx context.Context) error {
	t := time.NewTimer(s.opts.pause())
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// FileName is the Options.Name for a portal: a store holds the list of one
// portal, so a sample's never mixes with the real one's.
func FileName(sourceID, baseURL string) string {
	key := strings.TrimRight(strings.ToLower(baseURL), "/")
	if u, err := url.Parse(key); err == nil {
		key = u.Host + u.Path
	}
	sum := sha256.Sum256([]byte(key))
	return sourceID + "-" + hex.EncodeToString(sum[:4])
}
