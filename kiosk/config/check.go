package config

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2/unstable"

	"motcua/client/clean"
	"motcua/tui/text"
)

// check sanitises the outside strings of cfg, fills what follows from others
// (default paths, passwords from files) and tells what cannot be meant.
func check(cfg *Config, index lineIndex, in Inputs) []Problem {
	c := checker{cfg: cfg, index: index, in: in}
	for _, s := range []*string{
		&cfg.Place.Name, &cfg.Place.Office, &cfg.Place.Desk, &cfg.Place.Hours,
		&cfg.National.Contact, &cfg.Interface.Theme, &cfg.Store.Dir, &cfg.Papers.File,
	} {
		*s = clean.Line(*s)
	}
	c.oneOf("interface.lang", string(cfg.Interface.Lang), Langs(), wantLang)
	if cfg.Interface.Lang != text.EN {
		cfg.Interface.Lang = text.VI
	}
	if in.Themes != nil && cfg.Interface.Theme != "" {
		names := `"` + strings.Join(in.Themes, `", "`) + `"`
		c.oneOf("interface.theme", cfg.Interface.Theme, in.Themes, pair{names, names})
	}
	c.oneOf("sample.mode", string(cfg.Sample.Mode), []string{"auto", "on", "off"}, wantMode)
	if cfg.National.URL != "" {
		c.url("national.url", &cfg.National.URL)
	}
	if !headerText.MatchString(cfg.National.Contact) {
		c.problem("national.contact", cfg.National.Contact, whatBadValue, wantContact, "")
	}
	c.proxy("national.proxy", &cfg.National.Proxy)
	c.caFile("national.ca_file", &cfg.National.CAFile)
	c.timeout("national.timeout", cfg.National.Timeout)
	if file := cfg.Papers.File; file != "" && !filepath.IsAbs(file) {
		c.problem("papers.file", file, whatBadValue, wantPapers, "")
	}
	if dir := cfg.Store.Dir; dir != "" && !filepath.IsAbs(dir) {
		// Relative to where the program happens to be started, it would be
		// another folder each time.
		c.problem("store.dir", dir, whatBadValue, wantFolder, "")
	}
	c.refresh()
	c.days("calendar.days_off", cfg.Calendar.DaysOff)
	c.days("calendar.days_on", cfg.Calendar.DaysOn)
	c.server()
	c.guess()
	c.kiosk()
	for i := range cfg.Systems {
		c.system(i)
	}
	for i := range cfg.Routes {
		c.route(i)
	}
	c.proxyEnv()
	return c.problems
}

type checker struct {
	cfg      *Config
	index    lineIndex
	in       Inputs
	problems []Problem
}

// problem reports a value. path may hold an index ("system[1].url"); the
// sentence names the plain key and the line.
func (c *checker) problem(path, got string, what, want pair, suggest string) {
	plain := indexed.ReplaceAllString(path, "")
	from := c.cfg.origins[plain]
	if from.Env == "" && from.Flag == "" {
		from = Origin{File: c.cfg.File, Line: c.line(path)}
	}
	c.problems = append(c.problems, Problem{
		Origin: from, Key: plain, Got: clean.Line(got), what: what, want: want, Suggest: suggest,
	})
}

var indexed = regexp.MustCompile(`\[\d+\]`)

// line is the line of a key, or of its section when the key is missing.
func (c *checker) line(path string) int {
	if e, ok := c.index[path]; ok {
		return e.line
	}
	section, _, _ := strings.Cut(path, ".")
	if e, ok := c.index[section]; ok {
		return e.line
	}
	return c.index[indexed.ReplaceAllString(section, "")].line // an inline list
}

func (c *checker) oneOf(path, got string, allowed []string, want pair) {
	if !slices.Contains(allowed, got) {
		c.problem(path, got, whatBadValue, want, nearest(strings.ToLower(got), allowed))
	}
}

// url accepts absolute http and https addresses; a user part would carry a
// password into logs.
func (c *checker) url(path string, value *string) {
	u, err := url.Parse(strings.TrimSpace(*value))
	if err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil && u.RawQuery == "" && u.Fragment == "" {
		*value = strings.TrimRight(u.String(), "/")
		return
	}
	got := *value
	if err == nil && u.User != nil || strings.Contains(got, "@") {
		c.problem(path, "", whatBadSecret, wantURL, "")
		return
	}
	c.problem(path, got, whatBadValue, wantURL, "")
}

func (c *checker) timeout(path string, d Duration) {
	if e, given := c.index[path]; given && d.wrong != "" && e.kind != unstable.String && c.inFile(path) {
		c.wrongKind(path, e, wantDuration)
		return
	}
	if d.Std() < minTimeout || d.Std() > maxTimeout {
		c.problem(path, d.String(), whatBadValue, wantDuration, "")
	}
}

// wrongKind reports a value that the decoder took although it is no text.
func (c *checker) wrongKind(path string, e entry, want pair) {
	c.problems = append(c.problems, Problem{
		Origin: Origin{File: c.cfg.File, Line: e.line}, Key: indexed.ReplaceAllString(path, ""),
		what: whatWrongType, want: want, kind: tomlKind(e.kind),
	})
}

// inFile tells whether the file decides a key, no variable and no flag.
func (c *checker) inFile(path string) bool {
	from := c.cfg.origins[path]
	return from.Env == "" && from.Flag == ""
}

func (c *checker) days(path string, days []string) {
	for _, day := range days {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			c.problem(path, day, whatBadValue, wantDays, "")
		}
	}
}

// headerText is what may stand in the comment of a User-Agent (RFC 9110,
// 5.6.5).
var headerText = regexp.MustCompile(`^[!-'*-\[\]-~ ]{0,120}$`)

// readPassword gives the first line; editors end files with a line feed.
func readPassword(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	buf := make([]byte, 4096)
	n, err := f.Read(buf)
	if n == 0 {
		return "", fmt.Errorf("empty: %w", err)
	}
	line, _, _ := strings.Cut(string(buf[:n]), "\n")
	if line = strings.TrimRight(line, "\r"); line == "" {
		return "", fmt.Errorf("first line empty: %s", name)
	}
	return line, nil
}
