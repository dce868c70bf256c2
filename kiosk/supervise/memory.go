package supervise

import (
	"io/fs"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
)

// MemoryMost is how much memory the machine gives this process before it is slowed
// down or killed: the least of what its control groups allow, its own and those
// around it (cgroups(7)). root is the machine's file system. It is false where
// nothing is said, as outside Linux.
//
// github.com/KimMachineGun/automemlimit reads the same, but not memory.high, which
// systemd sets by MemoryHigh= and from which on a process without swap crawls; it
// brings a second module with it.
func MemoryMost(root fs.FS) (bytes int64, ok bool) {
	groups, err := fs.ReadFile(root, "proc/self/cgroup")
	if err != nil {
		return 0, false
	}
	most := int64(math.MaxInt64)
	for line := range strings.Lines(string(groups)) {
		// "0::/system.slice/motcua.service" is of version 2, "4:memory:/user" of 1.
		parts := strings.SplitN(strings.TrimSpace(line), ":", 3)
		if len(parts) != 3 {
			continue
		}
		switch {
		case parts[0] == "0" && parts[1] == "":
			most = min(most, leastUpwards(root, "sys/fs/cgroup", parts[2], "memory.max", "memory.high"))
		case slices.Contains(strings.Split(parts[1], ","), "memory"):
			most = min(most, leastUpwards(root, "sys/fs/cgroup/memory", parts[2], "memory.limit_in_bytes"))
		}
	}
	return most, most < unlimited
}

// unlimited is what version 1 writes for no limit, and a page less: the largest
// number of bytes in whole pages.
const unlimited = math.MaxInt64 &^ (64<<10 - 1)

// leastUpwards is the least number in files of that name, from a group up to the
// mount. A container sees its own group as the mount, whatever it is called outside.
func leastUpwards(root fs.FS, mount, group string, names ...string) int64 {
	least := int64(math.MaxInt64)
	for at := path.Clean("/" + group); ; at = path.Dir(at) {
		for _, name := range names {
			text, err := fs.ReadFile(root, path.Join(mount, at, name))
			if err != nil {
				continue
			}
			// "max" is no number and no limit.
			if n, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil && n > 0 {
				least = min(least, n)
			}
		}
		if at == "/" {
			return least
		}
	}
}
