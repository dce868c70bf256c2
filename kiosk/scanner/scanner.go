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

// Config is where the scanner is.
type Config struct {
	Device string // empty: it types, or there is none
	Baud   int    // 0: usualBaud
}

const usualBaud = 9600

// Keys are the scanner's keys of [kiosk].
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

// Scanner reads one device for as long as it runs. Device and Got must be given.
type Scanner struct {
	Config

	// Got is handed each reading without its ending, UTF-8, never empty. It may
	// hold personal data: nothing of it is logged here.
	Got func(text string)
	// Bad is told of what was read and is no reading; nil: nobody is.
	Bad func(Fault)
	Log *slog.Logger // of plugging and unplugging; nil: none

	// Open opens the device; nil is the device itself.
	Open func(device string, baud int) (io.ReadCloser, error)

	present atomic.Bool
	fault   atomic.Pointer[error]
}

// Present tells whether the device is open now.
func (s *Scanner) Present() bool { return s.present.Load() }

// Err is why the device is not open; nil while it is, and before the first try.
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

// quietEnd ends a reading whose scanner was set up without an ending: at 9600
// baud a character takes a millisecond.
const quietEnd = 250 * time.Millisecond

// Run reads until ctx is over. A device that is unplugged is waited for.
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
	told := false // that it is not there
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

// piece is what one read gave.
type piece struct {
	b   []byte
	err error
}

// read takes readings until the device fails. It tells whether anything came.
func (s *Scanner) read(ctx context.Context, port io.ReadCloser) (read bool, err error) {
	ctx, cancel := context.WithCancel(ctx)
	pieces := make(chan piece)
	over := make(chan struct{})
	defer func() { // the reader first, then its channel
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

// errKind is a path that is no device.
var errKind = errors.New("not a device")
