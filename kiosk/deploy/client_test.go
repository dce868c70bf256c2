package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"motcua/client/clienttest"
	"motcua/tui/text"
)

const hostKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFQSI3dyzvelJyuoTrN2/BWYAzOziv65mxNzyA1DTajl"

func TestKnownHosts(t *testing.T) {
	for _, tc := range []struct {
		host string
		port int
		want string
	}{
		{"ssh.example", 22, "ssh.example " + hostKey},
		{"ssh.example", 2222, "[ssh.example]:2222 " + hostKey},
		{"2001:db8::1", 2222, "[2001:db8::1]:2222 " + hostKey},
	} {
		if got := (Client{Host: tc.host, Port: tc.port, HostKey: hostKey}).KnownHosts(); got != tc.want {
			t.Errorf("got %q, want %q", got, tc.want)
		}
	}
}

func TestBlock(t *testing.T) {
	c := Client{Host: "ssh.example", Port: 2222, User: "guest", HostKey: hostKey}
	for _, l := range []text.Lang{text.VI, text.EN} {
		var settings []string
		for line := range strings.Lines(c.Block(l)) {
			if line = strings.TrimSpace(line); !strings.HasPrefix(line, "#") {
				settings = append(settings, line)
			}
		}
		want := "Host motcua|HostName ssh.example|Port 2222|User guest|IgnoreUnknown ObscureKeystrokeTiming|ObscureKeystrokeTiming no|" +
			"ServerAliveInterval 40|ServerAliveCountMax 3|ForwardAgent no|ForwardX11 no"
		if got := strings.Join(settings, "|"); got != want {
			t.Errorf("%s: got %s\nwant %s", l, got, want)
		}
		if !strings.Contains(c.Block(l), "#   [ssh.example]:2222 "+hostKey+"\n") {
			t.Errorf("%s: the host key's line is missing", l)
		}
	}
	c.User = ""
	if strings.Contains(c.Block(text.EN), "User") {
		t.Error("a user nobody asked for")
	}
}

// The system's own ssh client understands the block.
func TestBlockByOpenSSH(t *testing.T) {
	ssh := clienttest.Program(t, "ssh", "no client reads what was written")
	name := filepath.Join(t.TempDir(), "config")
	if err := os.WriteFile(name, []byte(Client{Host: "127.0.0.1", Port: 2222, User: "guest", HostKey: hostKey}.Block(text.VI)), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(ssh, "-F", name, "-G", "motcua").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for _, want := range []string{"hostname 127.0.0.1\n", "port 2222\n", "user guest\n", "serveraliveinterval 40\n"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is missing in what ssh understood", want)
		}
	}
}

func TestGoodHost(t *testing.T) {
	for host, want := range map[string]bool{
		"ssh.example": true, "127.0.0.1": true, "2001:db8::1": true, "may-1": true,
		"": false, "a b": false, "a\nProxyCommand x": false, "-oProxyCommand=x": false, "#": false, strings.Repeat("a", 300): false,
	} {
		if got := GoodHost(host); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
}
