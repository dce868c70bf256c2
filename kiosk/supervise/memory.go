package supervise

import (
	"io/fs"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
)

// MemoryMost returns how much memory this process may use before it is slowed down or
// killed: the smallest limit of its control groups and those above (cgroups(7)). root is the
// machine's file system. ok is false when there is no limit, and outside Linux.
//
// github.com/KimMachineGun/automemlimit reads the same except memory.high, which systemd
// sets for MemoryHigh= and above which a process without swap becomes very slow; it also
// brings a second module.
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

// unlimited is what version 1 writes for no limit: the largest int64 rounded down to whole
// pages, which have at most 64 KB.
const unlimited = math.MaxInt64 &^ (64<<10 - 1)

// leastUpwards returns the smallest number in files of that name, from a group up to the
// mount. A container sees its own group as the mount, whatever its name is outside.
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
