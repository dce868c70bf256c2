package oserror

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"motcua/tui/text"
)

// A Vietnamese sentence once ended in "bind: address already in use".
func TestReasonsAreInThePersonsLanguage(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	listen := func(address string) error {
		l, err := net.Listen("tcp", address)
		if err == nil {
			_ = l.Close()
			t.Fatalf("%s could be listened on", address)
		}
		return err
	}
	_, missing := os.ReadFile(filepath.Join(t.TempDir(), "none"))
	for _, tt := range []struct {
		name   string
		err    error
		vi, en string
	}{
		{"taken", listen(taken.Addr().String()), "địa chỉ này đang có chương trình khác dùng", "another program uses this address"},
		{"no port", listen("127.0.0.1"), "cần địa chỉ và cổng, ví dụ 127.0.0.1:8080", "an address and a port are needed, for example 127.0.0.1:8080"},
		{"not ours", &net.OpError{Op: "listen", Err: os.NewSyscallError("bind", syscall.EADDRNOTAVAIL)}, "máy này không có địa chỉ đó", "this machine has no such address"},
		{"nobody there", &net.OpError{Op: "dial", Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}, "không có gì nghe ở đó", "nothing listens there"},
		{"late", &net.OpError{Op: "read", Err: os.ErrDeadlineExceeded}, "chờ quá lâu không trả lời", "there was no answer in time"},
		{"no file", missing, "không có ở đó", "it is not there"},
		{"not allowed", &fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}, "máy không cho phép", "permission is denied"},
		{"anything else", errors.New("odd\x1b"), "odd\uFFFD", "odd\uFFFD"},
	} {
		if got := Reason(tt.err, text.VI); got != tt.vi {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.vi)
		}
		if got := Reason(tt.err, text.EN); got != tt.en {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.en)
		}
	}
}
