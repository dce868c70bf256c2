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

// secret is one key that holds a secret, and its siblings NAME_file, NAME_env and
// NAME_credential, by which it need not stand in a file that many may read.
type secret struct {
	name                  string // "password"
	value                 *key.Secret
	file, env, credential string
}

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

// secrets are those of a system, whatever its kind.
func (s *System) secrets() []secret {
	var list []secret
	for _, name := range secretNames() {
		list = append(list, s.secret(name))
	}
	return list
}

// secret is the key of that name. What the table calls a secret and is plain text
// here makes it panic.
func (s *System) secret(name string) secret {
	return secret{name, s.at(name).(*key.Secret), *s.text(name + "_file"), *s.text(name + "_env"), *s.text(name + "_credential")}
}

// WithSecrets is the system with one value in the place of each secret.
func (s System) WithSecrets(value key.Secret) System {
	for _, x := range s.secrets() {
		*x.value = value
	}
	return s
}

// inFile tells whether the secret itself stands in the file.
func (s secret) inFile() bool { return s.value.Reveal() != "" && s.file+s.env+s.credential == "" }

// SecretKey names the key by which a system's secret was given: "password_file";
// empty for a kind that has none.
func (s System) SecretKey() string {
	for _, x := range s.secrets() {
		switch {
		case x.file != "":
			return x.name + "_file"
		case x.env != "":
			return x.name + "_env"
		case x.credential != "":
			return x.name + "_credential"
		case x.value.Reveal() != "":
			return x.name
		}
	}
	return ""
}

// Outside are the credentials that a system needs and that cannot be read, because
// this process does not run inside the service that has them.
func (s System) Outside() []string {
	var list []string
	for _, x := range s.secrets() {
		if x.credential != "" && x.value.Reveal() == "" {
			list = append(list, x.credential)
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
		return s.Proxy.hasSecret() || slices.ContainsFunc(s.secrets(), secret.inFile)
	})
}

// secret resolves a secret that the system's kind needs.
func (l *loader) secret(at string, s secret) {
	name := s.name
	given := 0
	for _, v := range []string{s.value.Reveal(), s.file, s.env, s.credential} {
		if v != "" {
			given++
		}
	}
	tell := func(form string, w key.Wrong) { l.problem(at+"."+name+form, w) }
	switch {
	case given == 0:
		tell("", key.Wrong{What: whatMissing, Want: key.Say(
			fmt.Sprintf("mật khẩu, hoặc %s_file, %[1]s_env, %[1]s_credential thay cho nó", name),
			fmt.Sprintf("a password, or %s_file, %[1]s_env or %[1]s_credential in its place", name),
		)})
	case given > 1:
		tell("", key.Wrong{What: key.WhatBadSecret, Want: key.Say(
			fmt.Sprintf("chỉ một trong bốn: %s, %[1]s_file, %[1]s_env, %[1]s_credential", name),
			fmt.Sprintf("only one of %s, %[1]s_file, %[1]s_env, %[1]s_credential", name),
		)})
	case s.file != "":
		l.kept(at+"."+name+"_file", s.value, s.file, key.Wrong{What: key.WhatBadValue, Want: wantFile, Got: clean.Line(s.file)})
	case s.env != "":
		if *s.value = key.SecretOf(l.in.getenv(s.env)); s.value.Reveal() == "" {
			tell("_env", key.Wrong{What: key.WhatBadValue, Want: wantEnv, Got: clean.Line(s.env)})
		}
	case s.credential != "":
		l.credential(at+"."+name+"_credential", s)
	}
}

// kept reads a secret from a file of its own.
func (l *loader) kept(path string, value *key.Secret, file string, unread key.Wrong) {
	if open := shut(file); open != nil {
		l.problem(path, open.Wrong)
		return
	}
	doc, err := readPassword(file)
	if err != nil {
		l.problem(path, unread)
		return
	}
	*value = key.SecretOf(doc)
}

func (l *loader) credential(path string, s secret) {
	name := clean.Line(s.credential)
	if !credentialID.MatchString(s.credential) {
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
	l.kept(path, s.value, filepath.Join(dir, s.credential), key.Wrong{What: whatNoCredential, Got: name})
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
