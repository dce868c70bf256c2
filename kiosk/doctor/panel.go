package doctor

import (
	"context"
	"errors"
	"fmt"
	"time"

	"motcua/client/clean"
	"motcua/client/facts"
	"motcua/client/store"
	"motcua/kiosk/scanner"
	"motcua/tui/device"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// Panel reports the state of a running kiosk's parts on the operator's page. The checks of
// Run open each device again; the panel asks those that are in use.
type Panel struct {
	Size    func() (columns, rows int) // of the terminal; 0, 0: there is none
	Scanner *scanner.Scanner           // nil: it types like a keyboard
	Store   Catalogue
	Built   time.Time // when the program was built; zero when unknown
	Now     func() time.Time
	InStep  func() (inStep, known bool) // ClockInStep

	devices []func(context.Context) device.Health
}

// Catalogue is the part of *store.Store that the panel uses.
type Catalogue interface {
	Len(ctx context.Context) int // also opens the file
	AsOf() time.Time
	Synced() bool
	Notices() []store.Notice
}

// Printer adds the slip printer.
func (p *Panel) Printer(check func(context.Context) error) { p.device(operator.PanelPrinter, check) }

// Speech adds the voice.
func (p *Panel) Speech(check func(context.Context) error) { p.device(operator.PanelSpeech, check) }

func (p *Panel) device(name text.Said, check func(context.Context) error) {
	p.devices = append(p.devices, func(ctx context.Context) device.Health {
		err := check(ctx)
		if err == nil {
			return health(name, true, operator.PanelReady)
		}
		var why *device.PrintError
		if errors.As(err, &why) {
			if is, known := printerIs[why.Reason]; known {
				return health(name, false, is.says)
			}
		}
		says, _ := speechProblem(err)
		return health(name, false, says)
	})
}

// Health checks all parts.
func (p *Panel) Health(ctx context.Context) []device.Health {
	list := []device.Health{p.terminal(), p.scanner()}
	for _, ask := range p.devices {
		list = append(list, ask(ctx))
	}
	return append(list, p.store(ctx), p.clock())
}

func (p *Panel) terminal() device.Health {
	columns, rows := p.Size()
	if columns < KioskColumns || rows < KioskRows {
		return health(operator.PanelTerminal, false, operator.PanelSmall.With(columns, rows, KioskColumns, KioskRows))
	}
	return health(operator.PanelTerminal, true, operator.PanelSize.With(columns, rows))
}

func (p *Panel) scanner() device.Health {
	switch s := p.Scanner; {
	case s == nil:
		return health(operator.PanelScanner, true, operator.PanelKeys)
	case s.Present():
		return health(operator.PanelScanner, true, operator.PanelConnected)
	case s.Err() != nil:
		return device.Health{Name: operator.PanelScanner.In, Says: scannerSays(s.Device, s.Err())}
	default:
		return health(operator.PanelScanner, false, operator.PanelAway.With(clean.Line(s.Device)))
	}
}

func (p *Panel) store(ctx context.Context) device.Health {
	_ = p.Store.Len(ctx) // opens the file
	says := operator.PanelSynced
	switch {
	case len(p.Store.Notices()) > 0:
		return health(operator.PanelStore, false, operator.PanelFile)
	case !p.Store.Synced():
		says = operator.PanelNever
	}
	asOf := p.Store.AsOf()
	return device.Health{
		Name: operator.PanelStore.In, Good: true,
		Says: func(l text.Lang) string { return fmt.Sprintf(says.In(l), text.For(l).Day(asOf)) },
	}
}

// clock checks whether the clock can be right, and whether a time server synchronises it.
// Due dates depend on it.
func (p *Panel) clock() device.Health {
	now := p.Now()
	made := facts.Shipped().AsOf()
	if p.Built.After(made) {
		made = p.Built
	}
	inStep, known := p.InStep()
	says, good := text.Same("%s"), true
	switch {
	case now.Before(made.Add(-24 * time.Hour)):
		says, good = operator.PanelPast, false
	case known && !inStep:
		says, good = operator.PanelFree, false
	case known:
		says = operator.PanelStep
	}
	return device.Health{
		Name: operator.PanelClock.In, Good: good,
		Says: func(l text.Lang) string {
			return fmt.Sprintf(says.In(l), text.For(l).ClockStamp(now)+" "+text.For(l).Day(now))
		},
	}
}

// health returns one line of the page.
func health(name text.Said, good bool, says text.Said) device.Health {
	return device.Health{Name: name.In, Good: good, Says: says.In}
}
