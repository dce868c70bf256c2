package config

import (
	"errors"
	"net/netip"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"motcua/kiosk/limit"
	"motcua/kiosk/server"
	"motcua/tui/text"
)

// The defaults of the file are the default limits of the gate.
func TestDefaultLimits(t *testing.T) {
	want := limit.Defaults()
	got := Defaults().Gate()
	if len(got.Offices) != 0 {
		t.Errorf("offices %v", got.Offices)
	}
	got.Offices = nil
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestServerFromAFile(t *testing.T) {
	file := write(t, `[server]
listen = "[::1]:22"
metrics = "localhost:9222"
state_dir = "/var/lib/motcua"
staff_keys = "/etc/motcua/staff.keys"
principals = ["mot-cua@thainguyen"]
guests = []
balancers = ["10.0.0.7", "fd00::/8"]
max_rows = 60
public_idle = "2m"
log_format = "json"
[limits]
handshakes = "5:10:50"
offices = ["203.0.113.9", "2001:db8::/32"]
office_sessions = 40
reserved = 30
source_starts = "5:10/m"
source_cells = 4000
penalty_junk = "0s"
overflow = "deny_all"
[kiosk]
ssh_from = ["198.51.100.7"]
`)
	cfg, err := Load(Inputs{
		Flags:  map[string]string{"config": file, "listen": ":2222"},
		Getenv: env(map[string]string{"MOTCUA_SERVER_LISTEN": "127.0.0.1:1", "MOTCUA_SERVER_CHANNELS": "2", "MOTCUA_LIMITS_SESSIONS": "50", "MOTCUA_SERVER_DRAIN_TIME": "5s"}),
	})
	if err != nil {
		t.Fatal(err)
	}
	s := cfg.Server
	if s.Listen != ":2222" || s.Channels != 2 || s.DrainTime != 5*time.Second || s.MaxRows != 60 || s.Public.Idle != 2*time.Minute || s.LogFormat != server.LogJSON {
		t.Errorf("server %+v", s)
	}
	if len(s.Guests) != 0 || !reflect.DeepEqual(s.Principals, []string{"mot-cua@thainguyen"}) {
		t.Errorf("guests %q, principals %q", s.Guests, s.Principals)
	}
	if got, want := s.Balancers, []netip.Prefix{netip.MustParsePrefix("10.0.0.7/32"), netip.MustParsePrefix("fd00::/8")}; !reflect.DeepEqual(got, want) {
		t.Errorf("balancers %v", got)
	}
	g := cfg.Gate()
	if g.Handshakes != (limit.Startups{Start: 5, Rate: 10, Full: 50}) || g.Sessions != (limit.Room{All: 50, Public: 35}) || g.Source.Starts != (limit.Rate{Burst: 5, Minute: 10}) || g.Source.Cells != 4000 || g.Office.Sessions != 40 || g.Penalties.Overflow != limit.OverflowDenyAll || g.Penalties.For[limit.Junk] != 0 || len(g.Offices) != 3 {
		t.Errorf("limits %+v", g)
	}
	if err := g.Check(); err != nil {
		t.Error(err)
	}
	if got := cfg.Origin("server.channels").In(text.EN); got != "environment variable MOTCUA_SERVER_CHANNELS" {
		t.Errorf("channels come from %q", got)
	}
}

// A number is shown as a number, so that the output can be parsed again.
func TestWriteServerParsesBack(t *testing.T) {
	cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, "[server]\nchannels = 9\nguests = []\n[limits]\noffices = [\"10.0.0.0/8\"]\n")}})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := cfg.Write(&b, text.EN); err != nil {
		t.Fatal(err)
	}
	again, err := Load(Inputs{Flags: map[string]string{"config": write(t, b.String())}})
	if err != nil {
		t.Fatalf("%v\n%s", err, &b)
	}
	if !reflect.DeepEqual(again.Server, cfg.Server) || !reflect.DeepEqual(again.Limits, cfg.Limits) {
		t.Errorf("got %+v %+v\n%s", again.Server, again.Limits, &b)
	}
	if strings.Count(b.String(), "[server]") != 1 || strings.Count(b.String(), "[limits]") != 1 {
		t.Errorf("a section twice:\n%s", &b)
	}
}

