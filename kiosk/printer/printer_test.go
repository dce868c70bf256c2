package printer

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"motcua/client/clienttest"
	"motcua/kiosk/slip"
	"motcua/tui/device"
	"motcua/tui/text"
)

func paletteOf() color.Palette { return color.Palette{color.White, color.Black} }

func sample() device.Slip {
	return device.Slip{
		Lang: text.VI, Name: "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", Office: "Phường Đức Xuân, tỉnh Thái Nguyên",
		Title: "Đăng ký tạm trú", Code: "H55.17.05 - 261120 - 0007",
		Label: "Hẹn trả kết quả", Big: []string{"THỨ TƯ 25/11/2026", "trước 17 giờ"},
		Lines: []device.SlipLine{
			{Kind: device.SlipHeading, Text: "Việc cần làm"},
			{Text: "Ông/bà chưa phải làm gì."},
		},
		Link: "https://dichvucong.gov.vn/tra-cuu-ho-so", Printed: time.Date(2026, 11, 24, 1, 14, 0, 0, time.UTC),
	}
}

// made returns a printer at an address, with short time limits.
func made(t *testing.T, address string, v *virtual) *Printer {
	t.Helper()
	p, err := New(Config{Address: address, timeouts: quick(v)})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// wants compares the output of a printer with the slip, dot by dot.
func wants(t *testing.T, v *virtual, s device.Slip, width, pages int) {
	t.Helper()
	want, err := slip.Draw(s, width)
	if err != nil {
		t.Fatal(err)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.pages) != pages || v.cuts < pages {
		t.Fatalf("%d pages, %d cuts, want %d", len(v.pages), v.cuts, pages)
	}
	if len(v.strange) > 0 {
		t.Errorf("no commands: % x", v.strange)
	}
	if v.fed == 0 || v.inits == 0 {
		t.Errorf("fed %d dots, initialised %d times", v.fed, v.inits)
	}
	added, lost := dots(v.pages[pages-1], want)
	// escapeRealTime may add a dot or two where a picture looks like a command.
	if lost > 0 || added > 8 {
		t.Errorf("the picture has %d dots more and %d less", added, lost)
	}
}

// dots counts the dots of got that are missing in want, and the other way round.
func dots(got, want *image.Paletted) (added, lost int) {
	if got.Bounds() != want.Bounds() {
		return len(got.Pix), len(want.Pix)
	}
	for i, p := range got.Pix {
		switch {
		case p == slip.Black && want.Pix[i] != slip.Black:
			added++
		case p != slip.Black && want.Pix[i] == slip.Black:
			lost++
		}
	}
	return added, lost
}

// reasonOf returns the reason of a *device.PrintError.
func reasonOf(err error) device.PrintReason {
	var e *device.PrintError
	if errors.As(err, &e) {
		return e.Reason
	}
	if err != nil {
		return device.PrintReason("other: " + err.Error())
	}
	return ""
}

// A printer prints the slip dot by dot, on both papers and for every kind of printer.
func TestASlipComesOut(t *testing.T) {
	for _, tt := range []struct {
		name string
		is   func(*virtual)
	}{
		{"one that answers all", func(*virtual) {}},
		{"one that answers nothing", func(v *virtual) { v.silent = true }},
		{"one without the barrier", func(v *virtual) { v.noBarrier = true }},
		{"one that reports by itself", func(v *virtual) { v.asb = true }},
		{"paper near its end", func(v *virtual) { v.replies = fine(map[byte]byte{4: 0x1e}) }},
	} {
		for _, width := range []int{slip.Wide, slip.Narrow} {
			t.Run(fmt.Sprint(tt.name, " ", width), func(t *testing.T) {
				if width == slip.Narrow {
					clienttest.OneByOne(t)
				}
				v := &virtual{replies: fine(nil)}
				tt.is(v)
				p, err := New(Config{Address: v.onNetwork(t), Dots: width, timeouts: quick(v)})
				if err != nil {
					t.Fatal(err)
				}
				for n := 1; n <= 2; n++ {
					if err := p.Print(t.Context(), sample()); err != nil {
						t.Fatal(err)
					}
					eventually(t, func() bool { v.mu.Lock(); defer v.mu.Unlock(); return v.cuts == n })
					wants(t, v, sample(), width, n)
				}
			})
		}
	}
}

// eventually waits for something to happen on the other side of a connection.
func eventually(t *testing.T, done func() bool) {
	t.Helper()
	for range 500 {
		if done() {
			return
		}
		time.Sleep(5 * time.Millisecond) //nolint:forbidigo // a real connection
	}
	t.Fatal("it does not come")
}

// A fault of the printer is known before anything is sent.
func TestWhatIsWrong(t *testing.T) {
	for _, tt := range []struct {
		name    string
		replies map[byte]byte
		want    device.PrintReason
	}{
		{"paper at its end", map[byte]byte{1: 0x1e, 2: 0x32, 4: 0x72}, device.PrinterPaper},
		{"paper sensor alone", map[byte]byte{4: 0x72}, device.PrinterPaper},
		{"cover open, and so no paper", map[byte]byte{1: 0x1e, 2: 0x36, 4: 0x72}, device.PrinterCover},
		{"cutter blocked", map[byte]byte{1: 0x1e, 2: 0x52, 3: 0x1a}, device.PrinterJam},
		{"beyond repair", map[byte]byte{1: 0x1e, 2: 0x52, 3: 0x32}, device.PrinterJam},
		{"mechanical error", map[byte]byte{1: 0x1e, 2: 0x52, 3: 0x16}, device.PrinterJam},
		{"an error without a name", map[byte]byte{1: 0x1e, 2: 0x52}, device.PrinterJam},
		{"head too hot", map[byte]byte{1: 0x1e, 2: 0x52, 3: 0x52}, device.PrinterBusy},
		{"off line", map[byte]byte{1: 0x1e}, device.PrinterBusy},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v := &virtual{replies: fine(tt.replies)}
			p := made(t, v.onNetwork(t), v)
			if got := reasonOf(p.Check(t.Context())); got != tt.want {
				t.Errorf("Check: %q, want %q", got, tt.want)
			}
			if got := reasonOf(p.Print(t.Context(), sample())); got != tt.want {
				t.Errorf("Print: %q, want %q", got, tt.want)
			}
			v.mu.Lock()
			if v.inits > 0 || len(v.rows) > 0 {
				t.Error("something was printed")
			}
			v.replies = fine(nil) // somebody fixes it
			v.mu.Unlock()
			if err := p.Print(t.Context(), sample()); err != nil {
				t.Errorf("once it is mended: %v", err)
			}
		})
	}
}

