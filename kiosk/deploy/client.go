package deploy

import (
	"fmt"
	"net"
	"regexp"
	"strings"

	"motcua/tui/text"
)

// Client is how a server is reached, for the block of a client's ssh_config(5).
type Client struct {
	Host    string // name or address
	Port    int
	User    string // is asked for no key; empty: the client's own
	HostKey string // "ssh-ed25519 AAAA..."
}

// hostName is what may stand in a configuration without quotes.
var hostName = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9._-]{0,252}[A-Za-z0-9])?$`)

// GoodHost tells whether a client may be told to go there.
func GoodHost(host string) bool { return hostName.MatchString(host) || net.ParseIP(host) != nil }

// KnownHosts is the line for a known_hosts file; sshd(8) puts ports other than
// 22 behind the name in brackets.
func (c Client) KnownHosts() string {
	name := c.Host
	if c.Port != 22 {
		name = fmt.Sprintf("[%s]:%d", c.Host, c.Port)
	}
	return name + " " + c.HostKey
}

// Block is the piece of a client's configuration, its comments in a language.
func (c Client) Block(l text.Lang) string {
	var b strings.Builder
	indent := ""
	note := func(vi, en string) {
		s := vi
		if l == text.EN {
			s = en
		}
		for line := range strings.Lines(s) {
			b.WriteString(indent + "# " + strings.TrimSuffix(line, "\n") + "\n")
		}
	}
	set := func(format string, args ...any) { fmt.Fprintf(&b, indent+format+"\n", args...) }
	note("Chép vào ~/.ssh/config, rồi gõ: ssh motcua, ssh motcua track MÃ, ssh -T motcua.\n"+
		"Dòng cho ~/.ssh/known_hosts, để biết đúng máy này:",
		"For ~/.ssh/config, then: ssh motcua, ssh motcua track CODE, ssh -T motcua.\n"+
			"The line for ~/.ssh/known_hosts, by which this server is known:")
	b.WriteString("#   " + c.KnownHosts() + "\n")
	b.WriteString("Host motcua\n")
	indent = "    "
	set("HostName %s", c.Host)
	set("Port %d", c.Port)
	if c.User != "" {
		note("Tên này không bị hỏi khoá. Cán bộ bỏ dòng này đi để dùng khoá của mình.",
			"This name is asked for no key. Staff take the line out, so that theirs is asked for.")
		set("User %s", c.User)
	}
	// Measured with OpenSSH 9.x against a server on the loopback: the chaff of
	// ssh_config(5), ObscureKeystrokeTiming.
	note("OpenSSH từ 9.5 gửi thêm gói tin để giấu nhịp gõ: 24 phím tốn 54 đến 71 KB thay vì 8,4 KB.\n"+
		"Ở đây chỉ gõ mã trên giấy hẹn, nên tắt đi. Bản cũ hơn không biết từ này, dòng đầu bảo nó bỏ qua.",
		"OpenSSH from 9.5 on hides the rhythm of typing behind extra packets: 24 keys cost 54 to 71 KB instead of 8.4 KB.\n"+
			"Here codes from receipts are typed, so it is off. Older clients do not know the word; the first line lets them pass.")
	set("IgnoreUnknown ObscureKeystrokeTiming")
	set("ObscureKeystrokeTiming no")
	note("Đường dây đứt thì sau hai phút là biết.", "A line that is cut is noticed after two minutes.")
	set("ServerAliveInterval 40")
	set("ServerAliveCountMax 3")
	note("Ở đây không chuyển tiếp gì.", "Nothing is forwarded here.")
	set("ForwardAgent no")
	set("ForwardX11 no")
	return b.String()
}