func TestServerProblems(t *testing.T) {
	for _, tc := range []struct {
		name, doc string
		want      []string // in English, after the name of the file
	}{
		{"no port", "[server]\nlisten = \"0.0.0.0\"\n", []string{`, line 2: key "server.listen" takes an address and a port such as "127.0.0.1:2222"; ":2222" is every address of this machine, but it is "0.0.0.0".`}},
		{"a port by name", "[server]\nmetrics = \"127.0.0.1:http\"\n", []string{`, line 2: key "server.metrics" takes an address and a port`}},
		{"a port too high", "[server]\nlisten = \":70000\"\n", []string{`, line 2: key "server.listen" takes`}},
		{"an address as a number", "[server]\nlisten = 2222\n", []string{`, line 2: key "server.listen" takes an address and a port such as "127.0.0.1:2222"; ":2222" is every address of this machine, but this is an integer.`}},
		{"a relative file", "[server]\nstaff_keys = \"staff.keys\"\n", []string{`, line 2: key "server.staff_keys" takes a file with its absolute path`}},
		{"a relative folder", "[server]\nstate_dir = \"state\"\n", []string{`, line 2: key "server.state_dir" takes a folder with its absolute path`}},
		{"a number in quotes", "[server]\nchannels = \"four\"\n", []string{`, line 2: key "server.channels" takes a whole number from 1 to 64, but it is "four".`}},
		{"half a number", "[server]\nchannels = 2.5\n", []string{`, line 2: key "server.channels" takes a whole number from 1 to 64, but this is a decimal number.`}},
		{"a number out of bounds", "[server]\nmax_columns = 4000\n", []string{`, line 2: key "server.max_columns" takes a whole number from 80 to 1000, but it is "4000".`}},
		{"no place for anyone", "[limits]\nsessions = 0\n", []string{`, line 2: key "limits.sessions" takes a whole number from 1 to 100000, but it is "0".`}},
		{"starts by the hour", "[limits]\nsource_starts = \"30:60/h\"\n", []string{`, line 2: key "limits.source_starts" takes how often at once and how often a minute such as "30:60/m", both from 1, but it is "30:60/h".`}},
		{"no starts", "[limits]\nconnection_starts = \"0:60/m\"\noffice_starts = \"9:0/m\"\n", []string{`, line 2: key "limits.connection_starts" takes`, `, line 3: key "limits.office_starts" takes`}},
		{"no terminal", "[limits]\nsource_cells = 100\n", []string{`, line 2: key "limits.source_cells" takes a whole number from 1920 to`}},
		{"all reserved", "[limits]\nreserved = 100\n", []string{`, line 2: key "limits.reserved" takes a whole number from 0 to 90`}},
		{"a time without a unit", "[server]\ndrain_time = 30\n", []string{`, line 2: key "server.drain_time" takes a time from "1s" to "10m", but this is an integer.`}},
		{"a time that is none", "[server]\nstaff_total = \"long\"\n", []string{`, line 2: key "server.staff_total" takes a time from "10s" to "24h", but it is "long".`}},
		{"a time too short", "[server]\npublic_idle = \"1s\"\n", []string{`, line 2: key "server.public_idle" takes a time from "10s" to "24h", but it is "1s".`}},
		{"a quiet time that never counts", "[server]\npublic_total = \"1m\"\npublic_command = \"30s\"\n", []string{`, line 1: key "server.public_idle" takes a time not longer than the whole session (1m), but it is "10m0s".`}},
		{"a balancer by name", "[server]\nbalancers = [\"proxy.example\"]\n", []string{`, line 2: key "server.balancers" takes a list of addresses or networks such as ["10.0.0.7", "10.20.0.0/16"], but it is "proxy.example".`}},
		{"an office that is no list", "[limits]\noffices = \"10.0.0.0/8\"\n", []string{`, line 2: key "limits.offices" takes a list of addresses`}},
		{"a name with a space", "[server]\nguests = [\"khách lạ\"]\n", []string{`, line 2: key "server.guests" takes a list of names`}},
		{"a format", "[server]\nlog_format = \"jsn\"\n", []string{`, line 2: key "server.log_format" takes "text" or "json", but it is "jsn". Did you mean json?`}},
		{"two numbers", "[limits]\nhandshakes = \"10:30\"\n", []string{`, line 2: key "limits.handshakes" takes three numbers "start:percent:full" such as "10:30:100", but it is "10:30".`}},
		{"numbers that fall", "[limits]\nhandshakes = \"10:30:5\"\n", []string{`, line 2: key "limits.handshakes"`}},
		{"over a hundred percent", "[limits]\nhandshakes = \"10:130:500\"\n", []string{`, line 2: key "limits.handshakes"`}},
		{"a penalty below zero", "[limits]\npenalty_auth = \"-5s\"\n", []string{`, line 2: key "limits.penalty_auth" takes a time from "0s" to "24h", but it is "-5s".`}},
		{"penalties that fall", "[limits]\npenalty_max = \"5s\"\n", []string{`, line 2: key "limits.penalty_max" takes a time not shorter than limits.penalty_min, but it is "5s".`}},
		{"an overflow", "[limits]\noverflow = \"deny-all\"\n", []string{`, line 2: key "limits.overflow" takes "permissive" or "deny_all", but it is "deny-all". Did you mean deny_all?`}},
		{"an unknown key", "[server]\nhostkey = \"/x\"\n", []string{`, line 2: there is no key "server.hostkey". Did you mean server.host_key?`}},
		{"an unknown section", "[limit]\nsessions = 1\n", []string{`, line 1: there is no section [limit]. Did you mean limits?`}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			file := write(t, tc.doc)
			_, err := Load(Inputs{Flags: map[string]string{"config": file}})
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("error %v", err)
			}
			got := e.Sentences(text.EN)
			if len(got) != len(tc.want) {
				t.Fatalf("got %q", got)
			}
			for i, s := range got {
				if !strings.HasPrefix(s, file+tc.want[i]) {
					t.Errorf("got  %s\nwant %s%s", s, file, tc.want[i])
				}
			}
			for _, s := range e.Sentences(text.VI) {
				if strings.Contains(s, "%") {
					t.Errorf("a blank was not filled: %s", s)
				}
			}
		})
	}
}

// The message about a variable that is not a number names the variable.
func TestServerNumbersFromTheEnvironment(t *testing.T) {
	_, err := Load(Inputs{SystemFile: nowhere(t), Getenv: env(map[string]string{"MOTCUA_LIMITS_SESSIONS": "many", "MOTCUA_SERVER_DRAIN_TIME": "30"})})
	want := "environment variable MOTCUA_LIMITS_SESSIONS: key \"limits.sessions\" takes a whole number from 1 to 100000, but it is \"many\"."
	if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), `MOTCUA_SERVER_DRAIN_TIME: key "server.drain_time" takes a time`) {
		t.Errorf("error %v", err)
	}
}

// Whether a file exists is checked when the server starts, not when the configuration is
// read.
func TestServerFilesNeedNotBeThere(t *testing.T) {
	name := t.TempDir() + string(os.PathSeparator) + "staff.keys"
	if _, err := Load(Inputs{SystemFile: nowhere(t), Getenv: env(map[string]string{"MOTCUA_SERVER_STAFF_KEYS": name})}); err != nil {
		t.Error(err)
	}
}
