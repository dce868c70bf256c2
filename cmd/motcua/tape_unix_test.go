//go:build unix

package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// tapeKeys are the commands of a tape that press a key. VHS has none for function keys.
var tapeKeys = map[string]string{"Enter": "\r", "Escape": "\x1b", "Tab": "\t", "Up": "\x1b[A", "Down": "\x1b[B", "Ctrl+C": "\x03"}

// TestTape plays the demo in a shell on a real terminal.
func TestTape(t *testing.T) {
	long(t)
	tape, err := os.Open(filepath.Join(moduleRoot(t), ".github", "demo.tape"))
	if err != nil {
		t.Fatal(err)
	}
	defer tape.Close()

	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "/bin/sh")
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "PS1=$ ", "HOME="+t.TempDir(), "MOTCUA_LANG=", "ENV=", "GORACE=atexit_sleep_ms=0")
	end, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Skipf("this system gives no pseudo-terminal: %v", err)
	}
	screen := &tapeScreen{vt: vt.NewEmulator(80, 24), changed: make(chan struct{}, 1)}
	defer screen.follow(end)()
	defer func() {
		cancel()
		_ = cmd.Wait()
		_ = end.Close()
	}()

	waits := 0
	lines := bufio.NewScanner(tape)
	for n := 1; lines.Scan(); n++ {
		name, arg, _ := strings.Cut(strings.TrimSpace(lines.Text()), " ")
		switch name {
		case "", "#", "Output", "Set", "Sleep":
		case "Type":
			words, err := strconv.Unquote(arg)
			if err != nil {
				t.Fatalf("line %d: %v", n, err)
			}
			_, _ = io.WriteString(end, words)
		case "Wait+Screen":
			waits++
			if want := regexp.MustCompile(strings.Trim(arg, "/")); !screen.wait(ctx, want) {
				t.Fatalf("line %d: the screen never has %s:\n%s", n, want, screen.text())
			}
		default:
			key, ok := tapeKeys[name]
			if !ok {
				t.Fatalf("line %d: what is %s?", n, name)
			}
			_, _ = io.WriteString(end, key)
		}
		// As a person types: not before the page that the last key led to.
		screen.settle(ctx)
	}
	if waits < 5 {
		t.Errorf("the tape waits for %d things", waits)
	}
}

// tapeScreen shows what a terminal gets, and answers its queries.
type tapeScreen struct {
	mu      sync.Mutex
	vt      *vt.Emulator
	changed chan struct{}
}

// follow draws what comes from end until it is closed; stop waits for that.
func (s *tapeScreen) follow(end *os.File) (stop func()) {
	drawn := make(chan struct{})
	go func() { _, _ = io.Copy(end, s.vt) }() // its answers
	go func() {
		defer close(drawn)
		buf := make([]byte, 8192)
		for {
			n, err := end.Read(buf)
			if err != nil {
				return
			}
			s.mu.Lock()
			_, _ = s.vt.Write(buf[:n])
			s.mu.Unlock()
			select {
			case s.changed <- struct{}{}:
			default:
			}
		}
	}()
	return func() {
		_ = s.vt.InputPipe().(io.Closer).Close()
		<-drawn
	}
}

func (s *tapeScreen) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.vt.String()
}

// wait waits until the screen has the words. The search is over the whole screen, as VHS does.
func (s *tapeScreen) wait(ctx context.Context, want *regexp.Regexp) bool {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	for !want.MatchString(s.text()) {
		select {
		case <-s.changed:
		case <-ctx.Done():
			return false
		}
	}
	return true
}

// settle waits until nothing was drawn for a moment.
func (s *tapeScreen) settle(ctx context.Context) {
	for {
		select {
		case <-s.changed:
		case <-time.After(300 * time.Millisecond):
			return
		case <-ctx.Done():
			return
		}
	}
}
