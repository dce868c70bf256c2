package printer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"motcua/tui/device"
	"net"
	"os"
	"time"
)

// stream is a printer that is reached by writing and reading bytes.
type stream struct {
	*timeouts
	open   func(ctx context.Context, wait time.Duration) (line, error)
	silent bool // the printer has given no answer in the last job
}

// line is an open connection. A read or write past its deadline fails with
// os.ErrDeadlineExceeded.
type line interface {
	io.ReadWriteCloser
	SetReadDeadline(time.Time) error
	SetWriteDeadline(time.Time) error
}

func (s *stream) state(ctx context.Context) error {
	t, err := s.connect(ctx)
	if err != nil {
		return err
	}
	defer hangUp(t.line, false)
	st, answered, err := t.inquire(ctx)
	if err != nil {
		return err
	}
	s.silent = !answered
	if !answered {
		return nil // some printers never answer
	}
	return st.problem()
}

func (s *stream) connect(ctx context.Context) (*session, error) {
	c, err := s.open(ctx, s.timeouts.open)
	switch {
	case err == nil:
		return &session{line: c, timeouts: s.timeouts}, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case isBusy(err):
		return nil, because(device.PrinterBusy, err)
	default:
		return nil, because(device.PrinterAbsent, err)
	}
}

func (s *stream) send(ctx context.Context, j job) (err error) {
	t, err := s.connect(ctx)
	if err != nil {
		return err
	}
	// Data that the printer did not accept must not come out when the next person is there.
	defer func() { hangUp(t.line, err != nil) }()
	if err := t.write(j.data, s.stall); err != nil {
		return t.broke(ctx, err)
	}
	if s.silent {
		return nil
	}
	return t.await(ctx, j.rows)
}

// session is one connection to a printer and its answers.
type session struct {
	line
	*timeouts
	parser
}

// inquire asks the four questions. After one that gets no answer it stops.
func (t *session) inquire(ctx context.Context) (st status, answered bool, err error) {
	for _, n := range questions {
		if err := ctx.Err(); err != nil {
			return st, false, err
		}
		if err := t.listen(time.Millisecond, nil); err != nil { // drops late answers to earlier questions
			return st, false, err
		}
		switch err := t.write(ask(n), t.answer); {
		case errors.Is(err, os.ErrDeadlineExceeded):
			return st, false, nil // it does not even accept a question
		case err != nil:
			return st, false, because(device.PrinterAbsent, err)
		}
		heard := false
		err := t.listen(t.answer, func(b byte, answer bool) bool {
			if answer {
				st.take(n, b)
				heard = true
			}
			return heard
		})
		if err != nil || !heard {
			return st, false, err
		}
	}
	return st, true, nil
}

// listen reads for the given time, or until enough returns true.
func (t *session) listen(wait time.Duration, enough func(b byte, answer bool) bool) error {
	until := time.Now().Add(wait)
	_ = t.SetReadDeadline(until)
	var one [1]byte
	for time.Now().Before(until) {
		n, err := t.Read(one[:])
		switch {
		case n == 1:
			answer := t.consume(one[0])
			if enough != nil && enough(one[0], answer) {
				return nil
			}
		case errors.Is(err, os.ErrDeadlineExceeded):
			return nil
		case err == nil, errors.Is(err, io.EOF) && !isNetwork(t.line):
			<-time.After(min(nap, time.Until(until))) // a device that has no answer yet
		default:
			return because(device.PrinterAbsent, err)
		}
	}
	return nil
}

// nap is the pause before a device without an answer is read again.
const nap = 20 * time.Millisecond

// piece is the number of bytes written at a time; each write may take as long as a stalled
// printer is waited for.
const piece = 1024

func (t *session) write(data []byte, wait time.Duration) error {
	for len(data) > 0 {
		_ = t.SetWriteDeadline(time.Now().Add(wait))
		n, err := t.Write(data[:min(piece, len(data))])
		if err != nil {
			return err
		}
		data = data[n:]
	}
	return nil
}

// broke finds the reason why a job broke off.
func (t *session) broke(ctx context.Context, err error) error {
	if !errors.Is(err, os.ErrDeadlineExceeded) {
		return because(device.PrinterAbsent, err)
	}
	if st, answered, asked := t.inquire(ctx); answered && asked == nil {
		if p := st.problem(); p != nil {
			return p
		}
	}
	return because(device.PrinterBusy, fmt.Errorf("the printer accepts no more data: %w", err))
}

// await waits until the slip is out. The printer answers the barrier when it has done
// everything before it. A printer that does not know the barrier counts as done when the
// printing time has passed and it reports no problem.
func (t *session) await(ctx context.Context, rows int) error {
	until := time.Now().Add(t.printing(rows))
	t.waits = true
	if err := t.write(barrier, t.stall); err != nil {
		return t.broke(ctx, err)
	}
	for {
		if err := t.listen(t.answer, func(byte, bool) bool { return t.reached }); err != nil {
			return err
		}
		late := !time.Now().Before(until)
		st, answered, err := t.inquire(ctx)
		if err != nil {
			return err
		}
		if answered {
			if p := st.problem(); p != nil {
				return p
			}
			if t.reached || late {
				return nil
			}
		}
		if late {
			return because(device.PrinterBusy, errors.New("the printer answered before and stopped answering"))
		}
	}
}

// hangUp closes a connection. With drop, data that the printer has not accepted yet is
// discarded; otherwise the printer gets time to accept it.
func hangUp(c line, drop bool) {
	if t, ok := c.(*net.TCPConn); ok {
		if drop {
			_ = t.SetLinger(0)
		} else {
			// Closing a connection with unread answers would reset it and discard the data
			// on its way.
			_ = t.CloseWrite()
			_ = t.SetReadDeadline(time.Now().Add(closeWait))
			_, _ = io.Copy(io.Discard, t)
		}
	}
	_ = c.Close()
}

// closeWait is the time limit for the printer to close its side.
const closeWait = 300 * time.Millisecond

func isNetwork(c line) bool {
	_, ok := c.(net.Conn)
	return ok
}
