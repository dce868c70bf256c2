package doctor

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
	"unicode"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"

	"motcua/kiosk/pin"
	"motcua/kiosk/scanner"
	"motcua/kiosk/speech"
	"motcua/tui/device"
	"motcua/tui/text"
)

// somePIN is hashed once, because hashing is slow on purpose.
var somePIN = sync.OnceValue(func() string {
	hashed, err := pin.Hash("739105")
	if err != nil {
		panic(err)
	}
	return hashed
})

// lobby returns an Env of a kiosk in which nothing is wrong.
func lobby(t *testing.T) Env {
	t.Helper()
	e := sound(t)
	var err error
	e.Config, err = load(t, "[kiosk]\nscanner = \"/dev/ttyACM0\"\nprinter = \"/dev/usb/lp0\"\nspeech = \"espeak-ng\"\npin_hash = \""+somePIN()+"\"\n")
	if err != nil {
		t.Fatal(err)
	}
	e.Terminal.Height = 21
	e.Kiosk = &Kiosk{
		Screen:  func(context.Context) (Screen, error) { return Screen{Asked: 171, TrueColour: true, Mouse: true}, nil },
		Scanner: func() error { return nil },
		Printer: func(context.Context) error { return nil },
		Speech:  func(context.Context) error { return nil },
		InStep:  func() (bool, bool) { return true, true },
	}
	return e
}

func TestKioskIsWell(t *testing.T) {
	got, good := run(t, lobby(t))
	for _, want := range []string{
		"ok clock: a time server synchronises the clock.",
		"ok size: 80 columns, 21 rows.",
		"ok letters: all 171 letters and signs take one cell: ă â đ ê ô ơ ư Ỹ ẫ ặ ✓ ● ╭─╮ █▀▄",
		"ok colours: 16 million colours.",
		"ok mouse: taps and the mouse are reported.",
		"ok scanner: /dev/ttyACM0 can be opened.",
		"ok printer: /dev/usb/lp0 is ready.",
		"ok speech: espeak-ng can read Vietnamese and English.",
		"ok pin: a PIN is set.",
		"ok idle: after 75 seconds without input it asks, after 30 seconds more it wipes.",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("%q is missing in %q", want, got)
		}
	}
	if !good || slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, " server:") }) {
		t.Errorf("good %v, %q", good, got)
	}
	// Without --kiosk none of it is checked.
	e := lobby(t)
	e.Kiosk = nil
	if got, _ := run(t, e); slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, " scanner:") }) {
		t.Errorf("%q", got)
	}
}

