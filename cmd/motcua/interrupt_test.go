//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"motcua/tui/text"
)

// Ctrl-C ends a look-up without a message and with code 130; commands that are meant to be
// stopped that way end with success.
func TestInterrupted(t *testing.T) {
	for _, tc := range []struct {
		name string
		args []string
		when string // output before the signal is sent
		code int
		says string // whole standard error
	}{
		{"waiting for standard input", []string{"track", "H55.17.05-261120-0007", "-"}, "Đang xử lý", 130, text.For(text.VI).Errors.Cancelled + "\n"},
		{"sample portal", []string{"sandbox", "--listen", "127.0.0.1:0"}, "Ctrl-C", 0, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
			defer cancel()
			cmd := exec.CommandContext(ctx, "motcua", tc.args...)
			cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+t.TempDir(), "MOTCUA_CONFIG=", "MOTCUA_LANG=")
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = stdin.Close() }()
			stdout, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			waitFor(t, stdout, tc.when)
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
			code := 0
			var exit *exec.ExitError
			if err := cmd.Wait(); errors.As(err, &exit) {
				code = exit.ExitCode()
			} else if err != nil {
				t.Fatal(err)
			}
			if code != tc.code || stderr.String() != tc.says {
				t.Errorf("exit code %d, want %d; standard error %q, want %q", code, tc.code, &stderr, tc.says)
			}
		})
	}
}

// waitFor reads until a text has come.
func waitFor(t *testing.T, r io.Reader, want string) {
	t.Helper()
	var seen strings.Builder
	buf := make([]byte, 512)
	for !strings.Contains(seen.String(), want) {
		n, err := r.Read(buf)
		seen.Write(buf[:n])
		if err != nil {
			t.Fatalf("%v before %q: %q", err, want, seen.String())
		}
	}
}
