package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"motcua/client/sandbox/dossiers"
)

const oneReview = `[[procedure]]
code = "1.001193"
office = "UBND phường Đức Xuân"
reviewed = 2026-11-20
source = "v1-0123456789abcdef"
`

// Reviews are only read when the first page is shown.
func TestReviewsAreReadForTheFirstPage(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("STATE_DIRECTORY", filepath.Join(dir, "state"))
	t.Setenv("MOTCUA_PAPERS_FILE", filepath.Join(dir, "reviews.toml"))
	if err := os.WriteFile(filepath.Join(dir, "reviews.toml"), []byte(oneReview), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (said string, opened int) {
		var out bytes.Buffer
		a := &session{console: console{in: strings.NewReader(""), out: &out, err: &out, endsItself: func() {}}}
		defer a.close()
		a.load(append([]string{"--config", filepath.Join(dir, "none.toml"), "--lang", "en"}, args...))
		a.wiring.Trust = func(string) error { opened++; return nil } // called before each file is opened
		a.cfgErr = nil                                               // the file is configured and missing; the sample portal answers
		root := a.root()
		root.SetArgs(a.args)
		if err := root.ExecuteContext(t.Context()); err != nil {
			t.Errorf("%v: %v: %s", args, err, out.String())
		}
		return out.String(), opened
	}
	for _, args := range [][]string{{"track", dossiers.Samples()[0].Code}, {"search", "khai", "sinh"}, {"config"}} {
		if said, opened := run(args...); opened != 0 || len(said) < 40 {
			t.Errorf("%v opened %d files of reviews and said %s", args, opened, said)
		}
	}
	if said, opened := run("show", "1.001193"); opened != 1 || !strings.Contains(said, "Reviewed by UBND phường Đức Xuân on ") {
		t.Errorf("show opened %d files of reviews and said %s", opened, said)
	}
}
