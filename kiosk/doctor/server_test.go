package doctor

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"
	"testing"

	"motcua/kiosk/keyfile"
	"motcua/kiosk/staff"
)

// soundServer returns a server that could start.
func soundServer() Server {
	return Server{
		StateDir: "/var/lib/motcua",
		Free:     func(string) error { return nil },
		Writable: func(string) error { return nil },
		Account:  keyfile.Own(),
		Staff:    func() []staff.Problem { return nil },
		Files:    func() (uint64, bool) { return 16384, true },
	}
}

// Each row breaks one thing of the server. Its finding must appear, and only "fail" makes
// the whole run fail.
func TestServerFaults(t *testing.T) {
	for _, tc := range []struct {
		name  string
		spoil func(*Env)
		want  string
	}{
		{"the address is in use", func(e *Env) {
			e.Server.Free = func(string) error { return fmt.Errorf("listen: %w", syscall.EADDRINUSE) }
		}, "warn server: 127.0.0.1:2222 is in use."},
		{"a port below 1024", func(e *Env) {
			e.Config.Server.Listen = ":22"
			e.Server.Free = func(string) error { return fmt.Errorf("listen: %w", fs.ErrPermission) }
		}, "fail server: this account may not listen on :22."},
		{"an address of another machine", func(e *Env) {
			e.Server.Free = func(string) error { return errors.New("cannot assign requested address") }
		}, "fail server: cannot listen on 127.0.0.1:2222 (cannot assign requested address)."},
		{"metrics for everyone", func(e *Env) {
			e.Config.Server.Metrics = ":9222"
		}, "warn server: other machines can read the metrics on :9222."},
		{"metrics where another server has them", func(e *Env) {
			e.Config.Server.Metrics = "[::1]:9222"
			e.Server.Free = func(a string) error {
				if a == "[::1]:9222" {
					return syscall.EADDRINUSE
				}
				return nil
			}
		}, "warn server: [::1]:9222 is in use."},
		{"keys are traced", func(e *Env) { e.Server.Trace = "/tmp/trace" }, "fail server: TEA_TRACE is set: the server does not start, because every key would be written to a file."},
		{"no state folder", func(e *Env) { e.Server.StateDir = "" }, "fail server: there is no folder for the host key."},
		{"a shut state folder", func(e *Env) {
			e.Server.Writable = func(string) error { return fs.ErrPermission }
		}, "fail server: /var/lib/motcua, the folder of the host key, cannot be written to (permission denied)."},
		{"a file of staff that is gone", func(e *Env) {
			e.Server.Staff = staff.Read(staff.Files{Keys: "/nonexistent/staff.keys"}).Problems
		}, "fail server: /nonexistent/staff.keys: there is no such file. Nobody is staff by this file."},
		{"few files", func(e *Env) {
			e.Server.Files = func() (uint64, bool) { return 1024, true }
		}, "warn server: only 1024 files may be open; 1000 connections need 1064."},
		{"a system that tells no limit", func(e *Env) {
			e.Server.Files = func() (uint64, bool) { return 0, false }
		}, "ok server: motcua serve can start on 127.0.0.1:2222."},
	} {
		t.Run(tc.name, func(t *testing.T) {
			e := sound(t)
			tc.spoil(&e)
			got, good := run(t, e)
			if !slices.Contains(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
			if good == strings.HasPrefix(tc.want, "fail") {
				t.Errorf("good %v with %q", good, tc.want)
			}
		})
	}
}

// With an invalid configuration the address is unknown.
func TestServerNeedsAConfig(t *testing.T) {
	e := sound(t)
	e.Config, e.ConfigErr = load(t, "[server]\nlisten = \"x\"\n")
	got, _ := run(t, e)
	if slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, " server:") }) {
		t.Errorf("got %q", got)
	}
}
