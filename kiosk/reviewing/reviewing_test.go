package reviewing

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"motcua/client/review"
	"motcua/kiosk/config"
	"motcua/kiosk/wire"
	"motcua/tui/line/exit"
	"motcua/tui/text"
)

func newRun(t *testing.T) (r *Run, out, said *bytes.Buffer) {
	t.Helper()
	out, said = &bytes.Buffer{}, &bytes.Buffer{}
	w := wire.New(config.Defaults(), config.State(t.TempDir()), "test")
	t.Cleanup(w.Close)
	return &Run{Config: config.Defaults(), Wiring: w, Out: out, Err: said, Lang: text.EN}, out, said
}

// The marks of several state folders stand above the pages that nobody reviewed, the newest
// first, and a folder that is named twice is read once.
func TestListHasTheMarksOfAllFolders(t *testing.T) {
	r, out, _ := newRun(t)
	account, server := config.State(t.TempDir()), config.State(t.TempDir())
	if _, err := wire.MarkedBy(account, review.Desk).Toggle("1.001193", 2); err != nil {
		t.Fatal(err)
	}
	if _, err := wire.MarkedBy(server, "SHA256:abc").Toggle("1.000894", 0); err != nil {
		t.Fatal(err)
	}
	r.States = []config.State{account, "", server, account}
	if err := r.List(t.Context(), 3); err != nil {
		t.Fatal(err)
	}
	marked, rest, ok := strings.Cut(out.String(), "\n\nNot reviewed, used most first\n")
	if !ok || strings.Count(marked, "\n") != 2 || strings.Count(rest, "\n") != 3 {
		t.Fatalf("want two marked pages and three others:\n%s", out)
	}
	for _, want := range []string{"Pages marked as wrong\n", "1.001193", "row 2", "1.000894", "SHA256:abc"} {
		if !strings.Contains(marked, want) {
			t.Errorf("%q is missing in\n%s", want, marked)
		}
	}
}

// A mistake in a file is a sentence and exit code 1, in words and as JSON.
func TestCheckTellsMistakes(t *testing.T) {
	file := filepath.Join(t.TempDir(), "papers.toml")
	if err := os.WriteFile(file, []byte("[[procedure]]\ncode = \"x\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, asJSON := range []bool{false, true} {
		r, out, said := newRun(t)
		r.JSON = asJSON
		err := r.Check(t.Context(), file)
		var ended *exit.Error
		if !errors.As(err, &ended) || ended.Code != exit.Failed {
			t.Errorf("JSON %t: ended with %v", asJSON, err)
		}
		if asJSON == (said.Len() > 0) || asJSON != strings.Contains(out.String(), `"ok":false`) {
			t.Errorf("JSON %t: wrote %q and said %q", asJSON, out, said)
		}
	}
}

// The flag's bounds are those of its sentence, operator.PapersBadLimit.
func TestLimit(t *testing.T) {
	for n, want := range map[int]bool{0: false, 1: true, 1000: true, 1001: false, -1: false} {
		if Limit(n) != want {
			t.Errorf("%d: %t", n, !want)
		}
	}
}
