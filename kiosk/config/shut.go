package config

import (
	"errors"
	"os"

	"motcua/kiosk/config/key"
	"motcua/kiosk/keyfile"
	"motcua/tui/text"
)

// shut tells what is wrong with a file that holds a secret: who else may read or
// write it. A file that is not there, or cannot be looked at, is none of its
// matters: reading it says so.
func shut(name string) *Problem { return reach(name, keyfile.Secret) }

// reach tells what hand other accounts have in a file.
func reach(name string, use keyfile.Use) *Problem {
	var open *keyfile.Problem
	if errors.As(keyfile.Check(name, use), &open) {
		return &Problem{Wrong: key.Wrong{What: whatOpenFile, Want: key.Say(open.In(text.VI), open.In(text.EN))}}
	}
	return nil
}

// CheckFile tells what hand other accounts have in the file, for those who serve
// others by it: who writes it decides who is staff and which portal is believed. The
// error is as of keyfile.Check.
func (c Config) CheckFile(account keyfile.Account) error {
	if c.File == "" || !regular(c.File) {
		return nil
	}
	return account.Check(c.File, keyfile.Trusted)
}

// regular tells whether a name stands for a file that others could come to. A pipe
// of a shell, as of --config <(...), has no such place.
func regular(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// whatOpenFile has in %w what is wrong and how to mend it.
var whatOpenFile = key.Say(`mật khẩu phải nằm trong tệp không ai khác đọc hay sửa được. %w`, `a password belongs in a file that nobody else may read or write. %w`)
