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
	"motcua/kiosk/server/session"
	"motcua/tui"
)

// lobbyHome stands on the first screen of a lobby, and on no other.
const lobbyHome = "CẦN MANG GIẤY TỜ GÌ?"

// forgetful is a service that reports which answers it was told to drop.
type forgetful struct {
	*desk
	dropped chan []client.DossierQuery
}

func (f forgetful) Drop(asked ...client.DossierQuery) { f.dropped <- slices.Clone(asked) }

func kioskFrom(prefix string, dropped chan []client.DossierQuery) func(*Config, *Deps) {
	return func(c *Config, d *Deps) {
		c.KioskUsers, c.KioskFrom = []string{"kiosk"}, []netip.Prefix{netip.MustParsePrefix(prefix)}
		c.Public = session.Allowance{Idle: time.Second, Total: 2 * time.Second, Command: time.Minute, Codes: 20, Pace: 20, Input: 1 << 10}
		d.Service = forgetful{d.Service.(*desk), dropped}
		d.Interface.Kiosk = &tui.Kiosk{Idle: 1500 * time.Millisecond, Countdown: time.Second}
	}
}

func kioskClient() *gossh.ClientConfig {
	c := anyone()
	c.User, c.Auth = "kiosk", nil // without a key or a question
	return c
}

// A thin client in a lobby: somebody looks a dossier up and walks away. The session forgets it
// and continues, longer than a person's own session could last.
func TestKioskOverSSH(t *testing.T) {
	t.Parallel()
	dropped := make(chan []client.DossierQuery, 100)
	r := start(t, kioskFrom("127.0.0.0/8", dropped))
	began := time.Now()
	c := r.open(r.dial(kioskClient()), "")
	c.waitFor(lobbyHome)
	for person := range 2 {
		c.press("1")
		c.waitFor("H55")
		c.press(knownCode + "\r")
		c.waitFor("Hẹn trả kết quả")
		c.waitFor(lobbyHome) // after the idle question and its countdown the first screen is back
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
	c.press("\x03q\x1a\x1b[21~") // no key ends the session
	c.press("2")
	c.waitFor("muốn làm việc gì")
	select {
	case err := <-c.over:
		t.Fatalf("the session ended: %v", err)
	default:
	}
}

// A thin client is switched off while it shows a dossier. It did not wipe its screen, but the
// server forgets the answer all the same.
func TestKioskOverSSHForgetsWhoIsCutOff(t *testing.T) {
	dropped := make(chan []client.DossierQuery, 100)
	r := start(t, kioskFrom("127.0.0.0/8", dropped), func(_ *Config, d *Deps) { d.Interface.Kiosk.Idle = time.Minute })
	conn := r.dial(kioskClient())
	c := r.open(conn, "")
	c.waitFor(lobbyHome)
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

// A kiosk needs both the user name and the address.
func TestKioskNeedsNameAndAddress(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ from, user string }{
		{"192.0.2.0/24", "kiosk"}, {"127.0.0.0/8", "guest"},
	} {
		t.Run(tc.user+" from "+tc.from, func(t *testing.T) {
			t.Parallel()
			r := start(t, kioskFrom(tc.from, make(chan []client.DossierQuery, 100)), func(c *Config, _ *Deps) { c.Guests = []string{"guest", "kiosk"} })
			cfg := kioskClient()
			cfg.User = tc.user
			c := r.open(r.dial(cfg), "")
			c.waitFor("4.578")
			if code := c.ends(); code != 0 { // the limits of a person's own session
				t.Errorf("exit code %d", code)
			}
			r.logged(`"reason":"idle"`)
		})
	}
}
