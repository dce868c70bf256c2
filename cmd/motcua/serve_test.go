package main

import (
	"errors"
	"log"
	"log/slog"
	"reflect"
	"slices"
	"strings"
	"testing"

	"motcua/kiosk/config"
	"motcua/kiosk/guard"
	"motcua/kiosk/server"
)

// Both languages say everything, with the same blanks to fill.
func TestServeWordsInBothLanguages(t *testing.T) {
	v := reflect.ValueOf(serveWords)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		vi, en := v.Field(i).Field(0).String(), v.Field(i).Field(1).String()
		if vi == "" || en == "" {
			t.Errorf("%s is empty in a language", name)
		}
		if strings.Count(vi, "%") != strings.Count(en, "%") {
			t.Errorf("%s: %q and %q take different values", name, vi, en)
		}
	}
}

// What the configuration says by itself is what the server would do by itself.
func TestServerDefaults(t *testing.T) {
	c := serverConfig(config.Defaults(), "/var/lib/motcua")
	for _, tc := range []struct {
		name     string
		got, was server.Allowance
	}{{"public", c.Public, server.Defaults().Public}, {"staff", c.Staff, server.Defaults().Staff}} {
		if tc.got.Idle != tc.was.Idle || tc.got.Total != tc.was.Total || tc.got.Command != tc.was.Command || tc.got.Codes != tc.was.Codes || tc.got.Watch != tc.was.Watch {
			t.Errorf("%s: got %+v, want %+v", tc.name, tc.got, tc.was)
		}
	}
	if c.Guard.BytesPerMinute != guard.DefaultBytesPerMinute || c.Guard.PasteBytes != guard.DefaultPasteBytes {
		t.Errorf("guard %+v", c.Guard)
	}
	if c.HostKey != "/var/lib/motcua/ssh_host_ed25519_key" {
		t.Errorf("host key %s", c.HostKey)
	}
}

// Every field of the section reaches the server: one that was forgotten would
// be a setting that silently does nothing.
func TestServerConfigTakesEveryField(t *testing.T) {
	base := config.Defaults()
	from := serverConfig(base, "/state")
	elsewhere := []string{"Listen", "Metrics", "StateDir", "LogFormat"} // used by serve itself
	typ := reflect.TypeFor[config.Server]()
	for i := range typ.NumField() {
		name := typ.Field(i).Name
		if slices.Contains(elsewhere, name) {
			continue
		}
		changed := config.Defaults()
		f := reflect.ValueOf(&changed.Server).Elem().Field(i)
		switch f.Interface().(type) {
		case string:
			f.SetString("/other")
		case int:
			f.SetInt(7)
		case []string:
			f.Set(reflect.ValueOf([]string{"10.9.9.9"}))
		case config.Duration:
			f.Set(reflect.ValueOf(config.DurationOf(77)))
		default:
			t.Fatalf("%s is a %s", name, f.Type())
		}
		if reflect.DeepEqual(serverConfig(changed, "/state"), from) {
			t.Errorf("%s changes nothing", name)
		}
	}
}

func TestNeedRestart(t *testing.T) {
	a, b := config.Defaults(), config.Defaults()
	if got := needRestart(a, b); got != nil {
		t.Errorf("nothing changed: %v", got)
	}
	b.Server.StaffKeys, b.Limits.Sessions, b.Interface.Theme, b.Place.Name = "/x", 5, "dark", "X"
	if got := needRestart(a, b); got != nil {
		t.Errorf("all of it counts at once: %v", got)
	}
	b.Server.Listen, b.National.URL = ":22", "https://portal.example/api/v1"
	if got, want := needRestart(a, b), []string{"server.listen", "national", "sample"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// serve and sandbox both have a --listen; only one of them is configuration.
func TestListenBelongsToServe(t *testing.T) {
	for _, tc := range []struct {
		args string
		want map[string]string
	}{
		{"serve --listen :22 --metrics 127.0.0.1:1", map[string]string{"listen": ":22", "metrics": "127.0.0.1:1"}},
		{"--lang en serve --listen=:22", map[string]string{"lang": "en", "listen": ":22"}},
		{"sandbox --listen :22", map[string]string{}},
	} {
		if got := globalFlags(strings.Fields(tc.args)); !reflect.DeepEqual(got, tc.want) {
			t.Errorf("%q: got %v, want %v", tc.args, got, tc.want)
		}
	}
}

func TestStateDirOfSystemd(t *testing.T) {
	for _, tc := range []struct {
		env  map[string]string
		want string
	}{
		{map[string]string{"STATE_DIRECTORY": "/var/lib/motcua:/var/lib/other", "XDG_STATE_HOME": "/s", "HOME": "/h"}, "/var/lib/motcua"},
		{map[string]string{"STATE_DIRECTORY": "motcua", "XDG_STATE_HOME": "/s"}, "/s/motcua"},
		{map[string]string{"HOME": "/h"}, "/h/.local/state/motcua"},
		{nil, ""},
	} {
		if got := stateDir(func(name string) string { return tc.env[name] }); got != tc.want {
			t.Errorf("%v: got %q, want %q", tc.env, got, tc.want)
		}
	}
}

func TestLibrariesSpeakInTheServersLog(t *testing.T) {
	before, out := slog.Default(), log.Writer()
	flags := log.Flags()
	defer func() {
		slog.SetDefault(before)
		log.SetOutput(out)
		log.SetFlags(flags)
	}()
	var b strings.Builder
	quietLibraries(slog.New(slog.NewTextHandler(&b, nil)))
	slog.Warn("ssh: failed to accept session channel", "err", errors.New("read tcp 192.0.2.1:22->203.0.113.9:50122: reset"))
	log.Print("http: panic serving 203.0.113.9:50122")
	got := b.String()
	if strings.Contains(got, "113.9") || strings.Contains(got, "50122") || strings.Count(got, "log=library") != 2 {
		t.Errorf("the log says %s", got)
	}
}
