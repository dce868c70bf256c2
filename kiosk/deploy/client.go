package deploy

import (
	"fmt"
	"net"
	"regexp"
	"strings"

	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Client says how to reach a server, for a block of a client's ssh_config(5).
type Client struct {
	Host    string // name or address
	Port    int
	User    string // a user who needs no key; empty: the client's own user name
	HostKey string // "ssh-ed25519 AAAA..."
}

// hostName matches a name that may stand in a configuration without quotes.
var hostName = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9._-]{0,252}[A-Za-z0-9])?$`)

// GoodHost reports whether a host name or address may go into a client's configuration.
func GoodHost(host string) bool { return hostName.MatchString(host) || net.ParseIP(host) != nil }

// KnownHosts returns the line for a known_hosts file. For ports other than 22, sshd(8)
// wants the host in brackets and the port after it.
func (c Client) KnownHosts() string {
	name := c.Host
	if c.Port != 22 {
		name = fmt.Sprintf("[%s]:%d", c.Host, c.Port)
	}
	return name + " " + c.HostKey
}

// Block returns the block of a client's configuration, with comments in the given language.
func (c Client) Block(l text.Lang) string {
	var b strings.Builder
	indent := ""
	note := func(says text.Said) {
		for line := range strings.Lines(says.In(l)) {
			b.WriteString(indent + "# " + strings.TrimSuffix(line, "\n") + "\n")
		}
	}
	set := func(format string, args ...any) { fmt.Fprintf(&b, indent+format+"\n", args...) }
	note(operator.SSHConfigHead)
	b.WriteString("#   " + c.KnownHosts() + "\n")
	b.WriteString("Host motcua\n")
	indent = "    "
	set("HostName %s", c.Host)
	set("Port %d", c.Port)
	if c.User != "" {
		note(operator.SSHConfigUser)
		set("User %s", c.User)
	}
	// Measured with OpenSSH 9.x against a server on the loopback: the cover traffic of
	// ObscureKeystrokeTiming, see ssh_config(5).
	note(operator.SSHConfigKeystrokes)
	set("IgnoreUnknown ObscureKeystrokeTiming")
	set("ObscureKeystrokeTiming no")
	note(operator.SSHConfigAlive)
	set("ServerAliveInterval 40")
	set("ServerAliveCountMax 3")
	note(operator.SSHConfigForward)
	set("ForwardAgent no")
	set("ForwardX11 no")
	return b.String()
}
