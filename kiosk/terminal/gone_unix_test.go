//go:build unix

package terminal

import (
	"testing"
	"time"

	"github.com/creack/pty"
)

func TestGone(t *testing.T) {
	end, file, err := pty.Open()
	if err != nil {
		t.Skipf("this system gives no pseudo-terminal: %v", err)
	}
	defer func() { _ = file.Close() }()
	gone := Gone(file)
	if _, err := end.WriteString("keys that nobody reads\n"); err != nil {
		t.Fatal(err)
	}
	if _, err := file.WriteString("text that nobody reads\n"); err != nil {
		t.Fatal(err)
	}
	select {
	case <-gone:
		t.Fatal("gone while it is there")
	case <-time.After(50 * time.Millisecond):
	}
	_ = end.Close()
	select {
	case <-gone:
	case <-time.After(20 * time.Second):
		t.Fatal("it hung up, and nobody was told")
	}
}
