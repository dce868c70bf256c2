package scanner

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"
	"unicode/utf8"
)

// told encodes events as the kernel does: an end of report follows each.
func told(all ...event) []byte {
	var b []byte
	for _, e := range all {
		for _, e := range []event{e, {}} {
			b = append(b, make([]byte, eventTime)...)
			b = binary.NativeEndian.AppendUint16(b, e.kind)
			b = binary.NativeEndian.AppendUint16(b, e.code)
			b = binary.NativeEndian.AppendUint32(b, uint32(e.value))
		}
	}
	return b
}

// pressing presses keys one after the other and releases them at the end.
func pressing(codes ...uint16) (all []event) {
	for _, c := range codes {
		all = append(all, event{eventKey, c, keyPressed})
	}
	for _, c := range slices.Backward(codes) {
		all = append(all, event{eventKey, c, keyReleased})
	}
	return all
}

// typing presses the keys of a text as a scanner with an American layout does.
func typing(text string) (all []event) {
	for i := range len(text) {
		switch c := text[i]; {
		case c == '\r':
			all = append(all, pressing(keyEnter)...)
		case c == '\t':
			all = append(all, pressing(keyTab)...)
		default:
			code, shift, ok := keyOf(c)
			if !ok {
				panic("no key writes " + string(c))
			}
			if shift {
				all = append(all, pressing(keyLeftShift, code)...)
			} else {
				all = append(all, pressing(code)...)
			}
		}
	}
	return all
}

func keyOf(c byte) (code uint16, shift, ok bool) {
	for code := range uint16(60) {
		switch c {
		case onKey(code, false):
			return code, false, true
		case onKey(code, true):
			return code, true, true
		}
	}
	return 0, false, false
}

func joined(parts ...[]event) []event { return slices.Concat(parts...) }

