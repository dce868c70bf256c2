package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/code"
	"motcua/tui/parts"
	"motcua/tui/text"
	"motcua/tui/view"
)

// takePage gives a dossier or a procedure to take home: as a code for a phone, or
// on paper, and where no paper comes the code in its place.
type takePage struct {
	basePage
	takeaway
	paper  bool // asked for on paper
	state  printState
	reason PrintReason
	cancel context.CancelFunc
}

// takeaway is what is taken home.
type takeaway struct {
	link string // "" when there is no page of it
	what string
	slip func() Slip // as it stands at that moment, in the language of that moment
}

type printState int

const (
	printIdle printState = iota
	printing
	printed
	printFailed
)

// printMost bounds what a printer may take, whatever its own time-outs are.
const printMost = time.Minute

// printedMsg is what came of printing, for the page that asked.
type printedMsg struct {
	page int
	err  error
}

func (m printedMsg) to() int { return m.page }

func newTake(sh *shared, t takeaway, paper bool) *takePage {
	return &takePage{basePage: newBase(sh), takeaway: t, paper: paper}
}

// printer is nil where nothing can be printed.
func (sh *shared) printer() Printer {
	if sh.lobby() {
		return sh.Kiosk.Printer
	}
	return nil
}

// takeKeys are the keys of a page whose content can be taken home.
func (sh *shared) takeKeys(link string) []parts.Key {
	var keys []parts.Key
	if link != "" {
		keys = append(keys, parts.Key{Label: "Q", Text: sh.texts.Slip.KeyQR, Press: "q"})
	}
	if sh.printer() != nil {
		keys = append(keys, parts.Key{Label: "I", Text: sh.texts.Slip.KeyPrint, Press: "i"})
	}
	return keys
}

// dossierLink is the page where a dossier is looked up, "" when there is none.
func (sh *shared) dossierLink(dossierCode code.Dossier, source client.SourceName) string {
	if sh.DossierPage == nil || dossierCode.IsZero() {
		return ""
	}
	return sh.DossierPage(dossierCode, source)
}

// takeHome opens what a key asks for: a code, or a slip. nil when it is no such
// key.
func (b basePage) takeHome(key string, t takeaway) tea.Cmd {
	switch key {
	case "q", "Q":
		if t.link != "" {
			return b.open(newTake(b.shared, t, false))
		}
	case "i", "I":
		if b.printer() != nil {
			return b.open(newTake(b.shared, t, true))
		}
	}
	return nil
}

// Start prints, when that is what was asked for.
func (p *takePage) Start() tea.Cmd {
	if !p.paper {
		return nil
	}
	return p.print()
}

// print sends the slip, once: not while one is being printed, nor again after it
// came out.
func (p *takePage) print() tea.Cmd {
	printer := p.printer()
	if printer == nil || p.state == printing || p.state == printed {
		return nil
	}
	p.paper = true
	if !p.busy.CompareAndSwap(false, true) { // a slip of the person before
		p.state, p.reason = printFailed, PrinterBusy
		return nil
	}
	p.state = printing
	ctx, cancel := context.WithTimeout(p.Context, printMost)
	p.cancel = cancel
	slip, number, busy := p.slip(), p.number, &p.busy
	return func() tea.Msg {
		defer cancel()
		defer busy.Store(false)
		return printedMsg{number, printer.Print(ctx, slip)}
	}
}

// Leave gives up a slip that has not come out: nobody would take it.
func (p *takePage) Leave() {
	if p.cancel != nil {
		p.cancel()
	}
}

// Crumb names the page.
func (p *takePage) Crumb() string {
	if p.paper {
		return p.texts.Slip.TitlePrint
	}
	return p.texts.Slip.TitleQR
}

func (p *takePage) Keys() []parts.Key {
	t := &p.texts.Slip
	keys := []parts.Key{{Label: "Esc", Text: p.texts.Screen.KeyBack, Press: "esc"}}
	switch {
	case p.printer() == nil:
	case p.state == printIdle:
		keys = append(keys, parts.Key{Label: "I", Text: t.KeyPrint, Press: "i"})
	case p.state == printFailed:
		keys = append(keys, parts.Key{Label: "I", Text: t.KeyPrintNew, Press: "i"})
	}
	return keys
}

func (p *takePage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case printedMsg:
		p.came(msg.err)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			return p, p.back()
		case "i", "I":
			return p, p.print()
		}
	}
	return p, nil
}

// came takes what came of printing.
func (p *takePage) came(err error) {
	if err == nil {
		p.state = printed
		return
	}
	p.state, p.reason = printFailed, ""
	var why *PrintError
	switch {
	case errors.As(err, &why):
		p.reason = why.Reason
	case errors.Is(err, context.DeadlineExceeded):
		p.reason = PrinterBusy
	}
}

// handOver is what the page shows now.
func (p *takePage) handOver() handOver {
	t := &p.texts.Slip
	h := handOver{link: p.link, title: p.Crumb(), what: p.what}
	switch p.state {
	case printing:
		h.sign, h.says, h.bare = view.SignCurrent, t.Printing, true
	case printed:
		h.sign, h.tone, h.says, h.bare = view.SignDone, view.ToneGood, t.Printed, true
	case printFailed:
		h.sign, h.tone, h.says = view.SignAction, view.ToneWarn, p.why()
		if p.link != "" {
			h.says += " " + t.Instead
		}
	}
	return h
}

// why is what keeps the slip from coming out, and what to do.
func (p *takePage) why() string {
	t := &p.texts.Slip
	switch p.reason {
	case PrinterAbsent:
		return t.Absent
	case PrinterPaper:
		return t.Paper
	case PrinterCover:
		return t.Cover
	case PrinterJam:
		return t.Jam
	case PrinterBusy:
		return t.Busy
	default:
		return t.Failed
	}
}

func (p *takePage) View(width, height int) string { return p.Sheet(width, height).String() }

func (p *takePage) Sheet(width, height int) *parts.Sheet {
	return p.handOver().sheet(p.shared, width, height)
}

func (p *takePage) whole(in room) *parts.Sheet { return p.handOver().whole(p.shared, in) }

// handedOver is what is shown of a dossier that a person must look up elsewhere: on
// its system's own page, for a captcha's sake, or on the national portal when its
// system is not connected. It is the code of that page.
func (d *dossierPage) handedOver() (handOver, bool) {
	var (
		over *client.HandOverError
		none *client.NotConnectedError
	)
	if d.answer != nil || d.wait.on() {
		return handOver{}, false
	}
	t := &d.texts.Slip
	h := handOver{
		title: t.TitleQR, what: code.SplitTyped(d.query.Code.String()).Grouped(),
		sign: view.SignAction, tone: view.ToneWarn,
	}
	switch {
	case errors.As(d.err, &over):
		h.link, h.says = clean.Line(over.URL), t.OnlyThere
	case errors.As(d.err, &none):
		h.link, h.says = text.NationalPage, view.NotConnectedBeside(none, d.env())
	default:
		return handOver{}, false
	}
	return h, true
}

func (d *dossierPage) whole(in room) *parts.Sheet {
	if over, ok := d.handedOver(); ok {
		return over.whole(d.shared, in)
	}
	return nil
}
