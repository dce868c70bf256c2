package server

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clienttest"
	"motcua/kiosk/audit"
	"motcua/tui/line/exit"
	"motcua/tui/text"
)

// TestStaffConditions: each row is what the files say, and whether somebody from 127.0.0.1 with
// that key or certificate is staff.
func TestStaffConditions(t *testing.T) {
	ca, key := newSigner(t), newSigner(t)
	cert := certificate(t, ca, key, nil)
	foreign := certificate(t, ca, key, func(c *gossh.Certificate) {
		c.CriticalOptions = map[string]string{"source-address": "192.0.2.0/24"}
	})
	forced := certificate(t, ca, key, func(c *gossh.Certificate) {
		c.CriticalOptions = map[string]string{"force-command": "track"}
	})
	const elsewhere, here, over = `from="192.0.2.0/24"`, `from="127.0.0.0/8"`, `expiry-time="20200101"`
	for _, tc := range []struct {
		name               string
		keys, cas, revoked string
		who                gossh.Signer
		staff              bool
		logged             string // the reason
	}{
		{name: "a key from here", keys: here + " " + authorized(key), who: key, staff: true},
		{name: "a key from elsewhere", keys: elsewhere + " " + authorized(key), who: key, logged: `"why":"from"`},
		{name: "a key that is kept out by name", keys: `from="*,!127.0.0.1" ` + authorized(key), who: key, logged: `"why":"from"`},
		{name: "a key with two from", keys: elsewhere + "," + here + " " + authorized(key), who: key, logged: `line 1: \"from\" stands twice`},
		{name: "a key whose time is over", keys: over + " " + authorized(key), who: key, logged: `"why":"expired"`},
		{name: "a certificate of a line from here", keys: "cert-authority," + here + " " + authorized(ca), who: cert, staff: true},
		{name: "a certificate of a line from elsewhere", keys: "cert-authority," + elsewhere + " " + authorized(ca), who: cert, logged: `"why":"from"`},
		{name: "a certificate of a line that is over", keys: "cert-authority," + over + " " + authorized(ca), who: cert, logged: `"why":"expired"`},
		{name: "a certificate of a line for other names", keys: `cert-authority,principals="boss" ` + authorized(ca), who: cert, logged: `"why":"principals"`},
		{name: "an authority", cas: authorized(ca), who: cert, staff: true},
		{name: "an authority from elsewhere", cas: elsewhere + " " + authorized(ca), who: cert, logged: `"why":"from"`},
		{name: "an authority whose time is over", cas: over + " " + authorized(ca), who: cert, logged: `"why":"expired"`},
		{name: "an authority for other names", cas: `principals="boss" ` + authorized(ca), who: cert, logged: `"why":"principals"`},
		{name: "an authority with two from", cas: here + "," + here + " " + authorized(ca), who: cert, logged: `line 1: \"from\" stands twice`},
		{name: "a certificate that names another address", cas: authorized(ca), who: foreign, logged: `"why":"from"`},
		{name: "a certificate with a forced command", cas: authorized(ca), who: forced, logged: `"why":"option"`},
		{name: "a revoked key", keys: authorized(key), revoked: authorized(key), who: key, logged: `"why":"revoked"`},
		{name: "a revoked certificate", cas: authorized(ca), revoked: "id: counter 3\n", who: cert, logged: `"why":"revoked"`},
		{name: "a certificate of a revoked authority", cas: authorized(ca), revoked: authorized(ca), who: cert, logged: `"why":"revoked"`},
		{name: "nobody is revoked", cas: authorized(ca), revoked: "# none\n", who: cert, staff: true},
		{name: "a list that cannot be read", cas: authorized(ca), revoked: "nonsense\n", who: cert, logged: `"why":"revoked_keys"`},
		{name: "a line with an option of the future", keys: "future " + authorized(key), who: key, logged: `what \"future\" asks for`},
		{name: "a good line below a bad one", keys: "ssh-ed25519 AAAA\n" + authorized(key), who: key, staff: true, logged: `line 1: no key can be read here. The line is skipped.`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir := t.TempDir()
			r := staffed(t, tc.keys, tc.cas, func(c *Config, _ *Deps) {
				if tc.revoked != "" {
					c.RevokedKeys = filepath.Join(dir, "revoked_keys")
					writeFile(t, c.RevokedKeys, tc.revoked)
				}
			})
			if got := r.asStaff(withKey(tc.who)); got != tc.staff {
				t.Errorf("staff: %v", got)
			}
			if tc.logged != "" {
				r.logged(tc.logged)
			}
		})
	}
}

