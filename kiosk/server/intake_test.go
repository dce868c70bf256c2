package server

import (
	"bytes"
	"errors"
	"io"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// Input that a session does not read is not stored in the SSH library, where one byte may take
// a hundred. The test sends more than the library's window, which is taken only if something
// reads.
func TestInputThatNobodyReads(t *testing.T) {
	r := start(t, func(c *Config, _ *Deps) { c.WireRate = 1 << 30 })
	for name, of := range map[string]func(gossh.Channel) io.Writer{
		"standard input": func(ch gossh.Channel) io.Writer { return ch },
		"standard error": func(ch gossh.Channel) io.Writer { return ch.Stderr() },
	} {
		ch, reqs, err := r.dial(anyone()).OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go gossh.DiscardRequests(reqs)
		done := make(chan error, 1)
		go func() {
			_, err := of(ch).Write(make([]byte, 5<<20)) // two windows and more
			done <- err
		}()
		select {
		case err := <-done:
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(5 * time.Second):
			t.Errorf("%s: it waits for somebody to read", name)
		}
		_ = ch.Close()
	}
}

// said is a channel with this input.
type said struct {
	gossh.Channel
	in io.Reader
}

func (s said) Read(p []byte) (int, error) { return s.in.Read(p) }
func (s said) Stderr() io.ReadWriter      { return &bytes.Buffer{} }

func TestIntakeKeepsTheBeginning(t *testing.T) {
	text := bytes.Repeat([]byte("0123456789"), 1000)
	for _, most := range []int{1, 1023, 4000, 10_000, 20_000} {
		i := newIntake(said{in: bytes.NewReader(text)}, most)
		for full := func() bool { i.mu.Lock(); defer i.mu.Unlock(); return i.ended != nil }; !full(); {
			pause(time.Millisecond)
		}
		if got, err := io.ReadAll(i); err != nil || !bytes.Equal(got, text[:min(most, len(text))]) {
			t.Errorf("of %d bytes %d are kept, %v", most, len(got), err)
		}
		if _, err := i.Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
			t.Errorf("after the end: %v", err)
		}
	}
}