func TestNobodyThere(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	refused := "tcp://" + l.Addr().String()
	_ = l.Close()
	for _, address := range []string{refused, filepath.Join(t.TempDir(), "lp0"), t.TempDir()} {
		p := made(t, address, &virtual{})
		if got := reasonOf(p.Check(t.Context())); got != device.PrinterAbsent {
			t.Errorf("Check of %s: %q", address, got)
		}
		if got := reasonOf(p.Print(t.Context(), sample())); got != device.PrinterAbsent {
			t.Errorf("Print on %s: %q", address, got)
		}
	}
}

// A printer that stops in the middle is reported within a time limit, with its state when
// it answers.
func TestItStopsInTheMiddle(t *testing.T) {
	for _, tt := range []struct {
		name string
		v    *virtual
		want device.PrintReason
	}{
		{"takes nothing more", &virtual{replies: fine(nil), stallAt: 9000}, device.PrinterBusy},
		{"takes nothing more and never answered", &virtual{silent: true, stallAt: 9000}, device.PrinterBusy},
		{"hangs up", &virtual{replies: fine(nil), closeAt: 9000}, device.PrinterAbsent},
		{"jams", &virtual{replies: fine(nil), turnAt: 9000, turnsTo: fine(map[byte]byte{1: 0x1e, 2: 0x52, 3: 0x1a}), noBarrier: true}, device.PrinterJam},
		{"runs out of paper", &virtual{replies: fine(nil), turnAt: 9000, turnsTo: fine(map[byte]byte{1: 0x1e, 2: 0x32, 4: 0x72})}, device.PrinterPaper},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := made(t, tt.v.onNetwork(t), tt.v)
			if tt.v.stallAt > 0 {
				p.way.(*stream).open = small(p.way.(*stream).open)
			}
			s := sample()
			for range 60 { // longer than the buffers between both ends
				s.Lines = append(s.Lines, device.SlipLine{Kind: device.SlipItem, Text: "Tờ khai thay đổi thông tin cư trú (1 bản chính)"})
			}
			start := time.Now()
			if err := p.Print(t.Context(), s); reasonOf(err) != tt.want {
				t.Errorf("%v, want %q", err, tt.want)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("it took %s", took)
			}
		})
	}
}

