package scanner

import (
	"cmp"
	"context"
	"errors"
	"io"
	"log/slog"
	"sync/atomic"
	"time"

	"motcua/kiosk/config/key"
)

// Config says where the scanner is.
type Config struct {
	Device string // path of the device; empty: the scanner types like a keyboard, or there is none
	Baud   int    // speed of a serial port; 0: usualBaud
}

const usualBaud = 9600

// Keys returns the configuration keys of the scanner, in [kiosk].
func (c *Config) Keys() []key.Key {
	return []key.Key{
		key.Text("scanner", &c.Device, "", key.Device).ByFlag("scanner").
			Says(`Thiết bị của máy quét: cổng nối tiếp, ví dụ "/dev/ttyACM0" (Windows: "COM3"); trên Linux cả máy quét kiểu bàn phím, ví dụ
"/dev/input/by-id/usb-…-event-kbd" (motcua doctor --kiosk kể tên), để máy nhận ra nó chắc chắn. Bỏ trống thì máy quét kiểu
bàn phím được nhận ra theo nhịp gõ. (--scanner)`,
				`The scanner's device: a serial port, and on Linux also one that types like a keyboard, which motcua doctor --kiosk names; it
is then known for certain. Left empty, a scanner that types is told by its pace.`),
		key.Int("scanner_baud", &c.Baud, usualBaud, 1200, 921_600),
	}
}

// Scanner reads one device for as long as it runs. Device and Got are required.
type Scanner struct {
	Config

	// Got receives each reading without its line ending, UTF-8, never empty. It may contain
	// personal data, so nothing of it is logged here.
	Got func(text string)
	// Bad receives the faults of input that was not a valid reading. It may be nil.
	Bad func(Fault)
	Log *slog.Logger // logs plugging and unplugging; may be nil

	// Open opens the device; nil means [Open].
	Open func(device string, baud int) (io.ReadCloser, error)

	present atomic.Bool
	fault   atomic.Pointer[error]
}

// Present reports whether the device is open now.
func (s *Scanner) Present() bool { return s.present.Load() }

// Err returns why the device is not open; nil while it is open and before the first try.
func (s *Scanner) Err() error {
	if err := s.fault.Load(); err != nil && !s.Present() {
		return *err
	}
	return nil
}

// Pauses between tries to open a device that is not there.
const (
	firstPause = time.Second
	mostPause  = 10 * time.Second
)

// quietEnd ends a reading when the scanner is set up to send no line ending: at 9600 baud a
// character takes a millisecond.
const quietEnd = 250 * time.Millisecond

// Run reads until ctx ends. When the device is unplugged, it waits for it.
func (s *Scanner) Run(ctx context.Context) {
	open, log := s.Open, s.Log
	if open == nil {
		open = Open
	}
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	baud := cmp.Or(s.Baud, usualBaud)
	pause := firstPause
	told := false // that the device is missing was logged
	for ctx.Err() == nil {
		port, err := open(s.Device, baud)
		if err == nil {
			log.Info("scanner connected", "device", s.Device)
			told = false
			s.present.Store(true)
			var read bool
			if read, err = s.read(ctx, port); read {
				pause = firstPause
			}
			s.present.Store(false)
		}
		if ctx.Err() != nil {
			return
		}
		s.fault.Store(&err)
		if !told {
			told = true
			log.Warn("scanner not connected", "device", s.Device, "error", err)
		}
		wait := time.NewTimer(pause)
		select {
		case <-ctx.Done():
			wait.Stop()
			return
		case <-wait.C:
		}
		pause = min(2*pause, mostPause)
	}
}

// piece is the result of one read.
type piece struct {
	b   []byte
	err error
}

// read takes readings until the device fails. It reports whether anything was read.
func (s *Scanner) read(ctx context.Context, port io.ReadCloser) (read bool, err error) {
	ctx, cancel := context.WithCancel(ctx)
	pieces := make(chan piece)
	over := make(chan struct{})
	defer func() { // closes the reader before its channel
		cancel()
		_ = port.Close()
		<-over
	}()
	go func() {
		defer close(over)
		for {
			b := make([]byte, 256)
			n, err := port.Read(b)
			select {
			case pieces <- piece{b[:n], err}:
			case <-ctx.Done():
				return
			}
			if err != nil {
				return
			}
		}
	}()
	l := lines{got: s.Got, bad: s.Bad}
	quiet := time.NewTimer(time.Hour)
	defer quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return read, ctx.Err()
		case <-quiet.C:
			l.end()
		case p := <-pieces:
			read = read || len(p.b) > 0
			l.take(p.b)
			clear(p.b)
			if p.err != nil {
				l.breakOff()
				return read, p.err
			}
			quiet.Reset(quietEnd)
		}
	}
}

// errKind means that a path is not a device.
var errKind = errors.New("not a device")
