package slowline

import (
	"bytes"
	"errors"
	"io"
	"net"
	"testing"
	"time"
)

// echo is a server that sends back what it receives.
func echo(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				_, _ = io.Copy(c, c)
				_ = c.Close()
			}()
		}
	}()
	return l.Addr().String()
}

func connect(t *testing.T, l Line) (*Relay, net.Conn) {
	t.Helper()
	r, err := l.Listen(t.Context(), echo(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	c, err := net.Dial("tcp", r.Addr())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return r, c
}

// there sends b and reads it back.
func there(t *testing.T, c net.Conn, b []byte) (time.Duration, error) {
	t.Helper()
	begin := time.Now()
	go func() { _, _ = c.Write(b) }()
	got := make([]byte, len(b))
	if _, err := io.ReadFull(c, got); err != nil {
		return time.Since(begin), err
	}
	if !bytes.Equal(got, b) {
		t.Error("what came back is not what was sent")
	}
	return time.Since(begin), nil
}

func TestTheLineIsAsBadAsItSays(t *testing.T) {
	for _, c := range []struct {
		name  string
		line  Line
		bytes int
		least time.Duration
	}{
		{"a good one", Line{}, 100_000, 0},
		{"delay, there and back", Line{Delay: 40 * time.Millisecond}, 10, 80 * time.Millisecond},
		// Both directions carry data at the same time.
		{"speed", Line{BitsPerSecond: 800_000}, 20_000, 200 * time.Millisecond},
		{"everything is lost once", Line{Delay: 10 * time.Millisecond, Loss: 1}, 10, 100 * time.Millisecond},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, conn := connect(t, c.line)
			took, err := there(t, conn, bytes.Repeat([]byte("một cửa "), 1+c.bytes/len("một cửa ")))
			if err != nil || took < c.least {
				t.Errorf("took %s, %v; want at least %s", took, err, c.least)
			}
			if sum := r.Traffic(); sum.Up != sum.Down || sum.Up == 0 || sum.Connections != 1 {
				t.Errorf("traffic %+v", sum)
			}
		})
	}
}

func TestTheLineDrops(t *testing.T) {
	r, conn := connect(t, Line{DropAfter: 10_000})
	if _, err := there(t, conn, make([]byte, 4_000)); err != nil {
		t.Fatal(err)
	}
	if _, err := there(t, conn, make([]byte, 4_000)); err == nil {
		t.Error("more came through than the line carries")
	}
	if got := r.Traffic().Cut; got != 1 {
		t.Errorf("%d connections cut, want 1", got)
	}
}

func TestALineThatIsBrokenAndMended(t *testing.T) {
	r, conn := connect(t, Line{})
	r.Break(true)
	if _, err := there(t, conn, make([]byte, 10)); err == nil {
		t.Error("a broken line carried something")
	}
	if c, err := net.Dial("tcp", r.Addr()); err == nil {
		if _, err := there(t, c, make([]byte, 10)); err == nil {
			t.Error("a broken line took a connection")
		}
		_ = c.Close()
	}
	r.Break(false)
	c, err := net.Dial("tcp", r.Addr())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	if _, err := there(t, c, make([]byte, 10)); err != nil {
		t.Errorf("mended: %v", err)
	}
}

func TestAnEndGoesThrough(t *testing.T) {
	_, conn := connect(t, Line{Delay: 10 * time.Millisecond})
	if _, err := conn.Write([]byte("xong")); err != nil {
		t.Fatal(err)
	}
	if err := conn.(*net.TCPConn).CloseWrite(); err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(conn)
	if err != nil || string(got) != "xong" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestNobodyBehindTheLine(t *testing.T) {
	r, err := Line{}.Listen(t.Context(), "127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	c, err := net.Dial("tcp", r.Addr())
	if err != nil {
		return // the reset came first
	}
	if _, err := c.Read(make([]byte, 1)); err == nil || errors.Is(err, net.ErrClosed) {
		t.Errorf("%v, want the connection to end", err)
	}
}

func TestFaster(t *testing.T) {
	got := Commune.Faster(10)
	if got.BitsPerSecond != 640_000 || got.Delay != 30*time.Millisecond || got.Loss != Commune.Loss {
		t.Errorf("%+v", got)
	}
}
