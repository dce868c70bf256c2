package doctor

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/charmbracelet/colorprofile"

	"motcua/client/clean"
	"motcua/kiosk/scanner"
	"motcua/tui"
)

// The size that the screens of a kiosk are drawn for: large letters on a 24-inch
// display leave 86 by 21 to 24 cells.
const (
	KioskColumns = 80
	KioskRows    = 21
)

// Kiosk are the ways to try what a lobby's screen hangs on. Nil functions are
// devices that the configuration does not name.
type Kiosk struct {
	Screen  func(ctx context.Context) (Screen, error) // asks the terminal; nil: there is none
	Scanner func() error                              // opens its device
	// Keyboards lists the devices of scanners that type; nil: none.
	Keyboards func() []scanner.Keyboard
	Printer   func(ctx context.Context) error // a *tui.PrintError says why
	Speech    func(ctx context.Context) error
	// InStep is ClockInStep; nil: not told.
	InStep func() (inStep, known bool)
}

var kioskChecks = []check{
	checkConfig, checkSample, checkClock, checkStep, checkHolidays, checkStore, checkPapers, checkPortals, checkRoutes,
	checkSize, checkScreen, checkScanner, checkPrinter, checkSpeech, checkPIN, checkIdle,
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
		return []Finding{e.finding("clock", StateWarn, e.say(sayClockFree), doClock)}
	default:
		return []Finding{e.finding("clock", StateOK, e.say(sayClockStep), pair{})}
	}
}

func checkSize(_ context.Context, e *Env) []Finding {
	t := e.Terminal
	if !t.IsTerminal {
		return nil // told by checkScreen
	}
	if t.Width < KioskColumns || t.Height < KioskRows {
		return []Finding{e.finding("size", StateFail, e.say(sayTooSmall, t.Width, t.Height, KioskColumns, KioskRows), doKioskSize)}
	}
	return []Finding{e.finding("size", StateOK, e.say(saySize, t.Width, t.Height), pair{})}
}

// checkScreen tells whether the terminal shows what is drawn and reports what is
// tapped.
func checkScreen(ctx context.Context, e *Env) []Finding {
	if e.Kiosk.Screen == nil || !e.Terminal.IsTerminal {
		return []Finding{e.finding("letters", StateWarn, e.say(sayNoScreen), doScreen)}
	}
	s, err := e.Kiosk.Screen(ctx)
	if err != nil {
		return []Finding{e.finding("letters", StateFail, e.say(sayNoAnswer), doTerminalKind)}
	}
	var list []Finding
	switch {
	case len(s.Wide) > 0:
		list = append(list, e.finding("letters", StateFail, e.say(sayWide, len(s.Wide), strings.Join(s.Wide, " ")), doTerminalKind))
	case e.Terminal.Term == "linux":
		// The console keeps its grid whatever its font lacks.
		list = append(list, e.finding("letters", StateFail, e.say(sayConsole), doTerminalKind))
	default:
		list = append(list, e.finding("letters", StateOK, e.say(sayLetters, s.Asked), doLook))
	}
	switch {
	case s.TrueColour:
		list = append(list, e.finding("colours", StateOK, e.say(sayTrueColour), pair{}))
	case e.Terminal.Profile >= colorprofile.ANSI256:
		list = append(list, e.finding("colours", StateOK, e.say(sayColours, colours(e.Terminal.Profile).in(e.Lang)), pair{}))
	default:
		list = append(list, e.finding("colours", StateWarn, e.say(sayColours, colours(e.Terminal.Profile).in(e.Lang)), doColours))
	}
	if s.Mouse {
		return append(list, e.finding("mouse", StateOK, e.say(sayMouse), pair{}))
	}
	return append(list, e.finding("mouse", StateFail, e.say(sayNoMouse), doTerminalKind))
}

// deviceTime is how long a printer or a voice may take to say how it is.
const deviceTime = 15 * time.Second

func checkPrinter(ctx context.Context, e *Env) []Finding {
	name := clean.Line(e.Config.Kiosk.Printer.Address)
	if name == "" || e.Kiosk.Printer == nil {
		return []Finding{e.finding("printer", StateOK, e.say(sayNoPrinter), pair{})}
	}
	ctx, cancel := context.WithTimeout(ctx, deviceTime)
	defer cancel()
	err := e.Kiosk.Printer(ctx)
	if err == nil {
		return []Finding{e.finding("printer", StateOK, e.say(sayPrinter, name), pair{})}
	}
	var why *tui.PrintError
	if !errors.As(err, &why) {
		return []Finding{e.finding("printer", StateFail, e.say(sayPrinterFails, name, clean.Line(err.Error())), doPrinter[tui.PrinterAbsent])}
	}
	does, ok := sayPrinterIs[why.Reason]
	if !ok {
		does = pair{clean.Line(string(why.Reason)), clean.Line(string(why.Reason))}
	}
	return []Finding{e.finding("printer", StateFail, e.say(sayPrinterFails, name, does.in(e.Lang)), doPrinter[why.Reason])}
}

// speechProblem is why nothing is read aloud, and what to do.
func speechProblem(err error) (says, does pair) {
	for _, v := range sayVoice {
		if errors.Is(err, v.err) {
			return v.says, v.does
		}
	}
	raw := clean.Line(err.Error())
	return pair{raw, raw}, doSpeech
}

func checkSpeech(ctx context.Context, e *Env) []Finding {
	engine := clean.Line(e.Config.Kiosk.Speech.Engine)
	if e.Kiosk.Speech == nil {
		return []Finding{e.finding("speech", StateOK, e.say(sayNoSpeech), pair{})}
	}
	ctx, cancel := context.WithTimeout(ctx, deviceTime)
	defer cancel()
	if err := e.Kiosk.Speech(ctx); err != nil {
		says, does := speechProblem(err)
		return []Finding{e.finding("speech", StateFail, e.say(saySpeechFails, engine, says.in(e.Lang)), does)}
	}
	return []Finding{e.finding("speech", StateOK, e.say(saySpeech, engine), doHear)}
}

// checkPIN looks whether there is an operator's page. Who may read its hash is
// looked at with the configuration.
func checkPIN(_ context.Context, e *Env) []Finding {
	if e.ConfigErr != nil {
		return nil
	}
	if e.Config.Kiosk.PINHash.Reveal() == "" {
		return []Finding{e.finding("pin", StateWarn, e.say(sayNoPIN), doPIN)}
	}
	return []Finding{e.finding("pin", StateOK, e.say(sayPIN), pair{})}
}

// Bounds of the times of a lobby: WCAG 2.2.1 asks for 20 s to say that one is
// still there; a minute is what people need to read a result.
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
		return []Finding{e.finding("idle", StateFail, e.say(sayShortCountdown, e.span(countdown)), doIdle)}
	case idle < leastIdle:
		return []Finding{e.finding("idle", StateWarn, e.say(sayShortIdle, e.span(idle)), doIdle)}
	case idle > mostIdle:
		return []Finding{e.finding("idle", StateWarn, e.say(sayLongIdle, e.span(idle)), doIdle)}
	default:
		return []Finding{e.finding("idle", StateOK, e.say(sayIdle, e.span(idle), e.span(countdown)), pair{})}
	}
}
