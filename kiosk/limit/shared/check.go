package shared

import (
	"context"
	"encoding/hex"
	"errors"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
)

// Report is what [Check] has found.
type Report struct {
	Took  time.Duration // of the second answer: the first one opens the connection
	Cause string        // why the store cannot be used, one of Causes; empty: it can
	Err   error
	// Evicts names the policy by which a full store would drop numbers, and so give budgets
	// back; empty: it refuses, as it should. Saves says that it writes to a disk.
	Evicts string
	Saves  bool
}

// Check asks the store for what a server would ask, and changes nothing there.
func Check(ctx context.Context, o Options) (r Report) {
	redis.SetLogger(quiet{})
	o.Timeout = max(o.Timeout, time.Second) // a slow one is told by Took
	l := &Ledger{opts: o}
	db := redis.NewClient(dialled(o))
	defer db.Close()
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	life, err := db.Get(ctx, lifeKey).Result()
	switch {
	case errors.Is(err, redis.Nil): // no server has used it yet
	case err != nil:
		return Report{Cause: cause(err), Err: err}
	case !strings.HasPrefix(life, hex.EncodeToString(l.sum("life", o.Also)[:8])+":"):
		return Report{Cause: "secret"}
	}
	began := time.Now()
	info, err := db.Info(ctx, "memory", "persistence").Result()
	r.Took = time.Since(began)
	if err != nil {
		return Report{Cause: cause(err), Err: err}
	}
	for line := range strings.Lines(info) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		switch {
		case name == "maxmemory_policy" && value != "noeviction":
			r.Evicts = value
		case name == "aof_enabled" && value == "1":
			r.Saves = true
		}
	}
	if save, err := db.ConfigGet(ctx, "save").Result(); err == nil && save["save"] != "" {
		r.Saves = true
	}
	return r
}
