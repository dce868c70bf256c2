package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"motcua/client/sandbox"
)

// BenchmarkTrackProcess measures `motcua track CODE` as a whole process against a portal on
// the loopback. The budget is 60 ms in addition to the portal's own time, which is reported
// as well: compare ms/op-program.
func BenchmarkTrackProcess(b *testing.B) {
	portal, err := sandbox.New(sandbox.Options{})
	if err != nil {
		b.Fatal(err)
	}
	var inPortal atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		portal.Handler().ServeHTTP(w, r)
		inPortal.Add(int64(time.Since(begin)))
	}))
	defer server.Close()
	name := filepath.Join(b.TempDir(), "config.toml")
	doc := "[[system]]\nid = \"h55\"\nkind = \"integration\"\nurl = \"" + server.URL + sandbox.AdapterPath +
		"\"\nusername = \"" + sandbox.DefaultUsername + "\"\npassword = \"" + sandbox.DefaultPassword +
		"\"\ndstcode = \"" + sandbox.DefaultDstCode + "\"\nunit = \"" + sandbox.DefaultUnitCode + "\"\n"
	if err := os.WriteFile(name, []byte(doc), 0o600); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		out, err := exec.CommandContext(b.Context(), "motcua", "track", "H55.17.05-261120-0007", "--json", "--config", name).CombinedOutput()
		if err != nil {
			b.Fatalf("%v: %s", err, out)
		}
	}
	own := float64(inPortal.Load()) / float64(b.N) / 1e6
	b.ReportMetric(own, "ms/op-portal")
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/1e6-own, "ms/op-program")
}
