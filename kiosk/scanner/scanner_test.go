package scanner

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// When a scanner is unplugged, the program tries to open it with growing pauses and logs
// that once.
func TestWaitsForTheDevice(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var tries []time.Duration
		var got []string
		var log bytes.Buffer
		began := time.Now()
		ctx, cancel := context.WithCancel(t.Context())
		s := &Scanner{
			Config: Config{Device: "/dev/ttyACM0"}, Got: func(text string) { got = append(got, text) },
			Log: slog.New(slog.NewTextHandler(&log, nil)),
		}
		s.Open = func(device string, baud int) (io.ReadCloser, error) {
			if device != "/dev/ttyACM0" || baud != 9600 {
				t.Errorf("opens %s at %d", device, baud)
			}
			tries = append(tries, time.Since(began).Round(time.Second))
			switch len(tries) {
			case 6, 8:
				return io.NopCloser(io.MultiReader(strings.NewReader("ma\r"), failing{})), nil
			case 9:
				cancel()
			}
			return nil, errors.New("no such device")
		}
		s.Run(ctx)
		want := []time.Duration{0, 1e9, 3e9, 7e9, 15e9, 25e9, 26e9, 28e9, 29e9}
		if !slices.Equal(tries, want) {
			t.Errorf("tried at %v, want %v", tries, want)
		}
		if !slices.Equal(got, []string{"ma", "ma"}) {
			t.Errorf("read %q", got)
		}
		if n := strings.Count(log.String(), "scanner not connected"); n != 3 {
			t.Errorf("told %d times:\n%s", n, &log)
		}
		if strings.Contains(log.String(), "ma\\r") || s.Present() {
			t.Errorf("present %v, log %s", s.Present(), &log)
		}
	})
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("input/output error") }

// A pause ends a reading of a scanner that sends no line ending.
func TestQuietEndsAReading(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, w := io.Pipe()
		got := make(chan string, 10)
		s := &Scanner{Config: Config{Device: "x"}, Got: func(text string) { got <- text }, Open: func(string, int) (io.ReadCloser, error) { return r, nil }}
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { s.Run(ctx); close(done) }()
		for _, p := range []string{"H55.17", ".05-261120-0007"} {
			_, _ = io.WriteString(w, p)
			time.Sleep(100 * time.Millisecond) //nolint:forbidigo // virtual time
		}
		synctest.Wait()
		if len(got) != 0 || !s.Present() {
			t.Error("too early")
		}
		time.Sleep(quietEnd) //nolint:forbidigo // virtual time
		synctest.Wait()
		if len(got) != 1 || <-got != "H55.17.05-261120-0007" {
			t.Error("not read, or wrongly")
		}
		cancel()
		<-done
	})
}
