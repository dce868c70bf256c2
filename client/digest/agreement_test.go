package digest

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestReadersAgree compares the labels that two people gave sixty pages independently. The
// rules cannot be measured more precisely than these people agree. testdata/labels/second has
// the second person's labels; the pages are in tuned.
func TestReadersAgree(t *testing.T) {
	files, err := filepath.Glob("testdata/labels/second/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no second readings: %v", err)
	}
	var rows, sameRows, sameDuty, musts, sameMusts, sameTime, sameFee, alike, alikeDuty int
	for _, f := range files {
		first := readLabelledPage(t, filepath.Join("testdata/labels/tuned", filepath.Base(f)))
		second := readAgain(t, &first, f)
		all, duty := true, true
		for li := range first.rows {
			for ri := range first.rows[li] {
				a, b := first.rows[li][ri], second.rows[li][ri]
				rows++
				if slices.Equal(classes(a), classes(b)) {
					sameRows++
				} else {
					all = false
				}
				am, bm := slices.Contains(classes(a), "hand_in"), slices.Contains(classes(b), "hand_in")
				if am || bm {
					musts++
				}
				switch {
				case am && bm:
					sameMusts++
					sameDuty++
				case am == bm:
					sameDuty++
				default:
					duty = false
				}
			}
		}
		times, fees := slices.Equal(limits(&first), limits(&second)), slices.Equal(sums(&first), sums(&second))
		if times {
			sameTime++
		}
		if fees {
			sameFee++
		}
		if all && times && fees {
			alike++
		}
		if duty && times && fees {
			alikeDuty++
		}
	}
	n := len(files)
	t.Logf("%d pages read twice: rows of the same class %.1f %% of %d; rows alike on whether all must bring it %.1f %%; of %d rows that one of the readers takes for a must both do for %.1f %%; times %.1f %%, fees %.1f %% of pages",
		n, share(sameRows, rows), rows, share(sameDuty, rows), musts, share(sameMusts, musts), share(sameTime, n), share(sameFee, n))
	t.Logf("pages alike in musts, times and fees %.1f %%, in all classes, times and fees %.1f %%", share(alikeDuty, n), share(alike, n))
	if got := share(sameDuty, rows); got < 85 {
		t.Errorf("the readers agree on %.1f %% of rows whether all must bring it: the labels say little", got)
	}
}

// readAgain reads the second person's labels of a page.
func readAgain(t *testing.T, pg *labelledPage, path string) labelledPage {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	again := labelledPage{Procedure: pg.Procedure}
	for _, c := range pg.Cases {
		again.heads, again.headWhen = append(again.heads, "section"), append(again.headWhen, "")
		again.rows = append(again.rows, make([][]rowLabel, len(c.Rows)))
	}
	again.read(t, path, string(raw))
	return again
}

// classes returns what a row's labels mean for the person: a paper to show is one to bring.
func classes(labels []rowLabel) []string {
	var out []string
	for _, l := range labels {
		c := l.class
		switch c {
		case "show":
			c = "hand_in"
		case "lead", "void":
			c = "note" // nothing to bring
		}
		out = append(out, c)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// limits returns the time limits in the labels, each once.
func limits(pg *labelledPage) []string {
	var out []string
	for _, l := range pg.times {
		if l.unsure {
			out = append(out, "unsure")
			continue
		}
		out = append(out, strings.TrimSpace(strconv.FormatFloat(l.limit.Quantity, 'f', -1, 64)+" "+string(l.limit.Unit)))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func sums(pg *labelledPage) []string {
	var out []string
	for _, f := range pg.fees {
		out = append(out, f.state+" "+strconv.FormatInt(f.amount, 10))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
