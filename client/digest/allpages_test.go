//go:build allpages

package digest

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"maps"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client"
	"motcua/client/digest/reading"
	"motcua/client/national"
	"motcua/client/rest"
	"motcua/client/sandbox"
	"motcua/client/sandbox/pagefile"
)

// The saved pages are the details of many procedures as the national portal sends them, one a
// line, compressed. They are larger than the program, so they are not in the repository.
var (
	pagesFile  = flag.String("pages", "", "the saved details of procedures (.jsonl.gz)")
	pagesWords = flag.Bool("pages-words", false, "print the words of faults; not for a file that has sealed pages")
)

// TestAllPages digests every saved page. None may panic or lose a word, and half of them must
// take less than 2 ms.
//
//	go test -tags allpages ./client/digest -run TestAllPages -v -args -pages FILE
func TestAllPages(t *testing.T) {
	pages := savedPages(t)
	var took []time.Duration
	faults, closely, papers := 0, 0, 0
	for _, p := range pages {
		var d Digest
		best := time.Hour
		for range 3 { // the shortest of three, because the machine may be busy
			start := time.Now()
			d = Of(p)
			best = min(best, time.Since(start))
		}
		took = append(took, best)
		for _, f := range faultsOf(p) {
			faults++
			if faults <= 40 {
				kind, rest, _ := strings.Cut(f, ":")
				if !*pagesWords {
					rest = ""
				}
				t.Errorf("%s: %s%.400s", p.Code, kind, rest)
			}
		}
		for _, r := range d.Rows {
			if r.Class != reading.ClassNote && r.Class != reading.ClassVoid && r.Class != reading.ClassRepeat {
				papers++
			}
			if len(r.Close) > 0 || r.Class == reading.ClassClose {
				closely++
			}
		}
	}
	slices.Sort(took)
	median := took[len(took)/2]
	t.Logf("%d pages: median %v, the slowest %v; %d of %d rows with papers to read closely (%.1f %%)",
		len(pages), median, took[len(took)-1], closely, papers, share(closely, papers))
	if median > 2*time.Millisecond {
		t.Errorf("half of the pages take longer than %v, more than 2 ms", median)
	}
}

// savedPages reads the saved pages as the program does: the sample portal serves them, and the
// client of the national portal reads them.
func savedPages(tb testing.TB) []client.Procedure {
	tb.Helper()
	f, err := os.Open(*pagesFile)
	if err != nil {
		tb.Fatalf("-pages names the file of saved pages: %v", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	dir := tb.TempDir()
	sc := bufio.NewScanner(z)
	sc.Buffer(nil, 1<<26)
	for sc.Scan() {
		var page struct {
			Code string `json:"ma_thu_tuc"`
		}
		if err := json.Unmarshal(sc.Bytes(), &page); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, page.Code+".json"), sc.Bytes(), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	if err := sc.Err(); err != nil {
		tb.Fatal(err)
	}
	details, err := pagefile.ReadDir(dir)
	if err != nil {
		tb.Fatal(err)
	}
	sb, err := sandbox.New(sandbox.Options{Details: details})
	if err != nil {
		tb.Fatal(err)
	}
	srv := httptest.NewServer(sb.Handler())
	tb.Cleanup(srv.Close)
	src, err := national.New(national.Config{Rest: rest.Config{BaseURL: srv.URL + sandbox.NationalPath}})
	if err != nil {
		tb.Fatal(err)
	}
	var out []client.Procedure
	for _, code := range slices.Sorted(maps.Keys(details)) {
		p, err := src.Procedure(context.Background(), code)
		if err != nil {
			tb.Fatalf("%s: %v", code, err)
		}
		out = append(out, p)
	}
	return out
}
