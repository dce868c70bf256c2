//go:build unix

package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"motcua/client/sandbox"
	"motcua/kiosk/pin"
)

// What else a person leaves at a kiosk that has everything.
const (
	wrongPIN      = "73951846"
	cardHome      = "Thôn Nà Khoai Lang, xã Chốn Xa"
	receiptSecret = "zq7kx"
)

var deviceSecrets = map[string]string{
	"the wrong PIN": wrongPIN, "the card's address": "Khoai Lang", "the receipt's secret": receiptSecret,
}

// A kiosk with a serial scanner, a printer, a voice with headphones and a PIN, which
// asks a national portal as well: none of them remembers who was there.
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
	l.types("q")
	l.shows("điện thoại")

	l.forgetsByEnding(func() { l.write("\x1b[21~") }, deviceSecrets)
	if paper.bytes.Load() < 1_000 {
		t.Errorf("the printer got %d bytes", paper.bytes.Load())
	}
	if text := said(); !strings.Contains(text, "Ươm") && !strings.Contains(text, "kinh doanh") {
		t.Errorf("nothing of the dossier was read aloud: %q", text)
	}
}

// paper is a receipt printer that is always ready.
type paper struct {
	addr  string
	bytes atomic.Int64
	hold  chan struct{} // not nil: it takes its time until this is closed
}

func newPaper(t *testing.T) *paper {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	p := &paper{addr: l.Addr().String()}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go p.serve(c)
		}
	}()
	return p
}

// serve answers DLE EOT n with ready, and GS r n once all before it was read.
func (p *paper) serve(c net.Conn) {
	defer func() { _ = c.Close() }()
	b, last := make([]byte, 1), [2]byte{}
	for {
		if _, err := c.Read(b); err != nil {
			return
		}
		if p.bytes.Add(1) == 100 && p.hold != nil {
			<-p.hold
		}
		switch last {
		case [2]byte{0x10, 0x04}:
			_, _ = c.Write([]byte{0x12})
		case [2]byte{0x1d, 'r'}:
			_, _ = c.Write([]byte{0})
		}
		last = [2]byte{last[1], b[0]}
	}
}

// voiceIn puts a voice into a folder that writes down what it is to say.
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
