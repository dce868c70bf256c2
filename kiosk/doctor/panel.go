package doctor

import (
	"context"
	"errors"
	"fmt"
	"time"

	"motcua/client/clean"
	"motcua/client/facts"
	"motcua/client/store"
	"motcua/client/workday"
	"motcua/kiosk/scanner"
	"motcua/tui"
	"motcua/tui/text"
)

// Panel tells on the operator's page how the parts of a kiosk at work do. The checks
// of Run try each device anew; the panel asks those that are in use.
type Panel struct {
	Size    func() (columns, rows int) // of the terminal; 0, 0: there is none
	Scanner *scanner.Scanner           // nil: it types like a keyboard
	Store   Catalogue
	Built   time.Time // when the program was built; zero when unknown
	Now     func() time.Time
	InStep  func() (inStep, known bool) // ClockInStep

	devices []func(context.Context) tui.Health
}

// Catalogue is what the panel tells of the catalogue on this machine; *store.Store is
// one.
type Catalogue interface {
	Len(ctx context.Context) int // opens the file
	AsOf() time.Time
	Synced() bool
	Notices() []store.Notice
}

// Printer adds the slip printer.
func (p *Panel) Printer(check func(context.Context) error) { p.device(sayPanelPrinter, check) }

// Speech adds the voice.
func (p *Panel) Speech(check func(context.Context) error) { p.device(sayPanelSpeech, check) }

func (p *Panel) device(name pair, check func(context.Context) error) {
	p.devices = append(p.devices, func(ctx context.Context) tui.Health {
		err := check(ctx)
		if err == nil {
			return health(name, true, sayPanelReady)
		}
		var why *tui.PrintError
		if errors.As(err, &why) {
			if says, known := sayPrinterIs[why.Reason]; known {
				return health(name, false, says)
			}
		}
		says, _ := speechProblem(err)
		return health(name, false, says)
	})
}

// Health looks at all parts.
func (p *Panel) Health(ctx context.Context) []tui.Health {
	list := []tui.Health{p.terminal(), p.scanner()}
	for _, ask := range p.devices {
		list = append(list, ask(ctx))
	}
	return append(list, p.store(ctx), p.clock())
}

func (p *Panel) terminal() tui.Health {
	columns, rows := p.Size()
	if columns < KioskColumns || rows < KioskRows {
		return health(sayPanelTerminal, false, sayPanelSmall.with(columns, rows, KioskColumns, KioskRows))
	}
	return health(sayPanelTerminal, true, sayPanelSize.with(columns, rows))
}

func (p *Panel) scanner() tui.Health {
	switch s := p.Scanner; {
	case s == nil:
		return health(sayPanelScanner, true, sayPanelKeys)
	case s.Present():
		return health(sayPanelScanner, true, sayPanelConnected)
	case s.Err() != nil:
		return tui.Health{Name: sayPanelScanner.in, Says: scannerSays(s.Device, s.Err())}
	default:
		return health(sayPanelScanner, false, sayPanelAway.with(clean.Line(s.Device)))
	}
}

func (p *Panel) store(ctx context.Context) tui.Health {
	_ = p.Store.Len(ctx) // opens the file
	says := sayPanelSynced
	switch {
	case len(p.Store.Notices()) > 0:
		return health(sayPanelStore, false, sayPanelFile)
	case !p.Store.Synced():
		says = sayPanelNever
	}
	asOf := p.Store.AsOf()
	return tui.Health{
		Name: sayPanelStore.in, Good: true,
		Says: func(l text.Lang) string { return fmt.Sprintf(says.in(l), text.For(l).Day(asOf)) },
	}
}

// clock looks whether the clock can be right, and whether a time server keeps it so.
// Due dates depend on it.
func (p *Panel) clock() tui.Health {
	now := p.Now()
	at := now.In(workday.Zone).Format("15:04 02/01/2006")
	made := facts.Shipped().AsOf()
	if p.Built.After(made) {
		made = p.Built
	}
	inStep, known := p.InStep()
	switch {
	case now.Before(made.Add(-24 * time.Hour)):
		return health(sayPanelClock, false, sayPanelPast.with(at))
	case known && !inStep:
		return health(sayPanelClock, false, sayPanelFree.with(at))
	case known:
		return health(sayPanelClock, true, sayPanelStep.with(at))
	default:
		return health(sayPanelClock, true, pair{at, at})
	}
}

// health is one line of the page.
func health(name pair, good bool, says pair) tui.Health {
	return tui.Health{Name: name.in, Good: good, Says: says.in}
}

// A line of the page has some sixty cells for what it says.
var (
	sayPanelTerminal = pair{"Màn hình", "Terminal"}
	sayPanelScanner  = pair{"Máy quét", "Scanner"}
	sayPanelPrinter  = pair{"Máy in phiếu", "Slip printer"}
	sayPanelSpeech   = pair{"Giọng đọc", "Speech"}
	sayPanelStore    = pair{"Danh mục trong máy", "Catalogue on this machine"}
	sayPanelClock    = pair{"Đồng hồ", "Clock"}

	sayPanelSize      = pair{"%d cột, %d dòng", "%d columns, %d rows"}
	sayPanelSmall     = pair{"%d cột, %d dòng; cần ít nhất %d cột, %d dòng", "%d columns, %d rows; at least %d by %d are needed"}
	sayPanelKeys      = pair{"kiểu bàn phím, thử bằng cách quét một mã", "types like a keyboard; scan a code to try it"}
	sayPanelConnected = pair{"đang nối", "connected"}
	sayPanelAway      = pair{"không thấy ở %s; xem dây cắm", "not found at %s; look at its cable"}
	sayPanelReady     = pair{"sẵn sàng", "ready"}
	sayPanelSynced    = pair{"cập nhật từ cổng ngày %s", "brought from the portal on %s"}
	sayPanelNever     = pair{"chưa cập nhật lần nào, dùng danh mục có sẵn ngày %s", "never brought here, the built-in one of %s is used"}
	sayPanelFile      = pair{"tệp danh mục không dùng được, chạy motcua doctor để xem", "its file cannot be used; run motcua doctor"}
	sayPanelStep      = pair{"%s, khớp với máy chủ giờ", "%s, in step with a time server"}
	sayPanelFree      = pair{"%s, chưa khớp với máy chủ giờ nào", "%s, in step with no time server"}
	sayPanelPast      = pair{"%s, sớm hơn cả ngày của chương trình này", "%s, before this program was made"}
)
