package store

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/clienttest"
	"motcua/client/national"
)

// The tests of this file run the test's own binary as a second process that shares the store.
// Its task is in its environment, and the store is in its working directory.
const (
	childWork = "MOTCUA_STORE_TEST_WORK"
	childURL  = "MOTCUA_STORE_TEST_URL"
)

func TestMain(m *testing.M) {
	work := os.Getenv(childWork) //nolint:forbidigo // how a test tells its child what to do
	if work == "" {
		os.Exit(m.Run())
	}
	if err := beChild(work, os.Getenv(childURL)); err != nil { //nolint:forbidigo // as above
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// child starts the other process. The channel receives its lines of output, and is closed when
// it ends.
func child(t *testing.T, work, dir, url string) (*exec.Cmd, <-chan string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Dir = dir
	cmd.Env = append(cmd.Environ(), childWork+"="+work, childURL+"="+url)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := make(chan string, 1_000)
	go func() {
		defer close(lines)
		for in := bufio.NewScanner(out); in.Scan(); {
			lines <- in.Text()
		}
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	return cmd, lines
}

// beChild is the other process.
func beChild(work, url string) error {
	s, err := openNow(context.Background(), ".", ready(Options{}))
	if err != nil {
		return err
	}
	defer s.Close()
	switch work {
	case "sync":
		n, err := portalAt(url)
		if err != nil {
			return err
		}
		defer n.Close()
		_, err = s.Sync(context.Background(), n, nil)
		_, _ = fmt.Fprintln(os.Stdout, "done", err)
		return nil
	case "read":
		// Readers must never see a mixture or an error.
		for {
			version, err := oneVersion(s)
			_, _ = fmt.Fprintln(os.Stdout, version, err)
			time.Sleep(5 * time.Millisecond) //nolint:forbidigo // leaves the machine to the writer
		}
	default:
		return fmt.Errorf("no child does %q", work)
	}
}

// versions is a portal over HTTP whose names all contain one version, so that a mixture of two
// readings is noticed.
type versions struct {
	*httptest.Server
	version  atomic.Int64
	entries  int
	requests atomic.Int64
	before   atomic.Pointer[func(n int64)] // each answer
}

func newVersions(t *testing.T, entries int) *versions {
	t.Helper()
	v := &versions{entries: entries}
	v.version.Store(1)
	v.Server = httptest.NewServer(http.HandlerFunc(v.serve))
	t.Cleanup(v.Close)
	return v
}

func (v *versions) serve(w http.ResponseWriter, r *http.Request) {
	n := v.requests.Add(1)
	if before := v.before.Load(); before != nil {
		(*before)(n)
	}
	var q struct {
		Limit  int    `json:"limit"`
		LastID string `json:"lastId"`
	}
	if err := json.NewDecoder(r.Body).Decode(&q); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	type row struct {
		ID   string `json:"id"`
		Code string `json:"code"`
		Name string `json:"name"`
		Type string `json:"type"`
	}
	from := 0
	if q.LastID != "" {
		from, _ = strconv.Atoi(strings.TrimLeft(q.LastID[strings.LastIndexByte(q.LastID, '-')+1:], "0"))
	}
	data := struct {
		Items  []row  `json:"items"`
		LastID string `json:"lastId"`
		Total  int    `json:"total"`
	}{Items: []row{}, Total: v.entries}
	for i := from + 1; i <= min(from+q.Limit, v.entries); i++ {
		it := item(i)
		data.Items = append(data.Items, row{it.ID, it.Code, fmt.Sprintf("Việc thứ %d bản %d", i, v.version.Load()), string(it.Kind)})
		data.LastID = it.ID
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]any{"code": "OK", "data": data})
}

func source(t testing.TB, url string) *national.Source {
	t.Helper()
	n, err := portalAt(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(n.Close)
	return n
}

func portalAt(url string) (*national.Source, error) {
	var cfg national.Config
	cfg.Rest.BaseURL, cfg.Rest.Retries = url, -1
	return national.New(cfg)
}

// oneVersion reads the catalogue from the file and returns the version that all its names
// contain, or an error when they differ.
func oneVersion(s *Store) (string, error) {
	db, err := s.handle(context.Background())
	if err != nil {
		return "", err
	}
	_, _, entries, err := readCurrent(context.Background(), db)
	if err != nil {
		return "", err
	}
	version := ""
	for _, e := range entries {
		_, v, _ := strings.Cut(e.name, " bản ")
		if version == "" {
			version = v
		}
		if v != version {
			return "", fmt.Errorf("%q beside version %s", e.name, version)
		}
	}
	return fmt.Sprintf("%s of %d", version, len(entries)), nil
}

// checkFile checks the file after a crash: it must be undamaged and have one complete version.
func checkFile(t *testing.T, dir string, want ...string) string {
	t.Helper()
	s := open(t, dir, Options{})
	defer func() { _ = s.Close() }()
	var verdict string
	if err := s.db.QueryRow(`PRAGMA integrity_check`).Scan(&verdict); err != nil || verdict != "ok" {
		t.Fatalf("integrity: %s, %v", verdict, err)
	}
	if n := s.Notices(); len(n) != 0 {
		t.Fatalf("notices: %+v", n)
	}
	got, err := oneVersion(s)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range want {
		if got == w {
			return got
		}
	}
	t.Fatalf("the catalogue is version %s, want one of %q", got, want)
	return ""
}

const many = 1_000

func version(n int64) string { return fmt.Sprintf("%d of %d", n, many) }

func TestAKillInTheMiddleOfASyncLeavesTheLastGoodCatalogue(t *testing.T) {
	portal := newVersions(t, many)
	dir := t.TempDir()
	mustSync(t, open(t, dir, Options{}), source(t, portal.URL))

	for _, at := range killedAt {
		portal.version.Add(1)
		portal.requests.Store(0)
		arrived, stay := make(chan struct{}), make(chan struct{})
		hold := func(n int64) {
			if n == at {
				close(arrived)
				<-stay
			}
		}
		portal.before.Store(&hold)
		cmd, lines := child(t, "sync", dir, portal.URL)
		<-arrived
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		for line := range lines {
			t.Fatalf("the child came to %q", line)
		}
		close(stay)
		portal.before.Store(nil)
		checkFile(t, dir, version(portal.version.Load()-1))

		// The next sync continues: no page is read twice.
		portal.requests.Store(0)
		s := open(t, dir, Options{})
		if at == 6 {
			// Only the empty page at the end was missing.
			r := mustSync(t, s, source(t, portal.URL))
			if !r.Resumed || portal.requests.Load() != 1 {
				t.Errorf("killed at the end: %+v with %d requests, want 1", r, portal.requests.Load())
			}
		} else if r := mustSync(t, s, source(t, portal.URL)); r.Resumed != (at > 1) || portal.requests.Load() != 7-at {
			t.Errorf("killed at request %d: %+v with %d requests, want %d", at, r, portal.requests.Load(), 7-at)
		}
		_ = s.Close()
		checkFile(t, dir, version(portal.version.Load()))
	}
}

// killedAt are the requests of a sync at which a process is killed: five pages
// and the end.
var killedAt = []int64{1, 2, 3, 4, 5, 6}

// kills is how often a process is killed near the swap.
var kills = 12

func TestAKillAtAnyMomentLeavesOneWholeCatalogue(t *testing.T) {
	clienttest.Long(t, "starts a dozen processes and kills them")
	portal := newVersions(t, many)
	dir := t.TempDir()
	mustSync(t, open(t, dir, Options{}), source(t, portal.URL))
	// The last answer starts the end of the sync and the swap, which takes some milliseconds;
	// the kills are spread over that time.
	swapped := 0
	for i := range kills {
		before, now := portal.version.Load(), portal.version.Add(1)
		portal.requests.Store(0)
		last := make(chan struct{})
		atEnd := func(n int64) {
			if n == 6 {
				close(last)
			}
		}
		portal.before.Store(&atEnd)
		cmd, _ := child(t, "sync", dir, portal.URL)
		<-last
		time.Sleep(time.Duration(i*i) * 80 * time.Microsecond) //nolint:forbidigo // another process is being timed
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		portal.before.Store(nil)
		if checkFile(t, dir, version(before), version(now)) == version(now) {
			swapped++
		}
		// In either case the next sync brings the complete new version.
		mustSync(t, open(t, dir, Options{}), source(t, portal.URL))
		checkFile(t, dir, version(now))
	}
	t.Logf("of %d kills %d came after the swap", kills, swapped)
}

func TestOneSyncAtATime(t *testing.T) {
	portal := newVersions(t, many)
	dir := t.TempDir()
	arrived, stay := make(chan struct{}), make(chan struct{})
	hold := func(n int64) {
		if n == 3 {
			close(arrived)
			<-stay
		}
	}
	portal.before.Store(&hold)
	_, lines := child(t, "sync", dir, portal.URL)
	<-arrived
	s := open(t, dir, Options{})
	if _, err := s.Sync(t.Context(), source(t, portal.URL), nil); !errors.Is(err, ErrSyncing) {
		t.Errorf("a second sync got %v, want ErrSyncing", err)
	}
	// Details are stored during another process's sync.
	if err := s.keep(t.Context(), client.Answer[client.Procedure]{Value: wholeProcedure(), AsOf: time.Now()}); err != nil {
		t.Errorf("a detail during the other's sync: %v", err)
	}
	portal.before.Store(nil)
	close(stay)
	if line := <-lines; line != "done <nil>" {
		t.Errorf("the first sync ended with %q", line)
	}
	if _, err := s.Sync(t.Context(), source(t, portal.URL), nil); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

func TestTwoProcessesShareOneStore(t *testing.T) {
	portal := newVersions(t, many)
	dir := t.TempDir()
	now := time.Now()
	s := open(t, dir, Options{Now: func() time.Time { return now }})
	mustSync(t, s, source(t, portal.URL))
	if got := s.Len(t.Context()); got != many {
		t.Fatalf("%d entries", got)
	}
	asOf := s.AsOf()
	_, lines := child(t, "read", dir, "")
	<-lines // it is reading

	other := open(t, dir, Options{})
	for range 5 {
		portal.version.Add(1)
		mustSync(t, other, source(t, portal.URL))
	}
	want := version(portal.version.Load())
	for seen := map[string]bool{}; !seen[want]; {
		line := <-lines
		got, failure, _ := strings.Cut(line, " <")
		if failure != "nil>" {
			t.Fatalf("the reading process said %q", line)
		}
		seen[got] = true
	}
	// A process with the old list in memory uses the new one within a second, and answers
	// meanwhile.
	q := client.Query{Words: "việc thứ 77"}
	now = now.Add(2 * lookEvery)
	until := time.Now().Add(10 * time.Second)
	for {
		r, err := s.Search(t.Context(), q)
		if err != nil || len(r.Hits) == 0 {
			t.Fatalf("%+v, %v", r, err)
		}
		if strings.HasSuffix(r.Hits[0].Name, fmt.Sprint(" bản ", portal.version.Load())) {
			if !s.AsOf().After(asOf) {
				t.Errorf("the new list is as of %v, like the old one", s.AsOf())
			}
			break
		}
		// Until then the old list answers, with its own date.
		if g := s.loaded.Load(); g.number == 1 && !g.asOf.Equal(asOf) {
			t.Fatalf("the old list is as of %v, want %v", g.asOf, asOf)
		}
		if time.Now().After(until) {
			t.Fatalf("still %q", r.Hits[0].Name)
		}
		time.Sleep(time.Millisecond) //nolint:forbidigo // the new list is read in the background
	}
}

func TestManyProcessesBeginOneFile(t *testing.T) {
	portal := newVersions(t, 10)
	dir := t.TempDir()
	var ended []<-chan string
	for range 4 {
		_, lines := child(t, "sync", dir, portal.URL)
		ended = append(ended, lines)
	}
	done := 0
	for _, lines := range ended {
		switch line := <-lines; line {
		case "done <nil>":
			done++
		case "done " + ErrSyncing.Error():
		default:
			t.Errorf("a process ended with %q", line)
		}
		for line := range lines {
			t.Logf("then it said %q", line)
		}
	}
	if done == 0 {
		t.Error("none of the syncs came through")
	}
	checkFile(t, dir, "1 of 10")
}
