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

// What the system says when no connection comes about. Windows has numbers of its
// own for them (Winsock error codes), which the constants of package syscall do
// not equal there.
var (
	closedErrors      = []error{syscall.ECONNREFUSED, syscall.Errno(10061)}
	unreachableErrors = []error{
		syscall.ENETUNREACH, syscall.EHOSTUNREACH, syscall.ENETDOWN, syscall.EACCES, syscall.EPERM, // the last two: a firewall here
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

// judgeTransport classifies an error of a call that brought no whole answer; at is
// how far the call came.
func judgeTransport(ctx context.Context, err error, at phase) *failure {
	// A url.Error repeats the URL, and a query may hold a dossier's code.
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
	// Before all else: a proxy has a name, an address and a certificate of its own.
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

// quotes tells whether net/http says what it could not read as HTTP, which may be
// a piece of somebody's dossier.
func quotes(err error) bool {
	var line textproto.ProtocolError
	return errors.As(err, &line) || strings.Contains(err.Error(), `"`)
}

// late is the end of a deadline, with what was being waited for.
func late(at phase) error { return fmt.Errorf("%w while %s", context.DeadlineExceeded, at) }

// proxyError is an answer of the proxy in the place of the portal's.
type proxyError struct{ status int }

func (e *proxyError) Error() string {
	return fmt.Sprintf("the proxy answers with HTTP status %d", e.status)
}

// proxyAnswer keeps the status of a proxy that does not let us through, which
// net/http would tell as a text alone.
func proxyAnswer(_ context.Context, _ *url.URL, _ *http.Request, answer *http.Response) error {
	if answer.StatusCode != http.StatusOK {
		return &proxyError{answer.StatusCode}
	}
	return nil
}

// judgeProxy finds faults of the proxy: it cannot be reached, wants a password, or
// cannot reach the portal itself. net/http marks them by the operation.
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
