package line

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"motcua/client"
	"motcua/tui/line/verb"
)

// slow answers after a while, and counts how many requests wait at the same time.
type slow struct {
	*fake
	takes  func() time.Duration
	answer func(client.DossierQuery) (client.Answer[client.Dossier], error)
	asked  atomic.Int64
	now    atomic.Int64
	most   atomic.Int64
}

func (s *slow) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	s.asked.Add(1)
	s.most.Store(max(s.most.Load(), s.now.Add(1)))
	defer s.now.Add(-1)
	if !sleep(ctx, s.takes()) {
		return client.Answer[client.Dossier]{}, ctx.Err()
	}
	return s.answer(q)
}

// slowRun works through a list in virtual time.
func slowRun(t *testing.T, s *slow, d verb.Deps, args ...string) (out, said string, took time.Duration) {
	t.Helper()
	s.fake = newFake(t)
	if s.answer == nil {
		s.answer = byLastDigits
	}
	synctest.Test(t, func(t *testing.T) {
		var o, e bytes.Buffer
		start := time.Now()
		d.Service, d.Out, d.Err = s, &o, &e
		Run(t.Context(), d, append([]string{"track"}, args...))
		out, said, took = o.String(), e.String(), time.Since(start)
	})
	return out, said, took
}

// The requested rate is reached as long as the systems answer fast enough for a few
// parallel look-ups, and the answers are in the order of the list. One after the other, 50
// ms an answer allowed only 20 a second with --rate 100.
func TestARateIsReached(t *testing.T) {
	for _, tt := range []struct {
		rate  string
		takes time.Duration
		codes int
		most  time.Duration
		told  bool
	}{
		{"100", 50 * time.Millisecond, 600, 6300 * time.Millisecond, false},
		{"100", 60 * time.Millisecond, 600, 6450 * time.Millisecond, false},
		{"20", 300 * time.Millisecond, 200, 10700 * time.Millisecond, false},
		{"5", 400 * time.Millisecond, 60, 12500 * time.Millisecond, false},
		{"100", 200 * time.Millisecond, 400, 11 * time.Second, true}, // 40 a second
	} {
		t.Run(fmt.Sprintf("%s a second, %v", tt.rate, tt.takes), func(t *testing.T) {
			s := &slow{takes: func() time.Duration { return tt.takes/2 + time.Duration(rand.Int64N(int64(tt.takes))) }}
			out, said, took := slowRun(t, s, verb.Deps{}, "--file", listFile(t, listOf(tt.codes)), "--rate", tt.rate, "--format", "jsonl")
			if took > tt.most {
				t.Errorf("%d codes took %v", tt.codes, took)
			}
			if s.most.Load() > 8 {
				t.Errorf("%d at a time", s.most.Load())
			}
			if strings.Contains(said, "Chỉ hỏi được khoảng") != tt.told {
				t.Errorf("said\n%s", said)
			}
			want := strings.Fields(listOf(tt.codes))
			rows := jsonLines(t, out)
			if len(rows) != len(want) {
				t.Fatalf("%d rows", len(rows))
			}
			for i, r := range rows {
				if *r.Code != want[i] {
					t.Fatalf("row %d is %s, want %s", i, *r.Code, want[i])
				}
			}
		})
	}
}

// A server is asked one code after the other.
func TestAServerIsAskedOneByOne(t *testing.T) {
	s := &slow{takes: func() time.Duration { return 50 * time.Millisecond }}
	slowRun(t, s, verb.Deps{Rate: -1, In: strings.NewReader(listOf(20))}, "-", "--rate", "100")
	if s.most.Load() != 1 {
		t.Errorf("%d at a time", s.most.Load())
	}
}

// Several refusals or failures at the same time count as one refusal or one outage.
func TestRefusalsAtATimeAreOne(t *testing.T) {
	var refused atomic.Int64
	s := &slow{takes: func() time.Duration { return 50 * time.Millisecond }}
	s.answer = func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		if n := s.asked.Load(); n >= 10 && refused.Add(1) <= 6 {
			return client.Answer[client.Dossier]{}, &client.LimitedError{Wait: time.Minute}
		}
		return byLastDigits(q)
	}
	out, _, took := slowRun(t, s, verb.Deps{In: strings.NewReader(listOf(100))}, "-", "--rate", "100", "--format", "jsonl")
	if rows := jsonLines(t, out); len(rows) != 100 || took > 2*time.Minute+10*time.Second {
		t.Errorf("%d rows in %v", len(rows), took)
	}

	s = &slow{takes: func() time.Duration { return 50 * time.Millisecond }}
	s.answer = func(q client.DossierQuery) (client.Answer[client.Dossier], error) {
		if s.asked.Load() >= 40 {
			return client.Answer[client.Dossier]{}, &client.UnavailableError{Source: h55, Cause: client.CauseNetwork}
		}
		return byLastDigits(q)
	}
	out, said, took := slowRun(t, s, verb.Deps{In: strings.NewReader(listOf(300))}, "-", "--rate", "100", "--format", "jsonl")
	if took < 10*time.Minute || s.asked.Load() > 40+8+12 || !strings.Contains(said, "máy dừng ở đây") {
		t.Errorf("gave up after %v and %d look-ups, %d rows\n%s", took, s.asked.Load(), len(jsonLines(t, out)), said)
	}
}

// An interrupted run does not wait for running look-ups, and answers that have arrived are
// kept.
func TestARunThatIsBrokenOff(t *testing.T) {
	s := &slow{takes: func() time.Duration { return 50 * time.Millisecond }, answer: byLastDigits}
	s.fake = newFake(t)
	list, out := listFile(t, listOf(400)), filepath.Join(t.TempDir(), "out.jsonl")
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second+7*time.Millisecond)
		defer cancel()
		start := time.Now()
		code := Run(ctx, verb.Deps{Service: s, Out: io.Discard, Err: io.Discard}, []string{"track", "--file", list, "--out", out, "--rate", "100"})
		if took := time.Since(start); code != 1 || took > 2100*time.Millisecond {
			t.Errorf("code %d after %v", code, took)
		}
	})
	if rows := jsonLines(t, readFile(t, out)); len(rows) < int(s.asked.Load())-8 || s.now.Load() != 0 {
		t.Errorf("%d rows of %d asked, %d still asking", len(rows), s.asked.Load(), s.now.Load())
	}
}
