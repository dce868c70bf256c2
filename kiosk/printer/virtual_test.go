package printer

import (
	"fmt"
	"image"
	"io"
	"net"
	"sync"
	"testing"
	"time"

	"motcua/kiosk/slip"
)

// virtual is a simulated receipt printer: it accepts and answers what a real one would, and
// keeps its output as a picture.
type virtual struct {
	mu sync.Mutex

	// Its behaviour.
	silent    bool // gives no answers
	noBarrier bool // does not know GS r
	asb       bool // reports by itself, as some network cards do
	replies   map[byte]byte
	stallAt   int // accepts nothing more after so many bytes; 0: never
	closeAt   int // closes the connection after so many bytes
	turnAt    int // after so many bytes it switches to
	turnsTo   map[byte]byte

	// Its results.
	width   int
	rows    [][]byte
	pages   []*image.Paletted // after each cut
	fed     int
	cuts    int
	inits   int
	strange []byte // bytes that are no command
	taken   int
	asked   int
}

// fine returns the answers of a printer that is ready, with some of them changed.
func fine(changed map[byte]byte) map[byte]byte {
	r := map[byte]byte{1: 0x16, 2: 0x12, 3: 0x12, 4: 0x12}
	for n, b := range changed {
		r[n] = b
	}
	return r
}

// serve simulates the printer on one connection.
func (v *virtual) serve(c io.ReadWriter, hangUp func()) {
	in := &feedLine{v: v, c: c, hangUp: hangUp}
	for {
		if err := v.command(in); err != nil {
			return
		}
	}
}

// feedLine returns the bytes of a connection one by one and answers the real-time commands
// among them, wherever they are.
type feedLine struct {
	v      *virtual
	c      io.ReadWriter
	hangUp func()
	buf    []byte
	last   [2]byte
}

var errGone = fmt.Errorf("gone")

func (f *feedLine) next() (byte, error) {
	f.v.mu.Lock()
	taken, stall, hang := f.v.taken, f.v.stallAt, f.v.closeAt
	if f.v.turnAt > 0 && taken >= f.v.turnAt {
		f.v.replies = f.v.turnsTo
	}
	f.v.mu.Unlock()
	switch {
	case stall > 0 && taken >= stall:
		select {} // as long as the test runs
	case hang > 0 && taken >= hang:
		f.hangUp()
		return 0, errGone
	}
	if len(f.buf) == 0 {
		b := make([]byte, 512)
		n, err := f.c.Read(b)
		if n == 0 && err != nil {
			return 0, err
		}
		f.buf = b[:n]
	}
	b := f.buf[0]
	f.buf = f.buf[1:]
	f.v.mu.Lock()
	defer f.v.mu.Unlock()
	f.v.taken++
	if f.last == [2]byte{0x10, 0x04} && b >= 1 && b <= 4 {
		f.v.asked++
		f.v.say(f.c, f.v.replies[b])
	}
	f.last = [2]byte{f.last[1], b}
	return b, nil
}

func (v *virtual) say(c io.Writer, b byte) {
	if v.silent {
		return
	}
	if v.asb {
		_, _ = c.Write([]byte{0x14, 0x00, 0x0c, 0x0f})
	}
	_, _ = c.Write([]byte{b})
}

func (f *feedLine) more(n int) ([]byte, error) {
	out := make([]byte, n)
	for i := range out {
		b, err := f.next()
		if err != nil {
			return nil, err
		}
		out[i] = b
	}
	return out, nil
}

func (v *virtual) command(f *feedLine) error {
	lead, err := f.next()
	if err != nil {
		return err
	}
	switch lead {
	case 0: // skipped
		return nil
	case 0x10:
		what, err := f.next()
		if err != nil {
			return err
		}
		switch what {
		case 0x04:
			_, err = f.next() // answered already
		case 0x14:
			_, err = f.more(8)
		default:
			v.odd(lead, what)
		}
		return err
	case 0x1b, 0x1d:
	default:
		v.odd(lead)
		return nil
	}
	name, err := f.next()
	if err != nil {
		return err
	}
	switch string([]byte{lead, name}) {
	case "\x1b@":
		v.mu.Lock()
		v.inits++
		v.mu.Unlock()
	case "\x1bJ":
		n, err := f.next()
		v.mu.Lock()
		v.fed += int(n)
		v.mu.Unlock()
		return err
	case "\x1dr":
		if _, err := f.next(); err != nil {
			return err
		}
		v.mu.Lock()
		if !v.noBarrier {
			v.say(f.c, 0)
		}
		v.mu.Unlock()
	case "\x1dV":
		m, err := f.more(2)
		if err != nil {
			return err
		}
		if m[0] != 66 {
			v.odd(lead, name, m[0])
		}
		v.cutOff()
	case "\x1dv":
		return v.raster(f)
	default:
		v.odd(lead, name)
	}
	return nil
}

func (v *virtual) raster(f *feedLine) error {
	head, err := f.more(6)
	if err != nil {
		return err
	}
	if head[0] != '0' || head[1] != 0 {
		v.odd(head...)
	}
	width, rows := int(head[2])+int(head[3])<<8, int(head[4])+int(head[5])<<8
	for range rows {
		row, err := f.more(width)
		if err != nil {
			return err
		}
		v.mu.Lock()
		v.width = width * 8
		v.rows = append(v.rows, row)
		v.mu.Unlock()
	}
	return nil
}

// cutOff makes a page of what was printed since the last cut.
func (v *virtual) cutOff() {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.cuts++
	if len(v.rows) == 0 {
		return
	}
	page := image.NewPaletted(image.Rect(0, 0, v.width, len(v.rows)), paletteOf())
	for y, row := range v.rows {
		for x := range min(v.width, len(row)*8) {
			if row[x/8]&(0x80>>(x%8)) != 0 {
				page.SetColorIndex(x, y, slip.Black)
			}
		}
	}
	v.pages, v.rows = append(v.pages, page), nil
}

func (v *virtual) odd(b ...byte) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.strange = append(v.strange, b...)
}

// onNetwork listens for the printer on a port of this machine and returns its address.
func (v *virtual) onNetwork(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			if v.stallAt > 0 { // keeps the system from buffering what is sent
				_ = c.(*net.TCPConn).SetReadBuffer(4096)
			}
			go func() {
				defer func() { _ = c.Close() }()
				v.serve(c, func() { _ = c.Close() })
			}()
		}
	}()
	return "tcp://" + l.Addr().String()
}

// quick returns time limits for a printer on the same machine: long where the machine may
// be busy, short where the printer is known to send or accept nothing.
func quick(v *virtual) *timeouts {
	p := &timeouts{
		open: 5 * time.Second, answer: 5 * time.Second, stall: 5 * time.Second,
		end: 5 * time.Second, poll: 10 * time.Millisecond, rows: 100_000,
	}
	if v.silent {
		p.answer = 50 * time.Millisecond
	}
	if v.noBarrier {
		p.answer, p.end = 2*time.Second, 10*time.Millisecond
	}
	if v.stallAt > 0 {
		p.answer, p.stall = 100*time.Millisecond, 300*time.Millisecond
	}
	return p
}
