package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"unicode/utf8"

	"motcua/client/clean"
	"motcua/kiosk/config/key"
)

// maxFile is far more than a config with a hundred systems needs.
const maxFile = 1 << 20

// Inputs are the outside of Load, so that tests can stand in for it.
type Inputs struct {
	// Flags are the flags that were given, by name without dashes: "config",
	// "lang", "theme". Others are ignored.
	Flags map[string]string
	// Getenv is os.Getenv. A variable that is empty counts as not set.
	Getenv func(string) string
	// Themes are the names that interface.theme takes; nil accepts any.
	Themes []string
	// SystemFile is read when the person has no file of their own; empty means
	// /etc/motcua/config.toml (Windows: below %ProgramData%).
	SystemFile string
	// More are sections beside the program's own. A test tries a key by them that the
	// program has not.
	More []key.Section
}

func (in Inputs) getenv(name string) string {
	if in.Getenv == nil {
		return ""
	}
	return in.Getenv(name)
}

// Load reads the configuration: defaults, then the file, then the environment,
// then flags, each over the one before. The error is an *Error; the Config
// beside it holds what could be read, so that the error can be said in the
// right language, and must not be used for more.
func Load(in Inputs) (Config, error) {
	cfg := Defaults()
	cfg.origins, cfg.more = map[string]Origin{}, in.More
	l := &loader{cfg: &cfg, in: in, sections: cfg.sections()}
	file, doc, p := findFile(in)
	if p != nil {
		l.problems.add(*p)
	}
	if doc != nil {
		cfg.File, l.file = file, file
		l.decode(doc)
	}
	l.read()
	if theme := cfg.Interface.Theme; in.Themes != nil && theme != "" && !slices.Contains(in.Themes, theme) {
		names := `"` + strings.Join(in.Themes, `", "`) + `"`
		l.problem("interface.theme", key.Wrong{What: key.WhatBadValue, Want: key.Say(names, names), Got: theme, Suggest: key.Nearest(strings.ToLower(theme), in.Themes)})
	}
	l.proxyEnv()
	if cfg.HasPlainSecret() && regular(cfg.File) {
		if p := shut(cfg.File); p != nil {
			p.File = clean.Line(cfg.File)
			l.problems.add(*p)
		}
	}
	slices.SortStableFunc(l.problems.Problems, func(a, b Problem) int { return a.Line - b.Line })
	return cfg, l.problems.orNil()
}

// Origin tells where the value of a key ("interface.lang") came from; the zero
// Origin is a default.
func (c Config) Origin(path string) Origin { return c.origins[path] }

// SearchPath are the files that Load tries in turn when neither the flag nor
// MOTCUA_CONFIG names one.
func SearchPath(in Inputs) []string {
	var list []string
	switch {
	// A relative path counts as none (XDG Base Directory Specification).
	case filepath.IsAbs(in.getenv("XDG_CONFIG_HOME")):
		list = append(list, filepath.Join(in.getenv("XDG_CONFIG_HOME"), "motcua", "config.toml"))
	case filepath.IsAbs(in.getenv("AppData")):
		list = append(list, filepath.Join(in.getenv("AppData"), "motcua", "config.toml"))
	case filepath.IsAbs(in.getenv("HOME")):
		list = append(list, filepath.Join(in.getenv("HOME"), ".config", "motcua", "config.toml"))
	}
	switch {
	case in.SystemFile != "":
		list = append(list, in.SystemFile)
	case in.getenv("ProgramData") != "":
		list = append(list, filepath.Join(in.getenv("ProgramData"), "motcua", "config.toml"))
	default:
		list = append(list, "/etc/motcua/config.toml")
	}
	return list
}

// findFile reads the file that counts. No file at all is no problem; a file
// that was named and is not there is, and so is one that cannot be read.
func findFile(in Inputs) (string, []byte, *Problem) {
	named := in.Flags["config"]
	if named == "" {
		named = in.getenv(envConfig)
	}
	if named != "" {
		doc, p := readFile(named)
		return named, doc, p
	}
	for _, name := range SearchPath(in) {
		doc, p := readFile(name)
		if p != nil && p.What == whatNoFile {
			continue
		}
		return name, doc, p
	}
	return "", nil, nil
}

func readFile(name string) ([]byte, *Problem) {
	p := &Problem{Origin: Origin{File: clean.Line(name)}}
	f, err := os.Open(name)
	if err != nil {
		return nil, p.because(err)
	}
	defer func() { _ = f.Close() }()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		p.What = whatIsDir
		return nil, p
	}
	doc, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	switch {
	case err != nil:
		return nil, p.because(err)
	case len(doc) > maxFile:
		p.What, p.Want = whatTooLarge, key.Say("1 MB", "1 MB")
		return nil, p
	case !utf8.Valid(doc) || strings.ContainsRune(string(doc), 0):
		p.What = whatBinary
		return nil, p
	}
	if doc == nil {
		doc = []byte{}
	}
	return doc, nil
}

// because names the usual causes in words; the rest is the system's own word.
func (p *Problem) because(err error) *Problem {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		p.What = whatNoFile
	case errors.Is(err, fs.ErrPermission):
		p.What = whatNoAccess
	case errors.As(err, &path):
		p.What, p.Got = whatUnread, clean.Line(fmt.Sprint(path.Err))
	default:
		p.What, p.Got = whatUnread, clean.Line(err.Error())
	}
	return p
}

// HomeFile is where a person's own file belongs: the first of SearchPath, or
// what MOTCUA_CONFIG names. own is false where the account has no place of its own
// and the file would be the whole machine's.
func HomeFile(in Inputs) (name string, own bool) {
	if named := in.getenv(envConfig); named != "" {
		return named, true
	}
	list := SearchPath(in)
	return list[0], len(list) > 1
}
