package keyfile

import (
	"errors"
	"fmt"
	"os"
	"os/user"
	"strconv"
)

// Share lets the members of a group read a file of root, and nobody else. there is false
// when this machine has no such group; the file then stays as it is.
func Share(path, group string) (there bool, err error) {
	g, err := user.LookupGroup(group)
	var none user.UnknownGroupError
	if errors.As(err, &none) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	gid, err := strconv.Atoi(g.Gid)
	if err != nil {
		return false, err
	}
	// The group first: until then the mode lets only root read.
	return true, errors.Join(os.Chown(path, 0, gid), os.Chmod(path, 0o640)) //nolint:gosec // the group is the service's
}

// ShareCommand returns the command that does the same.
func ShareCommand(path, group string) string {
	return fmt.Sprintf("chown root:%s %s && chmod 640 %[2]s", shellWord(group), shellWord(path))
}
