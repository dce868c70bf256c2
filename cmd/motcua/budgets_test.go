//go:build unix

package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A server that is killed and started again remembers who has used up their budget.
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
	// Another address has its own budget.
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
