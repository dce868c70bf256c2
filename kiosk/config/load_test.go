package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"motcua/client/system"
	"motcua/kiosk/config/key"
	"motcua/tui/text"
)

// write creates a configuration file in a folder of the test.
func write(t testing.TB, doc string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(name, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func env(pairs map[string]string) func(string) string {
	return func(name string) string { return pairs[name] }
}

// nowhere keeps the machine's own files out of a test.
func nowhere(t testing.TB) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "none.toml")
}

func TestNoFileMeansDefaults(t *testing.T) {
	cfg, err := Load(Inputs{SystemFile: nowhere(t), Getenv: env(map[string]string{"HOME": t.TempDir()})})
	if err != nil {
		t.Fatal(err)
	}
	if cfg.File != "" || !cfg.UsesSample() || cfg.Office() != text.SampleOffice {
		t.Errorf("file %q, sample %v, office %q", cfg.File, cfg.UsesSample(), cfg.Office())
	}
	cfg.origins = nil
	if want := Defaults(); !reflect.DeepEqual(cfg, want) {
		t.Errorf("got  %+v\nwant %+v", cfg, want)
	}
}

func TestStrength(t *testing.T) {
	file := write(t, "[interface]\nlang = \"en\"\ntheme = \"file\"\n[national]\nurl = \"https://file.example/api/v1/\"\n")
	for _, tc := range []struct {
		name  string
		env   map[string]string
		flags map[string]string
		lang  text.Lang
		theme string
		url   string
		from  string // of interface.theme
	}{
		{name: "the file over defaults", lang: "en", theme: "file", url: "https://file.example/api/v1", from: file + ", line 3"},
		{
			name: "the environment over the file", env: map[string]string{"MOTCUA_LANG": "vi", "MOTCUA_THEME": "env", "MOTCUA_NATIONAL_URL": "http://127.0.0.1:8080/api/v1"},
			lang: "vi", theme: "env", url: "http://127.0.0.1:8080/api/v1", from: "environment variable MOTCUA_THEME",
		},
		{
			name: "flags over the environment", env: map[string]string{"MOTCUA_LANG": "vi", "MOTCUA_THEME": "env"}, flags: map[string]string{"lang": "en", "theme": "flag"},
			lang: "en", theme: "flag", url: "https://file.example/api/v1", from: "--theme",
		},
		{
			name: "an empty variable is not set", env: map[string]string{"MOTCUA_LANG": "", "MOTCUA_NATIONAL_URL": ""},
			lang: "en", theme: "file", url: "https://file.example/api/v1", from: file + ", line 3",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			flags := map[string]string{"config": file}
			for k, v := range tc.flags {
				flags[k] = v
			}
			cfg, err := Load(Inputs{Flags: flags, Getenv: env(tc.env)})
			if err != nil {
				t.Fatal(err)
			}
			if cfg.Interface.Lang != tc.lang || cfg.Interface.Theme != tc.theme || cfg.National.URL != tc.url {
				t.Errorf("got %+v, url %q", cfg.Interface, cfg.National.URL)
			}
			if got := cfg.Origin("interface.theme").In(text.EN); got != tc.from {
				t.Errorf("theme comes from %q, want %q", got, tc.from)
			}
			if cfg.UsesSample() {
				t.Error("a configured portal must not be replaced by the sample")
			}
		})
	}
}

