package config

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"motcua/client/facts"
	"motcua/kiosk/config/calendar"
	"motcua/kiosk/config/key"
	"motcua/tui/text"
)

func TestSecretHides(t *testing.T) {
	const value = "hunter2"
	password := key.SecretOf(value)
	s := System{ID: "a", Secrets: map[string]key.Secret{"password": password}}
	var shown []string
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "%d"} {
		shown = append(shown, fmt.Sprintf(verb, s), fmt.Sprintf(verb, password), fmt.Sprintf(verb, &s))
	}
	shown = append(shown, fmt.Sprint(password), password.String(), fmt.Errorf("log-in: %v", s).Error())
	j, err := json.Marshal(s)
	shown = append(shown, string(j))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := toml.Marshal(s)
	shown = append(shown, string(doc))
	if err != nil {
		t.Fatal(err)
	}
	for _, out := range shown {
		if strings.Contains(out, value) || strings.Contains(strings.ToLower(out), "68756e7465723") {
			t.Errorf("the secret stands in %q", out)
		}
	}
	if password.Reveal() != value || password.String() != "(ẩn)" || key.SecretOf("").String() != "" {
		t.Errorf("%q %q %q", password.Reveal(), password, key.SecretOf(""))
	}
}

func TestWriteParsesBack(t *testing.T) {
	file := write(t, "[interface]\ntheme = \"light\"\n[calendar]\ndays_off = [\"2026-11-24\"]\n"+systemOf("h55")+"password = \"hunter2\"\n")
	cfg, err := Load(Inputs{
		Flags:  map[string]string{"config": file, "lang": "en"},
		Getenv: env(map[string]string{"MOTCUA_PLACE_DESK": `the "help" desk`}),
	})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := cfg.Write(&b, text.EN); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"# " + file + "\n",
		"lang = \"en\"  # --lang\n",
		"theme = \"light\"  # " + file + ", line 2\n",
		`desk = "the \"help\" desk"  # environment variable MOTCUA_PLACE_DESK` + "\n",
		"timeout = \"10s\"\n",
		"days_off = [\"2026-11-24\"]",
		"password = \"(ẩn)\"\n",
		"match = \"*\"\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, &b)
		}
	}
	if strings.Contains(b.String(), "hunter2") {
		t.Errorf("the secret stands in\n%s", &b)
	}
	again, err := Load(Inputs{Flags: map[string]string{"config": write(t, b.String())}})
	if err != nil {
		t.Fatalf("what is shown cannot be read: %v\n%s", err, &b)
	}
	if again.Place != cfg.Place || again.Interface != cfg.Interface || !reflect.DeepEqual(again.Routes, cfg.EffectiveRoutes()) {
		t.Errorf("got %+v, want %+v", again, cfg)
	}
}

func TestWriteJSON(t *testing.T) {
	cfg, err := Load(Inputs{Flags: map[string]string{"lang": "en"}, SystemFile: nowhere(t)})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := cfg.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	if strings.Count(b.String(), "\n") != 1 {
		t.Errorf("not one line: %q", &b)
	}
	var got struct {
		File   *string
		Sample bool
		Config struct {
			Interface struct{ Lang string }
			National  struct{ Timeout string }
		}
		Origins map[string]string
	}
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if got.File != nil || !got.Sample || got.Config.Interface.Lang != "en" || got.Config.National.Timeout != "10s" || got.Origins["interface.lang"] != "--lang" {
		t.Errorf("got %+v", got)
	}
}

