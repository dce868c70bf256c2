package deploy

import (
	"path/filepath"
	"strings"
)

// Unit is a service of an installation, as far as somebody has to run a command
// the way it runs: with its account, its folder and its secrets.
type Unit struct {
	Name    string // "motcua": of the service, and of its folder below /var/lib
	User    string
	Dynamic bool   // the account exists while the service runs
	Config  string // its configuration
}

// Units are the services that the files of this package install; a test holds them
// to those files.
func Units() []Unit {
	return []Unit{
		{Name: "motcua", User: "motcua", Dynamic: true, Config: "/etc/motcua/config.toml"},
		{Name: "motcua-kiosk", User: "kiosk", Config: "/etc/motcua/kiosk/config.toml"},
	}
}

// State is the service's folder; base is "/var/lib".
func (u Unit) State(base string) string { return filepath.Join(base, u.Name) }

// Run is a command line, for root, that runs a command of the program as the
// service does. credentials are names that LoadCredential gives it, from the
// folder of its configuration as the files of this package say.
func (u Unit) Run(binary string, credentials []string, args ...string) string {
	words := []string{"systemd-run", "--pipe", "--wait", "--collect", "--quiet", "-p", "User=" + u.User}
	if u.Dynamic {
		words = append(words, "-p", "DynamicUser=yes")
	}
	// The mode and the mask are the service's own: without them the folder would be
	// opened to all.
	words = append(words, "-p", "StateDirectory="+u.Name, "-p", "StateDirectoryMode=0700", "-p", "UMask=0077")
	for _, c := range credentials {
		words = append(words, "-p", "LoadCredential="+c+":"+filepath.Join(filepath.Dir(u.Config), c))
	}
	words = append(words, "-E", "MOTCUA_CONFIG="+u.Config)
	words = append(append(words, binary), args...)
	for i, w := range words {
		words[i] = quoted(w)
	}
	return strings.Join(words, " ")
}

// quoted is a word as a shell takes it.
func quoted(word string) string {
	if !strings.ContainsAny(word, " \t\n'\"\\$`&|;<>()*?[]#~!{}") {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
