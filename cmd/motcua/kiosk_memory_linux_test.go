package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/client/sandbox"
	"motcua/kiosk/pin"
)

// These tests read the memory of a kiosk's processes in /proc, which only Linux has.

// writtenBy returns all memory that a process can write to, including freed memory, as a
// debugger would see it; nothing when it cannot be read.
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
		if err != nil || !strings.HasPrefix(may, "rw") || to-from > 1<<30 || clienttest.Raced() && from>>37 != 0xc0>>5 {
			continue // memory that the program never writes to; of the race detector's, far more, only the heap (runtime/malloc.go)
		}
		for ; from < to; from += int64(len(piece)) {
			n, _ := mem.ReadAt(piece[:min(int64(len(piece)), to-from)], from)
			for page := range slices.Chunk(piece[:n], len(blank)) {
				if !bytes.Equal(page, blank) { // most pages were never written
					all = append(all, page...)
				}
			}
		}
	}
	return all
}

// memory returns all memory that the kiosk's processes can write to.
func (l *lobby) memory() (all []byte) {
	for _, pid := range l.processes() {
		all = append(all, writtenBy(pid)...)
	}
	return all
}

// forgetsByEnding searches the memory of all processes of a kiosk before the person ends,
// and again as soon as the next one could begin. Without end the person walks away, which a
// busy machine may notice before the first search is finished.
func (l *lobby) forgetsByEnding(end func(), more map[string]string) {
	l.t.Helper()
	drew := drawing(l)
	before := l.memory()
	if len(before) == 0 {
		l.t.Fatal("this account may not read the memory of its own processes")
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

// A person looks a dossier up with keys, at a system without accounts, prints it and walks
// away. The tests below ask the other systems, with devices and over SSH.
func TestKioskForgetsInMemory(t *testing.T) {
	long(t)
	t.Parallel()
	l := openLobbyIn(t, t.TempDir(), plantedConfig(plantingPortal(t), "opencps")+
		fmt.Sprintf("[kiosk]\nidle = \"8s\"\ncountdown = \"1s\"\nprinter = %q\n", "tcp://"+newPaper(t).addr), false)
	l.visits("1008", true) // the receipt's secret, which the portal itself checks
	l.forgetsByEnding(nil, nil)
}

// Other data that a person leaves at a kiosk with all devices.
const (
	wrongPIN      = "73951846"
	cardHome      = "Thôn Nà Khoai Lang, xã Chốn Xa"
	receiptSecret = "zq7kx"
)

var deviceSecrets = map[string]string{
	"the wrong PIN": wrongPIN, "the card's address": "Khoai Lang", "the receipt's secret": receiptSecret,
}

// A kiosk with a serial scanner, a printer, a voice with headphones and a PIN, which also
// asks a national portal, remembers nothing about who was there.
func TestKioskWithDevicesForgetsInMemory(t *testing.T) {
	long(t)
	t.Parallel()
	base := plantingPortal(t)
	hashed, err := pin.Hash("480213")
	if err != nil {
		t.Fatal(err)
	}
	paper := newPaper(t)
	bin, said := voiceIn(t)
	l := openLobbyIn(t, t.TempDir(), fmt.Sprintf("[national]\nurl = %q\n[store]\nrefresh = \"0s\"\n", base+sandbox.NationalPath)+plantedConfig(base, "integration")+
		"[kiosk]\n"+late+fmt.Sprintf("pin_hash = %q\nprinter = %q\nspeech = \"espeak-ng\"\nspeech_headphones = \"default\"\n", hashed, "tcp://"+paper.addr),
		true, "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))

	l.write("\x1b[24~") // F12
	l.shows("Mã PIN của cán bộ")
	l.types(wrongPIN + "\r")
	l.shows("Mã PIN chưa đúng")
	l.write("\x1b")
	l.attracts()

	l.write("\x1b[18~") // F7
	l.shows("có đeo tai nghe không")
	l.types("1")
	l.attracts()
	l.searches()

	scan := func(text, until string) {
		t.Helper()
		if _, err := io.WriteString(l.scanner, text+"\r\n"); err != nil {
			t.Fatal(err)
		}
		l.shows(until)
	}
	scan(plantedID+"|100200300|"+plantedName+"|01021990|Nữ|"+cardHome+"|05062021", "4 số cuối")
	scan("https://dichvucong.gov.vn/tra-cuu?maHoSo="+visitedCode+"&secretKey="+receiptSecret, visitedName)
	for range 5 {
		if strings.Contains(l.text(), maskedName) {
			break
		}
		<-time.After(500 * time.Millisecond)
		l.write("\x1b[6~")
	}
	l.shows(maskedName)
	l.types("i")
	l.shows("In xong rồi")
	l.write("\x1b")
	l.until("the dossier again", func(s string) bool { return !strings.Contains(s, "In xong rồi") })
	l.types("w")
	l.shows("điện thoại")

	l.forgetsByEnding(func() { l.write("\x1b[21~") }, deviceSecrets)
	if paper.bytes.Load() < 1_000 {
		t.Errorf("the printer got %d bytes", paper.bytes.Load())
	}
	if text := said(); !strings.Contains(text, "Ươm") && !strings.Contains(text, "kinh doanh") {
		t.Errorf("nothing of the dossier was read aloud: %q", text)
	}
}

// voiceIn installs a voice in a folder that records what it is to say.
func voiceIn(t *testing.T) (folder string, said func() string) {
	t.Helper()
	folder = t.TempDir()
	notes := filepath.Join(folder, "said")
	script := "#!/bin/sh\ncat >>" + notes + "\n"
	if err := os.WriteFile(filepath.Join(folder, "espeak-ng"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return folder, func() string {
		b, _ := os.ReadFile(notes)
		return string(b)
	}
}
