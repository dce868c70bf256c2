package server

import (
	"bytes"
	"context"
	"errors"
	"net"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"motcua/client/clienttest"
)

// openSSH is the system's own ssh client, with an empty configuration.
type openSSH struct {
	*running
	path string
	port string
}

func newOpenSSH(t *testing.T, r *running) *openSSH {
	t.Helper()
	path := clienttest.Program(t, "ssh", "OpenSSH's client does not come in")
	_, port, _ := net.SplitHostPort(r.addr)
	known := "[127.0.0.1]:" + port + " " + r.HostKey().Line() + "\n"
	writeFile(t, filepath.Join(r.dir, "known_hosts"), known)
	return &openSSH{r, path, port}
}

func (o *openSSH) options() []string {
	return []string{
		"-F", "none", "-o", "StrictHostKeyChecking=yes", "-o", "UserKnownHostsFile=" + filepath.Join(o.dir, "known_hosts"),
		"-o", "GlobalKnownHostsFile=/dev/null", "-o", "IdentityAgent=none", "-o", "IdentityFile=none", "-o", "ConnectTimeout=10", "-o", "LogLevel=ERROR",
	}
}

// call runs the client, or another program of OpenSSH, and waits for its end.
func (o *openSSH) call(program, input string, args ...string) answer {
	o.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	var out, errOut bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(input), &out, &errOut
	cmd.Env = append(cmd.Environ(), "LC_ALL=C", "LANG=C")
	err := cmd.Run()
	var exit *exec.ExitError
	code := 0
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		o.t.Fatal(err)
	}
	return answer{out.String(), errOut.String(), code}
}

func (o *openSSH) ssh(input string, args ...string) answer {
	o.t.Helper()
	all := append(o.options(), "-p", o.port)
	for i, a := range args { // options come before the host, the command after it
		if !strings.HasPrefix(a, "-") {
			return o.call(o.path, input, append(append(append(all, args[:i]...), "127.0.0.1"), args[i:]...)...)
		}
	}
	return o.call(o.path, input, append(append(all, args...), "127.0.0.1")...)
}

// What a person types in a shell, with the usual client.
func TestOpenSSH(t *testing.T) {
	o := newOpenSSH(t, start(t))
	tests := []struct {
		name, input string
		args        []string
		code        int
		out, err    string
	}{
		{name: "a command", args: []string{"track", knownCode}, out: "25/11/2026"},
		{name: "JSON", args: []string{"track", knownCode, "--json"}, out: `"status":"processing"`},
		{name: "not found", args: []string{"track", "H55.17.05-261120-0008"}, code: 3, err: "Không thấy"},
		{name: "line mode", input: knownCode + "\n", args: []string{"-T"}, out: "25/11/2026"},
		{name: "codes from a pipe", input: knownCode + "\n", args: []string{"track", "-"}, out: "25/11"},
		{name: "a shell command", args: []string{"ls", "/"}, code: 2, err: "Máy này chỉ có"},
		{name: "a port that is forwarded", args: []string{"-T", "-oExitOnForwardFailure=yes", "-R0:127.0.0.1:1"}, code: 255, err: "forwarding failed"},
		{name: "a subsystem", args: []string{"-s", "netconf"}, code: 2, err: "files"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := o.ssh(tt.input, tt.args...)
			if got.code != tt.code || !strings.Contains(got.out, tt.out) || !strings.Contains(got.err, tt.err) {
				t.Errorf("exit code %d, want %d\nout: %s\nerr: %s", got.code, tt.code, got.out, got.err)
			}
			if strings.Contains(got.out+got.err, "\x1b") {
				t.Error("an escape sequence")
			}
		})
	}
	for name, args := range map[string][]string{
		"sftp": {"-P", o.port, "-b", "-", "127.0.0.1"},
		"scp":  {"-P", o.port, "-O", filepath.Join(o.dir, "known_hosts"), "127.0.0.1:/tmp/motcua-test"},
	} {
		t.Run(name, func(t *testing.T) {
			program := clienttest.Program(t, name, "it is not refused")
			if got := o.call(program, "ls\n", append(o.options(), args...)...); got.code == 0 || !strings.Contains(got.err, "Máy này") {
				t.Errorf("exit code %d\nout: %s\nerr: %s", got.code, got.out, got.err)
			}
		})
	}
}

// Staff with an OpenSSH key and with an OpenSSH certificate, as an office creates them.
func TestOpenSSHStaff(t *testing.T) {
	keygen := clienttest.Program(t, "ssh-keygen", "no staff come in with keys that OpenSSH made")
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	gen := func(args ...string) {
		t.Helper()
		if out, err := exec.Command(keygen, args...).CombinedOutput(); err != nil {
			t.Fatalf("ssh-keygen %v: %v\n%s", args, err, out)
		}
	}
	for _, name := range []string{"staff", "stranger", "member", "ca"} {
		gen("-q", "-t", "ed25519", "-N", "", "-C", name, "-f", file(name))
	}
	gen("-q", "-s", file("ca"), "-I", "counter 3", "-n", "motcua-staff", "-V", "-1m:+10m", file("member.pub"))
	r := start(t, func(c *Config, _ *Deps) { c.StaffKeys, c.StaffCAs = file("staff.pub"), file("ca.pub") })
	o := newOpenSSH(t, r)
	tests := []struct {
		name  string
		args  []string
		staff bool
	}{
		{"no key", nil, false},
		{"a stranger's key", []string{"-i" + file("stranger")}, false},
		{"a staff key behind a stranger's", []string{"-i" + file("stranger"), "-i" + file("staff")}, true},
		{"a certificate", []string{"-i" + file("member")}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := o.ssh("", append(tt.args, "track", "--watch")...)
			if got.code != 2 || strings.Contains(got.err, "for staff") == tt.staff {
				t.Errorf("exit code %d: %s", got.code, got.err)
			}
		})
	}
}

// ssh-audit reports no failure. It warns of algorithms that are newer than itself.
func TestAuditorFindsNoFailure(t *testing.T) {
	path := clienttest.Program(t, "ssh-audit", "only TestAlgorithms looks at what the server offers")
	o := newOpenSSH(t, start(t))
	got := o.call(path, "", "--no-colors", "-p", o.port, "127.0.0.1")
	if strings.Contains(got.out, "[fail]") || !strings.Contains(got.out, "curve25519-sha256") {
		t.Errorf("exit code %d:\n%s%s", got.code, got.out, got.err)
	}
}
