package supervise

import (
	"net"
	"strconv"
	"time"
)

// Notifier speaks to systemd (sd_notify(3)): one datagram a word, to the socket
// that NOTIFY_SOCKET names. Nil speaks to nobody.
type Notifier struct {
	addr  *net.UnixAddr
	every time.Duration // between signs of life at least
	last  time.Time
	ready bool
}

// NewNotifier reads the environment; nil when nobody listens.
func NewNotifier(getenv func(string) string) *Notifier {
	name := getenv("NOTIFY_SOCKET")
	if name == "" {
		return nil
	}
	if name[0] == '@' { // an abstract name of Linux
		name = "\x00" + name[1:]
	}
	n := &Notifier{addr: &net.UnixAddr{Name: name, Net: "unixgram"}}
	if us, err := strconv.ParseInt(getenv("WATCHDOG_USEC"), 10, 64); err == nil && us > 0 {
		// Half of it is what sd_watchdog_enabled(3) recommends; a little less
		// costs nothing.
		n.every = time.Duration(us) * time.Microsecond / 3
	}
	return n
}

// Ready says once that the screen is up.
func (n *Notifier) Ready() {
	if n != nil && !n.ready {
		n.ready = true
		n.say("READY=1")
	}
}

// Alive is a sign of life, for a watchdog if there is one.
func (n *Notifier) Alive() {
	if n == nil || n.every == 0 || time.Since(n.last) < n.every {
		return
	}
	n.last = time.Now()
	n.say("WATCHDOG=1")
}

// Stopping says that the end is meant.
func (n *Notifier) Stopping() {
	if n != nil {
		n.say("STOPPING=1")
	}
}

// say sends a word; a service manager that is gone must not end the screen.
func (n *Notifier) say(word string) {
	c, err := net.DialUnix("unixgram", nil, n.addr)
	if err != nil {
		return
	}
	defer func() { _ = c.Close() }()
	_, _ = c.Write([]byte(word))
}
