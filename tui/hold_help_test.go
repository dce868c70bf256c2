package tui_test

import (
	"context"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"motcua/client"
	"motcua/tui"
	"motcua/tui/device"
	"motcua/tui/text"
)

// hall is what stands around a lobby's interface in these tests: it counts what is
// asked of it.
type lobbyHall struct {
	*answers
	kiosk    *tui.Kiosk
	operator *fakeOperator

	mu      sync.Mutex
	forgot  int
	queries []client.DossierQuery
	speaker *fakeSpeaker
}

// inLobby makes the options of a lobby.
func inLobby(t *testing.T) (tui.Options, *lobbyHall) {
	t.Helper()
	o, svc := options(t)
	h := &lobbyHall{answers: svc, operator: &fakeOperator{pin: "480213"}, speaker: &fakeSpeaker{}}
	h.kiosk = &tui.Kiosk{
		Operator: h.operator,
		Forget:   func() { h.mu.Lock(); h.forgot++; h.mu.Unlock() },
	}
	o.Service, o.Kiosk, o.Samples = h, h.kiosk, nil
	return o, h
}

// Track notes what was asked, proof and secret too.
func (h *lobbyHall) Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error) {
	h.mu.Lock()
	h.queries = append(h.queries, q)
	h.mu.Unlock()
	if q.Secret == "A1B2" { // opens what a proof opens
		q.Proof = h.proof
	}
	return h.answers.Track(ctx, q)
}

// asked gives the look-ups so far, as "code proof secret".
func (h *lobbyHall) looked() (all []string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, q := range h.queries {
		all = append(all, strings.TrimSpace(q.Code.String()+" "+q.Proof+" "+q.Secret))
	}
	return all
}

func (h *lobbyHall) forgotten() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.forgot
}

// beam types as a scanner does: keys so far apart, then Enter.
func (c *terminal) beam(text string, apart time.Duration) {
	if apart == 0 {
		c.send(text + "\r")
	} else {
		for _, r := range text + "\r" {
			_, _ = io.WriteString(c.keys, string(r))
			c.wait(apart)
		}
	}
	c.wait(time.Second)
}

const receipt = "https://hcc.example.vn/#/tra-cuu?code=" + sampleCode + "&secretKey=A1B2"

// identityCard is a card with the sample's proof at the end of its number.
const identityCard = "001099001234|123456789|Nguyen Van Mau|01021990|Nam|So 1 pho Mau, phuong Mau|05062021"

// fakeOperator counts what is asked of it.
type fakeOperator struct {
	syncing  bool // an update is under way that somebody began before a wipe
	mu       sync.Mutex
	pin      string
	tries    []string
	restarts int
	leaves   int
	syncs    int
	step     time.Duration // how long a hundred procedures take
	fails    error
	bad      bool
}

func (f *fakeOperator) Open(pin string) (bool, time.Duration) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.tries = append(f.tries, pin)
	wait := time.Duration(0)
	if len(f.tries) > 2 {
		wait = 5 * time.Second
	}
	return pin == f.pin, wait
}

func (f *fakeOperator) Health(context.Context) []device.Health {
	says := func(vi, en string) func(text.Lang) string {
		return func(l text.Lang) string {
			if l == text.EN {
				return en
			}
			return vi
		}
	}
	printer := device.Health{Name: says("Máy in", "Printer"), Good: true, Says: says("sẵn sàng", "ready")}
	if f.bad {
		printer.Good, printer.Says = false, says("hết giấy", "out of paper")
	}
	return []device.Health{
		printer,
		{Name: says("Máy quét", "Scanner"), Good: true, Says: says("cắm ở cổng USB", "on the USB port")},
		{Name: says("Đồng hồ", "Clock"), Good: true, Says: says("đúng giờ", "on time")},
	}
}

// Syncing tells that nobody else began an update.
func (f *fakeOperator) Syncing() bool { return f.syncing }

func (f *fakeOperator) Sync(ctx context.Context, told func(done, total int)) error {
	f.mu.Lock()
	f.syncs++
	step, fails := f.step, f.fails
	f.mu.Unlock()
	for done := 0; done <= 4500; done += 100 {
		told(done, 4578)
		select {
		case <-time.After(step):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return fails
}

func (f *fakeOperator) Restart() { f.mu.Lock(); f.restarts++; f.mu.Unlock() }
func (f *fakeOperator) Leave()   { f.mu.Lock(); f.leaves++; f.mu.Unlock() }

func (f *fakeOperator) counts() (tries, restarts, leaves, syncs int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.tries), f.restarts, f.leaves, f.syncs
}

// fakeSpeaker notes what it is told.
type fakeSpeaker struct {
	mu     sync.Mutex
	said   []string
	resets int
}

func (f *fakeSpeaker) Say(u device.Utterance) {
	f.mu.Lock()
	f.said = append(f.said, u.Text)
	f.mu.Unlock()
}
func (f *fakeSpeaker) Stop()           {}
func (f *fakeSpeaker) Louder(int) int  { return 5 }
func (f *fakeSpeaker) Headphones(bool) {}
func (f *fakeSpeaker) Reset()          { f.mu.Lock(); f.resets++; f.mu.Unlock() }
