package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/national"
)

// listPortal is a portal in memory: it serves the pages of a list, and fails when a test wants
// it to.
type listPortal struct {
	mu      sync.Mutex
	items   []national.Item
	total   int // 0: as many as there are
	details map[string]client.Procedure
	asked   []national.ListQuery
	byID    []string
	fail    func(n int, q national.ListQuery) error // n counts from 1
	ends    int                                     // the list ends after so many entries
}

func (p *listPortal) Source() client.SourceName {
	return client.SourceName{ID: "national", Name: "Cổng thử"}
}

func (p *listPortal) List(ctx context.Context, q national.ListQuery) (national.Page, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.asked = append(p.asked, q)
	if p.fail != nil {
		if err := p.fail(len(p.asked), q); err != nil {
			return national.Page{}, err
		}
	}
	if err := ctx.Err(); err != nil {
		return national.Page{}, &client.UnavailableError{Cause: client.CauseCancelled, Err: err}
	}
	from := 0
	if q.LastID != "" {
		from = slices.IndexFunc(p.items, func(i national.Item) bool { return i.ID == q.LastID }) + 1
	}
	items := p.items
	if p.ends > 0 {
		items = items[:min(p.ends, len(items))]
	}
	page := national.Page{Total: p.total}
	if from < len(items) {
		page.Items = items[from:min(len(items), from+q.Limit)]
		page.LastID = page.Items[len(page.Items)-1].ID
	}
	if page.Total == 0 {
		page.Total = len(p.items)
	}
	return page, nil
}

func (p *listPortal) ProcedureByID(_ context.Context, id string) (client.Procedure, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.byID = append(p.byID, id)
	d, ok := p.details[id]
	if !ok {
		return client.Procedure{}, client.ErrNotFound
	}
	return d, nil
}

func (p *listPortal) requests() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.asked)
}

// items returns n procedures with codes from 8.000001 on, which no real one has, with ids in
// the same order.
func items(n int) []national.Item {
	list := make([]national.Item, n)
	for i := range list {
		list[i] = item(i + 1)
	}
	return list
}

func item(i int) national.Item {
	return national.Item{
		ID: fmt.Sprintf("019d2bf7-770b-734d-b7fb-%012d", i), Code: fmt.Sprintf("8.%06d", i),
		Name: fmt.Sprintf("Đăng ký việc thứ %d", i), Kind: client.KindStandard,
		Fields: []string{"Lĩnh vực thử"}, Agencies: []string{"Ủy ban nhân dân cấp Xã"},
	}
}

func unreachable(cause client.Cause) error {
	return &client.UnavailableError{Source: client.SourceName{ID: "national"}, Cause: cause, Err: errors.New("test")}
}

// noPause lets a test read a list without pauses.
func noPause() time.Duration { return 0 }

func open(t testing.TB, dir string, opts Options) *Store {
	t.Helper()
	s, err := openNow(context.Background(), dir, ready(opts))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// ready fills in the options that tests leave out.
func ready(opts Options) Options {
	if opts.Pause == nil {
		opts.Pause = noPause
	}
	if opts.Portal.ID == "" {
		opts.Portal = client.SourceName{ID: "national", Name: "Cổng thử"}
	}
	return opts
}

func mustSync(t testing.TB, s *Store, p Portal) Report {
	t.Helper()
	r, err := s.Sync(context.Background(), p, nil)
	if err != nil {
		t.Fatalf("sync: %v", err)
	}
	return r
}

// has reports whether the store finds a code.
func has(t testing.TB, s *Store, code string) bool {
	t.Helper()
	p, err := s.Procedure(context.Background(), code)
	if err != nil && !errors.Is(err, client.ErrNotFound) {
		t.Fatal(err)
	}
	return err == nil && strings.HasPrefix(p.Code, code)
}

// failingDetails answers some details, then fails.
type failingDetails struct {
	*listPortal
	after int
}

func (p *failingDetails) ProcedureByID(ctx context.Context, id string) (client.Procedure, error) {
	if len(p.byID) >= p.after {
		return client.Procedure{}, unreachable(client.CauseNetwork)
	}
	return p.listPortal.ProcedureByID(ctx, id)
}

// openNow is Later, but opens the file at once.
func openNow(ctx context.Context, dir string, opts Options) (*Store, error) {
	s := Later(dir, opts)
	if err := ctx.Err(); err != nil {
		return s, err
	}
	s.first(ctx)
	return s, nil
}
