package scanner

import (
	"errors"
	"io"

	"go.bug.st/serial"
)

// Errors of Open, besides those of package fs.
var (
	// ErrNotKeyboard means a device in /dev/input that has no letters: a mouse, or the
	// volume keys of a headset.
	ErrNotKeyboard = errors.New("it is not a keyboard, so it is not a scanner that types")
	// ErrTaken means that another program has grabbed the keyboard.
	ErrTaken = errors.New("another program has grabbed it")
	// ErrElsewhere means a keyboard on a system where a single keyboard cannot be read.
	ErrElsewhere = errors.New("a scanner that types can only be read by its device on Linux")
)

// Open opens a scanner's device. A keyboard is grabbed, and the reader returns the text
// that its keys write. A serial port is set to baud, 8 data bits, no parity and one stop
// bit. Any other device is read without settings. The error is one of the above or of
// package fs.
func Open(device string, baud int) (io.ReadCloser, error) {
	if keys, mine, err := openKeyboard(device); mine {
		return keys, err
	}
	port, err := serial.Open(device, &serial.Mode{BaudRate: baud, DataBits: 8})
	if err == nil {
		return port, nil
	}
	plain, fault := openPlain(device)
	if fault == nil {
		return plain, nil
	}
	var known *serial.PortError
	if errors.As(err, &known) && known.Code() != serial.InvalidSerialPort {
		return nil, err
	}
	return nil, fault
}

// Keyboard is a device that may be a scanner.
type Keyboard struct {
	Device string // in /dev/input/by-id, where the name stays the same after a restart
	Name   string // the maker's name for it; it may contain any characters
	ID     string // vendor and product as in udev's rules, "0c2e:0b61"
}