// A printer that receives a slip slowly is not busy: its time for printing begins when it
// has the whole slip.
func TestASlowPrinter(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	c, err := network(l.Addr().String())(t.Context(), time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	far, err := l.Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = far.Close() }()
	_ = far.(*net.TCPConn).SetReadBuffer(4096)
	_ = c.SetWriteDeadline(time.Now().Add(300 * time.Millisecond))
	n, err := c.Write(make([]byte, 8<<20)) // nobody reads
	if !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Fatalf("%d bytes taken, %v", n, err)
	}
	// Without our own limit it is almost four megabytes: 38 slips.
	if n > 256<<10 {
		t.Errorf("%d bytes are on their way to a printer that takes none", n)
	}
}

// small gives the sending side of a connection a small buffer.
func small(open func(context.Context, time.Duration) (line, error)) func(context.Context, time.Duration) (line, error) {
	return func(ctx context.Context, wait time.Duration) (line, error) {
		c, err := open(ctx, wait)
		if t, ok := c.(*net.TCPConn); ok {
			_ = t.SetWriteBuffer(4096)
		}
		return c, err
	}
}

// After a job that broke off the printer waits for the rest of a picture; the next slip is
// complete all the same.
func TestTheSlipAfterABrokenOne(t *testing.T) {
	v := &virtual{replies: fine(nil)}
	picture, err := slip.Draw(sample(), slip.Wide)
	if err != nil {
		t.Fatal(err)
	}
	whole := encode(picture, false).data
	for _, sent := range []int{5, 100, 9000, len(whole) - 3} {
		// The same printer receives both jobs, as a device on a cable does.
		in, out := net.Pipe()
		go v.serve(in, func() {})
		for _, b := range [][]byte{whole[:sent], encode(picture, true).data} {
			if _, err := out.Write(b); err != nil {
				t.Fatal(err)
			}
		}
		_ = out.Close()
		eventually(t, func() bool { v.mu.Lock(); defer v.mu.Unlock(); return len(v.pages) > 0 && len(v.rows) == 0 })
		v.mu.Lock()
		last := v.pages[len(v.pages)-1]
		v.pages, v.strange = nil, nil
		v.mu.Unlock()
		// The broken slip is above it on the same paper.
		below := last.SubImage(image.Rect(0, last.Rect.Dy()-picture.Rect.Dy(), slip.Wide, last.Rect.Dy())).(*image.Paletted)
		lost := 0
		for y := range picture.Rect.Dy() {
			for x := range picture.Rect.Dx() {
				if picture.ColorIndexAt(x, y) == slip.Black && below.ColorIndexAt(x, below.Rect.Min.Y+y) != slip.Black {
					lost++
				}
			}
		}
		if lost > 0 {
			t.Errorf("broken after %d bytes: %d dots of the next slip are lost", sent, lost)
		}
	}
}

// Only one slip prints at a time; the second one gets an error immediately.
func TestTwoAtOnce(t *testing.T) {
	v := &virtual{silent: true, stallAt: 1}
	p := made(t, v.onNetwork(t), v)
	first := make(chan error, 1)
	go func() { first <- p.Print(t.Context(), sample()) }()
	eventually(t, func() bool { v.mu.Lock(); defer v.mu.Unlock(); return v.taken > 0 })
	if got := reasonOf(p.Print(t.Context(), sample())); got != device.PrinterBusy {
		t.Errorf("the second: %q", got)
	}
	<-first
}

// The person left before anything was sent, so nothing is sent.
func TestNobodyWaitsForIt(t *testing.T) {
	v := &virtual{replies: fine(nil)}
	p := made(t, v.onNetwork(t), v)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := p.Print(ctx, sample()); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.inits > 0 {
		t.Error("something was printed")
	}
}

