package printer

import (
	"os"
	"path/filepath"
	"testing"

	"motcua/kiosk/slip"
	"motcua/tui/device"
)

// Each person has a drawing process of their own; the next process opens the same printer
// as the one before.
func TestOneSlipAtATimeOnAMachine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "printer.lock")
	v := &virtual{replies: fine(nil)}
	address := v.onNetwork(t)
	of := func(file string) *Printer {
		p, err := New(Config{Address: address, Turn: file, timeouts: quick(v)})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	one, other := of(file), of(file)
	if !one.turn.take() {
		t.Fatal("nobody prints, and it is not its turn")
	}
	if got := reasonOf(other.Print(t.Context(), sample())); got != device.PrinterBusy {
		t.Errorf("while another process prints: %q", got)
	}
	if err := other.Check(t.Context()); err != nil {
		t.Errorf("a printer that prints is well: %v", err)
	}
	one.turn.begin() // and is killed in the middle
	one.turn.give()
	if !other.turn.take() || !other.turn.half() {
		t.Error("the next process does not know that a job broke off")
	}
	other.turn.give()
	if err := other.Print(t.Context(), sample()); err != nil {
		t.Fatal(err)
	}
	wants(t, v, sample(), slip.Wide, 1)
	if !one.turn.take() || one.turn.half() {
		t.Error("a job that came out broke off")
	}
	one.turn.give()

	nowhere := of(filepath.Join(t.TempDir(), "none", "printer.lock"))
	if err := nowhere.Print(t.Context(), sample()); err != nil {
		t.Errorf("without a place for the file: %v", err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info, err)
	}
}
