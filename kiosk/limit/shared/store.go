package shared

import (
	"context"
	"crypto/rand"
	"crypto/x509"
	"errors"
	"net"
	"slices"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"

	"motcua/kiosk/limit/ledger"
)

const (
	beatEvery = time.Second
	// goodBeats is how many good answers in a row end a time without the store.
	goodBeats = 3
	// placeLife is how long the places of a server that was killed still count; a server
	// repeats them every placeBeats beats.
	placeLife  = 15 * time.Second
	placeBeats = 5
	// lifeTime is how long a store without any server keeps its life. It is longer than budgets
	// take to fill, because in a new life servers tell what the store may still know.
	lifeTime = 24 * time.Hour
	// batch is how many changes one call makes.
	batch = 200
)

// dialled returns the options of the library. It makes no attempt a second time, because the
// first one may have been carried out.
func dialled(o Options) *redis.Options {
	return &redis.Options{
		Addr: o.Addr, Password: o.Password, TLSConfig: o.TLS,
		Protocol: 2, MaxRetries: -1, DialerRetries: 1, ContextTimeoutEnabled: true,
		DialTimeout: time.Second, ReadTimeout: o.Timeout, WriteTimeout: o.Timeout, PoolTimeout: o.Timeout,
		PoolSize: o.Conns, PipelinePoolSize: -1, ReadBufferSize: 4 << 10, WriteBufferSize: 8 << 10,
		DisableIdentity: true, MaintNotificationsConfig: &maintnotifications.Config{Mode: maintnotifications.ModeDisabled},
	}
}

// quiet takes the library's own log, which tells in other words what the caller gets.
type quiet struct{}

// Printf implements the library's interface.
func (quiet) Printf(context.Context, string, ...any) {}

// run runs a script in the life of the store that is in use. ok is false when the store is not
// in use, or not any more.
func (l *Ledger) run(s *redis.Script, keys []string, args ...any) (got []int64, ok bool) {
	life := l.life.Load()
	if life == nil {
		return nil, false
	}
	began := time.Now()
	got, err := l.call(*life, s, keys, args...)
	if err != nil {
		l.leave(life, err)
		return nil, false
	}
	l.opts.Watch.StoreCall(time.Since(began))
	return got, true
}

func (l *Ledger) call(life string, s *redis.Script, keys []string, args ...any) ([]int64, error) {
	ctx, cancel := context.WithTimeout(context.Background(), l.opts.Timeout)
	defer cancel()
	now := any("")
	if l.opts.Now != nil {
		now = l.opts.Now().UnixMicro()
	}
	return s.Run(ctx, l.db, append([]string{lifeKey}, keys...), append([]any{life, now}, args...)...).Int64Slice()
}

// leave stops using the store, unless that has happened already.
func (l *Ledger) leave(life *string, err error) {
	l.opts.Watch.StoreFailed(cause(err))
	if l.life.CompareAndSwap(life, nil) {
		l.opts.Watch.Store(false)
		l.warn(err)
	}
}

// warn tells once why the store is not used.
func (l *Ledger) warn(err error) {
	why := cause(err)
	l.mu.Lock()
	told := l.told
	l.told = why
	l.mu.Unlock()
	if told == "" {
		l.opts.Log.Warn("the servers' common store is not used, so this server keeps to its part of the budgets", "cause", why, "error", err)
	}
}

// Causes are why the store is not used, as words for metrics and logs.
var Causes = []string{"timeout", "full", "password", "secret", "emptied", "certificate", "unreachable"}

// cause puts an error into one of these words.
func cause(err error) string {
	var (
		unknown x509.UnknownAuthorityError
		host    x509.HostnameError
		invalid x509.CertificateInvalidError
		timeout net.Error
	)
	says := func(s string) bool { return strings.Contains(err.Error(), s) }
	switch {
	case says("OOM"):
		return "full"
	case says("WRONGPASS"), says("NOAUTH"), says("AUTH"):
		return "password"
	case says("another secret"):
		return "secret"
	case says("another life"):
		return "emptied"
	case errors.As(err, &unknown), errors.As(err, &host), errors.As(err, &invalid):
		return "certificate"
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout(), says("pool timeout"):
		return "timeout"
	default:
		return "unreachable"
	}
}

// beats asks every second how the store does, until the ledger is closed.
func (l *Ledger) beats() {
	tick := time.NewTicker(beatEvery)
	defer tick.Stop()
	good := 0
	for n := 1; ; n++ {
		select {
		case <-l.stop:
			return
		case <-tick.C:
		}
		good = l.beat(good)
		if n%placeBeats == 0 && l.life.Load() != nil {
			l.repeat()
		}
	}
}

