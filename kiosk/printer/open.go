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
			// The system would take a whole slip at once, and a printer that is slow
			// to take it would have the time for printing alone, be called busy and
			// be cut off in the middle.
			_ = t.SetWriteBuffer(sendBuffer)
		}
		return c, nil
	}
}

// sendBuffer is what may be on its way to a printer, half a second for the
// slowest: 16 KB a second.
const sendBuffer = 8 << 10

// device opens a device file, for answers too where it gives any. It never makes
// the file: a printer that is unplugged must not become a file full of slips.
func device(name string) func(context.Context, time.Duration) (line, error) {
	return func(context.Context, time.Duration) (line, error) {
		// Without O_NONBLOCK opening a line may wait for a printer to be there.
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
		return &patient{file: f}, nil
	}
}

// isBusy tells whether a device is open elsewhere: usblp lets in one at a time.
func isBusy(err error) bool { return errors.Is(err, syscall.EBUSY) }

// patient gives deadlines to a file that has none of its own (a plain file, and
// every device on Windows). A read or write that is given up goes on until the
// file is closed; after it nothing more is taken.
type patient struct {
	file        *os.File
	mu          sync.Mutex
	read, write time.Time
	stuck       bool
}

func (p *patient) SetReadDeadline(t time.Time) error  { return p.set(&p.read, t) }
func (p *patient) SetWriteDeadline(t time.Time) error { return p.set(&p.write, t) }

func (p *patient) set(deadline *time.Time, t time.Time) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	*deadline = t
	return nil
}

func (p *patient) Read(b []byte) (int, error)  { return p.bounded(b, &p.read, p.file.Read) }
func (p *patient) Write(b []byte) (int, error) { return p.bounded(b, &p.write, p.file.Write) }

// Close may wait for what is under way; nobody waits for it.
func (p *patient) Close() error {
	p.mu.Lock()
	stuck := p.stuck
	p.mu.Unlock()
	if stuck {
		go func() { _ = p.file.Close() }()
		return nil
	}
	return p.file.Close()
}

func (p *patient) bounded(b []byte, deadline *time.Time, do func([]byte) (int, error)) (int, error) {
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
	own := make([]byte, len(b)) // b is the caller's again after the deadline
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