// Behind a balancer the client's address counts, in any form of the header, and never the
// balancer's.
func TestStaffBehindABalancer(t *testing.T) {
	ca, key := newSigner(t), newSigner(t)
	const line = " 198.51.100.1 40000 22\r\n"
	for _, tc := range []struct {
		name, from, header string
		staff              bool
	}{
		{"a client's address", "203.0.113.0/24", "PROXY TCP4 203.0.113.9" + line, true},
		{"in binary", "203.0.113.0/24", proxyClient, true},
		{"another client", "203.0.113.0/24", "PROXY TCP4 192.0.2.9" + line, false},
		{"a mapped one", "203.0.113.0/24", "PROXY TCP6 ::ffff:203.0.113.9 2001:db8::1 40000 22\r\n", true},
		{"one of IPv6", "2001:db8:1::/48", "PROXY TCP6 2001:db8:1::9 2001:db8::1 40000 22\r\n", true},
		{"the balancer's", "127.0.0.0/8", "PROXY TCP4 203.0.113.9" + line, false},
		{"one that is not told", "127.0.0.0/8", proxyUnknown, false},
		{"one that is not told, in binary", "0.0.0.0/0", proxyUnspec, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			limited := certificate(t, ca, key, func(c *gossh.Certificate) {
				c.CriticalOptions = map[string]string{"source-address": tc.from}
			})
			r := staffed(t, `from="`+tc.from+`" `+authorized(key), authorized(ca), behindLoopback)
			for what, who := range map[string]gossh.Signer{"key": key, "certificate": limited} {
				conn, chans, reqs, err := gossh.NewClientConn(r.proxied(tc.header), r.addr, withKey(who))
				if err != nil {
					t.Fatal(err)
				}
				c := gossh.NewClient(conn, chans, reqs)
				defer c.Close()
				if got := strings.Contains(r.trackOn(c, "track "+knownCode).out, ownerName); got != tc.staff {
					t.Errorf("%s: staff: %v", what, got)
				}
			}
		})
	}
}

// takeAway are the ways in which a person stops being staff during a session.
var takeAway = map[string]func(t *testing.T, cfg *Config, now *clienttest.Clock){
	"the key is taken out": func(t *testing.T, cfg *Config, _ *clienttest.Clock) {
		t.Helper()
		writeFile(t, cfg.StaffKeys, authorized(newSigner(t)))
	},
	"the file is deleted": func(t *testing.T, cfg *Config, _ *clienttest.Clock) {
		t.Helper()
		if err := os.Remove(cfg.StaffKeys); err != nil {
			t.Fatal(err)
		}
	},
	"the line becomes a bad one": func(t *testing.T, cfg *Config, _ *clienttest.Clock) {
		t.Helper()
		body, err := os.ReadFile(cfg.StaffKeys)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, cfg.StaffKeys, "future,"+string(body))
	},
	"the line is for another place now": func(t *testing.T, cfg *Config, _ *clienttest.Clock) {
		t.Helper()
		body, err := os.ReadFile(cfg.StaffKeys)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, cfg.StaffKeys, `from="192.0.2.1",`+string(body))
	},
	"the authority is revoked": func(t *testing.T, cfg *Config, _ *clienttest.Clock) {
		t.Helper()
		body, err := os.ReadFile(cfg.StaffKeys)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, cfg.RevokedKeys, strings.TrimPrefix(string(body), "cert-authority "))
	},
	"nobody knows what is revoked": func(t *testing.T, cfg *Config, _ *clienttest.Clock) {
		t.Helper()
		writeFile(t, cfg.RevokedKeys, "nonsense")
	},
	"the certificate runs out": func(_ *testing.T, _ *Config, now *clienttest.Clock) { now.Advance(2 * time.Hour) },
}

// inside starts a server with a client that is staff by a certificate.
func inside(t *testing.T) (r *running, who *gossh.ClientConfig, now *clienttest.Clock) {
	t.Helper()
	ca, dir := newSigner(t), t.TempDir()
	now = clienttest.NewClock(time.Now())
	r = staffed(t, "cert-authority "+authorized(ca), "", func(c *Config, d *Deps) {
		c.RevokedKeys = filepath.Join(dir, "revoked_keys")
		writeFile(t, c.RevokedKeys, "")
		d.Now = now.Now
	})
	return r, withKey(certificate(t, ca, newSigner(t), nil)), now
}

// full returns how many full views were shown.
func (r *running) full() (n int) {
	for _, rec := range r.records() {
		if rec["view"] == string(audit.ViewFull) && rec["outcome"] == "found" {
			n++
		}
	}
	return n
}

