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
)

// Some installations ignore secretKey and show a dossier whatever stands there.
// Taken for a proof, anything would open it, and bring back points to whoever
// guesses. So the first secret that opens a dossier is followed by one that nobody
// was given: a portal that takes this one too judges none. Until that is known no
// secret is a right one.

const (
	// judgedLife is how long it is believed what a portal does with a wrong secret:
	// installations change.
	judgedLife = 24 * time.Hour
	// guessedLife is how long when it said no by a fault or by silence.
	guessedLife = time.Hour
	// unknownRest keeps a portal that did not answer from being asked twice for
	// each secret.
	unknownRest = 30 * time.Second
	// lookTime bounds one question of the look, and waitTime how long an asker waits
	// for what comes of it.
	lookTime = 10 * time.Second
	waitTime = 5 * time.Second
)

// judges is what is known of what a portal does with a wrong secret.
type judges int

const (
	unknown judges = iota
	judgesSecrets
	takesAny
)

// judging is that, and until when; one look serves all askers.
type judging struct {
	mu      sync.Mutex
	is      judges
	until   time.Time
	looking chan struct{} // closed when a look ends; nil while there is none
}

func (j *judging) known(now time.Time) judges {
	j.mu.Lock()
	defer j.mu.Unlock()
	if now.Before(j.until) {
		return j.is
	}
	return unknown
}

// judged tells what the portal does with wrong secrets, after this one opened this
// dossier. It looks when nobody knows, and the look goes on when its asker leaves.
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
		client.Start(func() error {
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

// look asks for a dossier with a secret that nobody was given. A portal may say no
// by a fault or by silence: then the right secret tells whether it was that, and a
// second one that nobody was given whether the first met an accident.
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

// TakesAny tells whether the portal shows a dossier whatever secret is given, for
// the doctor. known is false when it does not show this one with the receipt's own
// secret either ("" when it needs none). The error is as that of Dossier.
func (s *Source) TakesAny(ctx context.Context, dossierCode code.Dossier, secret string) (takes, known bool, err error) {
	if takes, err = s.opens(ctx, dossierCode, madeUp(secret)); takes || err != nil {
		return takes, takes, err
	}
	known, err = s.opens(ctx, dossierCode, secret)
	return false, known, err
}

// madeUp is a secret in the form of another that is not this one.
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
