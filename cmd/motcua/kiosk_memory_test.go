//go:build unix

package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"
)

// Whoever stands at a kiosk after somebody else must find nothing of them, not
// even in the memory of the machine. Here the whole program is at work: the real
// client reads a portal over HTTP, and the screen hangs on a terminal of this
// machine or on a server over SSH. Portal, person and search are in this process;
// the program's memory is what its own processes write down of it.

// dumpDir names the folder in which a wish for a dump turns up.
const dumpDir = "MOTCUA_TEST_DUMPS"

// dumpsOnWish makes a process write its heap down when asked to: what can be
// reached, and no rubbish.
func dumpsOnWish() {
	dir := os.Getenv(dumpDir)
	if dir == "" {
		return
	}
	go func() {
		for n := 0; ; <-time.After(20 * time.Millisecond) {
			if _, err := os.Stat(filepath.Join(dir, fmt.Sprint("wish", n))); err != nil {
				continue
			}
			for range 3 { // pools give up what they hold in the second
				runtime.GC()
			}
			name := filepath.Join(dir, fmt.Sprintf("dump%d-%d", n, os.Getpid()))
			f, err := os.Create(name + ".part")
			if err == nil {
				debug.WriteHeapDump(f.Fd())
				err = errors.Join(f.Close(), os.Rename(name+".part", name))
			}
			if err != nil {
				panic(err)
			}
			n++
		}
	}()
}

// memory reads what the processes of a program hold.
type memory struct {
	t         *testing.T
	dir       string
	processes int
	dumps     int
}

func newMemory(t *testing.T, processes int) *memory {
	t.Helper()
	return &memory{t: t, dir: t.TempDir(), processes: processes}
}

func (m *memory) env() string { return dumpDir + "=" + m.dir }

func (m *memory) read() (all []byte) {
	m.t.Helper()
	if err := os.WriteFile(filepath.Join(m.dir, fmt.Sprint("wish", m.dumps)), nil, 0o600); err != nil {
		m.t.Fatal(err)
	}
	pattern := filepath.Join(m.dir, fmt.Sprintf("dump%d-*[0-9]", m.dumps))
	m.dumps++
	for deadline := time.Now().Add(30 * time.Second); ; <-time.After(20 * time.Millisecond) {
		names, err := filepath.Glob(pattern)
		if err != nil || time.Now().After(deadline) {
			m.t.Fatalf("%d of %d processes wrote a dump: %v", len(names), m.processes, err)
		}
		if len(names) < m.processes {
			continue
		}
		for _, name := range names {
			body, err := os.ReadFile(name)
			if err = errors.Join(err, os.Remove(name)); err != nil {
				m.t.Fatal(err)
			}
			all = append(all, body...)
		}
		return all
	}
}

// inMemory tells in which forms a text lies in memory: as it is, as the runes that
// fields keep, and as UTF-16.
func inMemory(all []byte, s string) (forms []string) {
	var runes, wide []byte
	for _, r := range s {
		runes = binary.NativeEndian.AppendUint32(runes, uint32(r))
	}
	for _, u := range utf16.Encode([]rune(s)) {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	for form, b := range map[string][]byte{"text": []byte(s), "runes": runes, "UTF-16": wide} {
		if bytes.Contains(all, b) {
			forms = append(forms, form)
		}
	}
	return forms
}

const (
	typedWords = "qzkhoaimonx" // on no procedure
	maskedName = "Q•••• T•• Ư••"
	// The usual code stands in the program's help.
	visitedCode = "H55.17.05-261120-0008"
	visitedName = "Đăng ký thành lập hộ kinh doanh"
)

// lobbySecrets are what a person at a kiosk types, scans and is shown.
var lobbySecrets = map[string]string{
	"the code": visitedCode, "its number": "261120-0008", "the proof": plantedProof, "the name": "Quách Thị", "the given name": "Ươm Trồng", "the masked name": maskedName,
	"the identity number": plantedID, "the subject": plantedShop, "the official": "Cấy Ghép", "the unit": "Vun Xới", "what was searched": typedWords,
}

// visits is one person's turn: a search, a dossier with its proof, the code to take
// home, a slip.
func (l *lobby) visits(proof string, prints bool) {
	l.t.Helper()
	l.types("2")
	l.shows("Ông/bà muốn làm việc gì?")
	l.types(typedWords)
	l.shows(typedWords)
	l.write("\x1b")
	l.attracts()
	l.types("1")
	l.shows("Mã hồ sơ, in trên giấy hẹn")
	l.types(visitedCode)
	l.shows(visitedCode)
	l.types("\r")
	l.shows(visitedName)
	l.types("m")
	l.shows("4 số cuối")
	l.types(proof)
	l.types("\r")
	for range 3 {
		if strings.Contains(l.text(), maskedName) {
			break
		}
		<-time.After(time.Second)
		l.write("\x1b[6~")
	}
	l.shows(maskedName)
	l.types("q")
	l.shows("điện thoại")
	l.write("\x1b")
	l.shows("Kết thúc")
	l.until("the dossier again", func(s string) bool { return !strings.Contains(s, "Mở máy ảnh") })
	if prints {
		l.types("i")
		l.shows("lấy phiếu")
	}
}

// aPrinter takes slips at its address and says that all is well.
func aPrinter(t *testing.T) string {
	t.Helper()
	port, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = port.Close() })
	go func() {
		for {
			c, err := port.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				in := bufio.NewReader(c)
				for last := byte(0); ; {
					b, err := in.ReadByte()
					if err != nil {
						return
					}
					if last == 0x10 && b == 0x04 { // DLE EOT: how are you?
						_, _ = c.Write([]byte{0x12})
					}
					last = b
				}
			}()
		}
	}()
	return "tcp://" + port.Addr().String()
}