// TestNoFullViewOnceTheKeyIsGone: without a signal to the server, the next full view on an open
// connection is refused, and the session ends and says why.
func TestNoFullViewOnceTheKeyIsGone(t *testing.T) {
	t.Parallel()
	for name, gone := range takeAway {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, who, now := inside(t)
			c := r.dial(who)
			s, err := c.NewSession()
			if err != nil {
				t.Fatal(err)
			}
			out := &clienttest.Buffer{}
			s.Stdout, s.Stderr = out, out
			lines, err := s.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Shell(); err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(lines, knownCode+"\n"); err != nil {
				t.Fatal(err)
			}
			eventually(t, "staff see the name", func() bool { return strings.Contains(out.String(), ownerName) })
			gone(t, r.cfg.Load(), now)
			_, _ = io.WriteString(lines, knownCode+"\n")
			over := make(chan error, 1)
			go func() { over <- s.Wait() }()
			select {
			case <-over:
			case <-time.After(10 * time.Second):
				t.Fatal("the session goes on")
			}
			if said := out.String(); strings.Count(said, ownerName) != 1 || !strings.HasSuffix(strings.TrimSpace(said), text.ServerNotStaff.In(text.VI)) {
				t.Errorf("it said\n%s", said)
			}
			if n := r.full(); n != 1 {
				t.Errorf("%d full views, want the one before", n)
			}
			r.logged(`"reason":"not_staff"`)
			// The connection's next session is told so in both languages, because its language
			// is not known.
			if s, err = c.NewSession(); err != nil {
				t.Fatal(err)
			}
			if got := r.runIn(s, "", "track "+knownCode); got.code != exit.Usage || got.out != "" || got.err != text.ServerNotStaff.In(text.VI)+"\n"+text.ServerNotStaff.In(text.EN)+"\n" {
				t.Errorf("one more session: %+v", got)
			}
			// On a new connection the client is public.
			if said := r.run(who, "", "track "+knownCode); said.code != exit.Answered || strings.Contains(said.out, ownerName) {
				t.Errorf("who comes again: %+v", said)
			}
			eventually(t, "the old connection is closed", func() bool { _, _, err := c.SendRequest("keepalive@openssh.com", true, nil); return err != nil })
		})
	}
}

// An idle session with a full view on its screen ends too, and so does a command that runs for
// hours.
func TestSessionsOfStaffEndWithTheKey(t *testing.T) {
	t.Parallel()
	r, who, now := inside(t)
	term := r.sit(who)
	term.press("1")
	term.waitFor("in trên giấy hẹn")
	term.press(knownCode + "\r")
	term.waitFor(ownerName)
	watch := r.session(who)
	watched := &clienttest.Buffer{}
	watch.Stdout, watch.Stderr = watched, watched
	if err := watch.Start("track " + knownCode + " --watch"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "it watches", func() bool { return strings.Contains(watched.String(), "Công an") })
	guest := r.sit(anyone())
	takeAway["the certificate runs out"](t, r.cfg.Load(), now)
	term.ends()
	if screen := term.screen.text(); strings.Contains(screen, ownerName) || !strings.Contains(screen, "không còn là khóa của cán bộ") {
		t.Errorf("left on the screen:\n%s", screen)
	}
	_ = watch.Wait()
	if said := watched.String(); !strings.Contains(said, text.ServerNotStaff.In(text.VI)) {
		t.Errorf("the command said\n%s", said)
	}
	guest.press("1")
	guest.waitFor("in trên giấy hẹn") // other sessions continue
}

// Added and removed keys apply without a signal. A deleted file means that nobody is staff,
// which is logged once. Of a file with an invalid line the valid lines apply.
func TestStaffKeysAreReadAgain(t *testing.T) {
	first, second := newSigner(t), newSigner(t)
	now := clienttest.NewClock(time.Now())
	r := staffed(t, authorized(first), "", func(_ *Config, d *Deps) { d.Now = now.Now })
	path := r.cfg.Load().StaffKeys
	come := func(who gossh.Signer) bool {
		now.Advance(2 * lookPause)
		return r.asStaff(withKey(who))
	}
	if !come(first) || come(second) {
		t.Fatal("the file is not kept")
	}
	writeFile(t, path, authorized(second)+"# counter 4\n")
	if come(first) || !come(second) {
		t.Error("the new file is not read")
	}
	writeFile(t, path, authorized(second)+"ssh-ed25519 AAA")
	if come(first) || !come(second) {
		t.Error("a bad line took a good one with it, or kept an old one")
	}
	r.logged(path+", line 2: no key can be read here", `"WARN"`)
	if got := r.count("motcua_staff_file_problems"); got != 1 {
		t.Errorf("%v problems are counted", got)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if come(first) || come(second) {
			t.Error("the keys of a deleted file count")
		}
	}
	if n := strings.Count(r.log.String(), "there is no such file. Nobody is staff by this file."); n != 1 {
		t.Errorf("it is told %d times", n)
	}
	writeFile(t, path, authorized(first))
	if !come(first) {
		t.Error("the file that came back does not count")
	}
	if got := r.count("motcua_staff_file_problems"); got != 0 {
		t.Errorf("%v problems are counted", got)
	}
}

