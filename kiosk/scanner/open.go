package scanner

import (
	"errors"
	"io"

	"go.bug.st/serial"
)

// Errors of Open beside those of package fs.
var (
	// ErrNotKeyboard is a device below /dev/input that has no letters: a mouse, or
	// the volume keys of a headset.
	ErrNotKeyboard = errors.New("no keyboard, and so no scanner that types")
	// ErrTaken is a keyboard that another program has grabbed.
	ErrTaken = errors.New("taken by another program")
	// ErrElsewhere is a keyboard on a system where none can be read by itself.
	ErrElsewhere = errors.New("a scanner that types can be read by itself on Linux only")
)

// Open opens a scanner's device: a keyboard's, which is grabbed and gives the text
// that its keys write, or a serial port, with 8 data bits, no parity and one stop
// bit. What is neither, but a device, is read as it is.
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

// Keyboard is a device that a scanner may be.
type Keyboard struct {
	Device string // below /dev/input/by-id, the same after a restart and at another time
	Name   string // as the maker calls it; it may hold anything
	ID     string // vendor and product as in udev's rules, "0c2e:0b61"
}