// Every message contains the file, the line, the key and what was expected.
func TestBadFiles(t *testing.T) {
	var names []string
	for _, k := range system.Kinds() {
		names = append(names, k.Name)
	}
	kinds := key.Or(names...).In(text.EN)
	for _, tc := range []struct {
		name, doc string
		want      []string // in English, after the name of the file
	}{
		{"unknown key", "[interface]\nlnag = \"vi\"\n", []string{`, line 2: there is no key "interface.lnag". Did you mean interface.lang?`}},
		{"unknown key far from any", "[interface]\nbrightness = 3\n", []string{`, line 2: there is no key "interface.brightness".`}},
		{"unknown section", "[nationl]\nurl = \"\"\n", []string{`, line 1: there is no section [nationl]. Did you mean national?`}},
		{"several at once", "foo = 1\nbar = 2\n[sample]\nmode = \"onn\"\n", []string{
			`, line 1: there is no key "foo".`, `, line 2: there is no key "bar".`,
			`, line 4: key "sample.mode" takes "auto", "on" or "off", but it is "onn". Did you mean on?`,
		}},
		{"number for text", "[interface]\nlang = 3\n", []string{`, line 2: key "interface.lang" takes "vi" or "en", but this is an integer.`}},
		{"date for text", "place.name = 2026-01-01\n", []string{`, line 1: key "place.name" takes text in quotes, but this is a date without quotes.`}},
		{"number for a time", "[national]\ntimeout = 10\n", []string{`, line 2: key "national.timeout" takes a time from "1s" to "2m", but this is an integer.`}},
		{"words for a time", "[national]\ntimeout = \"soon\"\n", []string{`, line 2: key "national.timeout" takes a time from "1s" to "2m", but it is "soon".`}},
		{"time too long", "[national]\ntimeout = \"1h\"\n", []string{`, line 2: key "national.timeout" takes a time from "1s" to "2m", but it is "1h0m0s".`}},
		{"language", "[interface]\nlang = \"fr\"\n", []string{`, line 2: key "interface.lang" takes "vi" or "en", but it is "fr".`}},
		{"relative folder", "[store]\ndir = \"state\"\n", []string{`, line 2: key "store.dir" takes a folder with its absolute path, such as "/var/lib/motcua", but it is "state".`}},
		{"refresh too often", "[store]\nrefresh = \"5m\"\n", []string{`, line 2: key "store.refresh" takes a time from "1h" to "720h", or "0s" for never, but it is "5m0s".`}},
		{"refresh after years", "[store]\nrefresh = \"9000h\"\n", []string{`, line 2: key "store.refresh" takes a time from "1h" to "720h", or "0s" for never, but it is "9000h0m0s".`}},
		{"number for a refresh", "[store]\nrefresh = 24\n", []string{`, line 2: key "store.refresh" takes a time from "1h" to "720h", or "0s" for never, but this is an integer.`}},
		{"text for yes or no", "[interface]\nstaff = \"yes\"\n", []string{`, line 2: key "interface.staff" takes true or false, but it is "yes".`}},
		{"address", "[national]\n\nurl = \"dichvucong.gov.vn\"\n", []string{`, line 3: key "national.url" takes an address such as "https://portal.example/api/v1", without a name and password in it, but it is "dichvucong.gov.vn".`}},
		{"contact", "[national]\ncontact = \"Phường Đức Xuân\"\n", []string{`, line 2: key "national.contact" takes a mail address or page such as "https://office.example", in ASCII, without parentheses, but it is "Phường Đức Xuân".`}},
		{"section as a value", "national = 3\n", []string{`, line 1: "national" is a section, write [national] on a line of its own.`}},
		{"list section as a value", "system = 3\n", []string{`, line 1: "system" is a section, write [[system]] on a line of its own.`}},
		{"key twice", "[place]\nname = \"a\"\nname = \"b\"\n", []string{`, line 3: "place.name" stands above already, write it once.`}},
		{"section twice", "[place]\nname = \"a\"\n[place]\n", []string{`, line 3: "place" stands above already, write it once.`}},
		{"no TOML", "[interface]\nlang = \"vi\n", []string{`, line 2: this is not TOML, at column 11 (basic strings cannot have new lines).`}},
		{"day that cannot be", "[calendar]\ndays_off = [\"2026-11-24\", \"2026-02-30\"]\n", []string{`, line 2: key "calendar.days_off" takes a list of days such as ["2027-02-11"], but it is "2026-02-30".`}},
		{"list of numbers", "[calendar]\ndays_on = [1]\n", []string{`, line 2: key "calendar.days_on" takes a list of weekend days such as ["2026-08-22"], or of days off of the built-in calendar, but this is another kind of list.`}},
		{"a day that is worked anyway", "[calendar]\ndays_on = [\"2027-02-13\", \"2027-02-11\"]\n", []string{`, line 2: key "calendar.days_on" takes a list of weekend days such as ["2026-08-22"], or of days off of the built-in calendar, but it is "2027-02-11".`}},
		{"a notice without its year", "[calendar]\nnotices = [\"3383/BNV-CVL\"]\n", []string{`, line 2: key "calendar.notices" takes a list of years and notices such as ["2026 3383/BNV-CVL"], but it is "3383/BNV-CVL".`}},
		{"a year without its notice", "[calendar]\nnotices = [\"2027\"]\n", []string{`, line 2: key "calendar.notices" takes a list of years and notices such as ["2026 3383/BNV-CVL"], but it is "2027".`}},
		{"a notice of a year without days", "[calendar]\nnotices = [\"2031 1/TB-BNV\"]\ndays_off = [\"2030-01-01\"]\n", []string{`, line 2: key "calendar.notices" takes a year of the built-in calendar, or one with its days off in calendar.days_off, but it is "2031".`}},
		{"system without anything", "[[system]]\n", []string{
			`, line 1: key "system.id" is missing: it takes an id of its own: a-z, digits, "-" or "_", at most 32 characters.`,
			`, line 1: key "system.kind" is missing: it takes ` + kinds + `.`,
		}},
		{"two systems of one id", complete("a") + complete("a"), []string{`, line 8: "a" stands above already; key "system.id" takes a value of its own in each section.`}},
		{"kind", strings.Replace(complete("a"), "integration", "igat", 1), []string{`, line 3: key "system.kind" takes ` + kinds + `, but it is "igat". Did you mean igate?`}},
		{"path", complete("a") + "auth_path = \"login\"\n", []string{`, line 7: key "system.auth_path" takes a path that begins with "/", but it is "login".`}},
		{"two passwords", systemOf("a") + "password = \"hunter2\"\npassword_env = \"X\"\n", []string{`, line 6: key "system.password" takes only one of password, password_file, password_env, password_credential.`}},
		{"password that is a number", systemOf("a") + "password = 19451975\n", []string{`, line 6: key "system.password" takes a password in quotes, but this is an integer.`}},
		{"password file of another type", systemOf("a") + "password_file = 5\n", []string{`, line 6: key "system.password_file" takes the name of a readable file that holds the password, but this is an integer.`}},
		{"password file", systemOf("a") + "password_file = \"/nowhere/pw\"\n", []string{`, line 6: key "system.password_file" takes the name of a readable file that holds the password, but it is "/nowhere/pw".`}},
		{"password variable", systemOf("a") + "password_env = \"NOT_SET\"\n", []string{`, line 6: key "system.password_env" takes the name of an environment variable that has a value, but it is "NOT_SET".`}},
		{"password in an address", strings.Replace(complete("a"), "https://", "https://u:hunter2@", 1), []string{`, line 4: key "system.url" takes an address such as "https://portal.example/api/v1", without a name and password in it.`}},
		{"route to nowhere", complete("h55") + "[[route]]\nmatch = \"H55.*\"\nsystems = [\"h56\"]\n", []string{`, line 9: key "route.systems" takes a list of [[system]] ids such as ["h55"], but it is "h56". Did you mean h55?`}},
		{"route pattern", complete("h55") + "[[route]]\nmatch = \"*.H55\"\nsystems = [\"h55\"]\n", []string{`, line 8: key "route.match" takes an agency id such as "H55.17.05", "H55.*" or "*", but it is "*.H55".`}},
		{"inline list", "route = [{match = \"H55\", systems = [\"x\"]}]\n", []string{`, line 1: key "route.systems" takes a list of [[system]] ids such as ["h55"], but it is "x".`}},
		{"theme", "[interface]\ntheme = \"drak\"\n", []string{`, line 2: key "interface.theme" takes "dark", "light", but it is "drak". Did you mean dark?`}},
		{"escape sequence in a value", "[interface]\nlang = \"\\u001b[31mvi\"\n", []string{`, line 2: key "interface.lang" takes "vi" or "en", but it is "�[31mvi".`}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			file := write(t, tc.doc)
			_, err := Load(Inputs{Flags: map[string]string{"config": file}, Themes: []string{"dark", "light"}})
			var all *Error
			if !errors.As(err, &all) {
				t.Fatalf("error %v, want *Error", err)
			}
			got := all.Sentences(text.EN)
			for i := range got {
				got[i] = strings.TrimPrefix(got[i], file)
			}
			if !reflect.DeepEqual(got, tc.want) {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
			for _, s := range append(got, all.Sentences(text.VI)...) {
				if strings.Contains(s, "hunter2") || strings.Contains(s, "19451975") {
					t.Errorf("a secret stands in %q", s)
				}
				if strings.Contains(s, "%") {
					t.Errorf("unfilled sentence %q", s)
				}
			}
			if all.Usage() {
				t.Error("a fault of the file is no wrong usage")
			}
		})
	}
}

