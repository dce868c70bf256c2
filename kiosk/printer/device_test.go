//go:build linux

package printer

import (
	"testing"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"

	"motcua/kiosk/slip"
	"motcua/tui/device"
)

// onDevice puts the printer behind a device file: the far end of a pseudo-terminal, the
// only kind of device that a test can create. It returns the file's name.
func (v *virtual) onDevice(t *testing.T) string {
	t.Helper()
	far, near, err := pty.Open()
	if err != nil {
		t.Skipf("this system gives no pseudo-terminal to play a printer: %v", err)
	}
	t.Cleanup(func() { _ = near.Close(); _ = far.Close() })
	if _, err := term.MakeRaw(near.Fd()); err != nil { // pass bytes unchanged
		t.Fatal(err)
	}
	go v.serve(far, func() {})
	return near.Name()
}

// A device file is queried and reported like a printer on the network.
func TestADevice(t *testing.T) {
	v := &virtual{replies: fine(nil)}
	p := made(t, v.onDevice(t), v)
	if err := p.Print(t.Context(), sample()); err != nil {
		t.Fatal(err)
	}
	wants(t, v, sample(), slip.Wide, 1)

	v.mu.Lock()
	v.replies = fine(map[byte]byte{1: 0x1e, 2: 0x36})
	v.mu.Unlock()
	if got := reasonOf(p.Print(t.Context(), sample())); got != device.PrinterCover {
		t.Errorf("with its cover open: %q", got)
	}
}

func TestADeviceThatSaysNothing(t *testing.T) {
	v := &virtual{silent: true}
	p := made(t, v.onDevice(t), v)
	if err := p.Print(t.Context(), sample()); err != nil {
		t.Fatal(err)
	}
	eventually(t, func() bool { v.mu.Lock(); defer v.mu.Unlock(); return v.cuts == 1 })
	wants(t, v, sample(), slip.Wide, 1)
}

func TestADeviceThatStalls(t *testing.T) {
	v := &virtual{replies: fine(nil), stallAt: 9000}
	p := made(t, v.onDevice(t), v)
	if got := reasonOf(p.Print(t.Context(), sample())); got != device.PrinterBusy {
		t.Errorf("%q", got)
	}
}
