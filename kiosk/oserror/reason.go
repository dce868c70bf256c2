// Package oserror says in the operator's language why the operating system refused
// something: its own messages are in English and for programmers.
package oserror

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"slices"
	"syscall"

	"motcua/client/clean"
	"motcua/client/plainfile"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// The values of EADDRINUSE, EADDRNOTAVAIL and ECONNREFUSED on Windows (Winsock error codes).
const (
	winAddressInUse = syscall.Errno(10048)
	winNoSuchOwn    = syscall.Errno(10049)
	winRefused      = syscall.Errno(10061)
)

// reasons are common system errors in words; the first one that fits is used.
var reasons = []struct {
	is  func(error) bool
	why text.Said
}{
	{whatIs(syscall.EADDRINUSE, winAddressInUse), operator.ReasonAddressInUse},
	{NoSuchOwn, operator.ReasonNoSuchOwn},
	{whatIs(syscall.ECONNREFUSED, winRefused), operator.ReasonRefused},
	{whatIs(os.ErrDeadlineExceeded, context.DeadlineExceeded), operator.ReasonLate},
	{isError[*net.DNSError], operator.ReasonNoSuchHost},
	{isError[*net.AddrError], operator.ReasonNoAddress},
	{isError[*net.ParseError], operator.ReasonNoAddress},
	{whatIs(fs.ErrNotExist), operator.ReasonNotThere},
	{whatIs(fs.ErrPermission), operator.ReasonNotAllowed},
	{whatIs(syscall.ENOTDIR), operator.ReasonNoFolder},
	{whatIs(syscall.ENOSPC), operator.ReasonDiskFull},
	{whatIs(syscall.EDQUOT), operator.ReasonQuota},
	{whatIs(syscall.EPIPE), operator.ReasonPipeClosed},
	{whatIs(syscall.EISDIR), operator.ReasonFolder},
	{whatIs(plainfile.ErrNotPlain), operator.KeyfileNoFile},
	{whatIs(plainfile.ErrTooLarge), operator.ReasonTooLarge},
}

// NoSuchOwn reports whether an error says that this machine has no such address.
func NoSuchOwn(err error) bool { return whatIs(syscall.EADDRNOTAVAIL, winNoSuchOwn)(err) }

func whatIs(targets ...error) func(error) bool {
	return func(err error) bool {
		return slices.ContainsFunc(targets, func(t error) bool { return errors.Is(err, t) })
	}
}

func isError[E error](err error) bool {
	var e E
	return errors.As(err, &e)
}

// Reason returns the cause of an error without the path and the operation, which the
// sentence around it already contains. A cause without a translation keeps the system's
// text.
func Reason(err error, l text.Lang) string {
	for _, r := range reasons {
		if r.is(err) {
			return r.why.In(l)
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

// Told returns the text of an error that has one in both languages of its own, as those of
// files with secrets have; another keeps its own text.
func Told(err error, l text.Lang) string {
	var told interface{ In(text.Lang) string }
	if errors.As(err, &told) {
		return told.In(l)
	}
	return clean.Line(err.Error())
}
