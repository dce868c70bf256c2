package rest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/textproto"
	"net/url"
	"slices"
	"strings"
	"syscall"

	"github.com/go-resty/resty/v2"

	"motcua/client"
)

// The system's errors when no connection is made. Windows has error numbers of its own
// (Winsock), which differ from the constants of package syscall there.
var (
	closedErrors      = []error{syscall.ECONNREFUSED, syscall.Errno(10061)}
	unreachableErrors = []error{
		syscall.ENETUNREACH, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.EACCES, syscall.EPERM, // the last two: this machine's firewall
		syscall.Errno(10051), syscall.Errno(10065), syscall.Errno(10050), syscall.Errno(10013),
	}
	resetErrors = []error{
		syscall.ECONNRESET, syscall.EPIPE, syscall.ECONNABORTED, syscall.Errno(10054), syscall.Errno(10053),
		io.EOF, io.ErrUnexpectedEOF,
	}
)

func isOneOf(err error, list []error) bool {
	return slices.ContainsFunc(list, func(e error) bool { return errors.Is(err, e) })
}

// judgeTransport classifies the error of a call without a complete answer; at is the
// phase that the call had reached.
func judgeTransport(ctx context.Context, err error, at phase) *failure {
	// A url.Error repeats the URL, whose query may contain a dossier's code.
	if u := (*url.Error)(nil); errors.As(err, &u) {
		err = u.Err
	}
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return &failure{cause: client.CauseCancelled, err: context.Canceled}
	case ctx.Err() != nil && at == phaseName:
		return &failure{cause: client.CauseDNS, err: late(at)}
	case ctx.Err() != nil:
		return &failure{cause: client.CauseTimeout, err: late(at)}
	case errors.Is(err, resty.ErrResponseBodyTooLarge):
		return &failure{cause: client.CauseTooLarge, err: errors.New("answer over the size limit")}
	case errors.Is(err, errRedirect):
		return &failure{cause: client.CauseContent, err: errRedirect}
	}
	// First, because a proxy has a host name, an address and a certificate of its own.
	if f := judgeProxy(err); f != nil {
		return f
	}
	if name := (*net.DNSError)(nil); errors.As(err, &name) {
		return &failure{cause: client.CauseDNS, err: err, again: !name.IsNotFound}
	}
	if f := judgeTLS(err, at); f != nil {
		return f
	}
	f := &failure{cause: client.CauseNetwork, err: err, again: true}
	var timer net.Error
	switch {
	case errors.As(err, &timer) && timer.Timeout():
		f.cause = client.CauseTimeout
	case isOneOf(err, closedErrors):
		f.cause = client.CauseClosed
	case isOneOf(err, unreachableErrors):
		f.cause = client.CauseUnreachable
	case isOneOf(err, resetErrors):
		f.cause = client.CauseReset
	case quotes(err):
		f.cause, f.err = client.CauseContent, errNotHTTP
	}
	return f
}

// quotes reports whether net/http repeats what it could not parse, which may be a part of
// somebody's dossier.
func quotes(err error) bool {
	var line textproto.ProtocolError
	return errors.As(err, &line) || strings.Contains(err.Error(), `"`)
}

// late is the error for a missed deadline, with what was being waited for.
func late(at phase) error { return fmt.Errorf("%w while %s", context.DeadlineExceeded, at) }

// proxyError is an answer of the proxy instead of the portal's.
type proxyError struct{ status int }

func (e *proxyError) Error() string {
	return fmt.Sprintf("the proxy answers with HTTP status %d", e.status)
}

// proxyAnswer keeps the status of a proxy that refuses a connection; net/http would
// report it as text only.
func proxyAnswer(_ context.Context, _ *url.URL, _ *http.Request, answer *http.Response) error {
	if answer.StatusCode != http.StatusOK {
		return &proxyError{answer.StatusCode}
	}
	return nil
}

// judgeProxy recognises failures of the proxy: it cannot be reached, wants a password, or
// cannot reach the portal. net/http marks them by the operation.
func judgeProxy(err error) *failure {
	var status *proxyError
	if errors.As(err, &status) {
		return &failure{cause: client.CauseProxy, err: err, again: status.status >= http.StatusInternalServerError}
	}
	var op *net.OpError
	if errors.As(err, &op) && (op.Op == "proxyconnect" || strings.HasPrefix(op.Op, "socks")) {
		return &failure{cause: client.CauseProxy, err: err, again: true}
	}
	return nil
}
