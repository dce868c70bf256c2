package server

import (
	"strings"
	"testing"
)

// With a terminal: the interface. It is left by its own key, with exit code 0.
func TestInterface(t *testing.T) {
	r := start(t)
	term := r.sit(anyone())
	term.press("1")
	term.waitFor("H55")
	term.press("\x1b[21~") // F10
	if code := term.ends(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	r.logged("session ended", `"face":"interface"`, `"reason":"left"`, `"from":"127.0.0.0/24"`, `"term":"xterm-256color"`)
}

// With a command: the verbs, as at home.
func TestCommand(t *testing.T) {
	r := start(t)
	tests := []struct {
		command, input string
		code           int
		out, err       string
	}{
		{command: "track " + knownCode, out: "25/11/2026"},
		{command: "hoso " + knownCode + " --json", out: `"status":"processing"`},
		{command: "track - --json", input: knownCode + "\n", out: `"timeliness":"on_time"`},
		{command: "track H55.17.05-261120-0008", code: 3, err: "Không thấy hồ sơ"},
		{command: "track H55", code: 2, err: "thiếu"},
		{command: "search khai sinh --limit 3", out: "1.001193"},
		{command: "show 1.001193", out: "khai sinh"},
		{command: "help", out: "track"},
		{command: "help track --lang en", out: "dossier"},
		{command: "version", out: "motcua 1.2.3"},
		{command: "motcua track " + knownCode, out: "25/11/2026"},
	}
	for _, tt := range tests {
		t.Run(tt.command, func(t *testing.T) {
			got := r.run(anyone(), tt.input, tt.command)
			if got.code != tt.code || !strings.Contains(got.out, tt.out) || !strings.Contains(got.err, tt.err) {
				t.Errorf("exit code %d, want %d\nout: %s\nerr: %s", got.code, tt.code, got.out, got.err)
			}
			if strings.Contains(got.out+got.err, "\x1b") {
				t.Error("an escape sequence in plain text")
			}
		})
	}
}