// systemOf is a [[system]] of five lines without its password.
func systemOf(id string) string {
	return "[[system]]\nid = \"" + id + "\"\nkind = \"integration\"\nurl = \"https://adapter.example\"\nusername = \"u\"\n"
}

// complete is a [[system]] of six lines without anything missing.
func complete(id string) string { return systemOf(id) + "password = \"x\"\n" }

func TestUnreadableFiles(t *testing.T) {
	dir := t.TempDir()
	for _, tc := range []struct{ name, file, vi, en string }{
		{"not there", filepath.Join(dir, "x.toml"), "không có tệp này.", "there is no such file."},
		{"below a file", filepath.Join(write(t, ""), "x"), "không có tệp này.", "there is no such file."},
		{"directory", dir, "đây là thư mục, cần một tệp TOML.", "this is a directory, a TOML file is needed."},
		{"binary", write(t, "\x7fELF\x00\x01"), "đây không phải tệp chữ UTF-8, cần một tệp TOML.", "this is not UTF-8 text, a TOML file is needed."},
		{"10 MB", write(t, strings.Repeat("# comment\n", 1<<20)), "tệp lớn hơn 1 MB, không thể là tệp cấu hình.", "the file is larger than 1 MB, it cannot be a config file."},
	} {
		t.Run(tc.name, func(t *testing.T) {
			unreadable(t, tc.file, tc.vi, tc.en)
		})
	}
}

