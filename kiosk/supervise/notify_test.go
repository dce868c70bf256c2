//go:build unix

package supervise

import (
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// manager listens like systemd.
func manager(t *testing.T) (*net.UnixConn, string) {
	t.Helper()
	dir, err := os.MkdirTemp("", "n") //nolint:usetesting // names of sockets are short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	name := filepath.Join(dir, "s")
	c, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: name, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c, name
}

func heard(t *testing.T, c *net.UnixConn) string {
	t.Helper()
	buf := make([]byte, 100)
	_ = c.SetReadDeadline(time.Now().Add(10 * time.Second))
	n, err := c.Read(buf)
	if err != nil {
		t.Fatal(err)
	}
	return string(buf[:n])
}

// The service manager gets the first sign of life, later ones, and the end.
func TestNotify(t *testing.T) {
	c, name := manager(t)
	env := map[string]string{"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "3000000"}
	l := open(t, func(o *Options) { o.Notify = NewNotifier(func(k string) string { return env[k] }) })
	for _, want := range []string{"READY=1", "WATCHDOG=1", "WATCHDOG=1"} {
		if got := heard(t, c); got != want {
			t.Fatalf("heard %q, want %q", got, want)
		}
	}
	l.child(0)
	l.leave()
	for got := ""; got != "STOPPING=1"; {
		if got = heard(t, c); got != "WATCHDOG=1" && got != "STOPPING=1" {
			t.Fatalf("heard %q", got)
		}
	}
}

func TestNotifyNobody(t *testing.T) {
	none := NewNotifier(func(string) string { return "" })
	if none != nil {
		t.Fatal("nobody asked for it")
	}
	none.Ready()
	none.Alive()
	none.Stopping()
	lost := NewNotifier(func(k string) string {
		return map[string]string{"NOTIFY_SOCKET": "/nonexistent/socket", "WATCHDOG_USEC": "10"}[k]
	})
	lost.Ready()
	lost.Alive() // it returns at once, without an error
	if _, name := manager(t); NewNotifier(func(k string) string { return map[string]string{"NOTIFY_SOCKET": name}[k] }).every != 0 {
		t.Error("signs of life without a watchdog")
	}
}
