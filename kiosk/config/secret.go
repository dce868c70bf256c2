package config

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"motcua/client/clean"
	"motcua/client/system"
	"motcua/kiosk/config/key"
)

// envCredentials names the folder in which systemd puts the credentials of a
// service (systemd.exec(5), LoadCredential=). Outside the service there is none.
const envCredentials = "CREDENTIALS_DIRECTORY"

// credentialID is what systemd takes as the name of a credential: fit for a file
// name (systemd.exec(5)).
var credentialID = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._-]{0,254}$`)

var (
	wantCredential = key.Say(
		`tên một mật khẩu mà systemd trao cho dịch vụ (dòng LoadCredential), như "h55.password"`,
		`the name of a credential such as "h55.password", with a line LoadCredential in the service`,
	)
	whatNoCredential = key.Say(
		`khoá "%k": dịch vụ này không được trao mật khẩu "%g", hoặc nó trống. Thêm dòng LoadCredential=%g:/đường/dẫn vào dịch vụ.`,
		`key "%k": this service has no credential "%g", or it is empty. Add a line LoadCredential=%g:/path to the service.`,
	)
	whatOutside = key.Say(
		`khoá "%k": mật khẩu "%g" chỉ có bên trong dịch vụ systemd, ở đây không có.`,
		`key "%k": the credential "%g" is there only inside the systemd service, and not here.`,
	)
)

// formsOfSecret are the other ways to give a secret, as ends of its key's name, by
// which it need not stand in a file that many may read.
var formsOfSecret = []string{"_file", "_env", "_credential"}

// secretNames are the keys of a [[system]] that hold a secret, whatever its kind.
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

// WithSecrets is the system with one value in the place of each secret.
func (s System) WithSecrets(value key.Secret) System {
	s.Secrets = map[string]key.Secret{}
	for _, name := range secretNames() {
		s.Secrets[name] = value
	}
	return s
}

// SecretKey names the key by which a system's secret was given: "password_file";
// empty for a kind that has none.
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

// Credentials are the credentials of systemd that a system needs.
func (s System) Credentials() []string {
	var list []string
	for _, name := range secretNames() {
		if c := s.Keys[name+"_credential"]; c != "" {
			list = append(list, c)
		}
	}
	return list
}

// Outside are those of them that cannot be read, because this process does not run
// inside the service that has them.
func (s System) Outside() []string {
	var list []string
	for _, name := range secretNames() {
		if c := s.Keys[name+"_credential"]; c != "" && s.Secrets[name].Reveal() == "" {
			list = append(list, c)
		}
	}
	return list
}

// Outside are the sentences for what can be read inside the service alone. Load
// takes such a configuration: whoever would ask those systems has to say them.
func (c Config) Outside() []Problem { return c.outside }

// HasPlainSecret tells whether a password stands in the file itself, or the PIN's
// hash, by which somebody who reads it finds the PIN: then it matters who may read
// and write that file.
func (c Config) HasPlainSecret() bool {
	for _, s := range c.sections() {
		if slices.ContainsFunc(s.Keys, func(k key.Key) bool { return k.HoldsSecret() && c.origins[s.Name+"."+k.Name].File != "" }) {
			return true
		}
	}
	return slices.ContainsFunc(c.Systems, func(s System) bool {
		name := s.SecretKey()
		return s.Proxy.hasSecret() || name != "" && s.Secrets[name].Reveal() != ""
	})
}

// secret resolves a secret that the system's kind needs.
func (l *loader) secret(at string, s *System, name string) {
	var ways []string // "" is the key itself
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
		tell("", key.Wrong{What: whatMissing, Want: key.Say(
			fmt.Sprintf("mật khẩu, hoặc %s_file, %[1]s_env, %[1]s_credential thay cho nó", name),
			fmt.Sprintf("a password, or %s_file, %[1]s_env or %[1]s_credential in its place", name),
		)})
		return
	}
	if len(ways) > 1 {
		tell("", key.Wrong{What: key.WhatBadSecret, Want: key.Say(
			fmt.Sprintf("chỉ một trong bốn: %s, %[1]s_file, %[1]s_env, %[1]s_credential", name),
			fmt.Sprintf("only one of %s, %[1]s_file, %[1]s_env, %[1]s_credential", name),
		)})
		return
	}
	given := s.Keys[name+ways[0]]
	found := func(v string) { put(&s.Secrets, name, key.SecretOf(v)) }
	switch ways[0] {
	case "_file":
		l.kept(at+"."+name+"_file", given, found, key.Wrong{What: key.WhatBadValue, Want: wantFile, Got: clean.Line(given)})
	case "_env":
		if found(l.in.getenv(given)); s.Secrets[name].Reveal() == "" {
			tell("_env", key.Wrong{What: key.WhatBadValue, Want: wantEnv, Got: clean.Line(given)})
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
		l.problem(path, key.Wrong{What: key.WhatBadValue, Want: wantCredential, Got: name})
		return
	}
	dir := l.in.getenv(envCredentials)
	if dir == "" {
		outside := loader{cfg: l.cfg, lines: l.lines}
		outside.problem(path, key.Wrong{What: whatOutside, Got: name})
		l.cfg.outside = append(l.cfg.outside, outside.problems.Problems...)
		return
	}
	l.kept(path, filepath.Join(dir, id), found, key.Wrong{What: whatNoCredential, Got: name})
}

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
