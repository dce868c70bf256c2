//go:build unix

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"motcua/client/facts"
	"motcua/client/sandbox"
	"motcua/tui/line/exit"
)

// Ctrl-C ends a sync with code 130 and a message about what is stored; the next one
// continues from there.
func TestAnInterruptedSyncGoesOn(t *testing.T) {
	portal, err := sandbox.New(sandbox.Options{Catalogue: facts.Entries()[:900], Details: map[string]json.RawMessage{}})
	if err != nil {
		t.Fatal(err)
	}
	running, err := portal.Start(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	start := func(ctx context.Context) (*exec.Cmd, io.Reader, *bytes.Buffer) {
		cmd := exec.CommandContext(ctx, "motcua", "sync", "--details", "0")
		cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+dir, "XDG_STATE_HOME="+dir, "MOTCUA_CONFIG=", "MOTCUA_LANG=",
			"MOTCUA_NATIONAL_URL="+running.NationalURL)
		var stdout bytes.Buffer
		cmd.Stdout = &stdout
		stderr, err := cmd.StderrPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd, stderr, &stdout
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()

	cmd, stderr, _ := start(ctx)
	waitFor(t, stderr, "Danh mục 200/900")
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	rest, err := io.ReadAll(stderr)
	if err != nil {
		t.Fatal(err)
	}
	var ended *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &ended) || ended.ExitCode() != exit.Interrupted {
		t.Errorf("ended with %v, want exit code %d", err, exit.Interrupted)
	}
	if !strings.Contains(string(rest), "lần sau đọc tiếp") {
		t.Errorf("said %q, want how far it came", rest)
	}

	cmd, stderr, stdout := start(ctx)
	rest, err = io.ReadAll(stderr)
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("%v: %s", err, rest)
	}
	if !strings.HasPrefix(string(rest), "Đọc tiếp lần trước, đã có ") || !strings.Contains(stdout.String(), "900 thủ tục") {
		t.Errorf("the second sync said %q and %q", rest, stdout)
	}
}