// unreadable loads a file that cannot be read, which is told in both languages.
func unreadable(t *testing.T, file, vi, en string) {
	t.Helper()
	cfg, err := Load(Inputs{Flags: map[string]string{"config": file, "lang": "en"}})
	var all *Error
	if !errors.As(err, &all) || len(all.Problems) != 1 {
		t.Fatalf("error %v, want one problem", err)
	}
	if got, want := all.Problems[0].Sentence(text.VI), file+": "+vi; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := all.Problems[0].Sentence(text.EN), file+": "+en; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if cfg.Interface.Lang != text.EN {
		t.Error("the flag's language is lost: the error would be said in the wrong one")
	}
}

// When the file that the search finds cannot be read, that is an error: if it were skipped,
// the operator would not know why nothing changes.
func TestUnreadableFileIsNotSkipped(t *testing.T) {
	home := t.TempDir()
	if err := os.MkdirAll(filepath.Join(home, "motcua", "config.toml"), 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := Load(Inputs{Getenv: env(map[string]string{"XDG_CONFIG_HOME": home}), SystemFile: write(t, "")})
	if err == nil || !strings.Contains(err.Error(), "this is a directory") {
		t.Errorf("error %v", err)
	}
}

func TestBadFlagsAndVariables(t *testing.T) {
	_, err := Load(Inputs{
		Flags: map[string]string{"lang": "fr"}, SystemFile: nowhere(t), Themes: []string{"dark"},
	})
	var all *Error
	if !errors.As(err, &all) || !all.Usage() {
		t.Fatalf("error %v, want wrong usage", err)
	}
	if got, want := err.Error(), `--lang: key "interface.lang" takes "vi" or "en", but it is "fr".`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	_, err = Load(Inputs{
		Getenv: env(map[string]string{"MOTCUA_NATIONAL_TIMEOUT": "x", "MOTCUA_SAMPLE": "yes"}), SystemFile: nowhere(t),
	})
	if !errors.As(err, &all) || all.Usage() || len(all.Problems) != 2 {
		t.Fatalf("error %v, want two problems that are no wrong usage", err)
	}
	if got, want := all.Problems[1].Sentence(text.VI), `biến môi trường MOTCUA_SAMPLE: khóa "sample.mode" cần "auto", "on" hoặc "off", nhưng đang là "yes".`; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnknownVariables(t *testing.T) {
	got := UnknownEnv([]string{"MOTCUA_NATIONAL_ULR=http://x", "MOTCUA_LANG=vi", "MOTCUA_CONFIG=", "MOTCUA_LNAG=", "HOME=/", "MOTCUA_"})
	if len(got) != 2 || got[0].Env != "MOTCUA_NATIONAL_ULR" || got[0].Suggest != "MOTCUA_NATIONAL_URL" || got[1].Env != "MOTCUA_" {
		t.Errorf("got %+v", got)
	}
}

func TestPasswords(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pw")
	if err := os.WriteFile(file, []byte("from file\r\nsecond line\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		doc, want string
		plain     bool
	}{
		{"password = \"in the file\"\n", "in the file", true},
		{"password_file = '" + file + "'\n", "from file", false},
		{"password_env = \"PW\"\n", "from env", false},
	} {
		cfg, err := Load(Inputs{
			Flags:  map[string]string{"config": write(t, systemOf("a")+tc.doc)},
			Getenv: env(map[string]string{"PW": "from env"}),
		})
		if err != nil {
			t.Fatal(err)
		}
		s, ok := cfg.System("a")
		if !ok || s.Secrets["password"].Reveal() != tc.want || cfg.secretInFile != tc.plain {
			t.Errorf("%q: password %q, plain %v", tc.doc, s.Secrets["password"].Reveal(), cfg.secretInFile)
		}
		if s.Keys["auth_path"] != "/mapi/login" || s.Keys["call_path"] != "/mapi/g" || s.Timeout != DefaultTimeout || s.Name != "a" {
			t.Errorf("defaults of a system: %+v", s)
		}
	}
}

func TestSampleModes(t *testing.T) {
	for _, tc := range []struct {
		doc  string
		want bool
	}{
		{"", true},
		{"[national]\nurl = \"https://x.example\"\n", false},
		{complete("a"), false},
		{"[sample]\nmode = \"off\"\n", false},
		{"[sample]\nmode = \"on\"\n" + complete("a"), true},
	} {
		cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, tc.doc)}})
		if err != nil || cfg.UsesSample() != tc.want {
			t.Errorf("%q: sample %v, error %v", tc.doc, cfg.UsesSample(), err)
		}
	}
}

