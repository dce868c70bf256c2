package main

import (
	"errors"
	"io/fs"
	"net"
	"slices"
	"syscall"

	"motcua/client/clean"
	"motcua/tui/text"
)

// said is a text in both languages.
type said struct{ vi, en string }

func (s said) in(l text.Lang) string {
	if l == text.EN {
		return s.en
	}
	return s.vi
}

// What Windows says in the place of EADDRINUSE and EADDRNOTAVAIL (Winsock error
// codes).
const (
	winAddressInUse = syscall.Errno(10048)
	winNoSuchOwn    = syscall.Errno(10049)
)

// reasons are the faults of the system that people meet, in their words; what
// the system says is English and made for programmers.
var reasons = []struct {
	is  func(error) bool
	why said
}{
	{whatIs(syscall.EADDRINUSE, winAddressInUse), said{"địa chỉ này đang có chương trình khác dùng", "another program uses this address"}},
	{whatIs(syscall.EADDRNOTAVAIL, winNoSuchOwn), said{"máy này không có địa chỉ đó", "this machine has no such address"}},
	{isError[*net.DNSError], said{"không có máy nào tên như vậy", "there is no machine of that name"}},
	{isError[*net.AddrError], said{"cần địa chỉ và cổng, ví dụ 127.0.0.1:8080", "an address and a port are needed, for example 127.0.0.1:8080"}},
	{isError[*net.ParseError], said{"cần địa chỉ và cổng, ví dụ 127.0.0.1:8080", "an address and a port are needed, for example 127.0.0.1:8080"}},
	{whatIs(fs.ErrNotExist), said{"không có ở đó", "it is not there"}},
	{whatIs(fs.ErrPermission), said{"máy không cho phép", "permission is denied"}},
	{whatIs(syscall.ENOTDIR), said{"đó không phải thư mục", "that is no folder"}},
	{whatIs(syscall.ENOSPC), said{"đĩa đã đầy", "the disk is full"}},
	{whatIs(syscall.EDQUOT), said{"đã dùng hết phần đĩa được cấp", "the disk quota is used up"}},
	{whatIs(syscall.EPIPE), said{"chương trình nhận đã đóng", "the program that reads it has closed"}},
	{whatIs(syscall.EISDIR), said{"đó là thư mục, không phải tệp", "that is a folder, not a file"}},
}

func whatIs(targets ...error) func(error) bool {
	return func(err error) bool {
		return slices.ContainsFunc(targets, func(t error) bool { return errors.Is(err, t) })
	}
}

func isError[E error](err error) bool {
	var e E
	return errors.As(err, &e)
}

// reason is the part of an error that says why, without the path and the
// operation that the sentence around it names already. What no row of reasons
// knows stays in the system's own words.
func (a *app) reason(err error) string {
	for _, r := range reasons {
		if r.is(err) {
			return r.why.in(a.lang)
		}
	}
	var path *fs.PathError
	var op *net.OpError
	switch {
	case errors.As(err, &path):
		return clean.Line(path.Err.Error())
	case errors.As(err, &op):
		return clean.Line(op.Err.Error())
	default:
		return clean.Line(err.Error())
	}
}
