//go:build linux || darwin || freebsd

package doctor

import "syscall"

// room returns how many bytes this account may still write to the disk of a folder.
func room(dir string) (uint64, bool) {
	var fs syscall.Statfs_t
	if err := syscall.Statfs(dir, &fs); err != nil {
		return 0, false
	}
	return uint64(max(fs.Bavail, 0)) * uint64(fs.Bsize), true //nolint:unconvert // the fields differ in sign and size between systems
}
