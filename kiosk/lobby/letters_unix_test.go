//go:build unix

package lobby

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
)

// The program says whether it can set the letters, gets the percentage, and what it prints
// reaches the terminal, also after an interface that died.
func TestLettersRunTheProgram(t *testing.T) {
	var terminal bytes.Buffer
	made := func(body string) *letters {
		l := &letters{out: &terminal, log: slog.New(slog.DiscardHandler)}
		if body != "" {
			l.program = filepath.Join(t.TempDir(), "letters")
			if err := os.WriteFile(l.program, []byte("#!/bin/sh\n"+body), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		return l
	}
	good := made(`[ $# = 0 ] || printf '<%s>' "$1"`)
	if !good.can(t.Context()) || terminal.Len() > 0 {
		t.Errorf("it cannot, or the terminal was sent %q", &terminal)
	}
	if err := good.set(116); err != nil {
		t.Error(err)
	}
	good.mend(t.Context())
	if got := terminal.String(); got != "<116><100>" {
		t.Errorf("the terminal was sent %q", got)
	}
	terminal.Reset()
	for name, l := range map[string]*letters{
		"none":     made(""),
		"cannot":   made("printf no; exit 1"),
		"no file":  {program: "/nonexistent/letters", log: good.log, out: &terminal},
		"too slow": made("exec sleep 60"),
	} {
		if l.can(t.Context()) {
			t.Errorf("%s: it can", name)
		}
		l.mend(t.Context())
		if l.program != "" && name != "too slow" && l.set(150) == nil {
			t.Errorf("%s: no error", name)
		}
		if terminal.Len() > 0 {
			t.Errorf("%s: the terminal was sent %q", name, &terminal)
		}
	}
}
