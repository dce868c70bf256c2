package clienttest

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// skipped keeps what a test says that skips itself.
type skipped struct {
	testing.TB
	says string
}

func (s *skipped) Skip(args ...any) { s.says = fmt.Sprint(args...) }

func TestProgram(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	for name, want := range map[string]string{
		"ssh":             "ssh is not installed here, so nothing reads it; .ci/run installs it",
		"no-such-program": "no-such-program is not installed here, so nothing reads it",
	} {
		got := &skipped{TB: t}
		if Program(got, name, "nothing reads it"); got.says != want {
			t.Errorf("got %q, want %q", got.says, want)
		}
	}
}

// What a skipped test says about .ci/run is true.
func TestPackagesAreInstalled(t *testing.T) {
	script, err := os.ReadFile("../../.ci/run")
	if err != nil {
		t.Fatal(err)
	}
	for name, from := range packages {
		if !strings.Contains(string(script), "missing+=("+from+")") {
			t.Errorf("%s: .ci/run installs no %s", name, from)
		}
	}
}
