package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/sandbox/dossiers"
)

// The scripts run this test's binary as the program, in its own process.
func TestMain(m *testing.M) {
	testscript.Main(apart{m}, map[string]func(){"motcua": func() { dumpsOnWish(); main() }})
}

// apart runs the tests apart from this machine and this account: without a folder of its own
// a test would write below /etc as root, and into the home of everybody else.
type apart struct{ *testing.M }

func (m apart) Run() int {
	dir, err := os.MkdirTemp("", "motcua")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	for name, value := range machine(dir) {
		if err := os.Setenv(name, value); err != nil {
			panic(err)
		}
	}
	return m.M.Run()
}

// machine is the environment in which a folder takes the place of the machine's and of the
// account's: ProgramData stands for /etc on each system.
func machine(dir string) map[string]string {
	return map[string]string{
		"MOTCUA_CONFIG": "", "STATE_DIRECTORY": "", "ProgramData": filepath.Join(dir, "machine"),
		"XDG_CONFIG_HOME": filepath.Join(dir, "xdg"), "XDG_STATE_HOME": filepath.Join(dir, "state"), "AppData": filepath.Join(dir, "xdg"),
	}
}

// TestScripts runs testdata/script. Each script has an empty home folder, and samples.txt
// in its folder contains the codes of all sample dossiers.
func TestScripts(t *testing.T) {
	long(t)
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition: func(name string) (bool, error) {
			if name != "root" {
				return false, fmt.Errorf("no condition is named %q", name)
			}
			return os.Geteuid() == 0, nil
		},
		Setup: func(env *testscript.Env) error {
			// Nothing from the machine: no language, no colours, no configuration.
			for name, value := range machine(env.WorkDir) {
				env.Setenv(name, value)
			}
			var codes strings.Builder
			for _, s := range dossiers.Samples() {
				fmt.Fprintln(&codes, s.Code)
			}
			return os.WriteFile(filepath.Join(env.WorkDir, "samples.txt"), []byte(codes.String()), 0o600)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code": exitCode, "freeport": freePort, "waitport": waitPort, "fetch": fetch, "keys": keysOf, "values": valuesOf, "bytes": bytesOf, "notlonger": notLonger,
		},
	})
}

// exitCode is the command "code N PROGRAM ARGS...": it runs a program that must end with
// exit code N.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N PROGRAM ARGS...")
	}
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if fmt.Sprint(got) != args[0] {
		ts.Fatalf("exit code %d, want %s; standard error: %s", got, args[0], ts.ReadFile("stderr"))
	}
}

// freeport NAME sets a variable to a port that nothing listens on.
func freePort(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: freeport NAME")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	defer func() { _ = l.Close() }()
	_, port, err := net.SplitHostPort(l.Addr().String())
	ts.Check(err)
	ts.Setenv(args[0], port)
}

// waitport PORT blocks until something listens there.
func waitPort(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: waitport PORT")
	}
	for begin := time.Now(); ; {
		c, err := net.DialTimeout("tcp", "127.0.0.1:"+args[0], time.Second)
		if err == nil {
			_ = c.Close()
			return
		}
		if time.Since(begin) > 20*time.Second {
			ts.Fatalf("nothing listens on %s: %v", args[0], err)
		}
	}
}

// objects reads JSON objects, one a line.
func objects(ts *testscript.TestScript, file string) []map[string]any {
	var list []map[string]any
	lines := bufio.NewScanner(strings.NewReader(ts.ReadFile(file)))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var o map[string]any
		if err := json.Unmarshal(lines.Bytes(), &o); err != nil {
			ts.Fatalf("%s: %v: %q", file, err, lines.Text())
		}
		list = append(list, o)
	}
	if len(list) == 0 {
		ts.Fatalf("%s holds no JSON", file)
	}
	return list
}

// keys FILE KEY... checks that every object has exactly these keys.
func keysOf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: keys FILE KEY...")
	}
	want := slices.Sorted(slices.Values(args[1:]))
	for i, o := range objects(ts, args[0]) {
		var got []string
		for k := range o {
			got = append(got, k)
		}
		if slices.Sort(got); !slices.Equal(got, want) {
			ts.Fatalf("line %d has the keys %v, want %v", i+1, got, want)
		}
	}
}

// values FILE KEY OUT writes the value of a key of each object, one a line.
func valuesOf(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: values FILE KEY OUT")
	}
	var b strings.Builder
	for _, o := range objects(ts, args[0]) {
		fmt.Fprintln(&b, o[args[1]])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(b.String()), 0o600))
}

// bytes FILE COUNT TEXT writes COUNT bytes by repeating a text.
func bytesOf(ts *testscript.TestScript, neg bool, args []string) {
	var count int
	if neg || len(args) != 3 {
		ts.Fatalf("usage: bytes FILE COUNT TEXT")
	}
	_, err := fmt.Sscan(args[1], &count)
	ts.Check(err)
	doc := strings.Repeat(args[2], count/len(args[2])+1)[:count]
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(doc), 0o600))
}

// notlonger FILE BYTES checks that an output is within a budget.
func notLonger(ts *testscript.TestScript, neg bool, args []string) {
	var most int
	if neg || len(args) != 2 {
		ts.Fatalf("usage: notlonger FILE BYTES")
	}
	_, err := fmt.Sscan(args[1], &most)
	ts.Check(err)
	if n := len(ts.ReadFile(args[0])); n > most {
		ts.Fatalf("%d bytes, at most %d", n, most)
	}
}

// The codes in the scripts must be those of the sample portal.
func TestSampleCodesAreCodes(t *testing.T) {
	seen := map[client.Status]bool{}
	for _, s := range dossiers.Samples() {
		if _, err := code.ParseDossier(s.Code); err != nil {
			t.Errorf("%s: %v", s.Code, err)
		}
		seen[s.Status] = true
	}
	for _, s := range client.AllStatuses() {
		if !seen[s] {
			t.Errorf("no sample dossier is %v", s)
		}
	}
}
