package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// When an answer cannot be written, the command reports the reason and has an exit code of
// its own: a script must not take an empty file for an answer.
func TestAFullDiskIsTold(t *testing.T) {
	long(t)
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skipf("this system has no /dev/full: %v", err)
	}
	defer func() { _ = full.Close() }()
	list := filepath.Join(t.TempDir(), "list.txt")
	if err := os.WriteFile(list, []byte("H55.17.05-261120-0007\nH55.17.05-261120-0008\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range []string{
		"track H55.17.05-261120-0007", "track H55.17.05-261120-0007 H55.17.05-261120-0008", "track H55.17.05-261120-0007 --json",
		"track xyz --json", "track --file " + list, "track --file " + list + " --format csv", "track --file " + list + " --format jsonl",
		"track H55.17.05-261120-0007 --watch", "track H55.17.05-261120-0007 --watch --json",
		"search khai sinh", "search khai sinh --json", "show 1.001193", "show 1.001193 --full", "show 1.001193 --json",
		"doctor", "doctor --json", "config", "config --json", "kiosk clips", "sandbox --listen 127.0.0.1:0",
		"--help", "track --help", "--version", "man", "completion bash",
	} {
		t.Run(args, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), 60*time.Second)
			defer cancel()
			cmd := exec.CommandContext(ctx, "motcua", append(strings.Fields(args), "--lang", "vi")...)
			cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+t.TempDir(), "XDG_STATE_HOME="+t.TempDir(), "STATE_DIRECTORY=", "MOTCUA_CONFIG=")
			var said bytes.Buffer
			cmd.Stdout, cmd.Stderr = full, &said
			var exit *exec.ExitError
			if err := cmd.Run(); !errors.As(err, &exit) || exit.ExitCode() != 1 {
				t.Errorf("ended with %v", err)
			}
			if want := "Không ghi được câu trả lời ra: đĩa đã đầy.\n"; !strings.HasSuffix(said.String(), want) || strings.Contains(said.String(), "no space") {
				t.Errorf("said %q", said.String())
			}
		})
	}
}