func TestRoutes(t *testing.T) {
	cfg, err := Load(Inputs{Flags: map[string]string{"config": write(t, complete("a")+complete("b"))}})
	if err != nil {
		t.Fatal(err)
	}
	if want := []Route{{Match: "*", Systems: []string{"a", "b"}}}; !reflect.DeepEqual(cfg.EffectiveRoutes(), want) {
		t.Errorf("without a route: %+v, want %+v", cfg.EffectiveRoutes(), want)
	}
	cfg, err = Load(Inputs{Flags: map[string]string{"config": write(t, complete("a")+"[[route]]\nmatch = \"h55.17.*\"\nsystems = [\"a\"]\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if want := []Route{{Match: "H55.17.*", Systems: []string{"a"}}}; !reflect.DeepEqual(cfg.EffectiveRoutes(), want) {
		t.Errorf("with a route: %+v, want %+v", cfg.EffectiveRoutes(), want)
	}
}

// Several problems on one line are reported in a fixed order.
func TestOrderOfOneLine(t *testing.T) {
	file := write(t, "system = [{id = 1, name = 2, kind = 3, url = 4, username = 5, page = 6, proxy = 7, foo = 8, bar = 9}]\n")
	var first string
	for range 20 {
		_, err := Load(Inputs{Flags: map[string]string{"config": file}})
		if err == nil {
			t.Fatal("taken")
		}
		if first == "" {
			first = err.Error()
		}
		if err.Error() != first {
			t.Fatalf("got  %s\nand  %s", err, first)
		}
	}
}

// For any bytes in the file there is no panic, and what is shown contains no control
// characters.
func FuzzLoad(f *testing.F) {
	for _, doc := range []string{
		"", DefaultFile(), complete("a") + systemOf("b") + "[[route]]\nmatch = \"*\"\nsystems = [\"a\"]\n",
		"route = [{match = \"H55\", systems = [\"x\"]}]\n", "a.b.c = 1\n[a.b]\n", "x = \n", "\"", "[[place]]\n[place]\n",
		"[national]\ntimeout = 10\n", "[interface]\nlang = \"\\u001b[31m\"\n", "\x00\xff", "'''\n", "[system]\nid = {a = [1, 2.5, 1979-05-27]}\n",
	} {
		f.Add([]byte(doc))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, doc []byte) {
		name := filepath.Join(dir, "config.toml")
		if err := os.WriteFile(name, doc, 0o600); err != nil {
			t.Fatal(err)
		}
		cfg, err := Load(Inputs{Flags: map[string]string{"config": name}, Themes: []string{"dark"}})
		var all *Error
		if err != nil && !errors.As(err, &all) {
			t.Fatalf("error of another type: %v", err)
		}
		if err == nil {
			if err := cfg.Write(&strings.Builder{}, text.VI); err != nil {
				t.Fatal(err)
			}
			return
		}
		for _, s := range append(all.Sentences(text.VI), all.Sentences(text.EN)...) {
			if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }) {
				t.Errorf("control character in %q", s)
			}
		}
	})
}

