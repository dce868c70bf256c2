package deploy

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Unit describes a service of an installation as far as it is needed to run a command the
// way the service runs: with its account, its folder and its secrets.
type Unit struct {
	Name   string // of the service and of its folder below /var/lib, for example "motcua"
	User   string // its account; the group has the same name
	Config string // path of its configuration
}

// Units returns the services that the files of this package install; a test checks it
// against those files.
func Units() []Unit {
	return []Unit{
		{Name: "motcua", User: "motcua", Config: "/etc/motcua/config.toml"},
		{Name: "motcua-kiosk", User: "kiosk", Config: "/etc/motcua/kiosk/config.toml"},
	}
}

// UnitOf returns the service whose configuration is the given file, and the server for a
// file that belongs to no service.
func UnitOf(config string) Unit {
	units := Units()
	unit := units[0]
	for _, u := range units {
		if u.Config == config {
			unit = u
		}
	}
	if file, err := filepath.Abs(config); config != "" && err == nil {
		unit.Config = file
	}
	return unit
}

// VarLib is where systemd creates the folders of services (systemd.exec(5),
// StateDirectory=).
const VarLib = "/var/lib"

// UnitsBeside returns the services whose folder below base exists and is not own. A folder
// that this account may not read counts as existing.
func UnitsBeside(base, own string) []Unit {
	var list []Unit
	for _, u := range Units() {
		dir := u.State(base)
		_, err := os.Stat(dir)
		if err != nil && !errors.Is(err, fs.ErrPermission) || sameFolder(dir, own) {
			continue
		}
		list = append(list, u)
	}
	return list
}

// sameFolder compares after following links: an operator may have moved the folder of a
// service to another disk.
func sameFolder(a, b string) bool {
	x, errX := filepath.EvalSymlinks(a)
	y, errY := filepath.EvalSymlinks(b)
	return a == b || errX == nil && errY == nil && x == y
}

// OfService returns an environment in which root sees the folder of the service whose
// configuration is the given file, as the service itself does. It is getenv where there is
// no such service below base, VarLib, or where the environment already names a folder.
func OfService(getenv func(string) string, config, base string) func(string) string {
	const folder = "STATE_DIRECTORY" // systemd.exec(5)
	i := slices.IndexFunc(Units(), func(u Unit) bool { return u.Config == config })
	if i < 0 || getenv(folder) != "" {
		return getenv
	}
	dir := Units()[i].State(base)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return getenv
	}
	return func(name string) string {
		if name == folder {
			return dir
		}
		return getenv(name)
	}
}

// State returns the service's folder; base is VarLib.
func (u Unit) State(base string) string { return filepath.Join(base, u.Name) }

// Run returns a command line for root that runs a command of the program as the service
// does. credentials are the names that LoadCredential passes to it, from the folder of its
// configuration, as in the files of this package.
func (u Unit) Run(binary string, credentials []string, args ...string) string {
	words := []string{"systemd-run", "--pipe", "--wait", "--collect", "--quiet", "-p", "User=" + u.User}
	// The mode and the mask are the service's own: without them systemd would open the
	// folder to all accounts.
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

// quoted quotes a word for a shell.
func quoted(word string) string {
	if !strings.ContainsAny(word, " \t\n'\"\\$`&|;<>()*?[]#~!{}") {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
