//go:build unix

package supervise

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const secret = "Nguyễn Văn A 026001234567"

// With real panics the stack is kept and the text is not.
func TestSieveOfRealPanics(t *testing.T) {
	for name, wants := range map[string][]string{
		"string":  {"panic: (its text is not kept)", "goroutine ", "supervise.die", "sieve_test.go:"},
		"error":   {"panic: (its text is not kept)", "goroutine ", "supervise.die"},
		"lines":   {"panic: (its text is not kept)", "goroutine ", "supervise.die"},
		"runtime": {"panic: runtime error: index out of range [5] with length 0", "supervise.die"},
		"nil":     {"panic: runtime error: invalid memory address or nil pointer dereference", "[signal SIG", "supervise.die"},
		"again":   {"panic: (its text is not kept)", "supervise.die"},
	} {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			s := &sieve{to: &got}
			cmd := exec.Command(os.Args[0])
			cmd.Env, cmd.Stderr = append(cmd.Environ(), "SUPERVISE_CHILD=die "+name), s
			if err := cmd.Run(); err == nil {
				t.Fatal("it did not die")
			}
			s.flush()
			for _, w := range wants {
				if !strings.Contains(got.String(), w) {
					t.Errorf("%q is missing in\n%s", w, &got)
				}
			}
			for _, piece := range []string{"Nguy", "Văn A", "026001234567"} {
				if strings.Contains(got.String(), piece) {
					t.Errorf("%q stands in\n%s", piece, &got)
				}
			}
		})
	}
}

// die panics in each possible way.
func die(how string) {
	switch how {
	case "string":
		panic(secret)
	case "error":
		panic(fmt.Errorf("opening: %w", errors.New(secret)))
	case "lines":
		panic("head\n\tmain.go:1 " + secret + "\ngoroutine x\n" + secret + "\n")
	case "runtime":
		var list []int
		list[len(os.Args)+4-len(os.Args)+1]++
	case "nil":
		var n *int
		*n = 1
	case "again":
		defer func() { panic(fmt.Sprint("again ", recover())) }()
		panic(secret)
	}
}

func TestSieveLines(t *testing.T) {
	for _, tc := range []struct{ in, want string }{
		{"time=2026-11-24T08:00:00Z level=INFO msg=started\r\n", "time=2026-11-24T08:00:00Z level=INFO msg=started\n"},
		{"something a library says of " + secret + "\nand more\n", "(2 lines are not kept)\n"},
		{"\tlooks.go:12\n", "(1 lines are not kept)\n"}, // there is no stack before it
		{"goroutine 1 [running]:\nmain.main()\n\t/a b/main.go:7 +0x1d\n" + secret + "\nmain.main()\n", "goroutine 1 [running]:\nmain.main()\n\t/a b/main.go:7 +0x1d\n(2 lines are not kept)\n"},
		{"fatal error: concurrent map writes\n", "fatal error: concurrent map writes\n"},
		{"no end", "(1 lines are not kept)\n"},
		{"time=x level=INFO msg=" + strings.Repeat("a", sieveLine) + "\ntime=x level=INFO msg=b\n", "(1 lines are not kept)\ntime=x level=INFO msg=b\n"},
		{"", ""},
	} {
		for _, piece := range []int{1, 7, 1 << 20} {
			var got bytes.Buffer
			s := &sieve{to: &got}
			for rest := tc.in; rest != ""; {
				n := min(piece, len(rest))
				if m, err := s.Write([]byte(rest[:n])); m != n || err != nil {
					t.Fatalf("wrote %d, %v", m, err)
				}
				rest = rest[n:]
			}
			s.flush()
			if got.String() != tc.want {
				t.Errorf("%.60q by %d: got %q, want %q", tc.in, piece, &got, tc.want)
			}
		}
	}
}

// A child that only writes cannot fill the disk.
func TestSieveEnds(t *testing.T) {
	var got bytes.Buffer
	s := &sieve{to: &got}
	for range 2 * sieveLines {
		fmt.Fprintln(s, "time=x level=INFO msg=a")
	}
	s.flush()
	if n := strings.Count(got.String(), "\n"); n != sieveLines {
		t.Errorf("%d lines", n)
	}
}

func TestLogFileTurns(t *testing.T) {
	name := filepath.Join(t.TempDir(), "state", "kiosk.log")
	l := &LogFile{Name: name, Most: 100}
	for i := range 40 {
		if _, err := fmt.Fprintf(l, "line %02d\n", i); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	now, err := os.ReadFile(name)
	old, oldErr := os.ReadFile(name + ".1")
	if err != nil || oldErr != nil || len(now) > 100 || len(old) > 100 || !strings.HasSuffix(string(now), "line 39\n") || !strings.HasPrefix(string(now), "line 36\n") {
		t.Errorf("now %q, before %q, %v, %v", now, old, err, oldErr)
	}
	// The next process continues in the same file.
	l = &LogFile{Name: name, Most: 100}
	fmt.Fprintln(l, "next")
	_ = l.Close()
	if again, _ := os.ReadFile(name); string(again) != string(now)+"next\n" {
		t.Errorf("went on with %q", again)
	}
}
