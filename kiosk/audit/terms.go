package audit

import (
	"net/netip"
	"strings"
)

// Network returns the part of an address that the log may contain: the /24 of an IPv4
// address, the /48 of an IPv6 address. That tells offices apart but not people.
func Network(a netip.Addr) string {
	if !a.IsValid() {
		return "unknown"
	}
	a = a.Unmap().WithZone("")
	bits := 48
	if a.Is4() {
		bits = 24
	}
	p, err := a.Prefix(bits)
	if err != nil {
		return "unknown"
	}
	return p.String()
}

// other stands for any name from a client that is not in a list.
const other = "other"

// terms are the terminals that the log may name. A client can put any text into TERM, so
// other names are not logged.
var terms = map[string]bool{
	"xterm": true, "xterm-256color": true, "xterm-color": true, "xterm-16color": true, "xterm-kitty": true, "xterm-ghostty": true,
	"screen": true, "screen-256color": true, "tmux": true, "tmux-256color": true,
	"linux": true, "vt100": true, "vt220": true, "ansi": true, "cygwin": true, "dumb": true,
	"foot": true, "foot-extra": true, "alacritty": true, "wezterm": true, "putty": true, "putty-256color": true,
	"rxvt": true, "rxvt-unicode": true, "rxvt-unicode-256color": true, "konsole": true, "gnome": true, "st-256color": true,
}

// Term returns the terminal's name from TERM if it is a known one, otherwise "other".
func Term(term string) string {
	if terms[term] {
		return term
	}
	return other
}

// clients are the programs that the log may name, by the beginning of their version string.
var clients = []struct{ head, name string }{
	{"SSH-2.0-OpenSSH_for_Windows", "openssh-windows"},
	{"SSH-2.0-OpenSSH", "openssh"},
	{"SSH-2.0-PuTTY", "putty"},
	{"SSH-2.0-dropbear", "dropbear"},
	{"SSH-2.0-Go", "go"},
	{"SSH-2.0-libssh2", "libssh2"},
	{"SSH-2.0-libssh", "libssh"},
	{"SSH-2.0-paramiko", "paramiko"},
	{"SSH-2.0-JSCH", "jsch"},
	{"SSH-2.0-TeraTerm", "teraterm"},
	{"SSH-2.0-Termius", "termius"},
}

// Client returns the name of the program in an SSH version string if it is a known one,
// otherwise "other".
func Client(version string) string {
	for _, c := range clients {
		if strings.HasPrefix(version, c.head) {
			return c.name
		}
	}
	return other
}
