package supervise_test

import (
	"testing"
	"testing/fstest"

	"motcua/kiosk/supervise"
)

// Files of both versions of control groups, as systemd, Docker and a bare kernel write them.
func TestMemoryMost(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  int64 // 0: no limit
	}{
		{"no control groups", nil, 0},
		{"a systemd unit", map[string]string{
			"proc/self/cgroup": "0::/system.slice/motcua.service\n",
			"sys/fs/cgroup/system.slice/motcua.service/memory.max":  "1572864000\n",
			"sys/fs/cgroup/system.slice/motcua.service/memory.high": "max\n",
			"sys/fs/cgroup/system.slice/memory.max":                 "max\n",
		}, 1572864000},
		{"MemoryHigh", map[string]string{
			"proc/self/cgroup": "0::/system.slice/motcua.service\n",
			"sys/fs/cgroup/system.slice/motcua.service/memory.max":  "1572864000\n",
			"sys/fs/cgroup/system.slice/motcua.service/memory.high": "1048576000\n",
		}, 1048576000},
		{"a slice around it has less", map[string]string{
			"proc/self/cgroup": "0::/small.slice/motcua.service\n",
			"sys/fs/cgroup/small.slice/motcua.service/memory.max": "max\n",
			"sys/fs/cgroup/small.slice/memory.max":                "268435456\n",
		}, 268435456},
		{"no limit", map[string]string{
			"proc/self/cgroup":                     "0::/user.slice\n",
			"sys/fs/cgroup/user.slice/memory.max":  "max\n",
			"sys/fs/cgroup/user.slice/memory.high": "max\n",
		}, 0},
		{"a container", map[string]string{
			"proc/self/cgroup":         "0::/\n",
			"sys/fs/cgroup/memory.max": "536870912\n",
		}, 536870912},
		{"a container that sees its outer name", map[string]string{
			"proc/self/cgroup":         "0::/docker/4f2a\n",
			"sys/fs/cgroup/memory.max": "536870912\n",
		}, 536870912},
		{"version 1", map[string]string{
			"proc/self/cgroup": "9:name=systemd:/x\n4:cpu,memory:/docker/4f2a\n0::/\n",
			"sys/fs/cgroup/memory/docker/4f2a/memory.limit_in_bytes": "805306368\n",
			"sys/fs/cgroup/memory/memory.limit_in_bytes":             "9223372036854771712\n",
		}, 805306368},
		{"version 1 without a limit", map[string]string{
			"proc/self/cgroup":                           "4:memory:/\n",
			"sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
		}, 0},
		{"pages of 64 KiB without a limit", map[string]string{
			"proc/self/cgroup":                           "4:memory:/\n",
			"sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854710272\n",
		}, 0},
		{"a path that leads out", map[string]string{
			"proc/self/cgroup":         "0::/../../x\n",
			"sys/fs/cgroup/memory.max": "536870912\n",
		}, 536870912},
		{"words that are none", map[string]string{
			"proc/self/cgroup":         "what\n0::/\n",
			"sys/fs/cgroup/memory.max": "much\n",
		}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			root := fstest.MapFS{}
			for name, text := range tt.files {
				root[name] = &fstest.MapFile{Data: []byte(text)}
			}
			got, ok := supervise.MemoryMost(root)
			if ok != (tt.want != 0) || ok && got != tt.want {
				t.Errorf("got %d, %v, want %d", got, ok, tt.want)
			}
		})
	}
}
