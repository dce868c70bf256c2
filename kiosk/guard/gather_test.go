package guard_test

import (
	"errors"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	uv "github.com/charmbracelet/ultraviolet"

	"motcua/kiosk/guard"
)

// bit is a piece of input and the time since the previous one.
type bit struct {
	text  string
	after time.Duration
}

// heard returns the keys that the decoder reads from input that goes through a gatherer
// with this hold time, and the delay of the last key.
func heard(t *testing.T, hold time.Duration, bits []bit) (keys []string, late time.Duration) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		in, out := io.Pipe()
		events := make(chan uv.Event)
		var all sync.WaitGroup
		var sent, came time.Time
		all.Go(func() {
			_ = uv.NewTerminalReader(in, "xterm").StreamEvents(t.Context(), events)
			close(events)
		})
		all.Go(func() {
			for e := range events {
				switch e := e.(type) {
				case uv.KeyPressEvent:
					keys = append(keys, e.String())
				case uv.PasteEvent:
					keys = append(keys, "paste "+e.Content)
				case uv.PasteStartEvent, uv.PasteEndEvent:
				default:
					keys = append(keys, "other")
				}
				came = time.Now()
			}
		})
		g := unlimited().Gather(out, func() time.Duration { return hold })
		for _, b := range bits {
			time.Sleep(b.after) //nolint:forbidigo // virtual time
			sent = time.Now()
			if _, err := io.WriteString(g, b.text); err != nil {
				t.Error(err)
			}
		}
		time.Sleep(3 * time.Second) //nolint:forbidigo // virtual time
		_ = g.Close()
		_ = out.Close()
		all.Wait()
		late = came.Sub(sent)
	})
	return keys, late
}

// A key whose sequence a slow line delivers in two parts is still one key, and the key Esc
// comes a little later. On a line that is not slow nothing is delayed.
func TestASequenceThatComesInTwoIsOneKey(t *testing.T) {
	const (
		quick = 2 * time.Millisecond
		apart = 80 * time.Millisecond
		slow  = 300 * time.Millisecond
		pause = 2 * time.Second
		// The decoder waits 50 ms, or twice that when its clock shows exactly 50.
		decides = 110 * time.Millisecond
	)
	for _, c := range []struct {
		what string
		hold time.Duration
		bits []bit
		want string
		late time.Duration // at most
	}{
		{"an arrow in two", slow, []bit{{"\x1b", 0}, {"[B", apart}}, "down", 0},
		{"an arrow in three", slow, []bit{{"\x1b", 0}, {"[", apart}, {"B", apart}}, "down", 0},
		{"an arrow in two, long apart", slow, []bit{{"\x1b", 0}, {"[B", 299 * time.Millisecond}}, "down", 0},
		{"a key of the number pad", slow, []bit{{"\x1bO", 0}, {"p", apart}}, "0", 0},
		{"F5 in four", slow, []bit{{"\x1b[", 0}, {"1", apart}, {"5", apart}, {"~", apart}}, "f5", 0},
		{"letters before and behind", slow, []bit{{"a\x1b", 0}, {"[Bb\x1b", apart}, {"[Ac", apart}}, "a down b up c", 0},
		{"two arrows, cut between", slow, []bit{{"\x1b[A\x1b", 0}, {"[B", apart}}, "up down", 0},
		{"a paste whose beginning is cut", slow, []bit{{"\x1b[20", 0}, {"0~mã", apart}, {"\x1b[201~", apart}}, "paste mã", 0},
		{"a mouse report", slow, []bit{{"a\x1b[<0;1", 0}, {"0;5M", apart}}, "a other", 0},
		{"a letter of three bytes", slow, []bit{{"\xe1", 0}, {"\xba\xad", apart}}, "ậ", 0},
		{"Esc", slow, []bit{{"\x1b", 0}}, "esc", slow + decides},
		{"Esc and, later, a letter", slow, []bit{{"\x1b", 0}, {"b", pause}}, "esc b", 0},
		{"Esc and, later, an arrow", slow, []bit{{"\x1b", 0}, {"\x1b[B", pause}}, "esc down", 0},
		{"Esc three times", slow, []bit{{"\x1b", 0}, {"\x1b", slow + apart}, {"\x1b", slow + apart}}, "esc esc esc", slow + decides},
		{"Esc and, before its wait ends, a letter", slow, []bit{{"\x1b", 0}, {"b", slow / 2}}, "esc b", quick + decides},
		{"Esc twice and a digit, before their waits end", time.Second, []bit{{"\x1b", 0}, {"\x1b", 2 * slow}, {"2", 2 * slow}}, "esc esc 2", quick + decides},
		{"Esc and, before its wait ends, an arrow", slow, []bit{{"\x1b", 0}, {"\x1b[B", slow / 2}}, "esc down", quick + decides},
		{"alt and a letter in two", slow, []bit{{"\x1b", 0}, {"b", apart}}, "alt+b", decides},
		{"alt and a letter", slow, []bit{{"\x1bb", 0}}, "alt+b", decides},
		{"Esc on a line that is not slow", 0, []bit{{"\x1b", 0}}, "esc", decides},
		{"an arrow on a line that is not slow", 0, []bit{{"\x1b[B", 0}}, "down", 0},
		{"an arrow in two there", 0, []bit{{"\x1b", 0}, {"[B", quick}}, "down", 0},
	} {
		got, late := heard(t, c.hold, c.bits)
		if s := strings.Join(got, " "); s != c.want || late > c.late {
			t.Errorf("%s: %q after %v, want %q after %v at most", c.what, s, late, c.want, c.late)
		}
	}
}

