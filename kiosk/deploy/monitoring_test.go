package deploy

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/kiosk/limit/metered"
	"motcua/kiosk/metrics"
)

// measured returns the names of everything that a server and a kiosk report.
func measured(t *testing.T) []string {
	t.Helper()
	s := metrics.New([]string{"h55"})
	s.Build("v1")
	s.Catalogue(time.Now)
	s.Sources([]string{"h55"})
	s.Started("line", "public")
	s.Ended("line", "public", "left", time.Second, 1, 1)
	s.Lookup(metered.KindTrack, "h55", "found", time.Second)
	s.Unknown("h55", "11")
	s.Wire(1, 1)
	scraped := httptest.NewRecorder()
	s.Handler(func() error { return nil }).ServeHTTP(scraped, httptest.NewRequest(http.MethodGet, "/metrics", http.NoBody))
	server, err := io.ReadAll(scraped.Body)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "motcua.prom")
	if err := metrics.NewKiosk("v1", []string{"h55"}).WriteTo(file); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, line := range regexp.MustCompile(`(?m)^([a-z_]+)[{ ]`).FindAllStringSubmatch(string(server)+"\n"+content(t, file), -1) {
		names = append(names, line[1])
	}
	return append(names, "up") // Prometheus' own
}

var (
	asks = regexp.MustCompile(`\b(?:up|(?:motcua|process)_[a-z_]+)\b`)
	expr = regexp.MustCompile(`(?m)^ +expr: *(?:\|\n((?:          .*\n)+)|(.*)$)`)
)

// A rule or a panel about a metric that nobody reports would stay silent.
func TestMonitoringAsksForWhatIsMeasured(t *testing.T) {
	names := measured(t)
	rules := expr.FindAllStringSubmatch(content(t, "server/alerts.yml"), -1)
	if want := strings.Count(content(t, "server/alerts.yml"), "- alert:"); len(rules) != want {
		t.Fatalf("%d expressions of %d alerts were read", len(rules), want)
	}
	queries := dashboard(t)
	for _, r := range rules {
		queries = append(queries, r[1]+r[2])
	}
	for _, q := range queries {
		asked := asks.FindAllString(q, -1)
		if len(asked) == 0 {
			t.Errorf("%s: asks for nothing", q)
		}
		for _, name := range asked {
			if !slices.Contains(names, name) {
				t.Errorf("%s: nobody reports %s", q, name)
			}
		}
	}
}

// dashboard returns the queries of the dashboard's panels.
func dashboard(t *testing.T) []string {
	t.Helper()
	var doc struct {
		Panels []struct {
			ID      int
			Title   string
			GridPos struct{ X, Y, W, H int }
			Targets []struct{ Expr string }
		}
	}
	if err := json.Unmarshal([]byte(content(t, "server/dashboard.json")), &doc); err != nil {
		t.Fatal(err)
	}
	var queries []string
	taken := map[[2]int]string{} // the grid has 24 columns
	for _, p := range doc.Panels {
		if p.Title == "" || len(p.Targets) == 0 {
			t.Errorf("panel %d has no title or asks for nothing", p.ID)
		}
		for _, q := range p.Targets {
			queries = append(queries, q.Expr)
		}
		for x := p.GridPos.X; x < p.GridPos.X+p.GridPos.W; x++ {
			for y := p.GridPos.Y; y < p.GridPos.Y+p.GridPos.H; y++ {
				if other := taken[[2]int{x, y}]; other != "" || x >= 24 {
					t.Fatalf("%s and %s overlap, or leave the grid", p.Title, other)
				}
				taken[[2]int{x, y}] = p.Title
			}
		}
	}
	return queries
}

// Prometheus' own tool reads the rules, plays them, and reads the dashboard's queries as rules.
func TestMonitoringForPrometheus(t *testing.T) {
	promtool := clienttest.Program(t, "promtool", "nothing else reads the alert rules")
	run := func(args ...string) {
		t.Helper()
		if out, err := exec.Command(promtool, args...).CombinedOutput(); err != nil {
			t.Errorf("promtool %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	run("check", "rules", "server/alerts.yml")
	run("test", "rules", "testdata/alerts_test.yml")

	var rules strings.Builder
	rules.WriteString("groups:\n  - name: dashboard\n    rules:\n")
	for i, q := range dashboard(t) {
		q, err := json.Marshal(strings.ReplaceAll(q, "$instance", ".*"))
		if err != nil {
			t.Fatal(err)
		}
		rules.WriteString("      - {record: panel" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + ", expr: " + string(q) + "}\n")
	}
	file := filepath.Join(t.TempDir(), "dashboard.yml")
	if err := os.WriteFile(file, []byte(rules.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	run("check", "rules", file)
}
