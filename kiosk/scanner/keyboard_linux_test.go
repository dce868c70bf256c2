//go:build linux && (386 || amd64 || arm || arm64 || loong64 || riscv64 || s390x)

package scanner

import (
	"bytes"
	"encoding/binary"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func TestASetOfKeys(t *testing.T) {
	const keyboardSet = "1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe"
	for _, c := range []struct {
		set  string
		keys []int
		want bool
	}{
		{keyboardSet, []int{2, 11, 28, 44}, true},
		{keyboardSet, []int{0}, false},
		{keyboardSet, []int{194, 240}, true},
		{keyboardSet, []int{195}, false},
		{keyboardSet, []int{2000}, false},
		{"1f0000 0 0 0 0", []int{28}, false}, // a mouse
		{"", []int{1}, false}, {"0", []int{1}, false}, {"xyz", []int{1}, false},
	} {
		if got := hasKeys(c.set, c.keys...); got != c.want {
			t.Errorf("%v in %q: %v", c.keys, c.set, got)
		}
	}
}

// The list contains keyboards with letters, under their stable names.
func TestKeyboardsAreListed(t *testing.T) {
	dev, sys := t.TempDir(), t.TempDir()
	put := func(system *string, dir string) { old := *system; *system = dir; t.Cleanup(func() { *system = old }) }
	put(&inputRoot, dev)
	put(&systemDevices, sys)
	if got := Keyboards(); len(got) != 0 {
		t.Errorf("of nothing: %v", got)
	}
	// Any two character devices whose numbers the kernel has data about.
	for name, target := range map[string]string{
		"usb-Maker_Scanner_1234-event-kbd": "/dev/null", "usb-Maker_Headset-event-kbd": "/dev/zero",
		"usb-Maker_Mouse-event-mouse": "/dev/null", "usb-Gone-event-kbd": filepath.Join(dev, "gone"),
	} {
		write(t, dev, filepath.Join("by-id", name), "")
		_ = os.Remove(filepath.Join(dev, "by-id", name))
		if err := os.Symlink(target, filepath.Join(dev, "by-id", name)); err != nil {
			t.Fatal(err)
		}
	}
	var st unix.Stat_t
	for target, keys := range map[string]string{"/dev/null": "1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffffffffffe\n", "/dev/zero": "c000000000000 0\n"} {
		if err := unix.Stat(target, &st); err != nil {
			t.Fatal(err)
		}
		at := filepath.Join(fmt.Sprintf("%d:%d", unix.Major(st.Rdev), unix.Minor(st.Rdev)), "device")
		write(t, sys, filepath.Join(at, "capabilities", "key"), keys)
		write(t, sys, filepath.Join(at, "name"), "Maker Scanner\n")
		write(t, sys, filepath.Join(at, "id", "vendor"), "0c2e\n")
		write(t, sys, filepath.Join(at, "id", "product"), "0b61\n")
	}
	want := []Keyboard{{filepath.Join(dev, "by-id", "usb-Maker_Scanner_1234-event-kbd"), "Maker Scanner", "0c2e:0b61"}}
	if got := Keyboards(); !slices.Equal(got, want) {
		t.Errorf("listed %+v, want %+v", got, want)
	}
}

func write(t *testing.T, root, name, text string) {
	t.Helper()
	name = filepath.Join(root, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A device that is not an input device is left to the other ways of opening.
func TestAnotherDeviceIsNoKeyboard(t *testing.T) {
	for _, name := range []string{"/dev/null", t.TempDir(), "/dev/input/nothing", filepath.Join(t.TempDir(), "gone")} {
		if keys, mine, err := openKeyboard(name); keys != nil || mine || err != nil {
			t.Errorf("%s: %v, %v, %v", name, keys, mine, err)
		}
	}
}

// Request numbers of linux/uinput.h.
const (
	uinputKind   = 1<<30 | 4<<16 | 'U'<<8 | 100
	uinputKey    = 1<<30 | 4<<16 | 'U'<<8 | 101
	uinputLight  = 1<<30 | 4<<16 | 'U'<<8 | 105
	uinputCreate = 'U'<<8 | 1
)

var plugged atomic.Int64

// virtual is a keyboard that the kernel treats as a real one.
type virtual struct {
	t    *testing.T
	f    *os.File
	node string // /dev/input/event7
}

// plugIn creates a keyboard with these keys.
func plugIn(t *testing.T, keys ...int) *virtual {
	t.Helper()
	f, err := os.OpenFile("/dev/uinput", os.O_WRONLY|unix.O_NONBLOCK, 0)
	if err != nil {
		t.Skipf("this system makes no keyboard to play a scanner: %v", err)
	}
	v := &virtual{t: t, f: f}
	t.Cleanup(v.plugOut)
	set := func(request uint, value int) {
		t.Helper()
		if err := control(f, func(fd int) error { return unix.IoctlSetInt(fd, request, value) }); err != nil {
			t.Fatal(err)
		}
	}
	set(uinputKind, eventKey)
	set(uinputKind, 0x11)
	set(uinputLight, lightCapsLock)
	for _, k := range keys {
		set(uinputKey, k)
	}
	// struct uinput_user_dev: a name of 80 bytes, bus, vendor, product, version, and 4 +
	// 4*64*4 bytes about features that a keyboard does not have.
	name := fmt.Sprintf("motcua test scanner %d", plugged.Add(1))
	about := make([]byte, 80+8+4+4*64*4)
	copy(about, name)
	binary.NativeEndian.PutUint16(about[80:], 3)
	if _, err := f.Write(about); err != nil {
		t.Fatal(err)
	}
	set(uinputCreate, 0)
	until(t, "the kernel shows the keyboard", func() bool {
		names, _ := filepath.Glob("/sys/class/input/event*/device/name")
		for _, n := range names {
			if b, _ := os.ReadFile(n); strings.TrimSpace(string(b)) == name {
				v.node = filepath.Join("/dev/input", filepath.Base(filepath.Dir(filepath.Dir(n))))
				_, err := os.Stat(v.node)
				return err == nil
			}
		}
		return false
	})
	return v
}

func allKeys() (keys []int) {
	for k := 1; k < 128; k++ {
		keys = append(keys, k)
	}
	return keys
}

func (v *virtual) plugOut() {
	if v.f != nil {
		_ = v.f.Close()
		v.f = nil
	}
}

func (v *virtual) types(text string) {
	v.t.Helper()
	for i := range len(text) {
		if _, err := v.f.Write(told(typing(text[i : i+1])...)); err != nil {
			v.t.Fatal(err)
		}
		<-time.After(2 * time.Millisecond) // the kernel buffers 64 events for each reader
	}
}

// A keyboard that the kernel treats as real is read, grabbed from every other program,
// unplugged and plugged in again.
func TestAGrabbedKeyboard(t *testing.T) {
	v := plugIn(t, allKeys()...)
	device := filepath.Join(t.TempDir(), "by-id")
	if err := os.Symlink(v.node, device); err != nil {
		t.Fatal(err)
	}
	others, err := os.OpenFile(v.node, os.O_RDONLY|unix.O_NONBLOCK, 0) // stands for the compositor, which opened it first
	if err != nil {
		t.Fatal(err)
	}
	defer others.Close()
	overheard := make(chan struct{}, 100)
	go func() {
		for buf := make([]byte, 64*eventSize); ; {
			if _, err := others.Read(buf); err != nil {
				return
			}
			overheard <- struct{}{}
		}
	}()

	s, got := running(t, device)
	until(t, "the keyboard is open", s.Present)
	for _, reading := range []string{"H55.17.05-261120-0007", "]Q1https://cong.example/?ma=H55.17.05-261120-0007&secretKey=x1Y2", "001099001234||Nguyen Van A|01021990|Nam|X|05062021"} {
		v.types(reading + "\r")
		next(t, got, reading)
	}
	v.types("no ending")
	next(t, got, "no ending")
	if len(overheard) > 0 {
		t.Error("somebody else heard the keys")
	}
	if r, err := Open(device, 0); !errors.Is(err, ErrTaken) {
		t.Errorf("opened a second time: %v, %v", r, err)
	}

	// More events at once than the kernel buffers: the rest is not a reading.
	if _, err := v.f.Write(told(typing("H55.17.05-261120-0007" + strings.Repeat("H55.17.05-261120-0008", 10))...)); err != nil {
		t.Fatal(err)
	}
	v.types("\rthen\r")
	next(t, got, "then")

	_ = os.Remove(device)
	v.plugOut()
	until(t, "it notices that it was unplugged", func() bool { return !s.Present() })
	v = plugIn(t, allKeys()...)
	if err := os.Symlink(v.node, device); err != nil {
		t.Fatal(err)
	}
	until(t, "it is open again", s.Present)
	v.types("after\r")
	next(t, got, "after")
}

// A device without letters is not a scanner, and one that may not be read returns an error
// that says so.
func TestAKeyboardThatIsNone(t *testing.T) {
	v := plugIn(t, 113, 114, 115) // the volume keys
	if r, err := Open(v.node, 0); !errors.Is(err, ErrNotKeyboard) {
		t.Errorf("opened: %v, %v", r, err)
	}
	v = plugIn(t, allKeys()...)
	if os.Getuid() != 0 {
		return
	}
	if err := os.Chmod(v.node, 0); err != nil {
		t.Fatal(err)
	}
	out, err := asNobody(t, v.node).CombinedOutput()
	if errors.Is(err, fs.ErrPermission) {
		t.Skip("the test binary lies in a folder that an account without rights may not enter, so nothing shows what such an account is told")
	}
	if err != nil || !bytes.Contains(out, []byte(fs.ErrPermission.Error())) {
		t.Errorf("%v: %s", err, out)
	}
}

// openIn opens a device in a process of its own, which prints the result and waits for its
// input to end.
func openIn(device string) *exec.Cmd {
	return exec.Command(os.Args[0], "-open="+device)
}

var openDevice = flag.String("open", "", "open this device instead of running tests, see openIn")

// asNobody does the same as an account without rights.
func asNobody(t *testing.T, device string) *exec.Cmd {
	t.Helper()
	cmd := openIn(device)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	cmd.Dir = "/"
	return cmd
}

// TestMain is also the process that openIn starts.
func TestMain(m *testing.M) {
	flag.Parse()
	if *openDevice == "" {
		os.Exit(m.Run())
	}
	_, err := Open(*openDevice, 0)
	_, _ = fmt.Fprintln(os.Stdout, "opened:", err)
	_, _ = io.Copy(io.Discard, os.Stdin)
}

// A killed program releases its keyboard.
func TestAKilledProgramLetsGo(t *testing.T) {
	v := plugIn(t, allKeys()...)
	cmd := openIn(v.node)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	said := make([]byte, 200)
	n, _ := out.Read(said)
	if !strings.Contains(string(said[:n]), "opened: <nil>") {
		t.Fatalf("it says %q", said[:n])
	}
	if _, err := Open(v.node, 0); !errors.Is(err, ErrTaken) {
		t.Errorf("opened a second time: %v", err)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	var r io.ReadCloser
	until(t, "it can be opened again", func() bool { r, err = Open(v.node, 0); return err == nil })
	_ = r.Close()
}
