//go:build !unix

package keyfile

import "os"

// Account is nobody in particular: what follows is about modes and owners of Unix.
// Windows has access control lists that a folder hands down, and no file of a
// person's own profile is open to others.
type Account struct{}

// Own is the account of this process.
func Own() Account { return Account{} }

// OwnerOf is Own.
func OwnerOf(string) Account { return Account{} }

// Check tells only whether there is such a file.
func (a Account) Check(path string, _ Use) error {
	_, err := os.Stat(path)
	return err
}
