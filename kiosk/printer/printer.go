// Package printer brings slips to paper on a receipt printer that speaks ESC/POS:
// a device file, a printer on the network, a CUPS queue. The commands and the
// bits of the answers are those of Epson's ESC/POS command reference, which other
// makers follow.
package printer

import (
	"context"
	"errors"
	"fmt"
	"net"
	"regexp"
	"strings"
	"time"

	"motcua/kiosk/config/key"
	"motcua/kiosk/slip"
	"motcua/tui"
)

// Config is one printer.
type Config struct {
	// Address is a device file ("/dev/usb/lp0"), "tcp://host" or
	// "tcp://host:9100", or "cups://queue".
	Address string
	// Dots is how many dots a line has, see slip.Wide and slip.Narrow; 0 is
	// slip.Wide.
	Dots int
	// Turn is a file by which the processes of a machine print one slip at a time, and
	// in which stands that the newest job broke off; "": this process alone prints.
	Turn string

	patience *patience // for tests
}

// Keys are the printer's keys of [kiosk].
func (c *Config) Keys() []key.Key {
	return []key.Key{
		key.Text("printer", &c.Address, "", key.Form{Want: key.Say(
			`"/dev/usb/lp0", "tcp://192.0.2.7" hoặc "cups://tên-máy-in"`, `"/dev/usb/lp0", "tcp://192.0.2.7" or "cups://queue-name"`,
		), Fits: func(s string) bool { return key.IsDevice(s) || address.MatchString(s) }}).ByFlag("printer").
				Says(`Máy in phiếu ESC/POS: "/dev/usb/lp0", "tcp://192.0.2.7" hoặc "cups://tên-máy-in". Số chấm một dòng: giấy 80 mm là 576, 58 mm là 384. (--printer)`,
				`An ESC/POS receipt printer; dots in a line: 576 on 80 mm paper, 384 on 58 mm.`),
		// 58 mm paper has 384 dots, 80 mm paper 512 to 640.
		key.Int("printer_dots", &c.Dots, slip.Wide, 256, 832),
	}
}

// address is looked at for its form alone: New reads it.
var address = regexp.MustCompile(`^(tcp://[A-Za-z0-9.\[\]:_-]+|cups://[A-Za-z0-9_.-]{1,127})$`)

// patience is how long a printer is waited for.
type patience struct {
	open   time.Duration // until it takes a connection, or a command of a queue ends
	answer time.Duration // to a question; a printer that gives none is silent
	stall  time.Duration // until it takes a further piece
	end    time.Duration // for the paper to come out, beyond what printing takes
	poll   time.Duration // between two looks at a queue
	rows   int           // of dots that a slow printer prints a second
}

// usual is for printers of 50 mm a second and more.
func usual() *patience {
	return &patience{open: 3 * time.Second, answer: time.Second, stall: 8 * time.Second, end: 3 * time.Second, poll: 400 * time.Millisecond, rows: 400}
}

// printing is how long that many rows may take, and what patience adds.
func (p *patience) printing(rows int) time.Duration {
	return p.end + time.Duration(rows)*time.Second/time.Duration(p.rows)
}

// transport is how a printer is reached.
type transport interface {
	// state asks how the printer is. The error tells what keeps it from printing.
	state(ctx context.Context) error
	// send sends a job and waits for its end.
	send(ctx context.Context, j job) error
}

// Printer is safe for concurrent use; it prints one slip at a time.
type Printer struct {
	way  transport
	dots int
	turn turn
}

var _ tui.Printer = (*Printer)(nil)

var queueName = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,126}$`)

// New checks the config. Whether the printer is there is seen when it prints.
func New(cfg Config) (*Printer, error) {
	p := &Printer{dots: cfg.Dots, turn: newTurn(cfg.Turn)}
	if p.dots == 0 {
		p.dots = slip.Wide
	}
	if _, err := slip.Draw(tui.Slip{}, p.dots); err != nil {
		return nil, err
	}
	patience := cfg.patience
	if patience == nil {
		patience = usual()
	}
	kind, rest, named := strings.Cut(cfg.Address, "://")
	switch {
	case !named && cfg.Address != "":
		p.way = &stream{patience: patience, open: device(cfg.Address)}
	case kind == "tcp" && rest != "" && !strings.ContainsAny(rest, "/@ "):
		if _, _, err := net.SplitHostPort(rest); err != nil {
			rest = net.JoinHostPort(strings.Trim(rest, "[]"), "9100")
		}
		p.way = &stream{patience: patience, open: network(rest)}
	case kind == "cups" && queueName.MatchString(rest):
		p.way = &cups{patience: patience, queue: rest}
	default:
		return nil, fmt.Errorf("printer: %q is no device file, tcp://host:port or cups://queue", cfg.Address)
	}
	return p, nil
}

// Check asks the printer how it is. The error is a *tui.PrintError; nil also for
// one that is there and says nothing.
func (p *Printer) Check(ctx context.Context) error {
	if !p.turn.take() {
		return nil // it prints
	}
	defer p.turn.give()
	return p.way.state(ctx)
}

// Print prints a slip and waits until it is out, as far as the printer tells. An
// error is a *tui.PrintError, or the context's when that ended before anything
// was sent; once a slip has begun it goes on to its end, so that the paper is
// cut. Every wait has an end of its own.
func (p *Printer) Print(ctx context.Context, s tui.Slip) error {
	if !p.turn.take() {
		return &tui.PrintError{Reason: tui.PrinterBusy, Err: errors.New("another slip is being printed")}
	}
	defer p.turn.give()
	picture, err := slip.Draw(s, p.dots)
	if err != nil {
		return err
	}
	if err := p.way.state(ctx); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	j := encode(picture, p.turn.half())
	p.turn.begin()
	if err := p.way.send(context.WithoutCancel(ctx), j); err != nil {
		return err
	}
	p.turn.done()
	return nil
}

// because makes the error of a reason.
func because(reason tui.PrintReason, err error) error {
	return &tui.PrintError{Reason: reason, Err: err}
}
