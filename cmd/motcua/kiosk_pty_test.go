//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	"motcua/kiosk/pin"
)

// lobby is `motcua kiosk` in its own process on a terminal of 80 by 21, which answers as
// terminals do.
type lobby struct {
	t       testing.TB
	cmd     *exec.Cmd
	keys    io.Writer // the terminal's end
	state   string    // folder
	ended   chan error
	scanner *os.File // the other end of its serial port; nil: none
	mu      sync.Mutex
	vt      *vt.Emulator
}

// openLobby starts a kiosk with these lines in [kiosk] and waits for its first screen.
func openLobby(t testing.TB, keys string, withScanner bool) *lobby {
	t.Helper()
	return openLobbyIn(t, t.TempDir(), "[kiosk]\n"+keys, withScanner)
}

// openLobbyIn starts a kiosk with that configuration, which ends in [kiosk]. Everything
// that it writes is below one folder.
func openLobbyIn(t testing.TB, state, doc string, withScanner bool, env ...string) *lobby {
	t.Helper()
	l := &lobby{t: t, state: state, vt: vt.NewEmulator(80, 21)}
	if withScanner {
		end, port, err := pty.Open()
		if err != nil {
			t.Skipf("this system gives no pseudo-terminal to show a kiosk on: %v", err)
		}
		l.scanner = end
		doc += fmt.Sprintf("scanner = %q\n", port.Name())
		t.Cleanup(func() { _ = end.Close(); _ = port.Close() })
	}
	name := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(name, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	l.cmd = exec.Command("motcua", "kiosk", "--config", name)
	l.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor", "XDG_STATE_HOME="+l.state, "STATE_DIRECTORY=", "TEA_TRACE=",
		"MOTCUA_LANG=", "NOTIFY_SOCKET=", "GORACE=atexit_sleep_ms=0")
	l.cmd.Env = append(l.cmd.Env, env...)
	end, err := pty.StartWithSize(l.cmd, &pty.Winsize{Rows: 21, Cols: 80})
	if err != nil {
		t.Skipf("this system gives no pseudo-terminal to show a kiosk on: %v", err)
	}
	l.keys = end
	shown := make(chan struct{})
	go func() {
		defer close(shown)
		buf := make([]byte, 8192)
		for {
			n, err := end.Read(buf)
			if err != nil {
				return
			}
			l.mu.Lock()
			_, _ = l.vt.Write(buf[:n])
			l.mu.Unlock()
		}
	}()
	go func() { _, _ = io.Copy(l.keys, l.vt) }() // answers to the program's queries
	l.ended = make(chan error, 1)
	go func() { l.ended <- l.cmd.Wait() }()
	t.Cleanup(func() {
		_ = l.cmd.Process.Signal(syscall.SIGTERM)
		select {
		case <-l.ended:
		case <-time.After(20 * time.Second):
			_ = l.cmd.Process.Kill()
			t.Error("the kiosk does not end")
		}
		_ = end.Close()
		<-shown
		_ = l.vt.InputPipe().(io.Closer).Close()
	})
	l.attracts()
	return l
}

func (l *lobby) text() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.vt.String()
}

func (l *lobby) log() string {
	b, _ := os.ReadFile(filepath.Join(l.state, "motcua", "kiosk.log"))
	return string(b)
}

// until waits until ok is true for the text of the screen.
func (l *lobby) until(what string, ok func(string) bool) {
	l.t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !ok(l.text()); <-time.After(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			l.t.Fatalf("the screen never has %s:\n%s\nlog: %s", what, l.text(), l.log())
		}
	}
}

func (l *lobby) shows(piece string) {
	l.t.Helper()
	l.until(piece, func(s string) bool { return strings.Contains(s, piece) })
}

// attracts waits for the first screen.
func (l *lobby) attracts() {
	l.t.Helper()
	l.until("the first screen", isFirst)
}

func isFirst(s string) bool {
	return strings.Contains(s, "HỒ SƠ CỦA TÔI ĐẾN ĐÂU RỒI?") && strings.Contains(s, "CẦN MANG GIẤY TỜ GÌ?")
}

func (l *lobby) onFirst() bool { return isFirst(l.text()) }

func (l *lobby) write(keys string) {
	l.t.Helper()
	if _, err := io.WriteString(l.keys, keys); err != nil {
		l.t.Fatal(err)
	}
}

// types presses keys one after the other, as a person does.
func (l *lobby) types(s string) {
	l.t.Helper()
	for _, r := range s {
		l.write(string(r))
		<-time.After(70 * time.Millisecond)
	}
}

