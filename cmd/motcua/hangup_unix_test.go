//go:build unix

package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// Closing a terminal ends the program on it, even where SIGHUP is ignored: `trap ” HUP;
// exec motcua` once kept running and used one per cent of a processor.
func TestAClosedTerminalEndsTheProgram(t *testing.T) {
	long(t)
	silent, err := net.Listen("tcp", "127.0.0.1:0") // accepts connections and never answers
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	for _, tt := range []struct {
		args  string
		env   string
		says  string // on the terminal before it is closed
		codes []int
	}{
		{"", "", "4.578", []int{129}},
		{"track H55.17.05-261120-0007 --watch", "", "Máy tự hỏi lại", []int{129}},
		{"track -", "", "", []int{129, 1}}, // its input ends as well
		{"sync", "MOTCUA_NATIONAL_URL=http://" + silent.Addr().String(), "0", []int{129}},
		{"sandbox --listen 127.0.0.1:0", "", "Ctrl-C", []int{0}}, // such commands are meant to be stopped
		{"kiosk", "", "CẦN", []int{129}},                         // of the second question
	} {
		t.Run(tt.args, func(t *testing.T) {
			cmd := exec.Command("sh", "-c", "trap '' HUP; exec motcua "+tt.args)
			cmd.Env = []string{tt.env}
			end := onTerminal(t, cmd)
			var shown shownText
			read := make(chan struct{})
			go func() { defer close(read); _, _ = io.Copy(&shown, end) }()
			defer func() { _ = cmd.Process.Kill() }()
			for deadline := time.Now().Add(30 * time.Second); !strings.Contains(shown.String(), tt.says); time.Sleep(5 * time.Millisecond) {
				if time.Now().After(deadline) {
					t.Fatalf("never showed %q: %q", tt.says, shown.String())
				}
			}
			time.Sleep(50 * time.Millisecond) // until it is idle
			_ = end.Close()
			<-read
			ended := make(chan error, 1)
			go func() { ended <- cmd.Wait() }()
			select {
			case err := <-ended:
				if code := cmd.ProcessState.ExitCode(); !slices.Contains(tt.codes, code) {
					t.Errorf("ended with %v, want one of %v", err, tt.codes)
				}
				if used := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(); used > 5*time.Second {
					t.Errorf("used %v of a processor", used)
				}
			case <-time.After(20 * time.Second):
				t.Fatal("it runs on")
			}
		})
	}
}

// onTerminal starts a command on a terminal and returns the terminal's other end, which can
// be closed while somebody reads from it.
func onTerminal(t *testing.T, cmd *exec.Cmd) *os.File {
	t.Helper()
	cmd.Env = append(os.Environ(), append([]string{
		"XDG_CONFIG_HOME=" + t.TempDir(), "XDG_STATE_HOME=" + t.TempDir(), "STATE_DIRECTORY=", "TERM=xterm-256color",
		"MOTCUA_CONFIG=", "MOTCUA_LANG=", "TEA_TRACE=", "NOTIFY_SOCKET=", "GORACE=atexit_sleep_ms=0",
	}, cmd.Env...)...)
	blocking, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Skipf("this system gives no pseudo-terminal: %v", err)
	}
	fd, err := syscall.Dup(int(blocking.Fd()))
	if err == nil {
		err = syscall.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	_ = blocking.Close()
	return os.NewFile(uintptr(fd), blocking.Name())
}

// shownText is the output that a terminal received.
type shownText struct {
	mu  sync.Mutex
	all strings.Builder
}

func (s *shownText) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all.Write(p)
}

func (s *shownText) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all.String()
}

// The first screen on a local terminal begins without styles, see terminal.Plain.
func TestTheFirstScreenOfATerminalIsPlain(t *testing.T) {
	long(t)
	for _, tt := range []struct {
		args []string
		says string // on the first screen
	}{{nil, "4.578"}, {[]string{"kiosk"}, "CẦN"}} {
		t.Run(fmt.Sprint(tt.args), func(t *testing.T) {
			cmd := exec.Command("motcua", tt.args...)
			end := onTerminal(t, cmd)
			var shown shownText
			read := make(chan struct{})
			go func() { defer close(read); _, _ = io.Copy(&shown, end) }()
			for deadline := time.Now().Add(30 * time.Second); !strings.Contains(shown.String(), tt.says); time.Sleep(5 * time.Millisecond) {
				if time.Now().After(deadline) {
					t.Fatalf("no first screen: %q", shown.String())
				}
			}
			_ = end.Close()
			<-read
			_ = cmd.Wait()
			out := shown.String()
			before, _, _ := strings.Cut(out, tt.says)
			keys := strings.LastIndex(before, "\x1b[>4")
			if keys < 0 {
				t.Fatalf("%q", out)
			}
			if rest := out[keys:]; !strings.HasPrefix(rest[strings.Index(rest, "m")+1:], "\x1b[m") {
				t.Errorf("no reset: %q", rest[:60])
			}
		})
	}
}
