package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/netip"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"motcua/kiosk/config/calendar"
	"motcua/kiosk/config/key"
	"motcua/kiosk/config/proxy"
	"motcua/tui/text"
)

// beside lists the fields that no key sets, because they follow from others or are
// internal.
var beside = []string{
	"File", "Offline", "Systems", "Routes",
	"Server.StartPatience", "Server.FPS", "Server.WireRate", "Server.Guard.Pause", "Server.Guard.PasteIdle", "Server.Guard.Now",
	"Server.Public.Watch", "Server.Public.Pace", "Server.Public.Input", "Server.Staff.Watch", "Server.Staff.Pace", "Server.Staff.Input",
	"Limits.Connections.Public", "Limits.Sessions.Public", "Limits.Cells.Public",
	"Limits.Source.Bytes.Burst", "Limits.Source.Bytes.Minute", "Limits.Source.Redraws.Burst", "Limits.Source.Redraws.Minute",
	"Limits.Office.Bytes.Burst", "Limits.Office.Bytes.Minute", "Limits.Office.Redraws.Burst", "Limits.Office.Redraws.Minute",
	"Guess.Offices", // those of [limits]
	"Kiosk.Printer.Turn", "Kiosk.Speech.Socket", "Kiosk.Speech.Log",
}

// A field without a row would be a setting that silently does nothing.
func TestEveryFieldIsAKey(t *testing.T) {
	was := Defaults()
	seen := 0
	var look func(path string, at []int, typ reflect.Type)
	look = func(path string, at []int, typ reflect.Type) {
		if typ.Kind() == reflect.Struct && typ != reflect.TypeFor[key.Secret]() && typ != reflect.TypeFor[proxy.Proxy]() {
			for i := range typ.NumField() {
				if f := typ.Field(i); f.IsExported() {
					look(strings.TrimPrefix(path+"."+f.Name, "."), append(slices.Clone(at), i), f.Type)
				}
			}
			return
		}
		if slices.Contains(beside, path) {
			return
		}
		seen++
		is := Defaults()
		change(t, path, reflect.ValueOf(&is).Elem().FieldByIndex(at))
		rows := is.sections()
		for i, s := range was.sections() {
			for j, k := range s.Keys {
				if !k.Same(rows[i].Keys[j]) {
					return
				}
			}
		}
		t.Errorf("no key for %s", path)
	}
	look("", nil, reflect.TypeFor[Config]())
	if seen < 100 {
		t.Errorf("only %d fields were looked at", seen)
	}
}

// change sets a field to another value.
func change(t *testing.T, path string, f reflect.Value) {
	t.Helper()
	switch v := f.Addr().Interface().(type) {
	case *key.Secret:
		*v = key.SecretOf("x")
	case *proxy.Proxy:
		*v = proxy.Of("none")
	case *[]string:
		*v = []string{"other"}
	case *[]calendar.Notice:
		*v = []calendar.Notice{{Year: 2027, Number: "1/TB-BNV"}}
	case *map[text.Lang]string:
		*v = map[text.Lang]string{text.VI: "other"}
	case *[]netip.Prefix:
		*v = []netip.Prefix{netip.MustParsePrefix("10.9.9.9/32")}
	default:
		switch f.Kind() {
		case reflect.String:
			f.SetString("other")
		case reflect.Int, reflect.Int64:
			f.SetInt(f.Int() + 7)
		case reflect.Float64:
			f.SetFloat(f.Float() + 7)
		case reflect.Bool:
			f.SetBool(!f.Bool())
		case reflect.Map:
			f.Set(reflect.MakeMap(f.Type()))
		default:
			t.Fatalf("%s is a %s", path, f.Type())
		}
	}
}