// typed returns the text of a keyboard's events.
func typed(t testing.TB, from io.Reader, caps bool) string {
	t.Helper()
	e := &events{from: io.NopCloser(from), keys: keyboard{caps: caps}}
	got, err := io.ReadAll(e)
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

func TestKeysOfAnAmericanKeyboard(t *testing.T) {
	// Every printable ASCII character has one key.
	for c := byte(' '); c < 0x7f; c++ {
		if _, _, ok := keyOf(c); !ok {
			t.Errorf("no key writes %q", c)
		}
	}
	// Some keys by their numbers in linux/input-event-codes.h.
	for code, want := range map[uint16]string{
		2: "1!", 11: "0)", 12: "-_", 16: "qQ", 26: "[{", 27: "]}", 35: "hH", 39: ";:", 41: "`~", 43: `\|`, 44: "zZ", 52: ".>", 53: "/?", 57: "  ",
		71: "77", 74: "--", 78: "++", 82: "00", 83: "..", 98: "//", 55: "**",
		1: "\x00\x00", 14: "\x00\x00", 42: "\x00\x00", 59: "\x00\x00", 113: "\x00\x00", 1000: "\x00\x00",
	} {
		if got := string([]byte{onKey(code, false), onKey(code, true)}); got != want {
			t.Errorf("key %d writes %q, want %q", code, got, want)
		}
	}
}

func TestAKeyboardsText(t *testing.T) {
	const (
		code = "H55.17.05-261120-0007"
		url  = "https://hcc.example.vn/#/hoso?code=H55.17.05-261120-0007&secretKey=A1b2"
		card = "001099001234|123456789|Nguyen Van A|01021990|Nam|So 1 pho Mau|05062021"
	)
	alt := func(number string) []event { // on the number pad, with Alt held
		all := []event{{eventKey, keyLeftAlt, keyPressed}}
		for _, d := range number {
			at := strings.IndexRune("789-456+1230.", d)
			all = append(all, pressing(keyPadFirst+uint16(at))...)
		}
		return append(all, event{eventKey, keyLeftAlt, keyReleased})
	}
	for _, c := range []struct {
		what string
		all  []event
		caps bool
		want string
	}{
		{"a code", typing(code + "\r"), false, code + "\r"},
		{"an address", typing(url + "\r"), false, url + "\r"},
		{"a card", typing(card + "\r"), false, card + "\r"},
		{"a receipt with tabs", typing("1.004194\t" + code + "\r"), false, "1.004194\t" + code + "\r"},
		{"a mark before it", typing("]Q1" + code + "\r"), false, "]Q1" + code + "\r"},
		{"Caps Lock pressed for it", joined(pressing(keyCapsLock), typing("h55"), pressing(keyCapsLock), typing("h")), false, "H55h"},
		{"Caps Lock was on", typing("h55|A"), true, "H55|a"},
		{"Shift held over several", joined([]event{{eventKey, keyRightShift, keyPressed}}, pressing(35), pressing(36), []event{{eventKey, keyRightShift, keyReleased}}, pressing(37)), false, "HJk"},
		{"the number pad", pressing(80, 72, 83, 74, 96), false, "28.-\r"},
		{"Alt and the number", joined(alt("72"), alt("053"), alt("45"), alt("0124")), false, "H5-|"},
		{"Alt and a letter of a code page", joined(alt("0208"), alt("9999999")), false, "\uFFFD\uFFFD"},
		{"Alt and other keys", joined(pressing(keyLeftAlt, 35), pressing(keyRightAlt, 36), alt("")), false, ""},
		{"GS1's separator", joined(typing("a"), pressing(keyLeftCtrl, 27), typing("b")), false, "a\x1db"},
		{"the end as Ctrl+M", pressing(keyRightCtrl, 50), false, "\r"},
		{"Ctrl and a digit", pressing(keyLeftCtrl, 2), false, ""},
		{"a key held down", []event{{eventKey, 35, keyPressed}, {eventKey, 35, keyRepeated}, {eventKey, 35, keyRepeated}, {eventKey, 35, keyReleased}}, false, "h"},
		{"lights, scan codes and unknown keys", []event{{0x11, 1, 1}, {4, 4, 458_756}, {eventKey, 240, keyPressed}, {eventKey, 0x2ff, keyPressed}, {eventSync, 1, 1}}, false, ""},
		{"what the kernel had to drop", joined([]event{{eventKey, keyLeftShift, keyPressed}}, typing("4"), []event{{eventSync, syncDropped, 0}}, typing("4")), false, "$\x184"},
	} {
		raw := told(c.all...)
		for name, from := range map[string]io.Reader{
			"whole": bytes.NewReader(raw), "a byte at a time": iotest.OneByteReader(bytes.NewReader(raw)), "halves": iotest.HalfReader(bytes.NewReader(raw)),
			"its error with the data": iotest.DataErrReader(bytes.NewReader(raw)),
		} {
			if got := typed(t, from, c.caps); got != c.want {
				t.Errorf("%s, %s: %q, want %q", c.what, name, got, c.want)
			}
		}
	}
}

// When a scanner that types is unplugged, the program waits for it, and never takes a
// partial reading for a whole one.
func TestAKeyboardIsPluggedOutAndIn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var got []string
		var faults []Fault
		ctx, cancel := context.WithCancel(t.Context())
		gone := iotest.ErrReader(syscall.ENODEV)
		plugs := []io.Reader{
			io.MultiReader(bytes.NewReader(told(typing("H55.17.05-261120-0007\rH55.17.05-2611")...)), gone),
			io.MultiReader(bytes.NewReader(told(typing("20-0008\r")...)), gone), // the rest of another one
			io.MultiReader(bytes.NewReader(told(joined(typing("H55.17.05-2"), []event{{eventSync, syncDropped, 0}}, typing("120-0009\r"), typing("1.004194\r"))...)), gone),
		}
		s := &Scanner{Config: Config{Device: "x"}, Got: func(s string) { got = append(got, s) }, Bad: func(f Fault) { faults = append(faults, f) }}
		tries := 0
		s.Open = func(string, int) (io.ReadCloser, error) {
			tries++
			if len(plugs) == 0 {
				cancel()
				return nil, errors.New("no such device")
			}
			if tries%2 == 0 {
				return nil, errors.New("no such device")
			}
			e := &events{from: io.NopCloser(plugs[0])}
			plugs = plugs[1:]
			return e, nil
		}
		s.Run(ctx)
		if want := []string{"H55.17.05-261120-0007", "20-0008", "1.004194"}; !slices.Equal(got, want) {
			t.Errorf("read %q, want %q", got, want)
		}
		if want := []Fault{FaultSpoilt, FaultSpoilt}; !slices.Equal(faults, want) {
			t.Errorf("faults %v, want %v", faults, want)
		}
	})
}

