package server

import (
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client"
	"motcua/client/code"
	"motcua/tui"
)

// forgetful is a service that tells which answers it was asked to drop.
type forgetful struct {
	*desk
	dropped chan []client.DossierQuery
}

func (f forgetful) Drop(asked ...client.DossierQuery) { f.dropped <- slices.Clone(asked) }

func kioskFrom(prefix string, dropped chan []client.DossierQuery) func(*Config, *Deps) {
	return func(c *Config, d *Deps) {
		c.KioskUsers, c.KioskFrom = []string{"kiosk"}, []netip.Prefix{netip.MustParsePrefix(prefix)}
		c.Public = Allowance{Idle: time.Second, Total: 2 * time.Second, Command: time.Minute, Codes: 20, Pace: 20, Input: 1 << 10}
		d.Service = forgetful{d.Service.(*desk), dropped}
		d.Interface.Kiosk = &tui.Kiosk{Idle: 1500 * time.Millisecond, Countdown: time.Second}
	}
}

func kioskClient() *gossh.ClientConfig {
	c := anyone()
	c.User, c.Auth = "kiosk", nil // no key, no question
	return c
}

// A thin client in a lobby: somebody looks a dossier up and walks away. The
// session forgets it and goes on, long after a person's own would have ended.
func TestKioskOverSSH(t *testing.T) {
	dropped := make(chan []client.DossierQuery, 100)
	r := start(t, kioskFrom("127.0.0.0/8", dropped))
	began := time.Now()
	c := r.open(r.dial(kioskClient()), "")
	c.waitFor("4.578") // the first screen
	for person := range 2 {
		c.press("1")
		c.waitFor("H55")
		c.press(knownCode + "\r")
		c.waitFor("Đăng ký tạm trú")
		c.waitFor("4.578") // untouched, it asked, counted down, and stands as at first
		if got := c.screen.text(); strings.Contains(got, "261120") || strings.Contains(got, "Đức Xuân đang") {
			t.Fatalf("person %d is still on the screen:\n%s", person, got)
		}
		dossierCode, err := code.ParseDossier(knownCode)
		if err != nil {
			t.Fatal(err)
		}
		for asked := (client.DossierQuery{}); asked.Code != dossierCode; {
			select {
			case list := <-dropped:
				if len(list) > 0 {
					asked = list[0]
				}
			case <-time.After(10 * time.Second):
				t.Fatal("the service was not told to forget")
			}
		}
	}
	if stayed := time.Since(began); stayed < 2*time.Second {
		t.Errorf("over after %v, too soon to tell", stayed)
	}
	c.press("\x03q\x1a\x1b[21~") // nobody leaves
	c.press("2")
	c.waitFor("giấy tờ")
	select {
	case err := <-c.over:
		t.Fatalf("the session ended: %v", err)
	default:
	}
}

// A thin client that is switched off under somebody's dossier has wiped nothing;
// the server forgets all the same.
func TestKioskOverSSHForgetsWhoIsCutOff(t *testing.T) {
	dropped := make(chan []client.DossierQuery, 100)
	r := start(t, kioskFrom("127.0.0.0/8", dropped), func(_ *Config, d *Deps) { d.Interface.Kiosk.Idle = time.Minute })
	conn := r.dial(kioskClient())
	c := r.open(conn, "")
	c.waitFor("4.578")
	c.press("1")
	c.waitFor("H55")
	c.press(knownCode + "\r")
	c.waitFor("Đăng ký tạm trú")
	if err := conn.Close(); err != nil {
		t.Fatal(err)
	}
	for {
		select {
		case list := <-dropped:
			if len(list) > 0 && list[0].Code.String() == knownCode {
				return
			}
		case <-time.After(10 * time.Second):
			t.Fatal("the service was not told to forget")
		}
	}
}

// The name alone makes nobody a kiosk, and neither does the address.
func TestKioskNeedsNameAndAddress(t *testing.T) {
	for _, tc := range []struct{ from, user string }{
		{"192.0.2.0/24", "kiosk"}, {"127.0.0.0/8", "guest"},
	} {
		t.Run(tc.user+" from "+tc.from, func(t *testing.T) {
			r := start(t, kioskFrom(tc.from, make(chan []client.DossierQuery, 100)), func(c *Config, _ *Deps) { c.Guests = []string{"guest", "kiosk"} })
			cfg := kioskClient()
			cfg.User = tc.user
			c := r.open(r.dial(cfg), "")
			c.waitFor("4.578")
			if code := c.ends(); code != 0 { // the person's own limits
				t.Errorf("exit code %d", code)
			}
			r.logged(`"reason":"idle"`)
		})
	}
}

// What hangs on the server is not the thin client's.
func TestKioskOptions(t *testing.T) {
	k := (&lobby{}).options(&tui.Kiosk{Idle: time.Minute, Restarts: 3, Operator: nobody{}}, func() {})
	if k.Idle != time.Minute || k.Restarts != 0 || k.Operator != nil || k.Printer != nil || k.Speaker != nil || k.Forget == nil {
		t.Errorf("got %+v", k)
	}
	var none *lobby
	none.ask(client.DossierQuery{})
	if none.options(&tui.Kiosk{}, nil) != nil {
		t.Error("a person's own terminal is no kiosk")
	}
	l := &lobby{}
	for range askedMost + 10 {
		l.ask(client.DossierQuery{})
	}
	if len(l.asked) != askedMost {
		t.Errorf("remembers %d", len(l.asked))
	}
}

type nobody struct{ tui.Operator }