// Every row has its texts in both languages, and a key whose name sounds like a secret is
// one.
func TestRowsAreWhole(t *testing.T) {
	vietnamese := regexp.MustCompile(`[àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ]`)
	secret := regexp.MustCompile(`(password|secret|token|hash)$`)
	names := map[string]bool{}
	for _, s := range (&loader{sections: new(Config).sections()}).all() {
		for i, k := range s.Keys {
			path := s.Name + "." + k.Name
			if names[path] || !regexp.MustCompile(`^[a-z_]+$`).MatchString(k.Name) {
				t.Errorf("%s is no name, or stands twice", path)
			}
			names[path] = true
			if w := k.Wants(); w.In(text.VI) == "" || w.In(text.EN) == "" {
				t.Errorf("%s does not say what it takes: %+v", path, w)
			}
			if secret.MatchString(k.Name) && !k.IsSecret() {
				t.Errorf("%s sounds like a secret, and its field is none", path)
			}
			c, vi, en := k.Comment, k.Comment.In(text.VI), k.Comment.In(text.EN)
			inLists := s.Name == "system" || s.Name == "route" // see examples.toml
			switch {
			case inLists:
			case i == 0 && c == text.Said{} && s.Name != "guess": // the section's comment is enough
				t.Errorf("%s has no comment", path)
			case (vi == "") != (en == ""), strings.Count(vi, "\n\n") != strings.Count(en, "\n\n"):
				t.Errorf("%s has no comment in a language, or half of one: %+v", path, c)
			case vi != "" && !vietnamese.MatchString(vi):
				t.Errorf("%s has a Vietnamese comment in another language: %s", path, vi)
			}
		}
	}
}

// A secret key of any section is hidden by the type of its field, wherever it is shown.
func TestATrialSecretIsHidden(t *testing.T) {
	const value = "hunter2hunter2"
	var room struct{ Token key.Secret }
	trial := key.Section{Name: "trial", Keys: []key.Key{
		key.Hide("token", &room.Token, text.Say("mã", "a token"), func(s string) bool { return len(s) > 9 }).NeedsRestart().Says("Mã thử.", "A trial token."),
	}}
	load := func(doc string, env_ map[string]string) (Config, error) {
		return Load(Inputs{Flags: map[string]string{"config": write(t, doc)}, Getenv: env(env_), More: []key.Section{trial}})
	}
	before := Defaults()
	before.more = []key.Section{{Name: "trial", Keys: []key.Key{key.Hide("token", new(key.Secret), text.Said{}, nil).NeedsRestart()}}}
	for name, given := range map[string]struct {
		doc string
		env map[string]string
	}{
		"the file": {doc: "[trial]\ntoken = \"" + value + "\"\n"}, "a variable": {env: map[string]string{"MOTCUA_TRIAL_TOKEN": value}},
	} {
		room.Token = key.Secret{}
		cfg, err := load(given.doc, given.env)
		if err != nil || room.Token.Reveal() != value {
			t.Fatalf("%s: %v, %q", name, err, room.Token.Reveal())
		}
		if cfg.secretInFile != (given.doc != "") {
			t.Errorf("%s: in the file %v", name, cfg.secretInFile)
		}
		var b bytes.Buffer
		for _, l := range []text.Lang{text.VI, text.EN} {
			if err := cfg.Write(&b, l); err != nil {
				t.Fatal(err)
			}
		}
		if err := cfg.WriteJSON(&b); err != nil {
			t.Fatal(err)
		}
		if strings.Count(b.String(), key.Hidden) != 3 {
			t.Errorf("%s: not told to be set: %s", name, &b)
		}
		for _, h := range []slog.Handler{slog.NewTextHandler(&b, nil), slog.NewJSONHandler(&b, nil)} {
			slog.New(h).Info("read", "room", room, "token", room.Token, "config", cfg, "changed", before.NeedRestart(cfg))
		}
		j, err := json.Marshal(room)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(j)
		fmt.Fprintf(&b, "%v %+v %#v %q %x", room, room, room, room.Token, room.Token)
		if out := b.String(); strings.Contains(out, "hunter2") || strings.Contains(out, fmt.Sprintf("%x", value)) || !strings.Contains(out, "trial.token") {
			t.Errorf("%s: told in %s", name, out)
		}
	}
	for _, wrong := range []string{`"hunter2"`, `["hunter2"]`, `{ a = "hunter2" }`, `"hunter2`} {
		_, err := load("[trial]\ntoken = "+wrong+"\n", nil)
		if err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: %v", wrong, err)
		}
	}
	_, err := load("", map[string]string{"MOTCUA_TRIAL_TOKEN": "hunter2"})
	if err == nil || strings.Contains(err.Error(), "hunter2") {
		t.Errorf("a variable: %v", err)
	}
	// Nobody else may read or change a file that contains a secret.
	open := write(t, "[trial]\ntoken = \""+value+"\"\n")
	if err := os.Chmod(open, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err = Load(Inputs{Flags: map[string]string{"config": open}, More: []key.Section{trial}}); err == nil || !strings.Contains(err.Error(), "a password belongs in a file") {
		t.Errorf("others may read the file: %v", err)
	}
}

