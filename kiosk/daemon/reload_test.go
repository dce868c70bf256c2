//go:build unix

package daemon

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"motcua/client/clienttest"
	"motcua/kiosk/config"
	"motcua/kiosk/limit"
	"motcua/kiosk/wire"
	"motcua/themes"
)

// reloading is a server running in this process, with two configurations that differ in
// each part that a reload changes.
type reloading struct {
	*Daemon
	t        *testing.T
	addr     string
	file     string
	log      *clienttest.Buffer
	old, new gossh.Signer // the staff key of each configuration
}

func (r *reloading) write(name, body string) string {
	r.t.Helper()
	path := filepath.Join(filepath.Dir(r.file), name)
	if err := os.WriteFile(path, []byte(body), 0o600); err != nil {
		r.t.Fatal(err)
	}
	return path
}

func staffSigner(t *testing.T) gossh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const reloaded = "[place]\noffice = %q\n[interface]\nlang = %q\n[server]\nstaff_keys = %q\n[limits]\nconnections = %d\noffices = [\"127.0.0.1\"]\noffice_starts = \"1000:1000/m\"\n[guess]\npublic_own = %q\n"

// configure writes the first configuration, or the second.
func (r *reloading) configure(second bool) {
	r.t.Helper()
	if !second {
		keys := r.write("old.keys", string(gossh.MarshalAuthorizedKey(r.old.PublicKey())))
		r.write("config.toml", fmt.Sprintf(reloaded, "Phuong Mot", "vi", keys, 1000, "8:4/h"))
		return
	}
	keys := r.write("new.keys", string(gossh.MarshalAuthorizedKey(r.new.PublicKey())))
	r.write("config.toml", fmt.Sprintf(reloaded, "Phuong Hai", "en", keys, 100, "9:4/h"))
}

func newReloading(t *testing.T) *reloading {
	t.Helper()
	dir := t.TempDir()
	r := &reloading{t: t, file: filepath.Join(dir, "config.toml"), log: &clienttest.Buffer{}, old: staffSigner(t), new: staffSigner(t)}
	r.configure(false)
	getenv := func(name string) string {
		return map[string]string{"STATE_DIRECTORY": filepath.Join(dir, "state")}[name]
	}
	read := func() (config.Config, error) {
		return config.Load(config.Inputs{Flags: map[string]string{"config": r.file}, Getenv: getenv, Themes: themes.Names()})
	}
	cfg, err := read()
	if err != nil {
		t.Fatal(err)
	}
	w := wire.New(cfg, config.StateDir(getenv), "test")
	t.Cleanup(w.Close)
	if r.Daemon, err = New(t.Context(), Options{Config: cfg, Wiring: w, Read: read, Getenv: getenv, LogTo: r.log, Version: "test"}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r.addr = l.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- r.server.Serve(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return r
}

// run runs a command over SSH with a key and returns its output.
func (r *reloading) run(key gossh.Signer, command string) string {
	r.t.Helper()
	c, err := gossh.Dial("tcp", r.addr, &gossh.ClientConfig{
		User: "can-bo", HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: 10 * time.Second,
		Auth: []gossh.AuthMethod{gossh.PublicKeys(key), gossh.KeyboardInteractive(func(_, _ string, _ []string, _ []bool) ([]string, error) { return nil, nil })},
	})
	if err != nil {
		r.t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	s, err := c.NewSession()
	if err != nil {
		r.t.Fatal(err)
	}
	said, err := s.CombinedOutput(command)
	if exit := (*gossh.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		r.t.Fatal(err)
	}
	return string(said)
}

// state returns what the server does as seen from outside: who is staff, its language, its
// office, and how many connections it accepts.
func (r *reloading) state() string {
	r.t.Helper()
	staff := func(key gossh.Signer) bool {
		return !strings.Contains(r.run(key, "track --watch"), "--watch is for staff")
	}
	var held []*limit.Pass
	for i := range 200 {
		p, _ := r.gate.Admit(netip.AddrFrom4([4]byte{10, 0, byte(i), 1}))
		if p == nil {
			break
		}
		p.Entered()
		held = append(held, p)
	}
	for _, p := range held {
		p.Leave()
	}
	opts := r.served(r.t.Context(), r.cfg)
	return fmt.Sprintf("old staff %v, new staff %v, help %q, office %q, lang %q, more than 100: %v",
		staff(r.old), staff(r.new), strings.Fields(r.run(r.old, "help"))[0], opts.Office, opts.Lang, len(held) > 100)
}

// TestReloadChangesAllOrNothing makes each part of a reload fail in turn and checks that
// none of the others changes. Then it checks that without a failure all of them do.
func TestReloadChangesAllOrNothing(t *testing.T) {
	r := newReloading(t)
	before := r.state()
	if !strings.HasPrefix(before, "old staff true, new staff false") || !strings.Contains(before, `office "Phuong Mot", lang "vi", more than 100: true`) {
		t.Fatal(before)
	}
	r.configure(true)
	parts := len(r.changes(t.Context()))
	for i := range parts {
		put := 0
		r.parts = func(ctx context.Context) []part {
			list := r.changes(ctx)
			for j, ready := range list {
				list[j] = func(c config.Config) (func(), error) {
					do, err := ready(c)
					if j == i {
						err = errors.Join(err, fmt.Errorf("part %d is spoilt", i))
					}
					return func() { put++; do() }, err
				}
			}
			return list
		}
		r.reload(t.Context())
		if put > 0 {
			t.Errorf("part %d is spoilt, and %d others were put in place", i, put)
		}
		if now := r.state(); now != before {
			t.Errorf("part %d is spoilt\nbefore: %s\nafter:  %s", i, before, now)
		}
		if said := r.log.String(); !strings.Contains(said, "the old one stays") || !strings.Contains(said, fmt.Sprintf("error=\"part %d is spoilt\"", i)) {
			t.Errorf("the log says %s", said)
		}
	}
	r.parts = r.changes
	for name, spoil := range map[string]func(){
		"the file": func() { r.write("config.toml", "[server\n") },
		"a value":  func() { r.write("config.toml", "[place]\noffice = \"Phuong Ba\"\n[guess]\npublic_own = \"0:0/h\"\n") },
		"the keys of staff": func() {
			r.write("config.toml", "[place]\noffice = \"Phuong Ba\"\n[server]\nstaff_keys = \"/nonexistent\"\n")
		},
		"who may be revoked": func() {
			r.write("config.toml", "[place]\noffice = \"Phuong Ba\"\n[server]\nrevoked_keys = \"/nonexistent\"\n")
		},
		"a file others write": func() { r.configure(true); _ = os.Chmod(r.file, 0o666) },
	} {
		spoil()
		r.reload(t.Context())
		if now := r.state(); now != before {
			t.Errorf("%s is spoilt\nbefore: %s\nafter:  %s", name, before, now)
		}
		_ = os.Chmod(r.file, 0o600)
	}
	r.configure(true)
	r.reload(t.Context())
	now := r.state()
	if !strings.HasPrefix(now, "old staff false, new staff true") || !strings.Contains(now, `office "Phuong Hai", lang "en", more than 100: false`) {
		t.Errorf("after all: %s", now)
	}
}