func TestDefaultFile(t *testing.T) {
	t.Run("parses to the defaults", func(t *testing.T) {
		name := filepath.Join(t.TempDir(), "new", "config.toml")
		if err := WriteDefault(name); err != nil {
			t.Fatal(err)
		}
		cfg, err := Load(Inputs{Flags: map[string]string{"config": name}})
		if err != nil {
			t.Fatal(err)
		}
		cfg.File, cfg.origins = "", nil
		cfg.Calendar = calendar.Config{} // empty lists and nil lists are the same
		if want := Defaults(); !reflect.DeepEqual(cfg, want) {
			t.Errorf("got  %+v\nwant %+v", cfg, want)
		}
	})
	t.Run("its examples are right", func(t *testing.T) {
		// "# key = value" and "# [[section]]" are examples: without the "# " the file must
		// still be valid. Of the four ways to give a password only one may be used.
		example := regexp.MustCompile(`(?m)^# ((\[\[|[a-z_]+ = ).*)$`)
		doc := example.ReplaceAllString(DefaultFile(), "$1")
		doc = regexp.MustCompile(`(?m)^(`+strings.Join(secretNames(), "|")+`)_(file|env|credential) = .*$`).ReplaceAllString(doc, "")
		cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, doc)}})
		if err != nil {
			t.Fatal(err)
		}
		var kinds []string
		for _, s := range cfg.Systems {
			kinds = append(kinds, s.Kind)
		}
		if !reflect.DeepEqual(kinds, kindNames()) {
			t.Errorf("examples of %v, want one of each kind", kinds)
		}
		// The examples have a complete route table: the province with the agencies it took
		// over, each ministry, and all others.
		to := map[string]bool{}
		for _, r := range cfg.Routes {
			to[r.Match] = true
		}
		want := []string{"H55.*", "H03.*", "*"}
		for _, id := range facts.AgencyIDs() {
			if id[0] == 'G' {
				want = append(want, id+".*")
			}
		}
		for _, match := range want {
			if !to[match] {
				t.Errorf("no route for %s", match)
			}
		}
		if last := cfg.Routes[len(cfg.Routes)-1].Match; last != "*" {
			t.Errorf("the last route is for %s", last)
		}
	})
	t.Run("tells every key", func(t *testing.T) {
		for _, s := range (&loader{sections: new(Config).sections()}).all() {
			for _, k := range s.Keys {
				if !regexp.MustCompile(`(?m)^(# )?` + k.Name + ` = `).MatchString(DefaultFile()) {
					t.Errorf("%s.%s is not in the file", s.Name, k.Name)
				}
			}
		}
	})
	t.Run("is never overwritten", func(t *testing.T) {
		name := write(t, "mine")
		err := WriteDefault(name)
		if err == nil || !strings.Contains(err.Error(), "exists and is not overwritten") {
			t.Errorf("error %v", err)
		}
		if doc, _ := os.ReadFile(name); string(doc) != "mine" {
			t.Errorf("now holds %q", doc)
		}
		var e *Error
		if err := WriteDefault(filepath.Join(name, "x", "config.toml")); !errors.As(err, &e) {
			t.Errorf("below a file: error %v", err)
		}
	})
}

// Short comments have both languages on one line, long ones use a line each; paragraphs
// alternate.
func TestComments(t *testing.T) {
	long := strings.Repeat("dài ", 40)
	for _, tc := range []struct {
		w    text.Said
		want string
	}{
		{text.Said{}, ""},
		{text.Say("Tên.", "The name."), "# Tên. / The name.\n"},
		{text.Say(long+".", "Long."), "# " + long + ".\n# Long.\n"},
		{text.Say("Một\nhai.", "One two."), "# Một\n# hai.\n# One two.\n"},
		{text.Say(long+".\n\nHai.", "One.\n\nTwo."), "# " + long + ".\n# One.\n# Hai. / Two.\n"},
	} {
		var b strings.Builder
		if comment(&b, tc.w); b.String() != tc.want {
			t.Errorf("%+v: got\n%swant\n%s", tc.w, &b, tc.want)
		}
	}
	for _, want := range []string{
		"# Later ones override earlier ones: built-in values, this file, MOTCUA_* variables, flags.\n\n[place]\n# Tên ở đầu màn hình. / The heading of the home screen.\nname = ",
		"\n\n# motcua serve: giao diện này cho mọi người có chương trình ssh. Sửa xong gửi SIGHUP (systemctl reload).\n# motcua serve: the same interface for anyone with an ssh client. SIGHUP (systemctl reload) reads this file again.\n[server]\n# Nghe ở đâu.",
		"public_idle = \"10m\"\npublic_total = \"1h\"\npublic_command = \"1m\"\n# Cán bộ. / Staff.\nstaff_idle = \"30m\"\n",
		"\n[guess]\npublic_own = \"8:4/h\"\npublic_unit_day = \"5:5/d\"\n",
		"ssh_from = []\n\n# Mỗi hệ thống biết hồ sơ là một mục [[system]]",
	} {
		if !strings.Contains(DefaultFile(), want) {
			t.Errorf("the file does not hold\n%s", want)
		}
	}
}
