package doctor

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"motcua/client"
	"motcua/client/workday"
	"motcua/kiosk/config"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

var noon = time.Date(2026, 11, 24, 12, 0, 0, 0, workday.Zone)

func calendarOf(t *testing.T, years ...int) *workday.Calendar {
	t.Helper()
	holidays := map[int][]string{}
	for _, y := range years {
		holidays[y] = nil
	}
	c, err := workday.NewCalendar(holidays)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// unannounced has 2026 and 2027, one of them before its notice.
func unannounced(t *testing.T, year int) *workday.Calendar {
	t.Helper()
	c, err := workday.NewCalendar(map[int][]string{2026: nil, 2027: nil}, year)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// load parses a configuration.
func load(t *testing.T, doc string) (config.Config, error) {
	t.Helper()
	name := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(name, []byte(doc), 0o600); err != nil {
		t.Fatal(err)
	}
	return config.Load(config.Inputs{
		Flags:  map[string]string{"config": name},
		Getenv: func(name string) string { return map[string]string{"PW": "x"}[name] },
	})
}

// sound returns an Env in which nothing is wrong.
func sound(t *testing.T) Env {
	t.Helper()
	cfg, err := load(t, "[[system]]\nid = \"h55\"\nname = \"Một cửa Thái Nguyên\"\nkind = \"integration\"\nurl = \"https://adapter.example\"\nusername = \"u\"\npassword_env = \"PW\"\n")
	if err != nil {
		t.Fatal(err)
	}
	return Env{
		Lang: text.EN, Config: cfg, Calendar: calendarOf(t, 2026, 2027), Notices: map[int][]string{2026: {"9441/TB-BNV", "3383/BNV-CVL"}, 2027: {"1/TB-BNV"}},
		Portals: []Portal{{
			Source: client.SourceName{ID: "h55", Name: "Một cửa Thái Nguyên"}, System: "h55", URL: "https://adapter.example",
			Ask:  func(context.Context) error { return client.ErrNotFound },
			Date: says(-3 * time.Second),
		}},
		Terminal: Terminal{IsTerminal: true, Width: 80, Height: 24, Term: "xterm-256color", Locale: "vi_VN.UTF-8", Profile: colorprofile.ANSI256},
		Server:   soundServer(),
		Built:    noon.AddDate(0, -1, 0),
		Now:      func() time.Time { return noon },
		Inside:   "systemd-run motcua doctor",
	}
}

// says returns the time of a server whose clock is off by that much.
func says(off time.Duration) func(context.Context) (time.Time, error) {
	return func(context.Context) (time.Time, error) { return noon.Add(off), nil }
}

// run returns the findings as "state name: sentence", without the file's folder.
func run(t *testing.T, e Env) ([]string, bool) {
	t.Helper()
	var got []string
	good, err := Run(t.Context(), e, func(f Finding) error {
		s := string(f.State) + " " + f.Name + ": " + f.Sentence
		got = append(got, strings.ReplaceAll(s, filepath.Dir(e.Config.File)+string(filepath.Separator), ""))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return got, good
}

func TestAllIsWell(t *testing.T) {
	got, good := run(t, sound(t))
	want := []string{
		"ok config: the file config.toml is in use.",
		"ok sample: not in use.",
		"ok clock: it is 12:00 24 November 2026 in Vietnam.",
		"ok holidays: holidays of 2026 are those of 9441/TB-BNV, 3383/BNV-CVL.",
		"ok holidays: holidays of 2027 are those of 1/TB-BNV.",
		"ok portal h55: Một cửa Thái Nguyên answers after 1 ms.",
		"ok clock: the clock agrees with Một cửa Thái Nguyên within 3 seconds.",
		"ok routes: codes * go to h55.",
		"ok terminal: 80 columns, 24 rows, xterm-256color, 256 colours.",
		"ok server: motcua serve can start on 127.0.0.1:2222.",
	}
	if !good || !reflect.DeepEqual(got, want) {
		t.Errorf("good %v\ngot  %q\nwant %q", good, got, want)
	}
}

// Each row breaks one thing. Its finding must appear, and only "fail" makes the whole run
// fail.
func TestEachFault(t *testing.T) {
	down := func(c client.Cause) func(context.Context) error {
		return func(context.Context) error {
			return &client.UnavailableError{Source: client.SourceName{ID: "h55"}, Cause: c, Err: errors.New("x")}
		}
	}
	for _, tc := range []struct {
		name  string
		spoil func(*Env)
		want  string
	}{
		{"bad config", func(e *Env) {
			e.Config, e.ConfigErr = load(t, "[interface]\nlang = \"fr\"\n")
		}, `fail config: config.toml, line 2: key "interface.lang" takes "vi" or "en", but it is "fr".`},
		{"misspelt variable", func(e *Env) {
			e.Unknown = config.UnknownEnv([]string{"MOTCUA_LNAG=vi"})
		}, "warn config: environment variable MOTCUA_LNAG: nothing reads this variable. Did you mean MOTCUA_LANG?"},
		{"sample data", func(e *Env) {
			e.Config, e.ConfigErr = load(t, "")
		}, "warn sample: in use, so every application here is made up."},
		{"clock before the build", func(e *Env) {
			e.Built = noon.AddDate(0, 0, 2)
		}, "fail clock: the clock says 12:00 24 November 2026, before the program was built (26 November 2026)."},
		{"clock some minutes off", func(e *Env) {
			e.Portals[0].Date = says(5 * time.Minute)
		}, "warn clock: the clock differs by 5 minutes from Một cửa Thái Nguyên."},
		{"clock a day off", func(e *Env) {
			e.Portals[0].Date = says(-24 * time.Hour)
		}, "fail clock: the clock differs by 24 hours from Một cửa Thái Nguyên."},
		{"holidays of next year", func(e *Env) {
			e.Calendar = calendarOf(t, 2026)
		}, "warn holidays: holidays of 2027 are not known, working days may be miscounted."},
		{"next year before its notice", func(e *Env) {
			e.Calendar = unannounced(t, 2027)
		}, "ok holidays: the 2027 calendar is not announced yet, working days are counted by the law's days off."},
		{"this year before its notice", func(e *Env) {
			e.Calendar = unannounced(t, 2026)
		}, "warn holidays: the 2026 calendar is not announced yet, working days are counted by the law's days off."},
		{"no calendar", func(e *Env) {
			e.Calendar = nil
		}, "warn holidays: holidays of 2026 are not known, working days may be miscounted."},
		{"portal down", func(e *Env) {
			e.Portals[0].Ask = down(client.CauseNetwork)
		}, "fail portal h55: Một cửa Thái Nguyên: no connection to adapter.example (x)."},
		{"log-in refused", func(e *Env) {
			e.Portals[0].Ask = down(client.CauseRefused)
		}, "fail portal h55: Một cửa Thái Nguyên refuses the log-in."},
		{"firewall", func(e *Env) {
			e.Portals[0].Ask = down(client.CauseRejected)
		}, "fail portal h55: the firewall of Một cửa Thái Nguyên rejects this machine."},
		{"an error nobody foresaw", func(e *Env) {
			e.Portals[0].Ask = func(context.Context) error { return errors.New("odd\x1b[31m") }
		}, "fail portal h55: Một cửa Thái Nguyên does not answer (odd�[31m)."},
		{"slow portal", func(e *Env) {
			now := noon
			e.Now = func() time.Time { return now }
			e.Portals[0].Ask = func(context.Context) error { now = now.Add(4 * time.Second); return nil }
		}, "warn portal h55: Một cửa Thái Nguyên answers but slowly, after 4 s."},
		{"plain http", func(e *Env) {
			e.Portals[0].URL = "http://adapter.example"
		}, "warn portal h55: Một cửa Thái Nguyên uses http, so the data is not encrypted on its way."},
		{"no portal", func(e *Env) {
			e.Portals = nil
		}, "warn portals: no portal is asked; only the built-in catalogue of procedures answers."},
		{"no system", func(e *Env) {
			e.Config, e.ConfigErr = load(t, "[national]\nurl = \"https://x.example/api/v1\"\n")
		}, "warn routes: no system that knows applications is configured."},
		{"system without a route", func(e *Env) {
			e.Config, e.ConfigErr = load(t, systems("h55", "g01")+"[[route]]\nmatch = \"H55.*\"\nsystems = [\"h55\"]\n")
		}, "warn routes: no code goes to g01."},
		{"route in the shade", func(e *Env) {
			e.Config, e.ConfigErr = load(t, systems("h55")+"[[route]]\nmatch = \"H55.*\"\nsystems = [\"h55\"]\n[[route]]\nmatch = \"H55.17.05\"\nsystems = [\"h55\"]\n")
		}, "warn routes: [[route]] H55.17.05 is never used, because H55.* before it matches all its codes."},
		{"no TERM", func(e *Env) {
			e.Terminal.Term = ""
		}, "warn terminal: TERM is empty, the interface cannot be drawn."},
		{"small terminal", func(e *Env) {
			e.Terminal.Width = 40
		}, "warn terminal: the terminal has 40 columns, 24 rows; at least 60 by 18 are needed."},
		{"locale", func(e *Env) {
			e.Terminal.Locale = "POSIX"
		}, "warn terminal: the locale (POSIX) is not UTF-8, Vietnamese letters may break."},
		{"pipe", func(e *Env) {
			e.Terminal = Terminal{}
		}, "ok terminal: the output is not a terminal, so text is written without styles."},
	} {
		t.Run(tc.name, func(t *testing.T) {
			e := sound(t)
			tc.spoil(&e)
			got, good := run(t, e)
			found := false
			for _, s := range got {
				found = found || s == tc.want
			}
			if !found {
				t.Errorf("got %q\nwant one of them to be %q", got, tc.want)
			}
			if fails := strings.HasPrefix(tc.want, "fail "); good == fails {
				t.Errorf("good is %v", good)
			}
		})
	}
}

func systems(ids ...string) string {
	var b strings.Builder
	for _, id := range ids {
		b.WriteString("[[system]]\nid = \"" + id + "\"\nkind = \"integration\"\nurl = \"https://adapter.example\"\nusername = \"u\"\npassword_env = \"PW\"\n")
	}
	return b.String()
}

// The sample portal is asked like any other, but using http on the loopback and its clock
// are no findings.
func TestSamplePortal(t *testing.T) {
	e := sound(t)
	e.Portals[0].Sample = true
	e.Portals[0].URL = "http://127.0.0.1:4000"
	e.Portals[0].Date = func(context.Context) (time.Time, error) {
		t.Error("the sample portal was asked for the time")
		return time.Time{}, nil
	}
	if got, good := run(t, e); !good || strings.Contains(strings.Join(got, "\n"), "http,") {
		t.Errorf("got %q", got)
	}
}

func TestOutput(t *testing.T) {
	f := Finding{Name: "clock", State: StateFail, Sentence: "đồng hồ <lệch>.", WhatToDo: "Đặt lại giờ."}
	var b strings.Builder
	if err := Plain(&b, text.VI)(f); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), "✗ hỏng  đồng hồ: đồng hồ <lệch>.\n    → Đặt lại giờ.\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	b.Reset()
	if err := JSON(&b)(f); err != nil {
		t.Fatal(err)
	}
	if got, want := b.String(), `{"name":"clock","state":"fail","sentence":"đồng hồ <lệch>.","what_to_do":"Đặt lại giờ."}`+"\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var back Finding
	if err := json.Unmarshal([]byte(b.String()), &back); err != nil || back != f {
		t.Errorf("%v %+v", err, back)
	}
}

// The findings of a sound machine in Vietnamese.
func TestSoundInVietnamese(t *testing.T) {
	e := sound(t)
	e.Lang = text.VI
	got, _ := run(t, e)
	want := []string{
		"ok config: dùng tệp config.toml.",
		"ok sample: không dùng.",
		"ok clock: bây giờ là 12:00 24/11/2026 ở Việt Nam.",
		"ok holidays: có lịch nghỉ năm 2026 theo 9441/TB-BNV, 3383/BNV-CVL.",
		"ok holidays: có lịch nghỉ năm 2027 theo 1/TB-BNV.",
		"ok portal h55: Một cửa Thái Nguyên trả lời sau 1 ms.",
		"ok clock: đồng hồ khớp với Một cửa Thái Nguyên, lệch không quá 3 giây.",
		"ok routes: mã * hỏi h55.",
		"ok terminal: 80 cột, 24 dòng, xterm-256color, 256 màu.",
		"ok server: motcua serve chạy được ở 127.0.0.1:2222.",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestRunStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	e := sound(t)
	e.Portals[0].Ask = func(context.Context) error { cancel(); return ctx.Err() }
	if _, err := Run(ctx, e, func(Finding) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if _, err := Run(t.Context(), sound(t), func(Finding) error { return fs.ErrClosed }); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("error %v", err)
	}
}

// IDs, causes and Go's durations once appeared in the middle of a sentence.
func TestNothingIsLeftInAProgrammersWords(t *testing.T) {
	e := sound(t)
	for name, p := range operator.DoctorNames {
		if got := called(name+" h55", text.VI); got != p.In(text.VI)+" h55" {
			t.Errorf("%s: %s", name, got)
		}
	}
	for _, c := range append(client.Causes(), client.CauseCancelled) {
		if got := e.cause(c); got == string(c) || got == "" {
			t.Errorf("%s: %q", c, got)
		}
	}
	// The words know every name that a check uses.
	_, err := Run(t.Context(), e, func(f Finding) error {
		if what, _, _ := strings.Cut(f.Name, " "); operator.DoctorNames[what] == (text.Said{}) {
			t.Errorf("no words for %s", f.Name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	e.Lang = text.VI
	for d, want := range map[time.Duration]string{
		0: "1 ms", 123 * time.Millisecond: "123 ms", 4200 * time.Millisecond: "4,2 giây", 5 * time.Second: "5 giây",
	} {
		if got := e.took(d); got != want {
			t.Errorf("%v: got %q, want %q", d, got, want)
		}
	}
	for d, want := range map[time.Duration]string{0: "1 giây", 150 * time.Second: "3 phút", 25 * time.Hour: "25 giờ"} {
		if got := e.span(d); got != want {
			t.Errorf("%v: got %q, want %q", d, got, want)
		}
	}
}
