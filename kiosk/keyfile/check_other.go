//go:build !unix

package keyfile

import "os"

// Account is empty here, because the checks concern modes and owners of Unix. Windows has
// access control lists that files inherit from their folder, and other accounts cannot read
// the files of a person's own profile.
type Account struct{}

// Own returns the account of this process.
func Own() Account { return Account{} }

// OwnerOf returns Own().
func OwnerOf(string) Account { return Account{} }

// Check only checks that the file exists.
func (a Account) Check(path string, _ Use) error {
	_, err := os.Stat(path)
	return err
}
