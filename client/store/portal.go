package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net"
	"net/url"
	"strings"

	"motcua/client"
	"motcua/client/national"
	"motcua/client/rest"
)

// Portal is what a sync reads from; *national.Source is one.
type Portal interface {
	Source() client.SourceName
	List(ctx context.Context, q national.ListQuery) (national.Page, error)
	ProcedureByID(ctx context.Context, id string) (client.Procedure, error)
}

var _ Portal = (*national.Source)(nil)

// pageSizes are tried in turn when a page fails: the portal or the line may manage a
// small page where it drops a large one.
var pageSizes = [...]int{200, 100, 50, 20}

// smaller returns the next page size, or false when there is none.
func smaller(size int) (int, bool) {
	for _, s := range pageSizes {
		if s < size {
			return s, true
		}
	}
	return size, false
}

// smallerMayHelp reports whether the size of a page can be the cause of a failure.
func smallerMayHelp(err error) bool {
	var down *client.UnavailableError
	if !errors.As(err, &down) {
		return false
	}
	// When no connection was made, the size of the page was not the cause.
	var op *net.OpError
	if errors.As(err, &op) && op.Op == "dial" {
		return false
	}
	return down.Cause.OfSize()
}

// rest waits between two requests.
func (s *Store) rest(ctx context.Context) error { return rest.Wait(ctx, s.opts.Pause()) }

// FileName returns the Options.Name for a portal. A store holds the list of one portal, so
// that a sample's list never mixes with a real one.
func FileName(sourceID, baseURL string) string {
	key := strings.TrimRight(strings.ToLower(baseURL), "/")
	if u, err := url.Parse(key); err == nil {
		key = u.Host + u.Path
	}
	sum := sha256.Sum256([]byte(key))
	return sourceID + "-" + hex.EncodeToString(sum[:4])
}
