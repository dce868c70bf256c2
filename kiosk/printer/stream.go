package printer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"

	"motcua/tui"
)

// stream is a printer that bytes are written to and read from.
type stream struct {
	*patience
	open   func(ctx context.Context, wait time.Duration) (line, error)
	silent bool // it never answered so far; of the last job
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
		return nil // not every printer does
	}
	return st.problem()
}

func (s *stream) connect(ctx context.Context) (*talk, error) {
	c, err := s.open(ctx, s.patience.open)
	switch {
	case err == nil:
		return &talk{line: c, patience: s.patience}, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case isBusy(err):
		return nil, because(tui.PrinterBusy, err)
	default:
		return nil, because(tui.PrinterAbsent, err)
	}
}

func (s *stream) send(ctx context.Context, j job) (err error) {
	t, err := s.connect(ctx)
	if err != nil {
		return err
	}
	// What was not taken must not come out when the next person stands there.
	defer func() { hangUp(t.line, err != nil) }()
	if err := t.write(j.data, s.stall); err != nil {
		return t.broke(ctx, err)
	}
	if s.silent {
		return nil
	}
	return t.await(ctx, j.rows)
}

// talk is one conversation with a printer.
type talk struct {
	line
	*patience
	ear
}

// inquire asks the four questions. A printer that does not answer one is not
// asked the others.
func (t *talk) inquire(ctx context.Context) (st status, answered bool, err error) {
	for _, n := range questions {
		if err := ctx.Err(); err != nil {
			return st, false, err
		}
		if err := t.listen(time.Millisecond, nil); err != nil { // answers that came too late
			return st, false, err
		}
		switch err := t.write(ask(n), t.answer); {
		case errors.Is(err, os.ErrDeadlineExceeded):
			return st, false, nil // it does not even take a question
		case err != nil:
			return st, false, because(tui.PrinterAbsent, err)
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

// listen reads for that long, or until enough says so.
func (t *talk) listen(wait time.Duration, enough func(b byte, answer bool) bool) error {
	until := time.Now().Add(wait)
	_ = t.SetReadDeadline(until)
	var one [1]byte
	for time.Now().Before(until) {
		n, err := t.Read(one[:])
		switch {
		case n == 1:
			answer := t.hear(one[0])
			if enough != nil && enough(one[0], answer) {
				return nil
			}
		case errors.Is(err, os.ErrDeadlineExceeded):
			return nil
		case err == nil, errors.Is(err, io.EOF) && !isNetwork(t.line):
			<-time.After(min(nap, time.Until(until))) // a device that has nothing to say yet
		default:
			return because(tui.PrinterAbsent, err)
		}
	}
	return nil
}

// nap is the pause before a device that had nothing to say is read again.
const nap = 20 * time.Millisecond

// piece is how much is written at a time; each has the time that a stalled
// printer is given.
const piece = 1024

func (t *talk) write(data []byte, wait time.Duration) error {
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

// broke finds the reason for a job that broke off.
func (t *talk) broke(ctx context.Context, err error) error {
	if !errors.Is(err, os.ErrDeadlineExceeded) {
		return because(tui.PrinterAbsent, err)
	}
	if st, answered, asked := t.inquire(ctx); answered && asked == nil {
		if p := st.problem(); p != nil {
			return p
		}
	}
	return because(tui.PrinterBusy, fmt.Errorf("it takes nothing more: %w", err))
}

// await waits until the slip is out. The printer answers the barrier when it has
// done all before it; one that does not know the barrier is believed when it has
// had the time and sees nothing wrong.
func (t *talk) await(ctx context.Context, rows int) error {
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
			return because(tui.PrinterBusy, errors.New("it answered before and does no longer"))
		}
	}
}

// hangUp ends a connection. Dropped is what the printer has not taken yet; else
// it gets the time to take it.
func hangUp(c line, drop bool) {
	if t, ok := c.(*net.TCPConn); ok {
		if drop {
			_ = t.SetLinger(0)
		} else {
			// Closing over answers that nobody read would reset the connection and
			// take back what is under way.
			_ = t.CloseWrite()
			_ = t.SetReadDeadline(time.Now().Add(farewell))
			_, _ = io.Copy(io.Discard, t)
		}
	}
	_ = c.Close()
}

// farewell is how long a printer has to hang up.
const farewell = 300 * time.Millisecond

func isNetwork(c line) bool {
	_, ok := c.(net.Conn)
	return ok
}
