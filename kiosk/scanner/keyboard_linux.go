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

// Requests of linux/input.h, as these processors number them (asm-generic/ioctl.h):
// direction, size, 'E', number.
const (
	grabKeyboard = 1<<30 | 4<<16 | 'E'<<8 | 0x90 // EVIOCGRAB, _IOW('E', 0x90, int)
	readLights   = 2<<30 | 4<<16 | 'E'<<8 | 0x19 // EVIOCGLED(4)

	lightCapsLock = 1 // LED_CAPSL

	inputMajor = 13 // Documentation/admin-guide/devices.txt
)

// inputRoot is where devices lie and systemDevices what the kernel tells of them;
// tests put others in their place.
var (
	inputRoot     = "/dev/input"
	systemDevices = "/sys/dev/char"
)

// openKeyboard opens and grabs a keyboard. Mine is false for a device that is of no
// such kind at all.
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
	// Without blocking, so that Close ends a Read.
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

// inputDevice gives the number of an input device; ok is false for all else.
func inputDevice(device string) (number uint64, ok bool) {
	var st unix.Stat_t
	if unix.Stat(device, &st) != nil {
		return 0, false
	}
	return st.Rdev, st.Mode&unix.S_IFMT == unix.S_IFCHR && unix.Major(st.Rdev) == inputMajor
}

// grab takes the keyboard for this program alone, until the file is closed: the
// kernel closes it when the program ends, in whatever way.
func (e *events) grab(fd int) error {
	if err := unix.IoctlSetInt(fd, grabKeyboard, 1); err != nil {
		return err
	}
	// A scanner that minds Caps Lock has seen its light; a keyboard without one has
	// no answer.
	if lights, err := unix.IoctlGetUint32(fd, readLights); err == nil {
		e.keys.caps = lights&(1<<lightCapsLock) != 0
	}
	return nil
}

// control lends the descriptor of a file and leaves it as it is; Fd would make its
// reads block.
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

// hasLetters tells whether a device has the keys of a code, as the kernel lists
// them; it lists them for everybody.
func hasLetters(device uint64) (letters, known bool) {
	b, err := os.ReadFile(filepath.Join(about(device), "capabilities", "key"))
	if err != nil {
		return false, false
	}
	return hasKeys(string(b), 2, 11, keyEnter, 44), true // 1, 0, Enter, Z
}

// about is the folder that tells of a device.
func about(device uint64) string {
	return filepath.Join(systemDevices, fmt.Sprintf("%d:%d", unix.Major(device), unix.Minor(device)), "device")
}

// hasKeys reads a set of keys: words in hexadecimal, the highest first, each as long
// as a processor's.
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

// Keyboards lists what a scanner that types may be: all keyboards that have a name
// which stays, people's own among them.
func Keyboards() []Keyboard {
	names, _ := filepath.Glob(filepath.Join(inputRoot, "by-id", "*-event-kbd"))
	var list []Keyboard
	for _, name := range names {
		var st unix.Stat_t
		if unix.Stat(name, &st) != nil {
			continue // just unplugged
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
