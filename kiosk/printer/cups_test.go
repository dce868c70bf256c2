//go:build !windows

package printer

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"motcua/kiosk/slip"
	"motcua/tui/device"
)

// The test program acts as lp, lpstat and cancel when it is called by those names: the
// spool is a folder, its printer a file of alerts.
func TestMain(m *testing.M) {
	dir := os.Getenv("MOTCUA_TEST_SPOOL") //nolint:forbidigo // set by the test
	if dir == "" {
		os.Exit(m.Run())
	}
	os.Exit(spool(filepath.Base(os.Args[0]), dir, os.Args[1:]))
}

func spool(name, dir string, args []string) int {
	log, err := os.OpenFile(filepath.Join(dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return 9
	}
	fmt.Fprintln(log, name, strings.Join(args, " "))
	_ = log.Close()
	if os.Getenv("LC_ALL") != "C" { //nolint:forbidigo // set by the driver
		return 8
	}
	job := filepath.Join(dir, "job")
	line := strings.Join(args, " ")
	switch {
	case strings.Contains(line, "nobody"):
		fmt.Fprintln(os.Stderr, `lpstat: Invalid destination name in list "nobody".`)
		return 1
	case name == "lp":
		data, err := io.ReadAll(os.Stdin)
		if err != nil || os.WriteFile(job, data, 0o600) != nil {
			return 9
		}
		if _, err := os.Stat(filepath.Join(dir, "mute")); err == nil {
			return 0
		}
		fmt.Fprintln(os.Stdout, "request id is desk-12 (0 file(s))")
	case name == "cancel":
		_ = os.Remove(job)
	case strings.Contains(line, "-o"):
		if _, err := os.Stat(filepath.Join(dir, "stuck")); err == nil {
			fmt.Fprintln(os.Stdout, "desk-12                 root            9216   Tue 24 Nov 2026 08:14:00 AM +07")
		}
		fmt.Fprintln(os.Stdout, "desk-121                root            9216   Tue 24 Nov 2026 08:14:00 AM +07")
	default:
		alerts, _ := os.ReadFile(filepath.Join(dir, "alerts"))
		if len(alerts) == 0 {
			alerts = []byte("none")
		}
		fmt.Fprintf(os.Stdout, "printer desk is idle.  enabled since Tue Nov 24 08:14:00 2026\n\tForm mounted:\n\tContent types: any\n\tAlerts: %s\n\tLocation: \n", alerts)
	}
	return 0
}

// spooler puts the three commands first in PATH and returns the spool's folder.
func spooler(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bin, dir := t.TempDir(), t.TempDir()
	for _, name := range []string{"lp", "lpstat", "cancel"} {
		if err := os.Symlink(self, filepath.Join(bin, name)); err != nil {
			t.Skipf("the commands of CUPS are played through symbolic links, and this system makes none: %v", err)
		}
	}
	t.Setenv("PATH", bin)
	t.Setenv("MOTCUA_TEST_SPOOL", dir)
	return dir
}

func queue(t *testing.T, name string) *Printer {
	t.Helper()
	p, err := New(Config{Address: "cups://" + name, timeouts: &timeouts{
		open: 30 * time.Second, stall: 10 * time.Second, end: 10 * time.Second, poll: 5 * time.Millisecond, rows: 100_000,
	}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAQueue(t *testing.T) {
	dir := spooler(t)
	p := queue(t, "desk")
	if err := p.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := p.Print(t.Context(), sample()); err != nil {
		t.Fatal(err)
	}
	job, err := os.ReadFile(filepath.Join(dir, "job"))
	if err != nil {
		t.Fatal(err)
	}
	v := &virtual{silent: true}
	v.serve(struct {
		io.Reader
		io.Writer
	}{bytes.NewReader(job), io.Discard}, func() {})
	wants(t, v, sample(), slip.Wide, 1)
	log, _ := os.ReadFile(filepath.Join(dir, "log"))
	if !strings.Contains(string(log), "lp -d desk -o raw") {
		t.Errorf("commands:\n%s", log)
	}
}

func TestQueueProblems(t *testing.T) {
	const says = "printer desk is idle.  enabled since Tue Nov 24 08:14:00 2026\n\tContent types: any\n\tAlerts: "
	for alerts, want := range map[string]device.PrintReason{
		"none": "", "": "",
		"media-empty-error":                   device.PrinterPaper,
		"media-needed":                        device.PrinterPaper,
		"media-empty-error cover-open-error":  device.PrinterCover,
		"media-jam-error":                     device.PrinterJam,
		"cutter-jam":                          device.PrinterJam,
		"offline-report connecting-to-device": device.PrinterAbsent,
		"paused":                              device.PrinterBusy,
		"media-low-warning, media-empty-warning, offline-report": "",
	} {
		if got := reasonOf(queueProblem(says + alerts + "\n\tLocation: media-jam\n")); got != want {
			t.Errorf("%s: %q, want %q", alerts, got, want)
		}
	}
	// The message of CUPS 2.4 for a printer that refuses the connection.
	const unavailable = "  enabled since Wed Nov 25 07:27:55 2026\n\tThe printer may not exist or is unavailable at this time.\n\tAlerts: none\n"
	if err := queueProblem("printer desk now printing desk-3." + unavailable); reasonOf(err) != device.PrinterAbsent {
		t.Errorf("a printer that is not reached: %v", err)
	}
	if err := queueProblem("printer desk is idle." + unavailable); err != nil {
		t.Errorf("what an idle queue said of an earlier job: %v", err)
	}
	if err := queueProblem("printer desk disabled since Tue Nov 24 08:14:00 2026 -\n\treason unknown\n"); reasonOf(err) != device.PrinterBusy {
		t.Errorf("a stopped queue: %v", err)
	}
}

// Nothing is put into a queue that cannot print.
func TestAQueueThatCannotPrint(t *testing.T) {
	dir := spooler(t)
	if err := os.WriteFile(filepath.Join(dir, "alerts"), []byte("cover-open"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := reasonOf(queue(t, "desk").Print(t.Context(), sample())); got != device.PrinterCover {
		t.Errorf("%q", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "job")); err == nil {
		t.Error("a job was sent")
	}
}

// A job that stays in the queue is cancelled.
func TestAJobThatStays(t *testing.T) {
	for alerts, want := range map[string]device.PrintReason{"": device.PrinterBusy, "media-jam": device.PrinterJam} {
		dir := spooler(t)
		p := queue(t, "desk")
		q := p.way.(*cups)
		if err := os.WriteFile(filepath.Join(dir, "stuck"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		j := job{data: []byte("x"), rows: 1}
		if alerts == "" {
			q.stall, q.end, q.poll = time.Second, time.Millisecond, 500*time.Millisecond
		} else if err := os.WriteFile(filepath.Join(dir, "alerts"), []byte(alerts), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := reasonOf(q.send(t.Context(), j)); got != want {
			t.Errorf("%q: %q, want %q", alerts, got, want)
		}
		if _, err := os.Stat(filepath.Join(dir, "job")); err == nil {
			t.Errorf("%q: the job is still there", alerts)
		}
	}
}

func TestNoQueue(t *testing.T) {
	dir := spooler(t)
	if got := reasonOf(queue(t, "nobody").Print(t.Context(), sample())); got != device.PrinterAbsent {
		t.Errorf("no such queue: %q", got)
	}
	if err := os.WriteFile(filepath.Join(dir, "mute"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := reasonOf(queue(t, "desk").Print(t.Context(), sample())); got != device.PrinterAbsent {
		t.Errorf("a queue that names no job: %q", got)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := queue(t, "desk").Print(ctx, sample()); err == nil || reasonOf(err) == device.PrinterAbsent {
		t.Errorf("nobody waits: %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if got := reasonOf(queue(t, "desk").Check(t.Context())); got != device.PrinterAbsent {
		t.Errorf("no CUPS: %q", got)
	}
}
