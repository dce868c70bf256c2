package doctor

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"motcua/client/clean"
	"motcua/kiosk/config"
	"motcua/kiosk/printer"
	"motcua/kiosk/scanner"
	"motcua/kiosk/speech"
	"motcua/tui/device"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// The size that a kiosk's screens are designed for: with large letters a 24-inch display
// has 86 columns and 21 to 24 rows.
const (
	KioskColumns = 80
	KioskRows    = 21
)

// Kiosk contains functions that try the devices of a lobby's screen. A nil function stands
// for a device that is not configured.
type Kiosk struct {
	Screen  func(ctx context.Context) (Screen, error) // queries the terminal; nil: there is none
	Scanner func() error                              // opens its device
	// Keyboards lists the devices of scanners that type; nil: none.
	Keyboards func() []scanner.Keyboard
	Printer   func(ctx context.Context) error // the error is a *device.PrintError
	Speech    func(ctx context.Context) error
	// InStep is ClockInStep; nil: unknown.
	InStep func() (inStep, known bool)
}

// KioskOf returns functions that try the devices of a configuration; in and out are the
// terminal.
func KioskOf(c config.Kiosk, in, out *os.File) *Kiosk {
	k := &Kiosk{InStep: ClockInStep, Keyboards: scanner.Keyboards}
	if in != nil && term.IsTerminal(in.Fd()) && out != nil && term.IsTerminal(out.Fd()) {
		k.Screen = func(ctx context.Context) (Screen, error) { return probeRaw(ctx, in, out) }
	}
	if c.Scanner.Device != "" {
		k.Scanner = func() error {
			port, err := scanner.Open(c.Scanner.Device, c.Scanner.Baud)
			if err != nil {
				return err
			}
			return port.Close()
		}
	}
	if c.Printer.Address != "" {
		k.Printer = func(ctx context.Context) error {
			p, err := printer.New(c.Printer)
			if err != nil {
				return err
			}
			return p.Check(ctx)
		}
	}
	if c.Speech.Speaks() {
		k.Speech = func(ctx context.Context) error { return speech.Check(ctx, c.Speech) }
	}
	return k
}

// probeRaw queries the terminal in raw mode, so that its answers are not echoed.
func probeRaw(ctx context.Context, in, out *os.File) (Screen, error) {
	found, err := term.MakeRaw(in.Fd())
	if err != nil {
		return Screen{}, err
	}
	defer func() { _ = term.Restore(in.Fd(), found) }()
	return Probe(ctx, struct {
		io.Reader
		io.Writer
	}{in, out})
}

var kioskChecks = []check{
	checkConfig, checkSample, checkClock, checkStep, checkHolidays, checkStore, checkPapers, checkUnits, checkKept, checkPortals, checkRoutes,
	checkSize, checkScreen, checkScanner, checkPrinter, checkSpeech, checkPIN, checkIdle, checkReport,
}

func checkStep(_ context.Context, e *Env) []Finding {
	if e.Kiosk.InStep == nil {
		return nil
	}
	inStep, known := e.Kiosk.InStep()
	switch {
	case !known:
		return nil
	case !inStep:
		return []Finding{e.finding("clock", StateWarn, e.say(operator.DoctorClockFree), operator.DoctorDoClock)}
	default:
		return []Finding{e.finding("clock", StateOK, e.say(operator.DoctorClockStep), text.Said{})}
	}
}

func checkSize(_ context.Context, e *Env) []Finding {
	t := e.Terminal
	if !t.IsTerminal {
		return nil // checkScreen reports it
	}
	if t.Width < KioskColumns || t.Height < KioskRows {
		return []Finding{e.finding("size", StateFail, e.say(operator.DoctorTooSmall, t.Width, t.Height, KioskColumns, KioskRows), operator.DoctorDoKioskSize)}
	}
	return []Finding{e.finding("size", StateOK, e.say(operator.DoctorSize, t.Width, t.Height), text.Said{})}
}

// checkScreen checks that the terminal displays what is drawn and reports taps.
func checkScreen(ctx context.Context, e *Env) []Finding {
	if e.Kiosk.Screen == nil || !e.Terminal.IsTerminal {
		return []Finding{e.finding("letters", StateWarn, e.say(operator.DoctorNoScreen), operator.DoctorDoScreen)}
	}
	s, err := e.Kiosk.Screen(ctx)
	if err != nil {
		return []Finding{e.finding("letters", StateFail, e.say(operator.DoctorNoAnswer), operator.DoctorDoTerminalKind)}
	}
	var list []Finding
	switch {
	case len(s.Wide) > 0:
		list = append(list, e.finding("letters", StateFail, e.say(operator.DoctorWide, len(s.Wide), strings.Join(s.Wide, " ")), operator.DoctorDoTerminalKind))
	case e.Terminal.Term == "linux":
		// The Linux console keeps its cell grid even when its font lacks a letter.
		list = append(list, e.finding("letters", StateFail, e.say(operator.DoctorConsole), operator.DoctorDoTerminalKind))
	default:
		list = append(list, e.finding("letters", StateOK, e.say(operator.DoctorLetters, s.Asked), operator.DoctorDoLook))
	}
	switch {
	case s.TrueColour:
		list = append(list, e.finding("colours", StateOK, e.say(operator.DoctorTrueColour), text.Said{}))
	case e.Terminal.Profile >= colorprofile.ANSI256:
		list = append(list, e.finding("colours", StateOK, e.say(operator.DoctorColours, colours(e.Terminal.Profile).In(e.Lang)), text.Said{}))
	default:
		list = append(list, e.finding("colours", StateWarn, e.say(operator.DoctorColours, colours(e.Terminal.Profile).In(e.Lang)), operator.DoctorDoColours))
	}
	if s.Mouse {
		return append(list, e.finding("mouse", StateOK, e.say(operator.DoctorMouse), text.Said{}))
	}
	return append(list, e.finding("mouse", StateFail, e.say(operator.DoctorNoMouse), operator.DoctorDoTerminalKind))
}