// place returns the position of a text on the screen, in cells.
func (l *lobby) place(piece string) (x, y int, ok bool) {
	for y, line := range strings.Split(l.text(), "\n") {
		if i := strings.Index(line, piece); i >= 0 {
			return len([]rune(line[:i])), y, true // the letters before it are one cell wide
		}
	}
	return 0, 0, false
}

// taps touches a text, off cells from its beginning, and lifts the finger.
func (l *lobby) taps(piece string, off int) {
	l.t.Helper()
	l.shows(piece)
	x, y, _ := l.place(piece)
	l.write(fmt.Sprintf("\x1b[<0;%d;%dM", x+off+1, y+1))
	<-time.After(60 * time.Millisecond)
	l.write(fmt.Sprintf("\x1b[<0;%d;%dm", x+off+1, y+1))
	<-time.After(150 * time.Millisecond)
}

// forgot waits for the first screen, and checks that nothing about the person is left: on
// the screen, in the scrollback, in the log, on the disk.
func (l *lobby) forgot(pieces ...string) {
	l.t.Helper()
	l.attracts()
	seen := l.text()
	l.mu.Lock()
	if n := l.vt.ScrollbackLen(); n > 0 {
		l.t.Errorf("%d lines can be scrolled back to", n)
	}
	l.mu.Unlock()
	_ = filepath.WalkDir(l.state, func(name string, d os.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			b, _ := os.ReadFile(name)
			seen += string(b)
		}
		return nil
	})
	for _, p := range pieces {
		if strings.Contains(seen, p) {
			l.t.Errorf("%q was not forgotten:\n%s", p, l.text())
		}
	}
}

const (
	lobbyCode = "H55.17.05-261120-0007"
	lobbyName = "Hẹn trả kết quả"
	// Short times for tests; people get 75 and 30 seconds.
	soon = "idle = \"2s\"\ncountdown = \"1s\"\n"
	// So that a test that presses key after key gets no question.
	late = "idle = \"1m\"\n"
)

// With keys only: a code is typed and looked up, and the person walks away.
func TestKioskByKeyboardAlone(t *testing.T) {
	long(t)
	t.Parallel() // it mostly waits
	l := openLobby(t, soon, false)
	l.types("1")
	l.shows("Mã hồ sơ, in trên giấy hẹn")
	l.types(lobbyCode + "\r")
	l.shows(lobbyName)
	l.shows("còn ở đó không")
	l.write("\x1b[B") // the person is still there
	l.until("the dossier again", func(s string) bool {
		return strings.Contains(s, lobbyName) && !strings.Contains(s, "còn ở đó không")
	})
	l.shows("còn ở đó không")
	l.forgot(lobbyCode, "261120", "còn ở đó")

	// The same with the number pad of a terminal in application mode.
	l.write("\x1bOq")
	l.shows("Mã hồ sơ, in trên giấy hẹn")
	l.types("H")
	for _, r := range lobbyCode[1:] {
		l.write(onPad.Replace(string(r)))
		<-time.After(70 * time.Millisecond)
	}
	l.write("\x1bOM")
	l.shows(lobbyName)
	l.forgot(lobbyCode, "261120")

	// No key leaves the kiosk.
	l.write("\x03\x1a\x1c\x04q\x1b[21~\x1b[24~")
	l.attracts()
	if err := l.cmd.Process.Signal(syscall.Signal(0)); err != nil {
		t.Errorf("the kiosk is gone: %v", err)
	}
}

// onPad converts keys to what the number pad sends in application mode (DECKPAM).
var onPad = strings.NewReplacer(".", "\x1bOn", "-", "\x1bOm", "0", "\x1bOp", "1", "\x1bOq", "2", "\x1bOr", "3", "\x1bOs",
	"4", "\x1bOt", "5", "\x1bOu", "6", "\x1bOv", "7", "\x1bOw", "8", "\x1bOx", "9", "\x1bOy")

