package daemon

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

// The defaults of the configuration and those of the server are the same.
func TestServerDefaults(t *testing.T) {
	want := server.Defaults()
	want.StateDir, want.HostKey = "/var/lib/motcua", "/var/lib/motcua/ssh_host_ed25519_key"
	if c := serverConfig(config.Defaults(), "/var/lib/motcua"); !reflect.DeepEqual(c, want) {
		t.Errorf("got  %+v\nwant %+v", c, want)
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
