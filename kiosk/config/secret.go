package config

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"motcua/client/clean"
	"motcua/client/system"
	"motcua/kiosk/config/key"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// envCredentials is the variable with the folder of a service's credentials, set by systemd
// (systemd.exec(5), LoadCredential=). Outside the service it is not set.
const envCredentials = "CREDENTIALS_DIRECTORY"

// credentialID matches a name that systemd accepts for a credential: valid as a file name
// (systemd.exec(5)).
var credentialID = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._-]{0,254}$`)

var (
	wantCredential = text.Say(
		`tên một mật khẩu mà systemd trao cho dịch vụ (dòng LoadCredential), như "h55.password"`,
		`the name of a credential such as "h55.password", with a line LoadCredential in the service`,
	)
)

// formsOfSecret are the other ways to give a secret, as suffixes of its key's name. With
// them it need not be in a configuration file that many accounts may read.
var formsOfSecret = []string{"_file", "_env", "_credential"}

// secretNames returns the keys of a [[system]] that hold a secret, for all kinds.
func secretNames() []string {
	var names []string
	for _, k := range system.Kinds() {
		for _, own := range k.Keys {
			if own.Takes == system.TakesSecret && !slices.Contains(names, own.Name) {
				names = append(names, own.Name)
			}
		}
	}
	return names
}

// WithSecrets returns a copy of the system in which every secret has this value.
func (s System) WithSecrets(value key.Secret) System {
	s.Secrets = map[string]key.Secret{}
	for _, name := range secretNames() {
		s.Secrets[name] = value
	}
	return s
}

// SecretKey returns the name of the key that gave a system's secret: "password_file"; empty
// for a kind without a secret.
func (s System) SecretKey() string {
	for _, name := range secretNames() {
		for _, form := range formsOfSecret {
			if s.Keys[name+form] != "" {
				return name + form
			}
		}
		if s.Secrets[name].Reveal() != "" {
			return name
		}
	}
	return ""
}

// Credentials returns the names of the systemd credentials that a system needs.
func (s System) Credentials() []string {
	var list []string
	for _, name := range secretNames() {
		if c := s.Keys[name+"_credential"]; c != "" {
			list = append(list, c)
		}
	}
	return list
}

// ErrOutside is the error of a system when its credential is only available inside the
// service and the program runs outside it.
var ErrOutside = errors.New("its credential is only available inside the service")

// Outside returns those of Credentials that cannot be read because this process does not
// run inside the service.
func (s System) Outside() []string {
	var list []string
	for _, name := range secretNames() {
		if c := s.Keys[name+"_credential"]; c != "" && s.Secrets[name].Reveal() == "" {
			list = append(list, c)
		}
	}
	return list
}

// Outside returns the problems of secrets that can only be read inside the service. Load
// accepts such a configuration, so whoever asks those systems must report these problems.
func (c Config) Outside() []Problem { return c.outside }

// secret reads a secret that the system's kind needs.
func (l *loader) secret(at string, s *System, name string) {
	var ways []string // "" stands for the key itself
	if s.Secrets[name].Reveal() != "" {
		ways = append(ways, "")
	}
	for _, form := range formsOfSecret {
		if s.Keys[name+form] != "" {
			ways = append(ways, form)
		}
	}
	tell := func(form string, w key.Wrong) { l.problem(at+"."+name+form, w) }
	if len(ways) == 0 {
		tell("", key.Wrong{What: operator.KeyMissing, Want: text.Say(
			"mật khẩu, hoặc %s_file, %[1]s_env, %[1]s_credential thay cho nó",
			"a password, or %s_file, %[1]s_env or %[1]s_credential in its place",
		).With(name)})
		return
	}
	if len(ways) > 1 {
		tell("", key.Wrong{What: operator.KeyBadSecret, Want: text.Say(
			"chỉ một trong bốn: %s, %[1]s_file, %[1]s_env, %[1]s_credential",
			"only one of %s, %[1]s_file, %[1]s_env, %[1]s_credential",
		).With(name)})
		return
	}
	given := s.Keys[name+ways[0]]
	found := func(v string) { put(&s.Secrets, name, key.SecretOf(v)) }
	switch ways[0] {
	case "_file":
		l.kept(at+"."+name+"_file", given, found, key.Wrong{What: operator.KeyBadValue, Want: wantFile, Got: clean.Line(given)})
	case "_env":
		if found(l.in.getenv(given)); s.Secrets[name].Reveal() == "" {
			tell("_env", key.Wrong{What: operator.KeyBadValue, Want: wantEnv, Got: clean.Line(given)})
		}
	case "_credential":
		l.credential(at+"."+name+"_credential", given, found)
	}
}

// kept reads a secret from a file of its own.
func (l *loader) kept(path, file string, found func(string), unread key.Wrong) {
	if open := shut(file); open != nil {
		l.problem(path, open.Wrong)
		return
	}
	doc, err := readPassword(file)
	if err != nil {
		l.problem(path, unread)
		return
	}
	found(doc)
}

func (l *loader) credential(path, id string, found func(string)) {
	name := clean.Line(id)
	if !credentialID.MatchString(id) {
		l.problem(path, key.Wrong{What: operator.KeyBadValue, Want: wantCredential, Got: name})
		return
	}
	dir := l.in.getenv(envCredentials)
	if dir == "" {
		outside := loader{cfg: l.cfg, lines: l.lines}
		outside.problem(path, key.Wrong{What: operator.KeyOutside, Got: name})
		l.cfg.outside = append(l.cfg.outside, outside.problems.Problems...)
		return
	}
	l.kept(path, filepath.Join(dir, id), found, key.Wrong{What: operator.KeyNoCredential, Got: name})
}

// readPassword returns the first line, because editors end files with a line feed.
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
		return "", fmt.Errorf("the first line is empty: %s", name)
	}
	return line, nil
}
