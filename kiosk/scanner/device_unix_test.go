//go:build unix

package scanner

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// running reads a device in the background.
func running(t *testing.T, device string) (*Scanner, <-chan string) {
	t.Helper()
	got := make(chan string, 10)
	s := &Scanner{Config: Config{Device: device, Baud: 115200}, Got: func(text string) { got <- text }}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { s.Run(ctx); close(done) }()
	t.Cleanup(func() {
		cancel()
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			t.Error("it does not end")
		}
	})
	return s, got
}

func next(t *testing.T, got <-chan string, want string) {
	t.Helper()
	select {
	case text := <-got:
		if text != want {
			t.Errorf("read %q, want %q", text, want)
		}
	case <-time.After(20 * time.Second):
		t.Fatalf("%q was not read", want)
	}
}

func until(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); !ok(); <-time.After(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("does not come true: %s", what)
		}
	}
}

// A pseudo-terminal acts as the serial port: the test unplugs it by closing its other end,
// and plugs it in again under the same name.
func TestSerialPort(t *testing.T) {
	plug := func(name string) *os.File {
		keys, tty, err := pty.Open()
		if err != nil {
			t.Skipf("this system gives no pseudo-terminal to play a serial port: %v", err)
		}
		_ = tty.Close()
		_ = os.Remove(name)
		if err := os.Symlink(tty.Name(), name); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = keys.Close() })
		return keys
	}
	name := filepath.Join(t.TempDir(), "ttyACM0")
	keys := plug(name)
	s, got := running(t, name)
	until(t, "the port is open", s.Present)
	if st, err := term.GetState(keys.Fd()); err != nil || st.Lflag&(syscall.ICANON|syscall.ECHO) != 0 {
		t.Errorf("the port is not raw: %v, %v", st, err)
	}
	for _, reading := range []string{"H55.17.05-261120-0007", "https://cong.example/?ma=H55.17.05-261120-0007&secretKey=x1Y2", "Nguyễn Văn A|012345678901"} {
		if _, err := keys.WriteString(reading + "\r"); err != nil {
			t.Fatal(err)
		}
		next(t, got, reading)
	}
	_ = keys.Close()
	until(t, "it notices that it was unplugged", func() bool { return !s.Present() })
	keys = plug(name)
	until(t, "it is open again", s.Present)
	if _, err := keys.WriteString("after\n"); err != nil {
		t.Fatal(err)
	}
	next(t, got, "after")
}

// A device that is not a serial port is read without any settings; a regular file is not a
// device.
func TestPlainDevice(t *testing.T) {
	name := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(name, 0o600); err != nil {
		t.Skipf("this system gives no named pipe to play a device: %v", err)
	}
	w, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	_, got := running(t, name)
	if _, err := w.WriteString("\x02ma vach\x03"); err != nil {
		t.Fatal(err)
	}
	next(t, got, "ma vach")

	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, []byte("root:x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{file, file + "none", t.TempDir()} {
		if r, err := Open(bad, 9600); err == nil {
			_ = r.Close()
			t.Errorf("%s was opened", bad)
		}
	}
}