func TestNeedRestart(t *testing.T) {
	a, b := Defaults(), Defaults()
	if got := a.NeedRestart(b); got != nil {
		t.Errorf("nothing changed: %v", got)
	}
	b.Server.StaffKeys, b.Limits.Sessions.All, b.Interface.Theme, b.Place.Name = "/x", 5, "dark", "X"
	if got := a.NeedRestart(b); got != nil {
		t.Errorf("all of it counts at once: %v", got)
	}
	b.Server.Listen, b.National.URL = ":22", "https://portal.example/api/v1"
	if got, want := a.NeedRestart(b), []string{"server.listen", "national", "sample"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// NeedRestart reports a changed key by its name, and a section that is fixed at the start
// by the section's name.
func TestNeedRestartOfEachKey(t *testing.T) {
	a := Defaults()
	for name, tc := range map[string]struct {
		change func(*Config)
		want   []string
	}{
		"a key":         {func(c *Config) { c.Server.HandshakeTimeout = time.Second }, []string{"server.handshake_timeout"}},
		"a log":         {func(c *Config) { c.Server.LogFormat = "json" }, []string{"server.log_format"}},
		"a password":    {func(c *Config) { c.National.Proxy = proxy.Of("http://u:p@x.example") }, []string{"national"}},
		"days":          {func(c *Config) { c.Calendar.DaysOff = []string{"2026-11-24"} }, []string{"calendar"}},
		"the catalogue": {func(c *Config) { c.Store.Refresh = 0 }, []string{"store"}},
		"a system": {func(c *Config) {
			c.Systems = []System{{ID: "a", Secrets: map[string]key.Secret{"password": key.SecretOf("x")}}}
		}, []string{"sample", "system", "route"}},
		"reviewed pages": {func(c *Config) { c.Papers.File = "/x" }, nil},
		"a quiet time":   {func(c *Config) { c.Server.Public.Idle = time.Minute; c.Kiosk.Idle = time.Minute }, nil},
	} {
		b := Defaults()
		if tc.change(&b); !reflect.DeepEqual(a.NeedRestart(b), tc.want) {
			t.Errorf("%s: got %v, want %v", name, a.NeedRestart(b), tc.want)
		}
	}
	with := func(password string) Config {
		c := Defaults()
		c.Systems = []System{{ID: "a", Kind: "integration", Secrets: map[string]key.Secret{"password": key.SecretOf(password)}}}
		return c
	}
	if got := with("x").NeedRestart(with("y")); !reflect.DeepEqual(got, []string{"system"}) {
		t.Errorf("another password: %v", got)
	}
	if got := with("x").NeedRestart(with("x")); got != nil {
		t.Errorf("the same: %v", got)
	}
}

// Days and notices as they stand in a file.
func TestCalendarKeys(t *testing.T) {
	file := write(t, `[calendar]
days_off = ["2027-02-11"]
days_on = ["2027-02-04", "2027-02-13", "2027-02-14"]
notices = ["2027 3383/BNV-CVL"]
`)
	c, err := Load(Inputs{Flags: map[string]string{"config": file}, Getenv: func(string) string { return "" }})
	if err != nil {
		t.Fatal(err)
	}
	want := calendar.Config{DaysOff: []string{"2027-02-11"}, DaysOn: []string{"2027-02-04", "2027-02-13", "2027-02-14"}, Notices: []calendar.Notice{{Year: 2027, Number: "3383/BNV-CVL"}}}
	if !reflect.DeepEqual(c.Calendar, want) {
		t.Errorf("got %+v, want %+v", c.Calendar, want)
	}
}
