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
	"motcua/kiosk/config/proxy"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// maxFile is the largest file in bytes, far more than a configuration with a hundred
// systems needs.
const maxFile = 1 << 20

// Inputs are what Load reads from outside the program, so that tests can replace it.
type Inputs struct {
	// Flags are the flags that were given, by name without dashes: "config", "lang",
	// "theme". Others are ignored.
	Flags map[string]string
	// Getenv is os.Getenv. An empty variable counts as not set.
	Getenv func(string) string
	// Themes are the names that interface.theme accepts; nil accepts any.
	Themes []string
	// SystemFile is read when the person has no file of their own; empty means
	// /etc/motcua/config.toml (on Windows a file below %ProgramData%).
	SystemFile string
	// Lenient skips keys and sections of the file that the program does not know, see
	// Config.Skipped. A server starts with them: the file may be that of a newer version.
	Lenient bool
	// More are additional sections. Tests use them to try keys that the program does not
	// have.
	More []key.Section
}

func (in Inputs) getenv(name string) string {
	if in.Getenv == nil {
		return ""
	}
	return in.Getenv(name)
}

// Load reads the configuration: defaults, then the file, then the environment, then flags,
// each overriding the one before. The error is an *Error. The Config returned with an error
// contains what could be read; use it only to choose the language of the error message.
func Load(in Inputs) (Config, error) {
	cfg := Defaults()
	cfg.origins, cfg.more, cfg.themes = map[string]Origin{}, in.More, in.Themes
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
	l.proxyEnv()
	if cfg.secretInFile && regular(cfg.File) {
		if p := shut(cfg.File); p != nil {
			p.File = clean.Line(cfg.File)
			l.problems.add(*p)
		}
	}
	slices.SortStableFunc(l.problems.Problems, func(a, b Problem) int { return a.Line - b.Line })
	return cfg, l.problems.orNil()
}

// Origin returns where the value of a key ("interface.lang") came from; the zero Origin is
// a default.
func (c Config) Origin(path string) Origin { return c.origins[path] }

// SearchPath returns the files that Load tries in turn when neither the flag nor
// MOTCUA_CONFIG names one.
func SearchPath(in Inputs) []string {
	var list []string
	switch {
	// A relative path must be ignored (XDG Base Directory Specification).
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

// findFile reads the file that is used. It is not a problem when there is none, but it is
// one when a named file is missing or a file cannot be read.
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
		if p != nil && p.What == operator.ConfigFileMissing {
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
		p.What = operator.ConfigFileIsFolder
		return nil, p
	}
	doc, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	switch {
	case err != nil:
		return nil, p.because(err)
	case len(doc) > maxFile:
		p.What, p.Want = operator.ConfigFileTooLarge, text.Same("1 MB")
		return nil, p
	case !utf8.Valid(doc) || strings.ContainsRune(string(doc), 0):
		p.What = operator.ConfigFileBinary
		return nil, p
	}
	if doc == nil {
		doc = []byte{}
	}
	return doc, nil
}

// because adds the cause: the usual ones in words, any other as the system's text.
func (p *Problem) because(err error) *Problem {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		p.What = operator.ConfigFileMissing
	case errors.Is(err, fs.ErrPermission):
		p.What = operator.ConfigFileClosed
	case errors.As(err, &path):
		p.What, p.Got = operator.ConfigFileUnread, clean.Line(fmt.Sprint(path.Err))
	default:
		p.What, p.Got = operator.ConfigFileUnread, clean.Line(err.Error())
	}
	return p
}

// HomeFile returns where a new file belongs: the first of SearchPath, or the path in
// MOTCUA_CONFIG. own is false where the account has no folder of its own and the file would
// apply to the whole machine. For root that is right: root sets up services, which read no
// file in root's home.
func HomeFile(in Inputs, root bool) (name string, own bool) {
	if named := in.getenv(envConfig); named != "" {
		return named, true
	}
	list := SearchPath(in)
	if root && in.getenv("XDG_CONFIG_HOME") == "" {
		return list[len(list)-1], true
	}
	return list[0], len(list) > 1
}

// proxyEnv reads the proxies of the environment. A wrong variable is only reported when a
// portal would use it.
func (l *loader) proxyEnv() {
	env, wrong := proxy.FromEnv(l.in.getenv)
	if env == nil || !l.cfg.followsEnv() {
		return
	}
	l.cfg.env = env
	for _, name := range wrong {
		l.problems.add(Problem{Origin: Origin{Env: name}, Wrong: key.Wrong{What: operator.EnvProxy, Want: proxy.WantEnv}})
	}
}

// followsEnv reports whether any portal or system uses the environment's proxy.
func (c *Config) followsEnv() bool {
	return c.National.URL != "" && c.National.Proxy == (proxy.Proxy{}) ||
		slices.ContainsFunc(c.Systems, func(s System) bool { return s.Keys["url"] != "" && s.Proxy == (proxy.Proxy{}) })
}

// Way returns how a portal whose key proxy has the value own is reached; key is the key's
// name for messages.
func (c Config) Way(own proxy.Proxy, key string) proxy.Way { return proxy.NewWay(own, key, c.env) }
