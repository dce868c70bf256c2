package guard_test

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"
	"unicode/utf8"

	uv "github.com/charmbracelet/ultraviolet"

	"motcua/kiosk/guard"
)

// record keeps each write.
type record struct {
	writes [][]byte
	times  []time.Time
}

func (r *record) Write(p []byte) (int, error) {
	r.writes = append(r.writes, bytes.Clone(p))
	r.times = append(r.times, time.Now())
	return len(p), nil
}

func TestWriterKeepsRunesWhole(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		text := strings.Repeat("thủ tục ", 1000)
		n, err := unlimited().Writer(&r).Write([]byte(text))
		if n != len(text) || err != nil {
			t.Fatalf("%d, %v", n, err)
		}
		for _, w := range r.writes {
			if len(w) >= 4096 || !utf8.Valid(w) {
				t.Fatalf("a write of %d bytes: %q", len(w), w)
			}
		}
		if got := string(slices.Concat(r.writes...)); got != text {
			t.Error("the text is not the same")
		}
	})
}

func TestWriterRests(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var r record
		start := time.Now()
		w := unlimited().Writer(&r)
		_, _ = w.Write(make([]byte, 10<<10)) // all of it is dropped
		_, _ = io.WriteString(w, strings.Repeat("a", 4<<10))
		if took := time.Since(start); took < 300*time.Millisecond || took > 500*time.Millisecond {
			t.Errorf("4 KiB took %v", took)
		}
		// One key at a time is not delayed.
		<-time.After(time.Second)
		start = time.Now()
		for range 100 {
			_, _ = io.WriteString(w, "\x1b[A")
		}
		if took := time.Since(start); took != 0 {
			t.Errorf("100 keys took %v", took)
		}
	})
}

func TestWriterEndsWithTheRate(t *testing.T) {
	var r record
	c := newClock()
	w := guard.New(guard.Options{Now: c.Now, BytesPerMinute: 300}).Writer(&r)
	n, err := w.Write([]byte(strings.Repeat("a", 500)))
	if n != 256 || !errors.Is(err, guard.ErrTooFast) {
		t.Errorf("%d, %v", n, err)
	}
	if got := len(slices.Concat(r.writes...)); got != 300 {
		t.Errorf("%d bytes passed", got)
	}
	if _, err := w.Write([]byte("a")); !errors.Is(err, guard.ErrTooFast) {
		t.Error(err)
	}
}

func TestWriterTellsOfItsDestination(t *testing.T) {
	in, out := io.Pipe()
	_ = in.Close()
	if _, err := unlimited().Writer(out).Write([]byte("a")); !errors.Is(err, io.ErrClosedPipe) {
		t.Error(err)
	}
}

func TestReader(t *testing.T) {
	const in = "đ\x1b[A\x9b\x00H55 Đức Xuân\x1b[200~x\x1b[31my\x1b[201~"
	const want = "đ\x1b[AH55 Đức Xuân\x1b[200~xy\x1b[201~"
	readers := map[string]func(io.Reader) io.Reader{
		"whole":          func(r io.Reader) io.Reader { return r },
		"byte by byte":   iotest.OneByteReader,
		"half":           iotest.HalfReader,
		"error and data": iotest.DataErrReader,
	}
	for name, wrap := range readers {
		got, err := io.ReadAll(unlimited().Reader(wrap(strings.NewReader(in))))
		if string(got) != want || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	// A small buffer ends before a rune, not within.
	r := unlimited().Reader(strings.NewReader("ađề"))
	for _, want := range []string{"a", "đ", "ề"} {
		p := make([]byte, 3)
		if want == "a" {
			p = p[:2]
		}
		if n, _ := r.Read(p); string(p[:n]) != want {
			t.Errorf("%q, want %q", p[:n], want)
		}
	}
	failed := errors.New("gone")
	if _, err := io.ReadAll(unlimited().Reader(iotest.ErrReader(failed))); !errors.Is(err, failed) {
		t.Error(err)
	}
	f := guard.New(guard.Options{BytesPerMinute: 5})
	if got, err := io.ReadAll(f.Reader(strings.NewReader("123456"))); string(got) != "12345" || !errors.Is(err, guard.ErrTooFast) {
		t.Errorf("%q, %v", got, err)
	}
}

// After alt and a letter the decoder keeps all input until 50 ms of silence, and reads it
// again with every byte. A client that never pauses would fill the server's memory and use
// up its CPU time.
func TestTheDecoderComesToRest(t *testing.T) {
	// held returns the most bytes of 4,000, one every 10 ms, that the decoder had not
	// reported at any one time.
	held := func(t *testing.T, through func(io.Writer) io.Writer) (most int) {
		t.Helper()
		synctest.Test(t, func(t *testing.T) {
			in, out := io.Pipe()
			events := make(chan uv.Event)
			var told int
			var all sync.WaitGroup
			all.Go(func() {
				_ = uv.NewTerminalReader(in, "xterm").StreamEvents(t.Context(), events)
				close(events)
			})
			all.Go(func() {
				for range events {
					told++
				}
			})
			w := through(out)
			_, _ = io.WriteString(w, "\x1ba")
			for sent := 1; sent < 4000; sent++ {
				<-time.After(10 * time.Millisecond)
				_, _ = io.WriteString(w, "b")
				synctest.Wait()
				most = max(most, sent-told)
			}
			_ = out.Close()
			all.Wait()
		})
		return most
	}
	if most := held(t, func(w io.Writer) io.Writer { return w }); most < 3900 {
		t.Errorf("without the filter the decoder holds %d keys: it has been mended", most)
	}
	if most := held(t, func(w io.Writer) io.Writer { return unlimited().Writer(w) }); most > 1100 {
		t.Errorf("the decoder holds %d keys", most)
	}
}

// A key held down together with alt makes the decoder keep everything after it.
func TestSieveRestsBehindAltAlone(t *testing.T) {
	for _, c := range []struct {
		what, text string
		least      time.Duration
	}{
		{"letters", strings.Repeat("tạm trú ", 2_000), 0},
		{"a finger that draws", strings.Repeat("\x1b[<32;10;10M", 2_000), 0},
		{"arrows", strings.Repeat("\x1b[A\x1bOP", 2_000), 0},
		{"alt and a letter, held", strings.Repeat("\x1ba", 5_000), 9 * 110 * time.Millisecond},
		{"letters behind alt", "\x1ba" + strings.Repeat("x", 10_000), 9 * 110 * time.Millisecond},
	} {
		synctest.Test(t, func(t *testing.T) {
			pass := guard.New(guard.Options{BytesPerMinute: -1}).Sieve()
			var got []byte
			began := time.Now()
			for i := range len(c.text) {
				got = pass(got, []byte(c.text[i:i+1]))
			}
			if took := time.Since(began); took < c.least || c.least == 0 && took > 0 {
				t.Errorf("%s: rested for %v", c.what, took)
			}
			if string(got) != c.text {
				t.Errorf("%s: not whole", c.what)
			}
			<-time.After(time.Second)
			began = time.Now()
			pass(nil, []byte("x"))
			if took := time.Since(began); took > 0 {
				t.Errorf("%s: the next key waits for %v", c.what, took)
			}
		})
	}
}
