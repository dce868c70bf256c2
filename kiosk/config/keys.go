package config

import (
	"slices"
	"strconv"
	"strings"

	"motcua/tui/text"
)

// What a key takes, in words.
var (
	wantText     = pair{"chữ trong dấu nháy", "text in quotes"}
	wantLang     = pair{`"vi" hoặc "en"`, `"vi" or "en"`}
	wantMode     = pair{`"auto", "on" hoặc "off"`, `"auto", "on" or "off"`}
	wantURL      = pair{`địa chỉ như "https://cong.example/api/v1", không kèm tên và mật khẩu`, `an address such as "https://portal.example/api/v1", without a name and password in it`}
	wantPath     = pair{`đường dẫn bắt đầu bằng "/"`, `a path that begins with "/"`}
	wantDuration = pair{`khoảng thời gian từ "1s" đến "2m"`, `a time from "1s" to "2m"`}
	wantDays     = pair{`danh sách ngày như ["2026-11-24"]`, `a list of days such as ["2026-11-24"]`}
	wantContact  = pair{"địa chỉ thư hoặc trang như \"https://don-vi.example\", chữ không dấu, không có ngoặc", "a mail address or page such as \"https://office.example\", in ASCII, without parentheses"}
	wantYes      = pair{"true hoặc false", "true or false"}
	wantRefresh  = pair{`khoảng thời gian từ "1h" đến "720h", hoặc "0s" để không bao giờ`, `a time from "1h" to "720h", or "0s" for never`}
	wantPapers   = pair{`tệp hoặc thư mục viết từ gốc, như "/etc/motcua/papers.toml"`, `a file or folder from the root on, such as "/etc/motcua/papers.toml"`}
	wantFolder   = pair{`thư mục viết từ gốc, như "/var/lib/motcua"`, `a folder from the root on, such as "/var/lib/motcua"`}
)

// key is one key of the file: what it takes and, for single values, how the
// environment and flags set it.
type key struct {
	path string // "national.url"
	want pair
	env  string // "MOTCUA_NATIONAL_URL"
	flag string // "lang", without dashes
	get  func(*Config) string
	set  func(*Config, string)
	list func(Config) []string // of a list that is shown with the single values
	bare bool                  // a number: shown without quotes
}

func single(path string, want pair, flag string, p func(*Config) *string) key {
	env := "MOTCUA_" + strings.ToUpper(strings.ReplaceAll(path, ".", "_"))
	return key{
		path: path, want: want, env: env, flag: flag,
		get: func(c *Config) string { return *p(c) },
		set: func(c *Config, v string) { *p(c) = v },
	}
}

// keys are all keys, in the order of the file that Init writes.
var keys = buildKeys()

func buildKeys() []key {
	lang := single("interface.lang", wantLang, "lang", func(c *Config) *string { return (*string)(&c.Interface.Lang) })
	lang.env = "MOTCUA_LANG"
	theme := single("interface.theme", wantText, "theme", func(c *Config) *string { return &c.Interface.Theme })
	theme.env = "MOTCUA_THEME"
	timeout := single("national.timeout", wantDuration, "", nil)
	timeout.get = func(c *Config) string { return c.National.Timeout.String() }
	timeout.set = func(c *Config, v string) { _ = c.National.Timeout.UnmarshalText([]byte(v)) }
	proxy := single("national.proxy", wantProxy, "", nil)
	proxy.get = func(c *Config) string { return c.National.Proxy.String() }
	proxy.set = func(c *Config, v string) { c.National.Proxy = ProxyOf(v) }
	staff := key{path: "interface.staff", want: wantYes, bare: true, get: func(c *Config) string { return strconv.FormatBool(c.Interface.Staff) }}
	refresh := single("store.refresh", wantRefresh, "", nil)
	refresh.get = func(c *Config) string { return c.Store.Refresh.String() }
	refresh.set = func(c *Config, v string) { _ = c.Store.Refresh.UnmarshalText([]byte(v)) }
	mode := single("sample.mode", wantMode, "", func(c *Config) *string { return (*string)(&c.Sample.Mode) })
	mode.env = "MOTCUA_SAMPLE"

	list := []key{
		single("place.name", wantText, "", func(c *Config) *string { return &c.Place.Name }),
		single("place.office", wantText, "", func(c *Config) *string { return &c.Place.Office }),
		single("place.desk", wantText, "", func(c *Config) *string { return &c.Place.Desk }),
		single("place.hours", wantText, "", func(c *Config) *string { return &c.Place.Hours }),
		lang, theme, staff,
		single("national.url", wantURL, "", func(c *Config) *string { return &c.National.URL }),
		proxy,
		single("national.ca_file", wantCAFile, "", func(c *Config) *string { return &c.National.CAFile }),
		timeout,
		single("national.contact", wantContact, "", func(c *Config) *string { return &c.National.Contact }),
		single("store.dir", wantFolder, "", func(c *Config) *string { return &c.Store.Dir }),
		refresh,
		single("papers.file", wantPapers, "", func(c *Config) *string { return &c.Papers.File }),
		mode,
	}
	list = append(list, []key{
		{path: "calendar.days_off", want: wantDays, list: func(c Config) []string { return c.Calendar.DaysOff }},
		{path: "calendar.days_on", want: wantDays, list: func(c Config) []string { return c.Calendar.DaysOn }},
	}...)
	return slices.Concat(list, serverKeys(), guessKeys(), kioskKeys(), systemKeys(), routeKeys)
}

// envConfig names the variable that holds the file's name.
const envConfig = "MOTCUA_CONFIG"

func findKey(path string) (key, bool) {
	i := slices.IndexFunc(keys, func(k key) bool { return k.path == path })
	if i < 0 {
		return key{}, false
	}
	return keys[i], true
}

// EnvName is the environment variable of a key ("interface.lang"), empty when
// the file alone decides it.
func EnvName(path string) string {
	k, _ := findKey(path)
	return k.env
}

// UnknownEnv are the variables that begin with MOTCUA_ and mean nothing: most
// likely misspelt. environ is as os.Environ gives it.
func UnknownEnv(environ []string) []Problem {
	known := []string{envConfig}
	for _, k := range keys {
		if k.env != "" {
			known = append(known, k.env)
		}
	}
	var list []Problem
	for _, e := range environ {
		name, value, set := strings.Cut(e, "=")
		if set && value == "" || !strings.HasPrefix(name, "MOTCUA_") || slices.Contains(known, name) {
			continue
		}
		list = append(list, Problem{
			Origin: Origin{Env: name}, Suggest: nearest(name, known),
			what: pair{"không dùng đến biến này.", "nothing reads this variable."},
		})
	}
	return list
}

// Langs are the values that interface.lang takes.
func Langs() []string { return []string{string(text.VI), string(text.EN)} }
