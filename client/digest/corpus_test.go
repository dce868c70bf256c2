package digest

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"motcua/client"
)

// The corpus: the paper lists of the procedures that people use most, row by row as the portal
// sends them. A person labelled each row with the place where a citizen would look for it.
// testdata/README.md describes the format.

// label is what a person says about one row.
type label struct {
	class string // hand_in, show, only_if, note, lead, void
	names []string
	whens []string
}

type corpusProcedure struct {
	client.Procedure
	labels [][]label // by list and row
	held   bool      // not used while the rules were tuned
}

func readCorpus(tb testing.TB) []corpusProcedure {
	tb.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no corpus: %v", err)
	}
	var out []corpusProcedure
	for _, f := range files {
		out = append(out, readCorpusFile(tb, f))
	}
	return out
}

func readCorpusFile(tb testing.TB, path string) corpusProcedure {
	tb.Helper()
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var p corpusProcedure
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		tag, rest, _ := strings.Cut(sc.Text(), " ")
		lists := len(p.Cases) - 1
		switch tag {
		case "":
		case "procedure":
			p.Code, p.Name, _ = strings.Cut(rest, " ")
		case "held-out":
			p.held = true
		case "list":
			p.Cases = append(p.Cases, client.PaperCase{Name: rest})
			p.labels = append(p.labels, nil)
		case "row":
			var r client.PaperRow
			q, name, _ := strings.Cut(rest, " ")
			if _, err := fmt.Sscanf(q, "%d/%d", &r.Originals, &r.Copies); err != nil {
				tb.Fatalf("%s:%d: quantities %q: %v", path, n, q, err)
			}
			r.Name = name
			p.Cases[lists].Rows = append(p.Cases[lists].Rows, r)
			p.labels[lists] = append(p.labels[lists], label{})
		case "form":
			rows := p.Cases[lists].Rows
			last := &rows[len(rows)-1]
			last.Forms = append(last.Forms, client.Form{Name: rest})
		case "=":
			l := &p.labels[lists][len(p.labels[lists])-1]
			parts := strings.Split(rest+" |  | ", " | ")
			l.class = parts[0]
			if parts[1] != "" {
				l.names = append(l.names, parts[1])
				l.whens = append(l.whens, parts[2])
			}
		default:
			tb.Fatalf("%s:%d: unknown tag %q", path, n, tag)
		}
	}
	if err := sc.Err(); err != nil {
		tb.Fatal(err)
	}
	return p
}
