package config

import (
	"errors"
	"io/fs"
	"os"

	"motcua/kiosk/config/key"
	"motcua/kiosk/keyfile"
	"motcua/tui/text/operator"
)

// shut returns a problem when other accounts can read or change a file that contains a
// secret. It ignores a file that is missing or cannot be inspected, because reading it
// reports that.
func shut(name string) *Problem { return reach(name, keyfile.Secret) }

// reach returns a problem when other accounts can use a file in ways that use forbids.
func reach(name string, use keyfile.Use) *Problem {
	var open *keyfile.Problem
	if errors.As(keyfile.Check(name, use), &open) {
		return &Problem{Wrong: key.Wrong{What: operator.ConfigFileOpenSecret, Want: open.Said()}}
	}
	return nil
}

// CheckFile checks that other accounts cannot change the configuration file. A program that
// serves others needs this, because the file decides who is staff and which portal is
// trusted. The error is one of keyfile.Check.
func (c Config) CheckFile(account keyfile.Account) error {
	if c.File == "" || !regular(c.File) {
		return nil
	}
	return account.Check(c.File, keyfile.Trusted)
}

// CheckFiles checks that other accounts cannot change what a server or a kiosk trusts: its
// configuration, its state folder and the catalogue. A folder that does not exist is
// created later and is not checked.
func (c Config) CheckFiles(state State) error {
	err := c.CheckFile(keyfile.Own())
	for _, dir := range []string{string(state), c.Store.Dir} {
		if err != nil || dir == "" {
			continue
		}
		if err = keyfile.Check(dir, keyfile.Folder); errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
	}
	return err
}

// regular reports whether a name is a file in a folder that others could write to. A pipe
// of a shell, as in --config <(...), has no such folder.
func regular(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}