// forgetsIn looks through a program's memory before and after the person ends.
func (l *lobby) forgetsIn(m *memory, end func()) {
	l.t.Helper()
	before := m.read()
	for _, there := range []string{"the code", "the masked name"} {
		if inMemory(before, lobbySecrets[there]) == nil {
			l.t.Errorf("%s is on the screen and not in the %d bytes of the dump: the search is blind", there, len(before))
		}
	}
	end()
	l.forgot(visitedCode, "261120", maskedName, "Vun Xới", typedWords)
	left := map[string][]string{}
	var after []byte
	for range 10 { // what was under way, and the terminal's answers, take a moment
		<-time.After(300 * time.Millisecond)
		after = m.read()
		clear(left)
		for what, secret := range lobbySecrets {
			if forms := inMemory(after, secret); forms != nil {
				left[what] = forms
			}
		}
		if len(left) == 0 {
			return
		}
	}
	for what, forms := range left {
		at := max(bytes.Index(after, []byte(lobbySecrets[what])), 0)
		l.t.Errorf("after the wipe %s is in memory, as %s: %q", what, forms, after[max(at-100, 0):min(at+200, len(after))])
	}
}

func TestKioskForgetsInMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("types for some seconds")
	}
	base := plantingPortal(t)
	for _, kind := range []string{"integration", "igate", "opencps"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			m := newMemory(t, 2) // the supervisor as well
			l := openLobbyIn(t, t.TempDir(), plantedConfig(base, kind)+fmt.Sprintf("[kiosk]\n%sprinter = %q\n", late, aPrinter(t)), false, m.env())
			proof := plantedProof
			if kind == "opencps" {
				proof = "1008" // the receipt's secret, which the portal itself checks
			}
			l.visits(proof, true)
			l.forgetsIn(m, func() { l.write("\x1b[21~") })
		})
	}
}

// A thin client's lobby is in the server's memory.
func TestKioskOverSSHForgetsInMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("types for some seconds")
	}
	base := plantingPortal(t)
	m := newMemory(t, 1)
	p := startServeIn(t, t.TempDir(), plantedConfig(base, "integration")+"[kiosk]\n"+late+"ssh_users = [\"kiosk\"]\nssh_from = [\"127.0.0.0/8\"]\n", m.env())
	l := p.lobby(t)
	l.visits(plantedProof, false)
	l.forgetsIn(m, func() { l.write("\x1b[21~") })
	p.stop()
}

// lobby is a kiosk's session on the server.
func (p *process) lobby(t *testing.T) *lobby {
	t.Helper()
	c, err := gossh.Dial("tcp", p.addr, &gossh.ClientConfig{User: "kiosk", HostKeyCallback: gossh.InsecureIgnoreHostKey()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	s, err := c.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	l := &lobby{t: t, state: t.TempDir(), vt: vt.NewEmulator(80, 21)}
	keys, err1 := s.StdinPipe()
	out, err2 := s.StdoutPipe()
	if err := errors.Join(err1, err2, s.RequestPty("xterm-256color", 21, 80, nil), s.Shell()); err != nil {
		t.Fatal(err)
	}
	l.keys = keys
	go func() { _, _ = io.Copy(keys, l.vt) }() // answers to the program's questions
	shown := make(chan struct{})
	go func() {
		defer close(shown)
		buf := make([]byte, 8192)
		for {
			n, err := out.Read(buf)
			l.mu.Lock()
			_, _ = l.vt.Write(buf[:n])
			l.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		_ = c.Close()
		<-shown
		_ = l.vt.InputPipe().(io.Closer).Close()
	})
	l.attracts()
	return l
}
