package speech

import (
	"bufio"
	"context"
	"net"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/tui/device"
	"motcua/tui/text"
)

// ssipServer answers as speech-dispatcher does and records the commands it receives.
type ssipServer struct {
	mu      sync.Mutex
	lines   []string
	silent  bool   // never reports that a text was spoken
	deaf    int    // how many cancels it ignores, as while a text is passed on to the voice
	refuses string // the beginning of a command that it refuses
	queued  chan struct{}
}

// serve returns the socket of a server that runs until the test ends.
func (s *ssipServer) serve(t *testing.T) string {
	t.Helper()
	socket := filepath.Join(t.TempDir(), "s")
	l, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	s.queued = make(chan struct{}, 8)
	var done sync.WaitGroup
	t.Cleanup(func() { _ = l.Close(); done.Wait() })
	done.Go(func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			done.Go(func() { s.talk(conn) })
		}
	})
	return socket
}

func (s *ssipServer) talk(conn net.Conn) {
	defer func() { _ = conn.Close() }()
	say := func(lines ...string) { _, _ = conn.Write([]byte(strings.Join(lines, "\r\n") + "\r\n")) }
	in := bufio.NewScanner(conn)
	text := false
	for in.Scan() {
		line := in.Text()
		s.mu.Lock()
		s.lines = append(s.lines, line)
		s.mu.Unlock()
		switch {
		case text && line == ".":
			text = false
			say("225-21", "225 OK MESSAGE QUEUED")
			s.queued <- struct{}{}
			if !s.silent {
				say("702-21", "702-1", "702 END")
			}
		case text:
		case s.refuses != "" && strings.HasPrefix(line, s.refuses):
			say("301 ERROR CANT SET LANGUAGE")
		case line == "SPEAK":
			text = true
			say("230 OK RECEIVING DATA")
		case line == "CANCEL SELF" && s.deafStill():
			say("213 OK CANCELED")
		case line == "CANCEL SELF":
			say("213 OK CANCELED", "703-21", "703-1", "703 CANCELED")
		case line == "QUIT":
			say("231 HAPPY HACKING")
			return
		default:
			say("208 OK SET")
		}
	}
}

func (s *ssipServer) deafStill() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.deaf--
	return s.deaf >= 0
}

func (s *ssipServer) told() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Join(s.lines, "\n")
}

func TestDispatcherSays(t *testing.T) {
	s := &ssipServer{}
	d := newDispatcher(Config{Socket: s.serve(t), Rate: 175, Voices: map[text.Lang]string{text.VI: "espeak-vi"}})
	u := device.Utterance{Lang: text.VI, Text: ".một\ncửa 7.000đ"}
	if err := d.say(t.Context(), u, manner{volume: 6}); err != nil {
		t.Fatal(err)
	}
	want := "SET SELF CLIENT_NAME motcua:kiosk:main\nSET SELF LANGUAGE vi\nSET SELF RATE 0\nSET SELF VOLUME 20\n" +
		"SET SELF SYNTHESIS_VOICE espeak-vi\nSET SELF NOTIFICATION END ON\nSET SELF NOTIFICATION CANCEL ON\nSPEAK\n..một cửa 7000 đồng\n."
	if got := s.told(); got != want {
		t.Errorf("told:\n%s\nwant:\n%s", got, want)
	}
	if err := d.check(t.Context()); err != nil {
		t.Errorf("check: %v", err)
	}
}

// cutOff starts a text and interrupts it as soon as the server has the text, possibly
// before its answer arrives.
func (s *ssipServer) cutOff(t *testing.T) {
	t.Helper()
	d := newDispatcher(Config{Socket: s.serve(t)})
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- d.say(ctx, device.Utterance{Lang: text.EN, Text: "one"}, manner{volume: 6}) }()
	<-s.queued
	cancel()
	select {
	case err := <-ended:
		if err == nil {
			t.Error("what was cut off was said to its end")
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still speaking")
	}
}

// Only our own voice is silenced: a screen reader on the same machine keeps speaking.
func TestDispatcherFallsSilent(t *testing.T) {
	s := &ssipServer{silent: true}
	s.cutOff(t)
	for deadline := time.Now().Add(10 * time.Second); !strings.HasSuffix(s.told(), "CANCEL SELF\nQUIT"); {
		if time.Now().After(deadline) {
			t.Fatalf("the server was told:\n%s", s.told())
		}
		time.Sleep(5 * time.Millisecond) //nolint:forbidigo // a socket has no virtual time
	}
}

// The server ignores a cancel that arrives while it passes the text on to its voice, and
// would speak a whole page to its end. So the cancel is repeated until it works.
func TestDispatcherIsToldAgain(t *testing.T) {
	s := &ssipServer{silent: true, deaf: 2}
	s.cutOff(t)
	if n := strings.Count(s.told(), "CANCEL SELF"); n != 3 {
		t.Errorf("told %d times:\n%s", n, s.told())
	}
}

func TestDispatcherThatRefuses(t *testing.T) {
	s := &ssipServer{refuses: "SET SELF LANGUAGE en"}
	err := Check(t.Context(), Config{Engine: Dispatcher, Socket: s.serve(t)})
	if err == nil || err.Error() != "language en: speech-dispatcher refuses the command with code 301" {
		t.Errorf("error %v", err)
	}
}

func TestDispatcherRate(t *testing.T) {
	for words, want := range map[int]int{175: 0, 150: -11, 80: -42, 400: 100, 1000: 100} {
		if got := dispatcherRate(words); got != want {
			t.Errorf("%d words a minute: %d, want %d", words, got, want)
		}
	}
}