// beat asks which life of the store this is, and uses the store again after enough good
// answers. good is how many there were in a row.
func (l *Ledger) beat(good int) int {
	ctx, cancel := context.WithTimeout(context.Background(), l.opts.Timeout)
	life, err := beatScript.Run(ctx, l.db, []string{lifeKey}, l.name, rand.Text(), lifeTime.Milliseconds()).Text()
	cancel()
	used := l.life.Load()
	switch {
	case err != nil && used != nil:
		l.leave(used, err)
		return 0
	case err != nil:
		l.opts.Watch.StoreFailed(cause(err))
		l.warn(err)
		return 0
	case used != nil && *used == life:
		return 0
	case used != nil:
		l.leave(used, errEmptied)
	}
	l.mu.Lock()
	again := l.told != ""
	l.mu.Unlock()
	if good++; again && good < goodBeats {
		return good
	}
	if err := l.tell(life); err != nil {
		l.opts.Watch.StoreFailed(cause(err))
		l.warn(err)
		return 0
	}
	l.mu.Lock()
	l.told = ""
	l.mu.Unlock()
	l.life.Store(&life)
	l.opts.Watch.Store(true)
	l.repeat()
	if again {
		l.opts.Log.Info("the servers' common store is used again")
	}
	return good
}

var errEmptied = errors.New("another life of the store: it was emptied")

// spaceLives is where a server notes which lives of the store it has told. What it spends after
// that, the store knows itself. The note is in the server's own ledger, because a server that
// told again after each restart would charge everybody again.
const spaceLives = "cluster_lives"

// tell tells a store that was emptied what this server knows to be spent, once: it asks again
// with the same batches after an error, and the store leaves out those that it has made.
func (l *Ledger) tell(life string) error {
	known := ledger.Key{Space: spaceLives, Name: life}
	if l.local.Left([]ledger.Key{known})[0] > 0 {
		return nil
	}
	if l.telling != life {
		l.telling, l.untold = life, nil
		for part := range slices.Chunk(l.owed(), batch-1) {
			once := change{kind: "once", key: toldKey + rand.Text(), x: lifeTime.Milliseconds()}
			l.untold = append(l.untold, append([]change{once}, part...))
		}
	}
	for len(l.untold) > 0 {
		if _, err := l.apply(life, l.untold[0]); err != nil {
			return err
		}
		l.untold = l.untold[1:]
	}
	l.local.Mark(known, lifeMost)
	return nil
}

// owed is what this server knows to be spent of what servers share.
func (l *Ledger) owed() (list []change) {
	l.local.Owed(func(o ledger.Owed) {
		switch {
		case !l.opts.Shared(o.Space):
		case o.Bucket:
			// A part fills as much more slowly as it is smaller.
			list = append(list, change{kind: "owe", key: stored(bucketKey, o.Key), x: float64(min(o.Left, lifeMost).Microseconds()) / l.share})
		default:
			enforced := 0
			if o.Enforced {
				enforced = 1
			}
			list = append(list, change{kind: "blame", key: stored(penalKey, o.Key), x: min(o.Left, lifeMost).Microseconds(), y: enforced})
		}
	})
	return list
}

// lifeMost is the longest lifetime of a number, as in prelude.lua.
const lifeMost = 400 * 24 * time.Hour

// change is one that nobody waits for, see apply.lua.
type change struct {
	kind, key string
	x, y, z   any
	done      chan struct{} // closed when it and those before it are made; nil: nobody waits
}

// later makes a change soon. When too many wait it is dropped: points are then not given back,
// and places are repeated by a beat.
func (l *Ledger) later(c change) {
	if l.life.Load() == nil {
		return
	}
	select {
	case l.changes <- c:
	default:
	}
}

// repeat tells the store all places of this server.
func (l *Ledger) repeat() {
	l.mu.Lock()
	var list []change
	for k := range l.held {
		list = append(list, l.places(k))
		if l.local.Held(k) == 0 {
			delete(l.held, k)
		}
	}
	l.mu.Unlock()
	for _, c := range list {
		l.later(c)
	}
}

// sends makes the changes of later, many with one call, until the ledger is closed. Then it
// takes this server's places out of the store.
func (l *Ledger) sends() {
	for {
		var list []change
		select {
		case c := <-l.changes:
			list = append(list, c)
		case <-l.stop:
			l.send(l.waiting(nil))
			l.send(l.farewell())
			return
		}
		list = l.waiting(list)
		l.send(list)
		for _, c := range list {
			if c.done != nil {
				close(c.done)
			}
		}
	}
}

// waiting adds the changes that wait, as many as one call makes.
func (l *Ledger) waiting(list []change) []change {
	for len(list) < batch {
		select {
		case c := <-l.changes:
			list = append(list, c)
		default:
			return list
		}
	}
	return list
}

func (l *Ledger) farewell() (list []change) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for k := range l.held {
		list = append(list, change{kind: "place", key: stored(placeKey, k), x: l.id, y: 0, z: 0})
	}
	return list
}

func (l *Ledger) send(list []change) {
	life := l.life.Load()
	if life == nil || len(list) == 0 {
		return
	}
	if _, err := l.apply(*life, list); err != nil {
		l.leave(life, err)
	}
}

func (l *Ledger) apply(life string, list []change) ([]int64, error) {
	keys, args := make([]string, 0, len(list)), make([]any, 0, 4*len(list))
	for _, c := range list {
		keys = append(keys, c.key) // of a flush the script knows no kind and changes nothing
		args = append(args, c.kind)
		for _, v := range []any{c.x, c.y, c.z} {
			if v == nil {
				v = 0
			}
			args = append(args, v)
		}
	}
	return l.call(life, applyScript, keys, args...)
}