// The report is written by the kiosk's account into a folder that somebody has to create.
func TestKioskReport(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for report, want := range map[string]string{
		"":                                    "",
		filepath.Join(folder, "motcua.prom"):  "ok report: " + filepath.Join(folder, "motcua.prom") + " can be written.",
		filepath.Join(folder, "no", "m.prom"): "fail report: there is no folder " + filepath.Join(folder, "no") + " for the report.",
		filepath.Join(file, "motcua.prom"):    "fail report: this account cannot write the report to " + file + ".",
	} {
		e := lobby(t)
		e.Config.Kiosk.Report = report
		got, _ := run(t, e)
		i := slices.IndexFunc(got, func(s string) bool { return strings.Contains(s, " report:") })
		switch {
		case i < 0 && want == "":
		case i < 0:
			t.Errorf("%q: nothing is said of it", report)
		case got[i] != want && !strings.HasPrefix(got[i], want+" "):
			t.Errorf("%q: %q instead of %q", report, got[i], want)
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("the check left %v, %v", left, err)
	}
}

// When the scanner is not open, because none is configured or the configured one is
// missing, the devices that may be the scanner are listed.
func TestScannersAreListed(t *testing.T) {
	e := lobby(t)
	e.Kiosk.Keyboards = func() []scanner.Keyboard {
		return []scanner.Keyboard{{Device: "/dev/input/by-id/usb-A-event-kbd", Name: "A\x1b[31m Scanner", ID: "0c2e:0b61"}, {Device: "/dev/input/by-id/usb-B-event-kbd"}}
	}
	listed := []string{
		`ok scanner: A�[31m Scanner (0c2e:0b61) can be read separately: scanner = "/dev/input/by-id/usb-A-event-kbd"`,
		`ok scanner: a device without a name can be read separately: scanner = "/dev/input/by-id/usb-B-event-kbd"`,
	}
	count := func(got []string) (n int) {
		for _, line := range listed {
			if slices.Contains(got, line) {
				n++
			}
		}
		return n
	}
	if got, _ := run(t, e); count(got) != 0 {
		t.Errorf("listed although it works: %q", got)
	}
	e.Kiosk.Scanner = func() error { return fs.ErrNotExist }
	if got, good := run(t, e); count(got) != 2 || good {
		t.Errorf("good %v, %q", good, got)
	}
	e.Config.Kiosk.Scanner.Device = ""
	if got, good := run(t, e); count(got) != 2 || !good {
		t.Errorf("good %v, %q", good, got)
	}
}

// Each row breaks one thing. Everything that does not work has an advice.
func TestKioskFaults(t *testing.T) {
	printerSays := func(r device.PrintReason) func(*Env) {
		return func(e *Env) {
			e.Kiosk.Printer = func(context.Context) error { return &device.PrintError{Reason: r, Err: errors.New("x")} }
		}
	}
	for _, tc := range []struct {
		name  string
		spoil func(*Env)
		want  string
	}{
		{"no time server", func(e *Env) { e.Kiosk.InStep = func() (bool, bool) { return false, true } }, "warn clock: no time server synchronises the clock."},
		{"small", func(e *Env) { e.Terminal.Width = 79 }, "fail size: the terminal has 79 columns, 21 rows; at least 80 by 21 are needed."},
		{"a pipe", func(e *Env) { e.Terminal = Terminal{} }, "warn letters: this is not the kiosk's screen, so letters, colours and mouse were not tried."},
		{"silent", func(e *Env) {
			e.Kiosk.Screen = func(context.Context) (Screen, error) { return Screen{}, errSilent }
		}, "fail letters: the terminal does not answer any query."},
		{"wide letters", func(e *Env) {
			e.Kiosk.Screen = func(context.Context) (Screen, error) {
				return Screen{Asked: 171, Wide: []string{"ẫ", "█"}, Mouse: true}, nil
			}
		}, "fail letters: 2 letters or signs do not take one cell: ẫ █."},
		{"the console", func(e *Env) { e.Terminal.Term = "linux" }, "fail letters: the Linux console lacks many Vietnamese letters."},
		{"256 colours", func(e *Env) {
			e.Kiosk.Screen = func(context.Context) (Screen, error) { return Screen{Asked: 171, Mouse: true}, nil }
		}, "ok colours: 256 colours."},
		{"few colours", func(e *Env) {
			e.Terminal.Profile = colorprofile.ANSI
			e.Kiosk.Screen = func(context.Context) (Screen, error) { return Screen{Asked: 171, Mouse: true}, nil }
		}, "warn colours: 16 colours."},
		{"no mouse", func(e *Env) {
			e.Kiosk.Screen = func(context.Context) (Screen, error) { return Screen{Asked: 171, TrueColour: true}, nil }
		}, "fail mouse: taps and the mouse are not reported."},
		{"scanner shut", func(e *Env) { e.Kiosk.Scanner = func() error { return fmt.Errorf("open: %w", fs.ErrPermission) } }, "fail scanner: this account may not open /dev/ttyACM0."},
		{"scanner away", func(e *Env) { e.Kiosk.Scanner = func() error { return errors.New("no such file") } }, "fail scanner: /dev/ttyACM0 cannot be opened (no such file)."},
		{"scanner taken", func(e *Env) { e.Kiosk.Scanner = func() error { return fmt.Errorf("open: %w", scanner.ErrTaken) } }, "warn scanner: another program has grabbed /dev/ttyACM0."},
		{"no keyboard", func(e *Env) { e.Kiosk.Scanner = func() error { return fmt.Errorf("open: %w", scanner.ErrNotKeyboard) } }, "fail scanner: /dev/ttyACM0 has no letter keys, so it is not a scanner."},
		{"no Linux", func(e *Env) { e.Kiosk.Scanner = func() error { return fmt.Errorf("open: %w", scanner.ErrElsewhere) } }, "fail scanner: /dev/ttyACM0: only Linux can read a scanner that types like a keyboard by its device."},
		{"keyboard shut", func(e *Env) {
			e.Config.Kiosk.Scanner.Device = "/dev/input/by-id/x-event-kbd"
			e.Kiosk.Scanner = func() error { return fmt.Errorf("open: %w", fs.ErrPermission) }
		}, "fail scanner: this account may not open /dev/input/by-id/x-event-kbd."},
		{"no scanner", func(e *Env) { e.Kiosk.Scanner = nil }, "ok scanner: it types like a keyboard, or there is none."},
		{"printer away", printerSays(device.PrinterAbsent), "fail printer: /dev/usb/lp0 cannot print: it cannot be reached."},
		{"no paper", printerSays(device.PrinterPaper), "fail printer: /dev/usb/lp0 cannot print: out of paper."},
		{"open", printerSays(device.PrinterCover), "fail printer: /dev/usb/lp0 cannot print: its cover is open."},
		{"jam", printerSays(device.PrinterJam), "fail printer: /dev/usb/lp0 cannot print: paper or cutter is stuck."},
		{"busy", printerSays(device.PrinterBusy), "fail printer: /dev/usb/lp0 cannot print: it is busy for too long."},
		{"no printer", func(e *Env) { e.Kiosk.Printer = nil }, "ok printer: no slip printer; QR codes take its place."},
		{"no voice", func(e *Env) { e.Kiosk.Speech = func(context.Context) error { return errors.New("not installed") } }, "fail speech: espeak-ng cannot read: not installed."},
		{"no voice installed", func(e *Env) {
			e.Kiosk.Speech = func(context.Context) error {
				return fmt.Errorf("voice vi: %w", &exec.Error{Name: "espeak-ng", Err: exec.ErrNotFound})
			}
		}, "fail speech: espeak-ng cannot read: its program is not installed."},
		{"no clip", func(e *Env) {
			e.Kiosk.Speech = func(context.Context) error { return fmt.Errorf("%w in /srv/clips/en", speech.ErrNoClip) }
		}, "fail speech: espeak-ng cannot read: kiosk.speech_clips has no clip of one of the two languages."},
		{"silence", func(e *Env) { e.Kiosk.Speech = nil }, "ok speech: nothing is read aloud."},
		{"no PIN", func(e *Env) { e.Config, _ = load(t, "") }, "warn pin: no PIN is set, so there is no operator's page."},
		{"no time to answer", func(e *Env) { e.Config, _ = load(t, "[kiosk]\ncountdown = \"10s\"\n") }, "fail idle: people have only 10 seconds to say that they are still there."},
		{"hasty", func(e *Env) { e.Config, _ = load(t, "[kiosk]\nidle = \"20s\"\n") }, "warn idle: it asks after 20 seconds, too soon for slow readers."},
		{"slow", func(e *Env) { e.Config, _ = load(t, "[kiosk]\nidle = \"5m\"\n") }, "warn idle: it asks only after 5 minutes, so the next person may see the last one's application."},
	} {
		t.Run(tc.name, func(t *testing.T) {
			e := lobby(t)
			tc.spoil(&e)
			got, good := run(t, e)
			if !slices.Contains(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
			if good == strings.HasPrefix(tc.want, "fail") {
				t.Errorf("good %v with %q", good, tc.want)
			}
			for _, l := range []text.Lang{text.VI, text.EN} {
				e.Lang = l
				_, _ = Run(t.Context(), e, func(f Finding) error {
					if f.State != StateOK && f.WhatToDo == "" {
						t.Errorf("%s: %s without what to do", f.Name, f.Sentence)
					}
					return nil
				})
			}
		})
	}
}

// The letters are the 134 Vietnamese letters that ASCII lacks, and the signs are all that
// the screens draw.
func TestGlyphs(t *testing.T) {
	if len(vietnamese) != 134 {
		t.Errorf("%d letters", len(vietnamese))
	}
	seen := map[string]bool{}
	for _, g := range glyphs() {
		if seen[g] {
			t.Errorf("%s is asked twice", g)
		}
		seen[g] = true
	}
	screens, err := filepath.Glob(filepath.Join("..", "..", "tui", "testdata", "*", "*", "*.golden"))
	if err != nil || len(screens) == 0 {
		t.Fatalf("no pictures of screens: %v", err)
	}
	styles := regexp.MustCompile(`\x1b\[[0-9;:]*m`)
	missing := map[rune]bool{}
	for _, name := range screens {
		doc, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range styles.ReplaceAllString(string(doc), "") {
			if r > unicode.MaxASCII && !seen[string(r)] && !missing[r] {
				missing[r] = true
				t.Errorf("%s draws %q, which is not asked", filepath.Base(name), r)
			}
		}
	}
}

// emulated is a terminal emulator as seen by a program.
type emulated struct{ *vt.Emulator }

func TestProbeOfAnEmulator(t *testing.T) {
	e := vt.NewEmulator(80, 21)
	defer func() { _ = e.InputPipe().(io.Closer).Close() }()
	s, err := Probe(t.Context(), emulated{e})
	if err != nil {
		t.Fatal(err)
	}
	if s.Asked != len(glyphs()) || len(s.Wide) != 0 || !s.Mouse {
		t.Errorf("got %+v", s)
	}
	if e.IsAltScreen() {
		t.Error("the other screen stays")
	}
}

// played is a terminal whose answers the test defines.
type played struct {
	*io.PipeReader
	w      *io.PipeWriter
	answer func(question string) string
}

func (p *played) Write(q []byte) (int, error) {
	if a := p.answer(string(q)); a != "" {
		go func() { _, _ = io.WriteString(p.w, a) }()
	}
	return len(q), nil
}

func play(answer func(string) string) *played {
	r, w := io.Pipe()
	return &played{PipeReader: r, w: w, answer: answer}
}

// columns answers each query for the cursor position.
func columns(of func(glyph string) int) func(string) string {
	return func(q string) string {
		var b strings.Builder
		for _, piece := range strings.Split(q, "\x1b[6n") {
			_, glyph, ok := strings.Cut(piece, "\r")
			if ok {
				fmt.Fprintf(&b, "\x1b[1;%dR", of(glyph))
			}
		}
		if strings.Contains(q, "\x1b[c") {
			b.WriteString("\x1bP1$r0;48:2::1:2:3m\x1b\\\x1b[?1006;2$y\x1b[?62;4c")
		}
		return b.String()
	}
}

func TestProbe(t *testing.T) {
	whole := columns(func(string) int { return 2 })
	for _, tc := range []struct {
		name   string
		answer func(string) string
		want   Screen
		fails  bool
	}{
		{"all is well", whole, Screen{TrueColour: true, Mouse: true}, false},
		{"two wide ones", columns(func(g string) int {
			if g == "█" || g == "Ẫ" {
				return 3
			}
			return 2
		}), Screen{Wide: []string{"Ẫ", "█"}, TrueColour: true, Mouse: true}, false},
		{"old colours, no mouse", func(q string) string {
			return strings.NewReplacer("48:2::1:2:3", "48;5;16", "1006;2$y", "1006;0$y").Replace(whole(q))
		}, Screen{}, false},
		{"xterm's separators", func(q string) string { return strings.Replace(whole(q), "48:2::1:2:3", "48;2;1;2;3", 1) }, Screen{TrueColour: true, Mouse: true}, false},
		{"an answer is lost", func(q string) string { return strings.Replace(whole(q), "\x1b[1;2R", "", 1) }, Screen{}, true},
		{"a pipe", func(string) string { return "" }, Screen{}, true},
		{"keys that somebody types", func(q string) string { return "abc\x1b[A" + whole(q) }, Screen{TrueColour: true, Mouse: true}, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p := play(tc.answer)
				got, err := Probe(t.Context(), p)
				_ = p.w.Close()
				if (err != nil) != tc.fails {
					t.Fatalf("error %v", err)
				}
				if tc.want.Asked = len(glyphs()); tc.fails {
					tc.want = Screen{}
				}
				if fmt.Sprint(got) != fmt.Sprint(tc.want) {
					t.Errorf("got %+v, want %+v", got, tc.want)
				}
			})
		})
	}
}

func TestProbeIsCalledOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		p := play(func(string) string { return "" })
		if _, err := Probe(ctx, p); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("error %v", err)
		}
		_ = p.w.Close()
	})
}
