package lobby

import (
	"io"
	"strings"
	"testing"
)

// Input of keyboards, touch screens and scanners arrives unchanged.
func TestKeysOfALobbyArrive(t *testing.T) {
	for _, sent := range []string{
		"tạm trú, Đức Xuân 😀\r\t\x7f",
		"001099001234|123456789|Nguyễn Văn Mẫu|01021990|Nam|Số 1 phố Mẫu|05062021\r",
		"https://hcc.example.vn/#/tra-cuu?code=H55.17.05-261120-0007&secretKey=A1B2\r",
		"\x1b[A\x1b[1;5C\x1b[24~\x1bOP\x1b[<0;10;10M\x1b[<0;10;10m\x1b[<64;1;1M\x1b[57441u",
		"\x1b[[A\x1b[[E\x1b[3$\x1b[3^\x1bOa\x1b[27;5;97~\x1b[1;2P\x1b[97;5u\x1b[97;1:2;97u\x1b[Z\x1b[I\x1b[O", // console, rxvt, xterm, kitty
		"\x1ba\x1b\x1b[A\x01\x03\x04\x1a\x1b",
		"\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?62;22c\x1b[?2026;2$y",
		"\x1b[200~khai sinh\x1b[201~",
		strings.Repeat("H55.17.05-261120-0007\r", 200),
	} {
		got, err := io.ReadAll(keys(strings.NewReader(sent)))
		if err != nil || string(got) != sent {
			t.Errorf("of %q came %q, %v", sent, got, err)
		}
	}
	long, err := io.ReadAll(keys(strings.NewReader("\x1b[200~" + strings.Repeat("x", 10_000) + "\x1b[201~y")))
	if err != nil || !strings.HasSuffix(string(long), "\ufdd0\x1b[201~y") {
		t.Errorf("the end of a long paste is %q, %v", long[max(len(long)-40, 0):], err)
	}
}