// A file that is new in the configuration must exist. One that was named before applies as it
// is.
func TestReloadAndStaffFiles(t *testing.T) {
	key, other := newSigner(t), newSigner(t)
	r := staffed(t, authorized(key), "")
	good := *r.cfg.Load()
	for name, slip := range map[string]func(*Config){
		"staff keys":   func(c *Config) { c.StaffKeys += ".none" },
		"authorities":  func(c *Config) { c.StaffCAs = c.StaffKeys + ".none" },
		"revoked keys": func(c *Config) { c.RevokedKeys = c.StaffKeys + ".none" },
	} {
		cfg := good
		cfg.Guests = []string{"other"}
		slip(&cfg)
		if err := r.Reload(cfg); err == nil || !strings.Contains(err.Error(), ".none: there is no such file") {
			t.Errorf("%s: %v", name, err)
		}
		if !r.asStaff(withKey(key)) || r.cfg.Load().Guests[0] != "guest" {
			t.Errorf("%s: something changed", name)
		}
	}
	writeFile(t, good.StaffKeys, "nonsense\n"+authorized(other))
	if err := r.Reload(good); err != nil {
		t.Error(err)
	}
	if r.asStaff(withKey(key)) || !r.asStaff(withKey(other)) {
		t.Error("the file does not count as it is")
	}
}

// no-pty refuses the terminal but not the line mode; so does "restrict".
func TestStaffWithoutATerminal(t *testing.T) {
	for options, want := range map[string]bool{"no-pty ": false, "restrict ": false, "restrict,pty ": true, "": true} {
		key := newSigner(t)
		r := staffed(t, options+authorized(key), "")
		s := r.session(withKey(key))
		if err := s.RequestPty("xterm-256color", 24, 80, nil); (err == nil) != want {
			t.Errorf("%q: a terminal: %v", options, err)
		}
		if said := r.run(withKey(key), knownCode+"\nq\n", "").out; !strings.Contains(said, ownerName) {
			t.Errorf("%q: line mode says\n%s", options, said)
		}
	}
}

// Anyone who knows a public key can offer it repeatedly: it is logged once.
func TestLogOfTurnedAwayKeysIsRationed(t *testing.T) {
	key := newSigner(t)
	now := clienttest.NewClock(time.Now())
	r := staffed(t, `from="192.0.2.1" `+authorized(key), "", func(_ *Config, d *Deps) { d.Now = now.Now })
	told := func() int { return strings.Count(r.log.String(), "key of staff not taken") }
	for range 5 {
		r.asStaff(withKey(key))
	}
	if n := told(); n != 1 {
		t.Errorf("told %d times", n)
	}
	now.Advance(time.Minute)
	r.asStaff(withKey(key))
	if n := told(); n != 2 {
		t.Errorf("a minute later told %d times", n)
	}
}

// With any number of staff inside, the last screen is cleared as soon as the first.
func TestAHundredOfStaffEndTogether(t *testing.T) {
	key := newSigner(t)
	r := staffed(t, authorized(key), "")
	const many = 40
	var over [many]chan error
	for i := range over {
		s := r.session(withKey(key))
		if _, err := s.StdinPipe(); err != nil {
			t.Fatal(err)
		}
		if err := s.Shell(); err != nil {
			t.Fatal(err)
		}
		over[i] = make(chan error, 1)
		go func() { over[i] <- s.Wait() }()
	}
	inside := func() int { r.mu.Lock(); defer r.mu.Unlock(); return len(r.sessions) }
	eventually(t, "all are inside", func() bool { return inside() == many })
	writeFile(t, r.cfg.Load().StaffKeys, authorized(newSigner(t)))
	began := time.Now()
	r.sweepStaff()
	if took := time.Since(began); took > many*savePause/2 {
		t.Errorf("the sweep took %v", took)
	}
	for _, o := range over {
		select {
		case <-o:
		case <-time.After(5 * time.Second):
			t.Fatal("a session goes on")
		}
	}
}