// A plain file in the place of a device accepts the job and gives no answers.
func TestAPlainFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "lp0")
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := made(t, name, &virtual{silent: true})
	if err := p.Print(t.Context(), sample()); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	v := &virtual{silent: true}
	v.serve(f, func() {})
	wants(t, v, sample(), slip.Wide, 1)
}

func TestAddresses(t *testing.T) {
	for _, address := range []string{"", "tcp://", "tcp://a/b", "tcp://u@a", "cups://", "cups://-oraw", "cups://a b", "cups://a/../b", "usb://x", "http://a"} {
		if _, err := New(Config{Address: address}); err == nil {
			t.Errorf("%q was taken", address)
		}
	}
	for _, address := range []string{"/dev/usb/lp0", `\\.\LPT1`, "tcp://printer", "tcp://10.0.0.9:9100", "tcp://[::1]", "tcp://[::1]:9100", "cups://quay_3"} {
		if _, err := New(Config{Address: address}); err != nil {
			t.Errorf("%q: %v", address, err)
		}
	}
	if _, err := New(Config{Address: "tcp://a", Dots: 577}); err == nil {
		t.Error("577 dots were taken")
	}
}

// No picture contains the beginning of a real-time command, and removing one changes a
// single dot.
func TestCalm(t *testing.T) {
	data := []byte{0x10, 0x04, 0x01, 0x10, 0x10, 0x05, 0x10, 0x14, 0x10, 0x20, 0x10}
	want := []byte{0x18, 0x04, 0x01, 0x10, 0x18, 0x05, 0x18, 0x14, 0x10, 0x20, 0x10}
	if got := escapeRealTime(data); string(got) != string(want) {
		t.Errorf("% x, want % x", got, want)
	}
	v := &virtual{replies: fine(nil)}
	in, out := net.Pipe()
	go v.serve(in, func() {})
	picture := image.NewPaletted(image.Rect(0, 0, 576, 300), paletteOf())
	for i := range picture.Pix {
		if x := i % 32; x == 3 || x == 13 { // 10 04 in every pair of bytes
			picture.Pix[i] = slip.Black
		}
	}
	if _, err := out.Write(encode(picture, false).data); err != nil {
		t.Fatal(err)
	}
	_ = out.Close()
	eventually(t, func() bool { v.mu.Lock(); defer v.mu.Unlock(); return v.cuts == 1 })
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.asked != 0 {
		t.Errorf("%d questions were read out of a picture", v.asked)
	}
	if added, lost := dots(v.pages[0], picture); lost > 0 || added != 300*18 {
		t.Errorf("%d dots more, %d less", added, lost)
	}
}

// FuzzHear: whatever a printer sends, answers are told apart from noise, and after it the
// next answer is still recognised.
func FuzzHear(f *testing.F) {
	f.Add([]byte{0x12, 0x16, 0x14, 0x00, 0x0c, 0x0f, 0x12})
	f.Add([]byte{0xff, 0x10, 0x10, 0x10, 0x00})
	f.Fuzz(func(t *testing.T, in []byte) {
		e := parser{waits: true}
		for _, b := range in {
			answer := e.consume(b)
			if answer != (b&0x93 == 0x12) {
				t.Fatalf("%#x: answer %t", b, answer)
			}
			for n := range byte(6) {
				var s status
				s.take(n, b)
				_ = s.problem()
			}
			if e.skip < 0 || e.skip > 3 {
				t.Fatalf("skips %d", e.skip)
			}
		}
		if !e.consume(0x12) {
			t.Fatal("deaf")
		}
		e.skip = 0
		if e.consume(0x00); !e.reached {
			t.Fatal("the barrier is not seen")
		}
	})
}

// FuzzQueueProblem: queueProblem accepts any output of lpstat.
func FuzzQueueProblem(f *testing.F) {
	f.Add("printer a is idle.  enabled since x\n\tAlerts: media-empty-error\n")
	f.Add(strings.Repeat("Alerts:,,", 9))
	f.Fuzz(func(t *testing.T, out string) {
		if err := queueProblem(out); err != nil && reasonOf(err) == "" {
			t.Fatal(err)
		}
	})
}
