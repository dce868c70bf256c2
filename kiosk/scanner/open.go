package scanner

import (
	"errors"
	"io"

	"go.bug.st/serial"
)

// Open opens a serial port with 8 data bits, no parity and one stop bit. What is
// a device but no serial port is read as it is.
func Open(device string, baud int) (io.ReadCloser, error) {
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
