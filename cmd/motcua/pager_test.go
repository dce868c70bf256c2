//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// paged writes a long answer, a line at a time, and returns what the terminal showed and how
// many lines were wanted.
func paged(t *testing.T, command string, lines int) (shown string, wanted int) {
	t.Helper()
	screen, err := os.Create(filepath.Join(t.TempDir(), "screen"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = screen.Close() }()
	p := &pager{out: screen, file: screen, rows: 3, command: command, begins: func() {}}
	p.hold()
	for ; wanted < lines; wanted++ {
		if _, err := fmt.Fprintf(p, "row %d\n", wanted); err != nil {
			break
		}
	}
	p.close()
	p.close() // also at the end of the session
	all, err := os.ReadFile(screen.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(all), wanted
}

func TestThePagerLosesNoAnswer(t *testing.T) {
	const many = 100_000 // more than a pipe holds
	for _, tt := range []struct {
		name, command string
		lines, shown  int
	}{
		{"an answer that fits", "sed s/row/PAGED/", 2, 2},
		{"a long one", "cat", many, many},
		{"a pager with options", "sed -n p", 10, 10},
		{"no such pager", "no-such-pager -X 2>/dev/null", 10, 10},
		{"no such pager, and much to say", "no-such-pager -X 2>/dev/null", many, many},
		{"a pager that is a folder", "/ 2>/dev/null", 10, 10},
	} {
		shown, wanted := paged(t, tt.command, tt.lines)
		if n := strings.Count(shown, "row "); n != tt.shown || wanted != tt.lines {
			t.Errorf("%s: %d lines shown, want %d; %d of %d wanted", tt.name, n, tt.shown, wanted, tt.lines)
		}
	}
}

// Whoever leaves the pager does not wait for the rest of a long list.
func TestLeavingThePagerEndsTheAnswer(t *testing.T) {
	if shown, wanted := paged(t, "head -n 1", 1_000_000); shown != "row 0\n" || wanted == 1_000_000 {
		t.Errorf("shown %q, %d lines wanted", shown, wanted)
	}
}
