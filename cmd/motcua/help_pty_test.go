//go:build unix

package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// Help, the version, the manual page and messages about wrong usage send no queries to the
// terminal, whatever its name: on a terminal that does not answer, people once waited four
// seconds, and what they typed meanwhile was lost.
func TestHelpAsksTheTerminalNothing(t *testing.T) {
	long(t)
	for _, tt := range []struct {
		args string
		code int
		says string
	}{
		{"--help", 0, "motcua track H55"},
		{"help", 0, "motcua track H55"},
		{"help track", 0, "--proof"},
		{"track --help", 0, "--proof"},
		{"config init -h", 0, "motcua.toml"},
		{"--version", 0, "motcua "},
		{"man", 0, ".TH MOTCUA 1"},
		{"completion bash", 0, "motcua"},
		{"--colour", 2, "Không có tùy chọn --colour"},
		{"trak", 2, "Có phải ông/bà muốn gõ: motcua track"},
		{"track", 2, "Thiếu mã hồ sơ"},
		{"doctor extra", 2, "không nhận thêm gì"},
	} {
		for _, env := range [][]string{{"TERM=xterm-256color", "COLORTERM=truecolor"}, {"TERM=dumb"}, {"TERM="}, {"TERM=linux", "NO_COLOR=1"}} {
			t.Run(tt.args+" "+env[0], func(t *testing.T) {
				out, code := onSilentTerminal(t, env, strings.Fields(tt.args)...)
				if code != tt.code || !strings.Contains(out, tt.says) {
					t.Errorf("exit code %d, said\n%s", code, out)
				}
				if strings.Contains(out, "\x1b") {
					t.Errorf("escape sequences in %q", out)
				}
			})
		}
	}
}

// onSilentTerminal runs the program on a terminal that answers no query.
func onSilentTerminal(t *testing.T, env []string, args ...string) (out string, code int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "motcua", args...)
	cmd.Env = append(os.Environ(), append([]string{
		"XDG_CONFIG_HOME=" + t.TempDir(), "XDG_STATE_HOME=" + t.TempDir(), "MOTCUA_CONFIG=", "MOTCUA_LANG=", "GORACE=atexit_sleep_ms=0",
	}, env...)...)
	end, err := pty.Start(cmd)
	if err != nil {
		t.Skipf("this system gives no pseudo-terminal: %v", err)
	}
	defer func() { _ = end.Close() }()
	said, _ := io.ReadAll(end) // EIO once the program has ended
	var exit *exec.ExitError
	if err := cmd.Wait(); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(said), "\r\n", "\n"), code
}