// Whatever comes and whenever, held back or not: the decoder gets nothing that could harm
// it, and the output loses nothing that a filter without a wait would pass.
func TestHostileInputIsGathered(t *testing.T) {
	pauses := []time.Duration{0, 60 * time.Millisecond, 120 * time.Millisecond, 450 * time.Millisecond, guard.DefaultPasteIdle}
	for seed := range uint64(2000) {
		synctest.Test(t, func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 13))
			var to record
			hold := time.Duration(r.IntN(3)) * 200 * time.Millisecond
			g := unlimited().Gather(&to, func() time.Duration { return hold })
			plain := unlimited()
			var in, want []byte
			patient := true // no pause ends a sequence in either filter
			for range 1 + r.IntN(40) {
				p := []byte(pieces[r.IntN(len(pieces))])
				in, want = append(in, p...), plain.Feed(want, p)
				if _, err := g.Write(p); err != nil {
					t.Fatal(err)
				}
				wait := pauses[r.IntN(len(pauses))]
				patient = patient && wait < 100*time.Millisecond
				time.Sleep(wait) //nolint:forbidigo // virtual time
			}
			time.Sleep(time.Second) //nolint:forbidigo // virtual time
			synctest.Wait()
			out := slices.Concat(to.writes...)
			for i := range out {
				if most := decode(out[i:]); most > guard.MaxParameters {
					t.Fatalf("%q: %d parameters in %q", in, most, out[i:])
				}
			}
			for _, size := range sizes(out) {
				t.Fatalf("%q: a size of %v in %q", in, size, out)
			}
			if patient && string(out) != string(want) {
				t.Fatalf("%q: %q, want %q", in, out, want)
			}
		})
	}
}

func TestAGathererEnds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var to record
		g := guard.New(guard.Options{BytesPerMinute: 3}).Gather(&to, func() time.Duration { return time.Second })
		if n, err := io.WriteString(g, "ab"); n != 2 || err != nil {
			t.Errorf("%d, %v", n, err)
		}
		if _, err := io.WriteString(g, "cd"); !errors.Is(err, guard.ErrTooFast) {
			t.Error(err)
		}
		if _, err := io.WriteString(g, "e"); !errors.Is(err, guard.ErrTooFast) {
			t.Error(err)
		}
		if got := string(slices.Concat(to.writes...)); got != "abc" {
			t.Errorf("%q passed", got)
		}

		in, out := io.Pipe()
		_ = in.Close()
		g = unlimited().Gather(out, func() time.Duration { return time.Second })
		if _, err := io.WriteString(g, "a"); !errors.Is(err, io.ErrClosedPipe) {
			t.Error(err)
		}

		to = record{}
		g = unlimited().Gather(&to, func() time.Duration { return time.Second })
		_, _ = io.WriteString(g, "\x1b")
		_ = g.Close()
		time.Sleep(time.Minute) //nolint:forbidigo // virtual time
		if len(to.writes) > 0 {
			t.Errorf("%q was given after the end", to.writes)
		}
		if _, err := io.WriteString(g, "a"); err == nil {
			t.Error("it takes more after the end")
		}
	})
}