// deviceTime is the time limit for a printer or a voice to report its state.
const deviceTime = 15 * time.Second

func checkPrinter(ctx context.Context, e *Env) []Finding {
	name := clean.Line(e.Config.Kiosk.Printer.Address)
	if name == "" || e.Kiosk.Printer == nil {
		return []Finding{e.finding("printer", StateOK, e.say(operator.DoctorNoPrinter), text.Said{})}
	}
	ctx, cancel := context.WithTimeout(ctx, deviceTime)
	defer cancel()
	err := e.Kiosk.Printer(ctx)
	if err == nil {
		return []Finding{e.finding("printer", StateOK, e.say(operator.DoctorPrinter, name), text.Said{})}
	}
	var why *device.PrintError
	if !errors.As(err, &why) {
		return []Finding{e.finding("printer", StateFail, e.say(operator.DoctorPrinterFails, name, clean.Line(err.Error())), operator.DoctorDoPrinterAbsent)}
	}
	is, ok := printerIs[why.Reason]
	if !ok {
		is.says = text.Same(clean.Line(string(why.Reason)))
	}
	return []Finding{e.finding("printer", StateFail, e.say(operator.DoctorPrinterFails, name, is.says.In(e.Lang)), is.does)}
}

// speechProblem returns why nothing is read aloud and what to do.
func speechProblem(err error) (says, does text.Said) {
	for _, v := range voiceIs {
		if errors.Is(err, v.err) {
			return v.says, v.does
		}
	}
	raw := clean.Line(err.Error())
	return text.Same(raw), operator.DoctorDoSpeech
}

func checkSpeech(ctx context.Context, e *Env) []Finding {
	engine := clean.Line(e.Config.Kiosk.Speech.Engine)
	if e.Kiosk.Speech == nil {
		return []Finding{e.finding("speech", StateOK, e.say(operator.DoctorNoSpeech), text.Said{})}
	}
	ctx, cancel := context.WithTimeout(ctx, deviceTime)
	defer cancel()
	if err := e.Kiosk.Speech(ctx); err != nil {
		says, does := speechProblem(err)
		return []Finding{e.finding("speech", StateFail, e.say(operator.DoctorSpeechFails, engine, says.In(e.Lang)), does)}
	}
	return []Finding{e.finding("speech", StateOK, e.say(operator.DoctorSpeech, engine), operator.DoctorDoHear)}
}

// checkPIN checks whether there is an operator's page. Who can read the PIN's hash is
// checked with the configuration.
func checkPIN(_ context.Context, e *Env) []Finding {
	if e.ConfigErr != nil {
		return nil
	}
	if e.Config.Kiosk.PINHash.Reveal() == "" {
		return []Finding{e.finding("pin", StateWarn, e.say(operator.DoctorNoPIN), operator.DoctorDoPIN)}
	}
	return []Finding{e.finding("pin", StateOK, e.say(operator.DoctorPIN), text.Said{})}
}

// Bounds of a lobby's time limits: WCAG 2.2.1 asks for at least 20 s to say that one is
// still there; people need a minute to read a result.
const (
	leastIdle      = 60 * time.Second
	mostIdle       = 90 * time.Second
	leastCountdown = 20 * time.Second
)

func checkIdle(_ context.Context, e *Env) []Finding {
	if e.ConfigErr != nil {
		return nil
	}
	idle, countdown := e.Config.Kiosk.Idle, e.Config.Kiosk.Countdown
	switch {
	case countdown < leastCountdown:
		return []Finding{e.finding("idle", StateFail, e.say(operator.DoctorShortCountdown, e.span(countdown)), operator.DoctorDoIdle)}
	case idle < leastIdle:
		return []Finding{e.finding("idle", StateWarn, e.say(operator.DoctorShortIdle, e.span(idle)), operator.DoctorDoIdle)}
	case idle > mostIdle:
		return []Finding{e.finding("idle", StateWarn, e.say(operator.DoctorLongIdle, e.span(idle)), operator.DoctorDoIdle)}
	default:
		return []Finding{e.finding("idle", StateOK, e.say(operator.DoctorIdle, e.span(idle), e.span(countdown)), text.Said{})}
	}
}

// checkReport checks whether the report for a monitoring system can be written. Without a
// report nobody who is not in the hall sees a dark screen.
func checkReport(_ context.Context, e *Env) []Finding {
	if e.ConfigErr != nil || e.Config.Kiosk.Report == "" {
		return nil
	}
	folder := filepath.Dir(e.Config.Kiosk.Report)
	if _, err := os.Stat(folder); err != nil { // a kiosk does not create it
		return []Finding{e.finding("report", StateFail, e.say(operator.DoctorReportNowhere, clean.Line(folder)), operator.DoctorDoReport)}
	}
	if err := writable(folder); err != nil {
		return []Finding{e.finding("report", StateFail, e.say(operator.DoctorReportFails, clean.Line(folder)), operator.DoctorDoReport)}
	}
	return []Finding{e.finding("report", StateOK, e.say(operator.DoctorReport, clean.Line(e.Config.Kiosk.Report)), text.Said{})}
}
