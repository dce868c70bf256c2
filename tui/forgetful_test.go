package tui_test

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"motcua/tui"
)

func TestForgetfulHandsOnALetterAtATime(t *testing.T) {
	const text = "tạm trú\x1b[A\x1b[<0;10;10Mđ😀\xff\x80x"
	read := func(r io.Reader) (pieces []string) {
		buf := make([]byte, 4096)
		for {
			n, err := r.Read(buf)
			if n > 0 {
				pieces = append(pieces, string(buf[:n]))
			}
			if err != nil {
				return pieces
			}
		}
	}
	name := t.TempDir() + "/keys"
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	if _, ok := tui.Forgetful(file, nil).(interface{ Fd() uintptr }); !ok {
		t.Error("a terminal is one no more")
	}
	for what, r := range map[string]io.Reader{
		"a reader": strings.NewReader(text), "a slow reader": iotest.OneByteReader(bytes.NewBufferString(text)), "a file": file,
	} {
		pieces := read(tui.Forgetful(r, nil))
		if got := strings.Join(pieces, ""); got != text {
			t.Errorf("%s: %q came out", what, got)
		}
		for _, p := range pieces {
			if n := len([]rune(p)); n != 1 {
				t.Errorf("%s: %q came out at once", what, p)
			}
		}
	}
	if pieces := read(tui.Forgetful(strings.NewReader("a\xe1\xba"), nil)); strings.Join(pieces, "") != "a\xe1\xba" {
		t.Errorf("of half a letter %q came out", pieces)
	}
}
