package limit_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/redis/go-redis/v9"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/kiosk/limit"
	"motcua/kiosk/limit/ledger"
	"motcua/kiosk/limit/shared"
	"motcua/kiosk/limit/shared/storetest"
)

// twoServers is the budget of two servers that share a store, or whose store is gone. Each
// look-up goes to the other one.
type twoServers struct {
	ledgers [2]*shared.Ledger
	each    [2]*limit.Lookups
	next    atomic.Int64
}

// joined returns two servers on the virtual clock whose store is at addr.
func joined(t *testing.T, addr string) *twoServers {
	t.Helper()
	b := &twoServers{}
	l := limit.DefaultLookups()
	l.Offices = []netip.Prefix{netip.MustParsePrefix("192.0.2.9/32")}
	for i := range b.each {
		b.ledgers[i] = shared.Open(ledger.NewMemory(ledger.Options{}), shared.Options{
			Addr: addr, Secret: []byte("the secret of a test"), Servers: 2, Timeout: 5 * time.Second,
			Conns:  4000, // the library's wait for one does not bear virtual time
			Shared: limit.Shared, Dearest: limit.Dearest, Now: time.Now, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		})
		var err error
		if b.each[i], err = limit.NewLookups(b.ledgers[i], l, limit.LookupOptions{Hash: hashed}); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func (b *twoServers) Ask(q limit.Lookup) (func(limit.Outcome), *client.LimitedError) {
	done, limited := b.each[b.next.Add(1)%2].Ask(q)
	if done == nil {
		return nil, limited
	}
	return func(o limit.Outcome) {
		done(o)
		for _, l := range b.ledgers {
			l.Flush() // in no virtual time nothing else happens before
		}
	}, nil
}

func (b *twoServers) close() {
	for _, l := range b.ledgers {
		l.Close()
	}
	time.Sleep(time.Minute) //nolint:forbidigo // virtual time, in which the library's goroutines end
}

// emptied empties a store every ten minutes of the attack.
func emptied(ctx context.Context, addr string) {
	db := redis.NewClient(&redis.Options{Addr: addr, Protocol: 2, DisableIdentity: true})
	defer db.Close()
	for tick := time.NewTicker(10 * time.Minute); ; {
		select {
		case <-ctx.Done():
			tick.Stop()
			return
		case <-tick.C:
			db.FlushAll(ctx)
		}
	}
}

// TestAttackOverTwoServers makes the attacks of doc.go on two servers that share a store: their
// yield is that of one server. Where the store is emptied six times, or gone for the whole
// hour, each server has its part, and both give little more. Run it with -v for the table.
func TestAttackOverTwoServers(t *testing.T) {
	clienttest.Long(t, "plays hours of an attack against a real store")
	guess := func(p proofAttack) func(*testing.T, limit.Budget) int {
		return func(t *testing.T, b limit.Budget) int {
			t.Helper()
			p.budget = b
			return p.yield(t)
		}
	}
	walks := func(sources []netip.Addr) func(*testing.T, limit.Budget) int {
		return func(t *testing.T, b limit.Budget) int {
			t.Helper()
			w := newTown()
			attack(t, b, w, sources, 1, walk(walkedDay, w.dossiers))
			return w.count(walkedDay)
		}
	}
	store := storetest.Start(t)
	gone := storetest.FreePort(t)
	var lines strings.Builder
	for _, r := range []struct {
		attacker, path      string
		run                 func(*testing.T, limit.Budget) int
		one, emptied, alone int // the yield with the store is that of one server; the others are the most
	}{
		{"1 network", "proofs, waits for each answer", guess(proofAttack{networks: 1}), 12, 16, 16},
		{"50 addresses", "proofs, wait for each answer", guess(proofAttack{networks: 50, asker: addressed}), 22, 34, 22},
		{"120 /48s", "proofs, wait for each answer", guess(proofAttack{networks: 120}), 22, 34, 22},
		{"50 addresses", "walk through a day in order", walks(fifty()), 68, 118, 118},
		{"120 /48s", "walk through a day in order", walks(manySites(120)), 138, 258, 258},
	} {
		yield := func(addr string, empties bool) (n int) {
			store.DB.FlushAll(t.Context())
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancel(t.Context())
				var all sync.WaitGroup
				if empties {
					all.Go(func() { emptied(ctx, addr) })
				}
				b := joined(t, addr)
				n = r.run(t, b)
				cancel()
				all.Wait()
				b.close()
			})
			return n
		}
		with, often, without := yield(store.Addr, false), yield(store.Addr, true), yield(gone, false)
		fmt.Fprintf(&lines, "%-16s%-34s%6d%10d%10d%10d\n", r.attacker, r.path, r.one, with, often, without)
		holds(t, with, r.one)
		if often > r.emptied || without > r.alone {
			t.Errorf("%s, %s: with a store that is emptied %d, without one %d", r.attacker, r.path, often, without)
		}
	}
	t.Logf("gained in an hour: by one server, by two with a store, with one that is emptied six times, without\n%s", &lines)
}

// Over two servers too the owner gets in at the counter, at a kiosk and with a whole number.
func TestAttackOnTwoServersLeavesTheOwnerAWay(t *testing.T) {
	clienttest.Long(t, "plays an hour of an attack against a real store")
	store := storetest.Start(t)
	for name, addr := range map[string]string{"with the store": store.Addr, "without": storetest.FreePort(t)} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := joined(t, addr)
				leavesTheOwnerAWay(t, b, 200)
				b.close()
			})
		})
	}
}
