package clienttest

import (
	"os/exec"
	"testing"
)

// packages are the Debian packages that .ci/run installs for tests, by the program in them.
var packages = map[string]string{
	"espeak-ng":       "espeak-ng",
	"foot":            "foot",
	"groff":           "groff-base",
	"haproxy":         "haproxy",
	"promtool":        "prometheus",
	"redis-server":    "redis-server",
	"scp":             "openssh-client",
	"sftp":            "openssh-client",
	"ssh":             "openssh-client",
	"ssh-keygen":      "openssh-client",
	"systemd-analyze": "systemd",
}

// Program returns the path of another program that a test runs. It skips the test where the
// program is not installed. without says what then does not happen, for example "nothing
// reads the pages".
func Program(tb testing.TB, name, without string) string {
	tb.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		says := name + " is not installed here, so " + without
		if packages[name] != "" {
			says += "; .ci/run installs it"
		}
		tb.Skip(says)
	}
	return path
}
