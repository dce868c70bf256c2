package speech

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"motcua/tui/device"
	"motcua/tui/text"
)

// slowEngine is a fake engine that takes a second for each utterance.
type slowEngine struct {
	mu       sync.Mutex
	began    []string
	ended    []string // spoken to the end
	how      []manner
	err      error
	remember bool
}

func (e *slowEngine) say(ctx context.Context, u device.Utterance, how manner) error {
	e.mu.Lock()
	e.began, e.how = append(e.began, u.Text), append(e.how, how)
	err := e.err
	e.mu.Unlock()
	if err != nil {
		return err
	}
	select {
	case <-time.After(time.Second):
		e.mu.Lock()
		defer e.mu.Unlock()
		e.ended = append(e.ended, u.Text)
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (*slowEngine) check(context.Context) error { return nil }
func (e *slowEngine) keeps() bool               { return e.remember }

// speak runs body with a speaker in virtual time.
func speak(t *testing.T, c Config, e *slowEngine, body func(s *Speaker)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := start(c, e)
		body(s)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
}

func say(words string) device.Utterance { return device.Utterance{Lang: text.VI, Text: words} }

func wait(d time.Duration) {
	time.Sleep(d) //nolint:forbidigo // virtual time
	synctest.Wait()
}

func TestTheNewestWins(t *testing.T) {
	e := &slowEngine{}
	speak(t, Config{}, e, func(s *Speaker) {
		s.Say(say("một"))
		wait(500 * time.Millisecond)
		s.Say(say("hai")) // interrupts
		wait(5 * time.Second)
	})
	if got := strings.Join(e.began, " ") + " / " + strings.Join(e.ended, " "); got != "một hai / hai" {
		t.Errorf("began and ended: %s", got)
	}
}

// A key that is held down repeats thirty times a second.
func TestAKeyHeldDownStartsFewVoices(t *testing.T) {
	e := &slowEngine{}
	speak(t, Config{}, e, func(s *Speaker) {
		for range 60 {
			s.Say(say("dòng"))
			wait(33 * time.Millisecond)
		}
		s.Say(say("cuối"))
		wait(5 * time.Second)
	})
	if n := len(e.began); n > 10 {
		t.Errorf("%d voices were started in two seconds", n)
	}
	if last := e.began[len(e.began)-1]; last != "cuối" || len(e.ended) != 1 {
		t.Errorf("the last was %q, and %q were heard to the end", last, e.ended)
	}
}

func TestStopIsStop(t *testing.T) {
	e := &slowEngine{}
	speak(t, Config{}, e, func(s *Speaker) {
		s.Say(say("một"))
		wait(100 * time.Millisecond)
		s.Say(say("hai")) // waits for the gap to pass
		s.Stop()
		wait(5 * time.Second)
	})
	if len(e.ended) != 0 || len(e.began) != 1 {
		t.Errorf("began %q, ended %q", e.began, e.ended)
	}
}

func TestPrivateWordsNeedHeadphones(t *testing.T) {
	private := device.Utterance{Lang: text.VI, Text: "riêng", Private: true}
	for _, tt := range []struct {
		name       string
		device     string
		remember   bool
		headphones bool
		heard      bool
	}{
		{"loudspeaker", "plughw:1", false, false, false},
		{"headphones", "plughw:1", false, true, true},
		{"headphones in the same socket", same, false, true, true},
		{"no headphones here", "", false, true, false},
		{"a server that keeps a history", "plughw:1", true, true, false},
	} {
		e := &slowEngine{remember: tt.remember}
		speak(t, Config{HeadphoneDevice: tt.device}, e, func(s *Speaker) {
			s.Headphones(tt.headphones)
			s.Say(private)
			wait(5 * time.Second)
			s.Reset()
			s.Say(private) // the next person has not chosen headphones
			wait(5 * time.Second)
		})
		if want := map[bool]int{true: 1, false: 0}[tt.heard]; len(e.began) != want {
			t.Errorf("%s: said %d times, want %d", tt.name, len(e.began), want)
		} else if want == 1 && e.how[0].device != tt.device {
			t.Errorf("%s: said on %q", tt.name, e.how[0].device)
		}
	}
}

func TestVolumeGoesBackForTheNextPerson(t *testing.T) {
	e := &slowEngine{}
	speak(t, Config{Volume: 5, Device: "loa"}, e, func(s *Speaker) {
		if got := s.Louder(3); got != 8 {
			t.Errorf("louder gave %d", got)
		}
		if got := s.Louder(9); got != 10 {
			t.Errorf("the loudest is %d", got)
		}
		if got := s.Louder(-12); got != 0 {
			t.Errorf("the quietest is %d", got)
		}
		s.Louder(7)
		s.Say(say("một"))
		wait(2 * time.Second)
		s.Reset()
		s.Say(say("hai"))
		wait(2 * time.Second)
	})
	if e.how[0] != (manner{7, "loa"}) || e.how[1] != (manner{5, "loa"}) {
		t.Errorf("said with %v", e.how)
	}
}

// An engine that fails is logged once, without the text, and is tried again for the next
// person.
func TestAnEngineThatFails(t *testing.T) {
	var log bytes.Buffer
	e := &slowEngine{err: errors.New("no sound card")}
	speak(t, Config{Engine: ESpeak, Log: slog.New(slog.NewTextHandler(&log, nil))}, e, func(s *Speaker) {
		for range 3 {
			s.Say(say("bí mật"))
			wait(time.Second)
		}
		s.Reset()
		s.Say(say("bí mật"))
		wait(time.Second)
	})
	if len(e.began) != 2 {
		t.Errorf("tried %d times, want once a person", len(e.began))
	}
	if got := log.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, "no sound card") || strings.Contains(got, "bí mật") {
		t.Errorf("log: %s", got)
	}
}

func TestEnginesOfAConfig(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	socket := filepath.Join(t.TempDir(), "none")
	for _, none := range []string{"", "off", None} {
		if s, err := New(Config{Engine: none}); s != nil || err != nil {
			t.Errorf("%q: %v, %v; want no speaker", none, s, err)
		}
		if err := Check(t.Context(), Config{Engine: none}); err != nil {
			t.Errorf("%q: %v", none, err)
		}
	}
	if _, err := New(Config{Engine: Auto, Socket: socket}); !errors.Is(err, ErrNoEngine) {
		t.Errorf("nothing is there: %v", err)
	}
	for _, bad := range []Config{{Engine: "festival"}, {Engine: Clips}} {
		if _, err := New(bad); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
	for engine, want := range map[string]string{ESpeak: "espeak-ng", Dispatcher: "speech-dispatcher"} {
		err := Check(t.Context(), Config{Engine: engine, Socket: socket})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s is not there, but: %v", engine, err)
		}
	}
}
