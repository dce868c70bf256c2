package config

import (
	"path/filepath"
	"strings"
)

// State is the folder for the program's permanent data; "" means that there is none.
type State string

// Names of the files and folders in it, for the server, the kiosk, the doctor and the
// manual pages.
const (
	HostKeyName     = "ssh_host_ed25519_key" // the server's key, as OpenSSH calls it
	AuditKeyName    = "audit.key"            // hashes addresses and codes for the logs
	BudgetsName     = "budgets"              // spent budgets against guessing, kept over a restart
	MarkedPagesName = "marked-pages"         // a folder with the pages that staff marked as wrong
	FollowedName    = "followed"             // a folder with the lists that staff follow, a file a person
)

// StateDir returns the folder that systemd made for its service, the state folder of the
// XDG base directories, or the local application data folder of Windows.
func StateDir(getenv func(string) string) State {
	// systemd.exec(5): several folders are separated by colons.
	if dir, _, _ := strings.Cut(getenv("STATE_DIRECTORY"), ":"); filepath.IsAbs(dir) {
		return State(dir)
	}
	for _, place := range []struct {
		env   string
		below string
	}{
		{"XDG_STATE_HOME", ""},
		{"LocalAppData", ""},
		{"HOME", filepath.Join(".local", "state")},
	} {
		// A relative path must be ignored (XDG Base Directory Specification).
		if dir := getenv(place.env); filepath.IsAbs(dir) {
			return State(filepath.Join(dir, place.below, "motcua"))
		}
	}
	return ""
}

// File returns the path of a file in the folder, "" without a folder.
func (s State) File(name string) string {
	if s == "" {
		return ""
	}
	return filepath.Join(string(s), name)
}

// ServerState returns the state folder of the server.
func (c Config) ServerState(getenv func(string) string) State {
	if dir := c.Server.StateDir; dir != "" {
		return State(dir)
	}
	return StateDir(getenv)
}

// HostKeyFile returns the path of the server's host key; s is the server's state folder. It
// is "" when neither a key nor a folder is configured.
func (c Config) HostKeyFile(s State) string {
	if c.Server.HostKey != "" {
		return c.Server.HostKey
	}
	return s.File(HostKeyName)
}