// The buffers of a keyboard keep nothing of a reading.
func TestAKeyboardForgets(t *testing.T) {
	e := &events{from: io.NopCloser(bytes.NewReader(told(typing("026001234567\r")...)))}
	if _, err := io.ReadAll(e); err != nil {
		t.Fatal(err)
	}
	if s := string(e.text[:cap(e.text)]); strings.Trim(s, "\x00") != "" {
		t.Errorf("the text %q is still there", s)
	}
	for at := 0; at < len(e.raw); at += eventSize {
		if code := binary.NativeEndian.Uint16(e.raw[at+eventTime+2:]); code != 0 {
			t.Fatalf("the key %d is still there", code)
		}
	}
}

// Whatever a device sends, in pieces of whatever size: the text is the same, it is bounded,
// and it contains only characters that a reading may contain.
func FuzzEvents(f *testing.F) {
	f.Add(told(typing("]Q1H55.17.05-261120-0007\r")...), 5)
	f.Add(told(joined(pressing(keyLeftAlt, 72, 83), pressing(keyLeftCtrl, 27), []event{{eventSync, syncDropped, 0}})...), 24)
	f.Add([]byte("\x00\xff"), 1)
	f.Fuzz(func(t *testing.T, raw []byte, size int) {
		size = 1 + (size&0x7fffffff)%2000
		whole := typed(t, bytes.NewReader(raw), false)
		if got := typed(t, &pieces{raw, size}, false); got != whole {
			t.Errorf("pieces of %d give %q, the whole gives %q", size, got, whole)
		}
		if most := len(raw) / eventSize * utf8.UTFMax; len(whole) > most || !utf8.ValidString(whole) {
			t.Errorf("%d bytes of text %q of %d bytes", len(whole), whole, len(raw))
		}
		l := lines{got: func(s string) {
			if s == "" || strings.ContainsAny(s, "\r\n\x00\x02\x03\x04\x18") {
				t.Errorf("a reading is %q", s)
			}
		}}
		l.take([]byte(whole))
		l.end()
	})
}

// pieces reads at most size bytes at a time.
type pieces struct {
	rest []byte
	size int
}

func (p *pieces) Read(b []byte) (int, error) {
	if len(p.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(b, p.rest[:min(p.size, len(p.rest))])
	p.rest = p.rest[n:]
	return n, nil
}

// A silent device is not polled in a loop, and Close ends the wait.
func TestAKeyboardWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, w := io.Pipe()
		e := &events{from: r}
		ended := make(chan error, 1)
		go func() {
			_, err := e.Read(make([]byte, 10))
			ended <- err
		}()
		_, _ = w.Write(told(event{eventKey, keyLeftShift, keyPressed}))
		time.Sleep(time.Hour) //nolint:forbidigo // virtual time
		if len(ended) > 0 {
			t.Fatal("a key without a letter ended a read")
		}
		_ = e.Close()
		if err := <-ended; !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("ended with %v", err)
		}
	})
}
