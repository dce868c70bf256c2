package opencps

import (
	"context"
	"crypto/rand"
	"errors"
	"strings"
	"sync"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/goroutine"
)

// Some installations ignore secretKey and show a dossier for any value. If such a value
// counted as a proof, anything would open the dossier, and a guesser would get back the
// budget for guesses. So after the first secret that opens a dossier, the source tries a
// random one: a portal that accepts this too checks none. Until the result is known, no
// secret counts as right.

const (
	// judgedLife is how long the result is valid, because installations change.
	judgedLife = 24 * time.Hour
	// guessedLife is the same when the portal refused by an error or by silence.
	guessedLife = time.Hour
	// unknownRest keeps a portal that did not answer from being asked twice for each
	// secret.
	unknownRest = 30 * time.Second
	// lookTime limits one request of the test, and waitTime how long a caller waits for
	// its result.
	lookTime = 10 * time.Second
	waitTime = 5 * time.Second
)

// judges says what is known about a portal's reaction to a wrong secret.
type judges int

const (
	unknown judges = iota
	judgesSecrets
	takesAny
)

// judging is that result and its validity; one test serves all callers.
type judging struct {
	mu      sync.Mutex
	is      judges
	until   time.Time
	looking chan struct{} // closed when a test ends; nil while none is running
}

func (j *judging) known(now time.Time) judges {
	j.mu.Lock()
	defer j.mu.Unlock()
	if now.Before(j.until) {
		return j.is
	}
	return unknown
}

// Judged is a portal's reaction to wrong secrets, and how long the result is valid.
type Judged struct {
	TakesAny bool      `json:"takes_any"`
	Until    time.Time `json:"until"`
}

// Judged returns the result for a later process; known is false when there is none.
func (s *Source) Judged() (j Judged, known bool) {
	is := s.judging.known(s.now())
	s.judging.mu.Lock()
	defer s.judging.mu.Unlock()
	return Judged{is == takesAny, s.judging.until}, is != unknown
}

// Judge takes over the result of an earlier process. It is valid no longer than a result
// of this process.
func (s *Source) Judge(j Judged) {
	s.judging.mu.Lock()
	defer s.judging.mu.Unlock()
	s.judging.is = judgesSecrets
	if j.TakesAny {
		s.judging.is = takesAny
	}
	s.judging.until = j.Until
	if most := s.now().Add(judgedLife); most.Before(j.Until) {
		s.judging.until = most
	}
}

// judged returns what the portal does with wrong secrets, after this one opened this
// dossier. It starts the test when the result is unknown; the test continues when its
// caller leaves.
func (s *Source) judged(ctx context.Context, dossierCode code.Dossier, secret string) judges {
	j := &s.judging
	j.mu.Lock()
	if s.now().Before(j.until) {
		defer j.mu.Unlock()
		return j.is
	}
	if j.looking == nil {
		done := make(chan struct{})
		j.looking = done
		is, life := unknown, unknownRest
		goroutine.Start(func() error {
			is, life = s.look(context.WithoutCancel(ctx), dossierCode, secret)
			return nil
		}, func(error) {
			j.mu.Lock()
			j.is, j.until, j.looking = is, s.now().Add(life), nil
			j.mu.Unlock()
			close(done)
			if is == takesAny && s.cfg.OnTakesAny != nil {
				s.cfg.OnTakesAny(s.Source())
			}
		})
	}
	done := j.looking
	j.mu.Unlock()
	patience := time.NewTimer(waitTime)
	defer patience.Stop()
	select {
	case <-done:
	case <-patience.C:
	case <-ctx.Done():
	}
	return j.known(s.now())
}

// look asks for a dossier with a random secret. A portal may refuse by an error or by
// silence: then the right secret shows whether that was a refusal, and a second random
// one whether the first merely met a failure.
func (s *Source) look(ctx context.Context, dossierCode code.Dossier, right string) (judges, time.Duration) {
	for range 2 {
		switch opened, err := s.opens(ctx, dossierCode, madeUp(right)); {
		case opened:
			return takesAny, judgedLife
		case err == nil:
			return judgesSecrets, judgedLife
		}
		if opened, _ := s.opens(ctx, dossierCode, right); !opened {
			return unknown, unknownRest
		}
	}
	return judgesSecrets, guessedLife
}

// opens asks once whether a secret opens a dossier.
func (s *Source) opens(ctx context.Context, dossierCode code.Dossier, secret string) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, lookTime)
	defer cancel()
	rows, err := s.ask(ctx, dossierCode, secret, false)
	if errors.Is(err, client.ErrNotFound) {
		return false, nil
	}
	return err == nil && has(rows, dossierCode), err
}

// TakesAny reports whether the portal shows a dossier for any secret, for doctor. known
// is false when it does not show this dossier for the receipt's own secret either ("" when
// it needs none). The error is like that of Dossier.
func (s *Source) TakesAny(ctx context.Context, dossierCode code.Dossier, secret string) (takes, known bool, err error) {
	if takes, err = s.opens(ctx, dossierCode, madeUp(secret)); takes || err != nil {
		return takes, takes, err
	}
	known, err = s.opens(ctx, dossierCode, secret)
	return false, known, err
}

// madeUp returns a random secret in the form of another, different from it.
func madeUp(like string) string {
	n := len(like)
	if n < minSecret || n > maxSecret {
		n = minSecret
	}
	for {
		if secret := rand.Text()[:n]; !strings.EqualFold(secret, like) {
			return secret
		}
	}
}
