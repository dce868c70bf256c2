package take

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/tui/device"
	"motcua/tui/handover"
	"motcua/tui/page"
	"motcua/tui/parts"
	"motcua/tui/view"
)

// screen gives a dossier or a procedure to take along: as a QR code for a phone, or on
// paper. When printing fails it shows the code instead.
type screen struct {
	page.Base
	page.Takeaway
	onPaper bool // a slip was requested
	state   printState
	reason  device.PrintReason
	cancel  context.CancelFunc
}

type printState int

const (
	printIdle printState = iota
	printing
	printed
	printFailed
)

// printMost is the time limit for printing, whatever the printer's own time-outs are.
const printMost = time.Minute

// printedMsg is the result of printing, for the page that asked for it.
type printedMsg struct {
	page int
	err  error
}

func (m printedMsg) To() int { return m.page }

// New returns the page; paper asks for a printed slip.
func New(env *page.Env, t page.Takeaway, paper bool) page.Page {
	return &screen{Base: page.NewBase(env), Takeaway: t, onPaper: paper}
}

// Start prints if a slip was requested.
func (p *screen) Start() tea.Cmd {
	if !p.onPaper {
		return nil
	}
	return p.print()
}

// print prints the slip once: not while it is being printed, and not again after it came
// out.
func (p *screen) print() tea.Cmd {
	printer := p.Printer
	if printer == nil || p.state == printing || p.state == printed {
		return nil
	}
	p.onPaper, p.state = true, printing
	ctx, cancel := context.WithTimeout(p.Context, printMost)
	p.cancel = cancel
	slip, number := p.Slip(), p.Number()
	return func() tea.Msg {
		defer cancel()
		return printedMsg{number, printer.Print(ctx, slip)}
	}
}

// Leave cancels a slip that has not come out, because nobody would take it.
func (p *screen) Leave() {
	if p.cancel != nil {
		p.cancel()
	}
}

// Crumb returns the name of the page.
func (p *screen) Crumb() string {
	if p.onPaper {
		return p.Texts.Slip.TitlePrint
	}
	return p.Texts.Slip.TitleQR
}

func (p *screen) Keys() []parts.Key {
	t := &p.Texts.Slip
	keys := []parts.Key{{Label: "Esc", Text: p.Texts.Screen.KeyBack, Press: "esc"}}
	switch {
	case p.Printer == nil:
	case p.state == printIdle:
		keys = append(keys, parts.Key{Label: "I", Text: t.KeyPrint, Press: "i"})
	case p.state == printFailed:
		keys = append(keys, parts.Key{Label: "I", Text: t.KeyPrintNew, Press: "i"})
	}
	return keys
}

func (p *screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case printedMsg:
		p.came(msg.err)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			return p.Back()
		case "i", "I":
			return p.print()
		}
	}
	return nil
}

// came handles the result of printing.
func (p *screen) came(err error) {
	if err == nil {
		p.state = printed
		return
	}
	p.state, p.reason = printFailed, ""
	var why *device.PrintError
	switch {
	case errors.As(err, &why):
		p.reason = why.Reason
	case errors.Is(err, context.DeadlineExceeded):
		p.reason = device.PrinterBusy
	}
}

// handOver returns the link that the page shows now.
func (p *screen) handOver() handover.Link {
	t := &p.Texts.Slip
	h := handover.Link{URL: p.Link, Title: p.Crumb(), What: p.What}
	switch p.state {
	case printIdle:
	case printing:
		h.Sign, h.Says, h.Bare = view.SignCurrent, t.Printing, true
	case printed:
		h.Sign, h.Tone, h.Says, h.Bare = view.SignDone, view.ToneGood, t.Printed, true
	case printFailed:
		h.Sign, h.Tone, h.Says = view.SignAction, view.ToneWarn, p.why()
		if p.Link != "" {
			h.Says += " " + t.Instead
		}
	}
	return h
}

// why says why the slip does not come out, and what to do.
func (p *screen) why() string {
	t := &p.Texts.Slip
	switch p.reason {
	case device.PrinterAbsent:
		return t.Absent
	case device.PrinterPaper:
		return t.Paper
	case device.PrinterCover:
		return t.Cover
	case device.PrinterJam:
		return t.Jam
	case device.PrinterBusy:
		return t.Busy
	default:
		return t.Failed
	}
}

func (p *screen) Sheet() *parts.Sheet {
	return p.handOver().Sheet(p.Env, p.Width, p.Height)
}

func (p *screen) Whole(in page.Room) *parts.Sheet { return p.handOver().Whole(p.Env, in) }
