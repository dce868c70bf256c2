package main

import (
	"errors"
	"log"
	"log/slog"
	"reflect"
	"strings"
	"testing"

	"motcua/kiosk/config"
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
	want := server.Defaults()
	want.StateDir, want.HostKey = "/var/lib/motcua", "/var/lib/motcua/ssh_host_ed25519_key"
	if c := serverConfig(config.Defaults(), "/var/lib/motcua"); !reflect.DeepEqual(c, want) {
		t.Errorf("got  %+v\nwant %+v", c, want)
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
