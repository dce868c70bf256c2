package config

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"
)

// envCredentials names the folder in which systemd puts the credentials of a
// service (systemd.exec(5), LoadCredential=). Outside the service there is none.
const envCredentials = "CREDENTIALS_DIRECTORY"

// credentialID is what systemd takes as the name of a credential: fit for a file
// name (systemd.exec(5)).
var credentialID = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._-]{0,254}$`)

var (
	wantCredential = pair{
		`tên một mật khẩu mà systemd trao cho dịch vụ (dòng LoadCredential), như "h55.password"`,
		`the name of a credential such as "h55.password", with a line LoadCredential in the service`,
	}
	whatNoCredential = pair{
		`khoá "%k": dịch vụ này không được trao mật khẩu "%g", hoặc nó trống. Thêm dòng LoadCredential=%g:/đường/dẫn vào dịch vụ.`,
		`key "%k": this service has no credential "%g", or it is empty. Add a line LoadCredential=%g:/path to the service.`,
	}
	whatOutside = pair{
		`khoá "%k": mật khẩu "%g" chỉ có bên trong dịch vụ systemd, ở đây không có.`,
		`key "%k": the credential "%g" is there only inside the systemd service, and not here.`,
	}
)

// secret is one key that holds a secret, and its siblings NAME_file, NAME_env and
// NAME_credential, by which it need not stand in a file that many may read.
type secret struct {
	name                  string // "password"
	value                 *Secret
	file, env, credential string
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
	return secret{name, s.at(name).(*Secret), *s.text(name + "_file"), *s.text(name + "_env"), *s.text(name + "_credential")}
}

// WithSecrets is the system with one value in the place of each secret.
func (s System) WithSecrets(value Secret) System {
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
	return c.Kiosk.PINHash.Reveal() != "" && c.Origin("kiosk.pin_hash").File != "" ||
		c.National.Proxy.hasSecret() && c.origins["national.proxy"].File != "" ||
		slices.ContainsFunc(c.Systems, func(s System) bool {
			return s.Proxy.hasSecret() || slices.ContainsFunc(s.secrets(), secret.inFile)
		})
}

// secret resolves a secret that the system's kind needs.
func (c *checker) secret(path string, s secret) {
	name := s.name
	given := 0
	for _, v := range []string{s.value.Reveal(), s.file, s.env, s.credential} {
		if v != "" {
			given++
		}
	}
	if e, ok := c.index[path+name]; ok && e.kind != unstable.String {
		if e.kind != unstable.Array && e.kind != unstable.InlineTable { // the decoder has told those
			c.wrongKind(path+name, e, wantSecret)
		}
		return
	}
	switch {
	case given == 0:
		c.problem(path+name, "", whatMissing, pair{
			fmt.Sprintf("mật khẩu, hoặc %s_file, %[1]s_env, %[1]s_credential thay cho nó", name),
			fmt.Sprintf("a password, or %s_file, %[1]s_env or %[1]s_credential in its place", name),
		}, "")
	case given > 1:
		c.problem(path+name, "", whatBadSecret, pair{
			fmt.Sprintf("chỉ một trong bốn: %s, %[1]s_file, %[1]s_env, %[1]s_credential", name),
			fmt.Sprintf("only one of %s, %[1]s_file, %[1]s_env, %[1]s_credential", name),
		}, "")
	case s.file != "":
		if open := shut(s.file); open != nil {
			c.problem(path+name+"_file", "", open.what, open.want, "")
			return
		}
		doc, err := readPassword(s.file)
		if err != nil {
			c.problem(path+name+"_file", s.file, whatBadValue, wantFile, "")
			return
		}
		*s.value = SecretOf(doc)
	case s.env != "":
		if *s.value = SecretOf(c.in.getenv(s.env)); s.value.Reveal() == "" {
			c.problem(path+name+"_env", s.env, whatBadValue, wantEnv, "")
		}
	case s.credential != "":
		c.credential(path+name+"_credential", s)
	}
}

func (c *checker) credential(path string, s secret) {
	if !credentialID.MatchString(s.credential) {
		c.problem(path, s.credential, whatBadValue, wantCredential, "")
		return
	}
	dir := c.in.getenv(envCredentials)
	if dir == "" {
		n := len(c.problems)
		c.problem(path, s.credential, whatOutside, pair{}, "")
		c.cfg.outside = append(c.cfg.outside, c.problems[n:]...)
		c.problems = c.problems[:n]
		return
	}
	file := filepath.Join(dir, s.credential)
	if open := shut(file); open != nil {
		c.problem(path, "", open.what, open.want, "")
		return
	}
	doc, err := readPassword(file)
	if err != nil {
		c.problem(path, s.credential, whatNoCredential, pair{}, "")
		return
	}
	*s.value = SecretOf(doc)
}
