package printer

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"os"
	"sync"
	"syscall"
	"time"
)

// network connects to a printer's raw port.
func network(address string) func(context.Context, time.Duration) (line, error) {
	return func(ctx context.Context, wait time.Duration) (line, error) {
		d := net.Dialer{Timeout: wait}
		c, err := d.DialContext(ctx, "tcp", address)
		if err != nil {
			return nil, err
		}
		if t, ok := c.(*net.TCPConn); ok {
			// With a large send buffer the system would accept a whole slip at once. A
			// printer that receives it slowly would then have only the time for printing
			// left, would be reported as busy and would be cut off in the middle.
			_ = t.SetWriteBuffer(sendBuffer)
		}
		return c, nil
	}
}

// sendBuffer limits the bytes on their way to a printer, to half a second for the slowest:
// 16 KB a second.
const sendBuffer = 8 << 10

// deviceFile opens a device file, also for reading if the device allows that. It never
// creates the file: when a printer is unplugged, its name must not become a file full of
// slips.
func deviceFile(name string) func(context.Context, time.Duration) (line, error) {
	return func(context.Context, time.Duration) (line, error) {
		// Without O_NONBLOCK, opening a serial line may block until a printer is there.
		f, err := os.OpenFile(name, os.O_RDWR|syscall.O_NONBLOCK, 0)
		if errors.Is(err, fs.ErrPermission) {
			f, err = os.OpenFile(name, os.O_WRONLY|syscall.O_NONBLOCK, 0)
		}
		if err != nil {
			return nil, err
		}
		if f.SetDeadline(time.Time{}) == nil {
			return f, nil
		}
		return &deadlineFile{file: f}, nil
	}
}

// isBusy reports whether the device is open elsewhere: usblp allows one open file at a
// time.
func isBusy(err error) bool { return errors.Is(err, syscall.EBUSY) }

// deadlineFile adds deadlines to a file that has none of its own (a plain file, and every
// device on Windows). A read or write past its deadline goes on in the background until the
// file is closed; the file accepts nothing more after it.
type deadlineFile struct {
	file        *os.File
	mu          sync.Mutex
	read, write time.Time
	stuck       bool
}

func (p *deadlineFile) SetReadDeadline(t time.Time) error  { return p.set(&p.read, t) }
func (p *deadlineFile) SetWriteDeadline(t time.Time) error { return p.set(&p.write, t) }

func (p *deadlineFile) set(deadline *time.Time, t time.Time) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	*deadline = t
	return nil
}

func (p *deadlineFile) Read(b []byte) (int, error)  { return p.bounded(b, &p.read, p.file.Read) }
func (p *deadlineFile) Write(b []byte) (int, error) { return p.bounded(b, &p.write, p.file.Write) }

// Close may block until a pending call ends, so nobody waits for it.
func (p *deadlineFile) Close() error {
	p.mu.Lock()
	stuck := p.stuck
	p.mu.Unlock()
	if stuck {
		go func() { _ = p.file.Close() }()
		return nil
	}
	return p.file.Close()
}

func (p *deadlineFile) bounded(b []byte, deadline *time.Time, do func([]byte) (int, error)) (int, error) {
	p.mu.Lock()
	until, stuck := *deadline, p.stuck
	p.mu.Unlock()
	if stuck {
		return 0, os.ErrDeadlineExceeded
	}
	type result struct {
		n   int
		err error
	}
	own := make([]byte, len(b)) // the caller may change b after the deadline
	copy(own, b)
	done := make(chan result, 1)
	go func() {
		n, err := do(own)
		done <- result{n, err}
	}()
	timer := time.NewTimer(time.Until(until))
	defer timer.Stop()
	select {
	case r := <-done:
		copy(b, own[:max(r.n, 0)])
		return r.n, r.err
	case <-timer.C:
		p.mu.Lock()
		p.stuck = true
		p.mu.Unlock()
		return 0, os.ErrDeadlineExceeded
	}
}
