//go:build unix

package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/charmbracelet/x/vt"
	gossh "golang.org/x/crypto/ssh"
)

// Whoever stands at a kiosk after somebody else must find nothing of them, not
// even in the memory of the machine. Here the whole program is at work: the real
// client reads a portal over HTTP, and the screen hangs on a terminal of this
// machine or on a server over SSH. Portal, person and search are in this process.
// A kiosk's processes are looked through from outside, as a debugger would; a server,
// which lives on, writes down what can be reached in its heap.

// dumpDir names the folder in which a wish for a dump turns up.
const dumpDir = "MOTCUA_TEST_DUMPS"

// dumpsOnWish makes a process write its heap down when asked to: what can be
// reached, and no rubbish. The process that is named dies of a panic when asked to,
// which says what stands in the wish.
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

// writtenBy is all that a process can write to, rubbish as well, as a debugger would see
// it; nothing where that cannot be read.
func writtenBy(pid int) (all []byte) {
	regions, err1 := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	mem, err2 := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if errors.Join(err1, err2) != nil {
		return nil
	}
	defer func() { _ = mem.Close() }()
	piece, blank := make([]byte, 1<<20), make([]byte, 4<<10)
	for region := range strings.Lines(string(regions)) {
		var from, to int64
		var may string
		_, err := fmt.Sscanf(region, "%x-%x %s", &from, &to, &may)
		if err != nil || !strings.HasPrefix(may, "rw") || to-from > 1<<30 || raced() && from>>37 != 0xc0>>5 {
			continue // nothing the program writes to; of a raced one the heap alone
		}
		for ; from < to; from += int64(len(piece)) {
			n, _ := mem.ReadAt(piece[:min(int64(len(piece)), to-from)], from)
			for page := range slices.Chunk(piece[:n], len(blank)) {
				if !bytes.Equal(page, blank) { // most of them were never written to
					all = append(all, page...)
				}
			}
		}
	}
	return all
}

// raced tells whether the race detector is at work, which has far more memory than
// the program. The heap lies between 0xc000000000 and 0xe000000000 then on amd64
// (runtime/malloc.go); on other machines nothing is looked through.
var raced = sync.OnceValue(func() bool {
	info, ok := debug.ReadBuildInfo()
	return ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"})
})

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

// searches types words that are on no procedure.
func (l *lobby) searches() {
	l.t.Helper()
	l.types("2")
	l.shows("Ông/bà muốn làm việc gì?")
	l.types(typedWords)
	l.shows(typedWords)
	l.write("\x1b")
	l.attracts()
}

// visits is one person's turn: a search, a dossier with its proof, the code to take
// home, a slip.
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

// processes are the kiosk's: the one that watches over it, and its children.
func (l *lobby) processes() []int {
	threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", l.cmd.Process.Pid))
	pids := []int{l.cmd.Process.Pid}
	for _, name := range threads {
		kids, _ := os.ReadFile(name)
		for _, kid := range strings.Fields(string(kids)) {
			if pid, err := strconv.Atoi(kid); err == nil {
				pids = append(pids, pid)
			}
		}
	}
	return pids
}

// memory is all that the kiosk's processes can write to.
func (l *lobby) memory() (all []byte) {
	for _, pid := range l.processes() {
		all = append(all, writtenBy(pid)...)
	}
	return all
}

// forgetsByEnding looks through the memory of all processes of a kiosk before the
// person ends, and as soon as the next one could begin: there is nothing to wait for.
// Without an end the person walks away, which a busy machine may find out before it has
// been looked through.
func (l *lobby) forgetsByEnding(end func(), more map[string]string) {
	l.t.Helper()
	drew := drawing(l)
	before := l.memory()
	if drew == 0 || len(before) == 0 {
		l.t.Skip("processes and their memory are found through /proc, which is Linux's")
	}
	secrets := maps.Clone(lobbySecrets)
	maps.Copy(secrets, more)
	if end != nil {
		for _, there := range []string{"the code", "the masked name"} {
			if inMemory(before, secrets[there]) == nil {
				l.t.Errorf("%s is on the screen and not in %d bytes of memory: the search is blind", there, len(before))
			}
		}
		end()
	}
	l.forgot(visitedCode, "261120", maskedName, "Vun Xới", typedWords)
	if _, err := os.Stat(fmt.Sprint("/proc/", drew)); err == nil && slices.Contains(l.processes(), drew) {
		l.t.Errorf("process %d showed the dossier and is still there", drew)
	}
	after := l.memory()
	for what, secret := range secrets {
		if forms := inMemory(after, secret); forms != nil {
			at := max(bytes.Index(after, []byte(secret)), 0)
			l.t.Errorf("after the person %s is in memory, as %s: %q", what, forms, after[max(at-100, 0):min(at+200, len(after))])
		}
	}
}

// forgetsIn looks through what can be reached in a server's heap before and after the
// person ends.
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
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); { // what was under way, and the terminal's answers, take a moment
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

// A person looks a dossier up by keys, at a system without accounts, prints it and
// walks away. The other systems are asked below, with devices and over SSH.
func TestKioskForgetsInMemory(t *testing.T) {
	long(t)
	t.Parallel()
	l := openLobbyIn(t, t.TempDir(), plantedConfig(plantingPortal(t), "opencps")+
		fmt.Sprintf("[kiosk]\nidle = \"8s\"\ncountdown = \"1s\"\nprinter = %q\n", "tcp://"+newPaper(t).addr), false)
	l.visits("1008", true) // the receipt's secret, which the portal itself checks
	l.forgetsByEnding(nil, nil)
}

// A thin client's lobby is in the server's memory.
func TestKioskOverSSHForgetsInMemory(t *testing.T) {
	long(t)
	t.Parallel()
	m := newMemory(t, 1)
	p := startServeIn(t, t.TempDir(), plantedConfig(plantingPortal(t), "igate")+"[kiosk]\n"+late+"ssh_users = [\"kiosk\"]\nssh_from = [\"127.0.0.0/8\"]\n", m.env(),
		"GODEBUG=asyncpreemptoff=1") // the registers of an interrupted copy stay until the next one, which a server soon has
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
