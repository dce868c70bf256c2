//go:build unix

package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
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

// Whoever uses a kiosk after somebody else must find nothing about them, not even in the
// memory of the machine. These tests run the whole program: the real client reads a portal
// over HTTP, and the screen is on a local terminal or on a server over SSH. The portal, the
// person and the search are in this process. A kiosk's processes are searched from outside,
// as by a debugger; a server, which keeps running, writes a dump of the reachable heap.

// dumpDir is the variable with the folder in which a request for a dump appears.
const dumpDir = "MOTCUA_TEST_DUMPS"

// dumpsOnWish makes a process dump its reachable heap on request. The process that a
// request names panics with the text of the request.
func dumpsOnWish() {
	dir := os.Getenv(dumpDir)
	if dir == "" {
		return
	}
	go func() {
		for n := 0; ; <-time.After(20 * time.Millisecond) {
			if says, err := os.ReadFile(filepath.Join(dir, fmt.Sprint("panic", os.Getpid()))); err == nil {
				panic(string(says))
			}
			if _, err := os.Stat(filepath.Join(dir, fmt.Sprint("wish", n))); err != nil {
				continue
			}
			for range 3 { // pools release their contents at the second collection
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

// memory reads the memory of a program's processes.
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

// inMemory returns the forms in which a text is in memory: as it is, as the runes that
// fields store, and as UTF-16.
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
	typedWords = "qzkhoaimonx" // in no procedure's text
	maskedName = "Q•••• T•• Ư••"
	// The usual example code is part of the program's help.
	visitedCode = "H55.17.05-261120-0008"
	visitedName = "Đăng ký thành lập hộ kinh doanh"
)

// lobbySecrets are what a person at a kiosk types, scans and is shown.
var lobbySecrets = map[string]string{
	"the code": visitedCode, "its number": "261120-0008", "the proof": plantedProof, "the name": "Quách Thị", "the given name": "Ươm Trồng", "the masked name": maskedName,
	"the identity number": plantedID, "the subject": plantedShop, "the official": "Cấy Ghép", "the unit": "Vun Xới", "what was searched": typedWords,
}

// searches types words that occur in no procedure.
func (l *lobby) searches() {
	l.t.Helper()
	l.types("2")
	l.shows("Ông/bà muốn làm việc gì?")
	l.types(typedWords)
	l.shows(typedWords)
	l.write("\x1b")
	l.attracts()
}

// visits is one person's turn: a search, a dossier with its proof, the QR code, a slip.
func (l *lobby) visits(proof string, prints bool) {
	l.t.Helper()
	l.searches()
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
	l.types("w")
	l.shows("điện thoại")
	l.write("\x1b")
	l.shows("Kết thúc")
	l.until("the dossier again", func(s string) bool { return !strings.Contains(s, "Mở máy ảnh") })
	if prints {
		l.types("i")
		l.shows("lấy phiếu")
	}
}

// forgetsIn searches the reachable heap of a server before and after the person ends.
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
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); { // running work and the terminal's answers take a moment
		<-time.After(300 * time.Millisecond)
		after := m.read()
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
		l.t.Errorf("after the wipe %s can still be reached, as %s", what, forms)
	}
}

// A thin client's lobby is in the memory of the server.
func TestKioskOverSSHForgetsInMemory(t *testing.T) {
	long(t)
	t.Parallel()
	m := newMemory(t, 1)
	p := startServeIn(t, t.TempDir(), plantedConfig(plantingPortal(t), "igate")+"[kiosk]\n"+late+"ssh_users = [\"kiosk\"]\nssh_from = [\"127.0.0.0/8\"]\n", m.env(),
		"GODEBUG=asyncpreemptoff=1") // the registers of an interrupted copy stay until the next interrupt, which a server soon has
	l := p.lobby(t)
	l.visits(plantedProof, false)
	l.forgetsIn(m, func() { l.write("\x1b[21~") })
	p.stop()
}

// lobby opens a kiosk's session on the server.
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
	go func() { _, _ = io.Copy(keys, l.vt) }() // answers to the program's queries
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
