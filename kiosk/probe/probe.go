// Package probe asks a server on this machine whether it is well, for those who watch over
// it: a load balancer, an orchestrator of containers, a person.
package probe

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"motcua/kiosk/metrics"
)

// Patience is how long an answer may take. A balancer that asks every few seconds waits no
// longer either.
const Patience = 4 * time.Second

// UnwellError says what a server answered in the place of being well.
type UnwellError struct{ Said string }

func (e *UnwellError) Error() string { return fmt.Sprintf("probe: the server says %q", e.Said) }

// Server asks a server at its metrics address, or, where that is empty, at its SSH address.
// Both are as in the configuration: an empty host is this machine. The error is nil,
// metrics.ErrDraining, an *UnwellError, or the network's.
func Server(ctx context.Context, metricsAt, sshAt string) error {
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	if metricsAt != "" {
		return health(ctx, here(metricsAt))
	}
	return greeting(ctx, here(sshAt))
}

// here returns the address by which this machine reaches what listens at address. It names
// no localhost, which a container without /etc/hosts does not know.
func here(address string) string {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return address // the network says what is wrong with it
	}
	ip := net.ParseIP(host)
	switch {
	case host == "", ip != nil && ip.IsUnspecified() && ip.To4() != nil:
		host = "127.0.0.1"
	case ip != nil && ip.IsUnspecified():
		host = "::1"
	}
	return net.JoinHostPort(host, port)
}

// health asks for /healthz, without the proxies of the environment, which know nothing of
// this machine.
func health(ctx context.Context, at string) error {
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+at+metrics.HealthPath, http.NoBody)
	if err != nil {
		return err
	}
	resp, err := transport.RoundTrip(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 200))
	if err != nil {
		return err
	}
	said := strings.TrimSpace(string(body))
	switch {
	case resp.StatusCode == http.StatusOK:
		return nil
	case resp.StatusCode == http.StatusServiceUnavailable && said == metrics.ErrDraining.Error():
		return metrics.ErrDraining
	}
	return &UnwellError{fmt.Sprintf("%d %s", resp.StatusCode, said)}
}

// greeting waits for the first line of an SSH server (RFC 4253, section 4.2), which comes
// before any question. One that is draining refuses the connection.
func greeting(ctx context.Context, at string) error {
	conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", at)
	if err != nil {
		return err
	}
	defer conn.Close()
	return greet(ctx, conn)
}

func greet(ctx context.Context, conn net.Conn) error {
	if until, ok := ctx.Deadline(); ok {
		if err := conn.SetDeadline(until); err != nil {
			return err
		}
	}
	line, err := bufio.NewReader(io.LimitReader(conn, 255)).ReadString('\n')
	switch {
	case strings.HasPrefix(line, "SSH-2.0-"):
		return nil
	case line != "":
		return &UnwellError{strings.TrimSpace(line)}
	}
	return err
}
