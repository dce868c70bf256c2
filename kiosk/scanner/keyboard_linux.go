//go:build linux && (386 || amd64 || arm || arm64 || loong64 || riscv64 || s390x)

package scanner

import (
	"errors"
	"fmt"
	"io"
	"math/bits"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// Request numbers of linux/input.h on the processors listed above (asm-generic/ioctl.h):
// direction, size, 'E', number.
const (
	grabKeyboard = 1<<30 | 4<<16 | 'E'<<8 | 0x90 // EVIOCGRAB, _IOW('E', 0x90, int)
	readLights   = 2<<30 | 4<<16 | 'E'<<8 | 0x19 // EVIOCGLED(4)

	lightCapsLock = 1 // LED_CAPSL

	inputMajor = 13 // Documentation/admin-guide/devices.txt
)

// inputRoot contains the devices, and systemDevices the kernel's data about them; tests
// replace both.
var (
	inputRoot     = "/dev/input"
	systemDevices = "/sys/dev/char"
)

// openKeyboard opens and grabs a keyboard. mine is false for a device that is not an input
// device.
func openKeyboard(device string) (keys io.ReadCloser, mine bool, err error) {
	number, input := inputDevice(device)
	if !input {
		return nil, false, nil
	}
	fault := func(err error) (io.ReadCloser, bool, error) {
		return nil, true, &os.PathError{Op: "open", Path: device, Err: err}
	}
	if letters, known := hasLetters(number); known && !letters {
		return fault(ErrNotKeyboard)
	}
	// Non-blocking, so that Close ends a Read.
	f, err := os.OpenFile(device, os.O_RDONLY|unix.O_NONBLOCK, 0)
	if err != nil {
		return nil, true, err
	}
	e := &events{from: f}
	if err := control(f, func(fd int) error { return e.grab(fd) }); err != nil {
		_ = f.Close()
		if errors.Is(err, unix.EBUSY) {
			err = ErrTaken
		}
		return fault(err)
	}
	return e, true, nil
}

// inputDevice returns the number of an input device; ok is false for anything else.
func inputDevice(device string) (number uint64, ok bool) {
	var st unix.Stat_t
	if unix.Stat(device, &st) != nil {
		return 0, false
	}
	return st.Rdev, st.Mode&unix.S_IFMT == unix.S_IFCHR && unix.Major(st.Rdev) == inputMajor
}

// grab takes the keyboard for this program alone until the file is closed. The kernel
// closes it when the program ends, however it ends.
func (e *events) grab(fd int) error {
	if err := unix.IoctlSetInt(fd, grabKeyboard, 1); err != nil {
		return err
	}
	// A scanner that observes Caps Lock follows its light; a keyboard without the light
	// returns an error.
	if lights, err := unix.IoctlGetUint32(fd, readLights); err == nil {
		e.keys.caps = lights&(1<<lightCapsLock) != 0
	}
	return nil
}

// control passes the descriptor of a file to use without changing the file; Fd would make
// its reads block.
func control(f *os.File, use func(fd int) error) error {
	raw, err := f.SyscallConn()
	if err != nil {
		return err
	}
	var fault error
	if err = raw.Control(func(fd uintptr) { fault = use(int(fd)) }); err != nil {
		return err
	}
	return fault
}

// hasLetters reports whether a device has the keys needed to type a code, from the kernel's
// list, which every account may read.
func hasLetters(device uint64) (letters, known bool) {
	b, err := os.ReadFile(filepath.Join(about(device), "capabilities", "key"))
	if err != nil {
		return false, false
	}
	return hasKeys(string(b), 2, 11, keyEnter, 44), true // 1, 0, Enter, Z
}

// about returns the folder with the kernel's data about a device.
func about(device uint64) string {
	return filepath.Join(systemDevices, fmt.Sprintf("%d:%d", unix.Major(device), unix.Minor(device)), "device")
}

// hasKeys reports whether a set contains all of the keys. A set is hexadecimal words, the
// highest first, each as long as the processor's word.
func hasKeys(set string, keys ...int) bool {
	words := strings.Fields(set)
	for _, k := range keys {
		at := len(words) - 1 - k/bits.UintSize
		if at < 0 {
			return false
		}
		w, err := strconv.ParseUint(words[at], 16, 64)
		if err != nil || w>>(k%bits.UintSize)&1 == 0 {
			return false
		}
	}
	return true
}

// Keyboards lists all devices that may be a scanner that types: all keyboards with a stable
// name, ordinary keyboards included.
func Keyboards() []Keyboard {
	names, _ := filepath.Glob(filepath.Join(inputRoot, "by-id", "*-event-kbd"))
	var list []Keyboard
	for _, name := range names {
		var st unix.Stat_t
		if unix.Stat(name, &st) != nil {
			continue // it was just unplugged
		}
		if letters, known := hasLetters(st.Rdev); known && !letters {
			continue
		}
		told := func(what ...string) string {
			b, _ := os.ReadFile(filepath.Join(append([]string{about(st.Rdev)}, what...)...))
			return strings.TrimSpace(string(b))
		}
		k := Keyboard{Device: name, Name: told("name")}
		if vendor := told("id", "vendor"); vendor != "" {
			k.ID = vendor + ":" + told("id", "product")
		}
		list = append(list, k)
	}
	return list
}