// A variable or a flag that overrides a key must not hide a mistake in the file, which
// would otherwise only show once the override is gone; and a check of the file must find it
// in any environment. A wrong variable that a flag overrides needs no fix.
func TestMistakesInTheFileBelowAVariableOrAFlag(t *testing.T) {
	const hashed = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
	for name, tc := range map[string]struct {
		doc, variable, value, flag, want string
	}{
		"a variable over a bound": {"[national]\ntimeout = \"5h\"\n", "MOTCUA_NATIONAL_TIMEOUT", "5s", "", `, line 2: key "national.timeout" takes a time from "1s" to "2m", but it is "5h0m0s".`},
		"a variable over a type":  {"[server]\nchannels = \"5\"\n", "MOTCUA_SERVER_CHANNELS", "5", "", `, line 2: key "server.channels" takes a whole number from 1 to 64, but it is "5".`},
		"a flag over a choice":    {"[interface]\nlang = \"fr\"\n", "", "", "lang", `, line 2: key "interface.lang" takes "vi" or "en", but it is "fr".`},
		"a flag over a theme":     {"[interface]\ntheme = \"drak\"\n", "", "", "theme", `, line 2: key "interface.theme" takes "dark", "light", but it is "drak". Did you mean dark?`},
		"a variable and a flag":   {"[server]\nlisten = \"x\"\n", "MOTCUA_SERVER_LISTEN", "y", "listen", `, line 2: key "server.listen" takes an address and a port such as "127.0.0.1:2222"; ":2222" is every address of this machine, but it is "x".`},
		"a variable under a flag": {"", "MOTCUA_SERVER_LISTEN", "y", "listen", ""},
		"a right file below both": {"[server]\nlisten = \":1\"\n", "MOTCUA_SERVER_LISTEN", ":2", "listen", ""},
		"a secret, not repeated":  {"[kiosk]\npin_hash = \"hunter2\"\n", "MOTCUA_KIOSK_PIN_HASH", hashed, "", `, line 2: key "kiosk.pin_hash" takes the line that motcua kiosk pin prints.`},
		"both wrong":              {"[national]\ntimeout = 5\n", "MOTCUA_NATIONAL_TIMEOUT", "x", "", `environment variable MOTCUA_NATIONAL_TIMEOUT: key "national.timeout" takes a time from "1s" to "2m", but it is "x".` + "\n" + `, line 2: key "national.timeout" takes a time from "1s" to "2m", but this is an integer.`},
	} {
		file := write(t, tc.doc)
		flags := map[string]string{"config": file}
		if tc.flag != "" {
			flags[tc.flag] = map[string]string{"lang": "en", "theme": "light", "listen": ":3"}[tc.flag]
		}
		_, err := Load(Inputs{Flags: flags, Getenv: env(map[string]string{tc.variable: tc.value}), Themes: []string{"dark", "light"}})
		got := ""
		if err != nil {
			got = strings.ReplaceAll(err.Error(), file, "")
		}
		if got != tc.want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, tc.want)
		}
	}
}
