//go:build unix

package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A server that is killed, and started again, knows who had used up their points.
func TestBudgetsOutliveTheServer(t *testing.T) {
	home := t.TempDir()
	const doc = "[guess]\npublic_own = \"3:1/h\"\npublic_shared_all = \"0:0/h\"\n"
	p := startServeIn(t, home, doc)
	serial, limited, last := 20, false, ""
	for ; serial < 40 && !limited; serial++ {
		limited, last = p.asks("", serial)
	}
	if !limited {
		t.Fatalf("twenty codes, and no end: %s", last)
	}
	<-time.After(2500 * time.Millisecond) // it writes once a second
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = p.cmd.Wait()

	p = startServeIn(t, home, doc)
	if limited, said := p.asks("", serial); !limited {
		t.Errorf("after a kill: %s", said)
	}
	// Somebody else has what is their own.
	if limited, said := p.asks("127.0.0.9", serial); limited {
		t.Errorf("another address: %s", said)
	}
	for name, doc := range filesBelow(t, filepath.Join(home, "state")) {
		for _, piece := range []string{"127.0.0", "261120", "H55"} {
			if strings.Contains(doc, piece) {
				t.Errorf("%s holds %q", name, piece)
			}
		}
	}
	if out := p.command(t, home, []string{"serve", "--listen", "127.0.0.1:0"}); !strings.Contains(out, "Một motcua khác đang dùng thư mục trạng thái") {
		t.Errorf("a second server in the same folder says %q", out)
	}
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}

// At a kiosk proofs of one dossier are bounded for the machine, whoever stands
// there: a wipe gives none back, nor does a process that dies.
func TestKioskBoundsGuessing(t *testing.T) {
	long(t)
	t.Parallel() // most of it is waiting
	l := openLobby(t, late, false)
	const waits = "tạm ngừng nhận 4 số cuối"
	tried := 0
	tries := func() (waiting bool) {
		l.types("1")
		l.shows("Mã hồ sơ, in trên giấy hẹn")
		l.types(lobbyCode + "\r")
		l.shows(lobbyName)
		l.types("m")
		for range 4 {
			l.shows("4 số cuối căn cước")
			l.types(fmt.Sprintf("%04d", 9000+tried))
			l.until("the field alone", func(s string) bool { return !strings.Contains(s, "! ") })
			l.write("\r")
			l.shows("! ") // no, or wait
			if strings.Contains(l.text(), waits) {
				return true
			}
			tried++
			l.write("\x7f\x7f\x7f\x7f") // the field is emptied
		}
		return false
	}
	for rounds := 0; !tries(); rounds++ {
		l.write("\x1b[21~") // F10 wipes
		l.attracts()
		if rounds > 10 {
			t.Fatalf("%d wrong proofs, and no end:\n%s", tried, l.text())
		}
	}
	if tried > 20 {
		t.Errorf("%d wrong proofs of one dossier", tried)
	}
	<-time.After(2500 * time.Millisecond) // it writes once a second
	pid := drawing(l)
	if pid == 0 {
		t.Skip("the process that draws is found through /proc, which is Linux's")
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	l.attracts()
	if !tries() {
		t.Errorf("a process that died gave proofs back:\n%s", l.text())
	}
	l.write("\x1b[21~")
	l.forgot(lobbyCode, "261120")
}