// A code on paper can contain any character. Input that no keyboard sends must have no
// effect: the key decoder crashes on more than 32 numbers in a row, and accepts a window
// size from its input.
func TestKioskOutlivesItsInput(t *testing.T) {
	long(t)
	t.Parallel() // it mostly waits
	l := openLobby(t, late, false)
	for _, hostile := range []string{
		"\x1b[" + strings.Repeat("1;", 40) + "m", "\x1bP" + strings.Repeat("1;", 500) + "q", "\x1b[8;999;999t", "\x1b[48;1;1;1;1t",
	} {
		l.write(hostile)
		// An endless sequence ends at the first pause of a tenth of a second, which a busy
		// machine may see late.
		for tries := 0; tries < 60 && !strings.Contains(l.text(), "Mã hồ sơ, in trên giấy hẹn"); tries++ {
			<-time.After(250 * time.Millisecond)
			l.write("1")
			<-time.After(250 * time.Millisecond)
		}
		l.shows("Mã hồ sơ, in trên giấy hẹn")
		l.write("\x1b[21~") // F10
		l.attracts()
	}
	if got := l.log(); strings.Contains(got, "interface died") {
		t.Errorf("log:\n%s", got)
	}
}

// With touch only: the code on the on-screen keyboard, and Kết thúc.
func TestKioskByTouchAlone(t *testing.T) {
	long(t)
	t.Parallel() // it mostly waits
	l := openLobby(t, late, false)
	l.taps("HỒ SƠ CỦA TÔI ĐẾN ĐÂU RỒI?", 2)
	l.shows("Mã hồ sơ, in trên giấy hẹn")
	typed := ""
	for _, r := range lobbyCode {
		l.taps("│ "+string(r)+" │", 2)
		typed += string(r)
		l.shows("│ " + typed)
		<-time.After(120 * time.Millisecond) // a finger is not faster; a tap that is reported twice counts once
	}
	l.taps("│Tra cứu", 2)
	l.shows(lobbyName)
	l.taps("│Kết thúc", 2)
	l.forgot(lobbyCode, "261120")
}

// With scanners only, one on a serial port and one that types.
func TestKioskByScannerAlone(t *testing.T) {
	long(t)
	t.Parallel() // it mostly waits
	l := openLobby(t, soon, true)
	for deadline := time.Now().Add(20 * time.Second); !strings.Contains(l.log(), "scanner connected"); <-time.After(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("the scanner is not read: %s", l.log())
		}
	}
	_, _ = l.scanner.WriteString(strings.Repeat("0123456789abcde|", 300) + "\r")
	l.shows("Mã này chứa nhiều chữ hơn mức máy đọc được")
	for name, scan := range map[string]func(){
		"serial": func() { _, _ = l.scanner.WriteString(lobbyCode + "\r\n") },
		"keys":   func() { l.write(lobbyCode + "\r") },
	} {
		scan()
		l.shows(lobbyName)
		l.shows("còn ở đó không")
		l.forgot(lobbyCode, "261120")
		t.Logf("%s: forgotten", name)
	}
}

// Staff open their page with the PIN, read the state, restart the interface, and leave it
// for good.
func TestKioskStaff(t *testing.T) {
	long(t)
	t.Parallel()
	hashed, err := pin.Hash("480213")
	if err != nil {
		t.Fatal(err)
	}
	l := openLobby(t, late+fmt.Sprintf("pin_hash = %q\n", hashed), false)
	enter := func(digits string) {
		l.write("\x1b[24~") // F12
		l.shows("Mã PIN của cán bộ")
		l.types(digits + "\r")
	}
	enter("480214")
	l.shows("Mã PIN chưa đúng")
	l.write("\x1b")
	l.attracts()
	enter("480213")
	l.shows("Máy quét: kiểu bàn phím")
	l.shows("80 cột, 21 dòng")
	l.types("1")
	l.shows("Cập nhật xong lúc") // by the parent, which keeps running
	l.types("2")
	l.shows("Vâng, khởi động lại")
	<-time.After(500 * time.Millisecond) // staff read it
	l.types("2")
	l.attracts()
	for deadline := time.Now().Add(20 * time.Second); !strings.Contains(l.log(), "restarted by the operator"); <-time.After(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("not restarted: %s", l.log())
		}
	}
	l.attracts()
	<-time.After(time.Second)
	enter("480213")
	l.shows("Giao diện chạy liền") // a restart on purpose is not counted
	l.types("3")
	l.shows("Vâng, tắt")
	<-time.After(500 * time.Millisecond)
	l.types("3")
	select {
	case err := <-l.ended:
		if err != nil {
			t.Errorf("it ended with %v", err)
		}
		l.ended <- nil // for the clean-up
	case <-time.After(20 * time.Second):
		t.Fatalf("it does not end: %s", l.log())
	}
	if got := l.log(); strings.Contains(got, "4802") || !strings.Contains(got, "wrong PIN") || !strings.Contains(got, "left by the operator") {
		t.Errorf("log:\n%s", got)
	}
}
