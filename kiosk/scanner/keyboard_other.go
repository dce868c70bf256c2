//go:build !(linux && (386 || amd64 || arm || arm64 || loong64 || riscv64 || s390x))

package scanner

import (
	"io"
	"os"
	"strings"
)

// openKeyboard opens no keyboard: only Linux has devices in /dev/input.
func openKeyboard(device string) (keys io.ReadCloser, mine bool, err error) {
	if strings.HasPrefix(device, "/dev/input/") {
		return nil, true, &os.PathError{Op: "open", Path: device, Err: ErrElsewhere}
	}
	return nil, false, nil
}

// Keyboards returns an empty list.
func Keyboards() []Keyboard { return nil }
