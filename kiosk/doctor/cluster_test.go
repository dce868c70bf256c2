package doctor

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/kiosk/limit/shared"
)

// Each report about the servers' common store has its sentence, and only what gives budgets away
// fails.
func TestClusterFindings(t *testing.T) {
	for _, tc := range []struct {
		report shared.Report
		want   string
	}{
		{shared.Report{Took: 400 * time.Microsecond}, "ok common store: the servers' common store store:6380 answers after 400µs, for 2 servers."},
		{shared.Report{Took: time.Second}, "warn common store: the servers' common store store:6380 answers after 1s, and a server waits for 100ms."},
		{shared.Report{Saves: true}, "warn common store: the servers' common store store:6380 writes to a disk."},
		{shared.Report{Evicts: "allkeys-lru"}, "fail common store: the servers' common store store:6380 drops numbers when it is full (allkeys-lru), which gives budgets back."},
		{shared.Report{Cause: "password"}, "fail common store: the servers' common store store:6380 cannot be used: it refuses the password. This server keeps to its part of the budgets."},
		{shared.Report{Cause: "secret"}, "fail common store: the servers' common store store:6380 cannot be used: the other servers have another cluster.key or audit.key. This server keeps to its part of the budgets."},
	} {
		e := sound(t)
		e.Config.Cluster.Store = "store:6380"
		e.Server.Store = func(context.Context) shared.Report { return tc.report }
		got, good := run(t, e)
		want := strings.Replace(tc.want, "common store:", "cluster:", 1)
		if !slices.Contains(got, want) && !slices.Contains(got, tc.want) {
			t.Errorf("got %q, want %q", got, tc.want)
		}
		if good == strings.HasPrefix(tc.want, "fail") {
			t.Errorf("%+v: good %v", tc.report, good)
		}
	}
}
