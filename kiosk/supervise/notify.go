package supervise

import (
	"net"
	"strconv"
	"time"
)

// Notifier sends messages to systemd (sd_notify(3)): one datagram each, to the socket in
// NOTIFY_SOCKET. A nil Notifier sends none.
type Notifier struct {
	addr  *net.UnixAddr
	every time.Duration // at least this long between two signs of life
	last  time.Time
	ready bool
}

// NewNotifier reads the environment. It returns nil when no service manager listens.
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
		// sd_watchdog_enabled(3) recommends half of the interval; a third leaves some margin.
		n.every = time.Duration(us) * time.Microsecond / 3
	}
	return n
}

// Ready reports, once, that the screen is shown.
func (n *Notifier) Ready() {
	if n != nil && !n.ready {
		n.ready = true
		n.say("READY=1")
	}
}

// Alive sends a sign of life for systemd's watchdog, if there is one.
func (n *Notifier) Alive() {
	if n == nil || n.every == 0 || time.Since(n.last) < n.every {
		return
	}
	n.last = time.Now()
	n.say("WATCHDOG=1")
}

// Stopping reports that the process is ending on purpose.
func (n *Notifier) Stopping() {
	if n != nil {
		n.say("STOPPING=1")
	}
}

// say sends a message; errors are ignored, because a missing service manager must not end the screen.
func (n *Notifier) say(word string) {
	c, err := net.DialUnix("unixgram", nil, n.addr)
	if err != nil {
		return
	}
	defer func() { _ = c.Close() }()
	_, _ = c.Write([]byte(word))
}
