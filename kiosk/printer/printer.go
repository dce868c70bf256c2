// Package printer prints slips on a receipt printer that understands ESC/POS: through a
// device file, a network connection or a CUPS queue. The commands and the bits of the
// answers are those of Epson's ESC/POS command reference, which other makers follow.
//
// # Why it is ours
//
// Libraries (github.com/hennedo/escpos was looked at) write commands for text and pictures
// to an io.Writer. A slip is one picture, for which six commands are enough (escpos.go). What
// a counter needs is the rest: asking the printer for paper, cover and cutter (DLE EOT),
// waiting until the slip is out (GS r), time-outs for a printer that hangs, and never
// leaving half a slip for the next person.
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
	"motcua/tui/device"
	"motcua/tui/text"
)

// Config describes one printer.
type Config struct {
	// Address is a device file ("/dev/usb/lp0"), "tcp://host" or
	// "tcp://host:9100", or "cups://queue".
	Address string
	// Dots is the number of dots in a line, see slip.Wide and slip.Narrow; 0 means
	// slip.Wide.
	Dots int
	// Turn is the path of a lock file with which the processes of a machine print one slip
	// at a time. It also records that the last job broke off. "" means that only this
	// process prints.
	Turn string

	timeouts *timeouts // for tests
}

// Keys returns the configuration keys of the printer, in [kiosk].
func (c *Config) Keys() []key.Key {
	return []key.Key{
		key.Text("printer", &c.Address, "", key.Form{Want: text.Say(
			`"/dev/usb/lp0", "tcp://192.0.2.7" hoặc "cups://tên-máy-in"`, `"/dev/usb/lp0", "tcp://192.0.2.7" or "cups://queue-name"`,
		), Fits: func(s string) bool { return key.IsDevice(s) || address.MatchString(s) }}).ByFlag("printer").
				Says(`Máy in phiếu ESC/POS: "/dev/usb/lp0", "tcp://192.0.2.7" hoặc "cups://tên-máy-in". Số chấm một dòng: giấy 80 mm là 576, 58 mm là 384. (--printer)`,
				`An ESC/POS receipt printer; dots in a line: 576 on 80 mm paper, 384 on 58 mm.`),
		// Paper of 58 mm has 384 dots, paper of 80 mm 512 to 640.
		key.Int("printer_dots", &c.Dots, slip.Wide, 256, 832),
	}
}

// address only checks the form; New parses it.
var address = regexp.MustCompile(`^(tcp://[A-Za-z0-9.\[\]:_-]+|cups://[A-Za-z0-9_.-]{1,127})$`)

// timeouts holds the time limits for a printer.
type timeouts struct {
	open   time.Duration // until it accepts a connection, or until a command of a queue ends
	answer time.Duration // for an answer; after it the printer counts as silent
	stall  time.Duration // until it accepts the next piece
	end    time.Duration // for the paper to come out, in addition to the printing time
	poll   time.Duration // between two checks of a queue
	rows   int           // rows of dots a second that a slow printer prints
}

// defaultTimeouts returns the limits for printers of 50 mm a second or faster.
func defaultTimeouts() *timeouts {
	return &timeouts{open: 3 * time.Second, answer: time.Second, stall: 8 * time.Second, end: 3 * time.Second, poll: 400 * time.Millisecond, rows: 400}
}

// printing returns the time limit for printing that many rows.
func (p *timeouts) printing(rows int) time.Duration {
	return p.end + time.Duration(rows)*time.Second/time.Duration(p.rows)
}

// transport is a way to reach a printer.
type transport interface {
	// state queries the printer. The error says what keeps it from printing.
	state(ctx context.Context) error
	// send sends a job and waits until it is done.
	send(ctx context.Context, j job) error
}

// Printer is safe for concurrent use; it prints one slip at a time.
type Printer struct {
	way  transport
	dots int
	turn turn
}

var _ device.Printer = (*Printer)(nil)

var queueName = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_.+-]{0,126}$`)

// New checks the config. It does not contact the printer: a missing one is only noticed by
// Check and Print.
func New(cfg Config) (*Printer, error) {
	p := &Printer{dots: cfg.Dots, turn: newTurn(cfg.Turn)}
	if p.dots == 0 {
		p.dots = slip.Wide
	}
	if _, err := slip.Draw(device.Slip{}, p.dots); err != nil {
		return nil, err
	}
	timeouts := cfg.timeouts
	if timeouts == nil {
		timeouts = defaultTimeouts()
	}
	kind, rest, named := strings.Cut(cfg.Address, "://")
	switch {
	case !named && cfg.Address != "":
		p.way = &stream{timeouts: timeouts, open: deviceFile(cfg.Address)}
	case kind == "tcp" && rest != "" && !strings.ContainsAny(rest, "/@ "):
		if _, _, err := net.SplitHostPort(rest); err != nil {
			rest = net.JoinHostPort(strings.Trim(rest, "[]"), "9100")
		}
		p.way = &stream{timeouts: timeouts, open: network(rest)}
	case kind == "cups" && queueName.MatchString(rest):
		p.way = &cups{timeouts: timeouts, queue: rest}
	default:
		return nil, fmt.Errorf("printer: %q is not a device file, tcp://host:port or cups://queue", cfg.Address)
	}
	return p, nil
}

// Check queries the printer's state. The error is a *device.PrintError. It is also nil for
// a printer that accepts the connection but gives no answers.
func (p *Printer) Check(ctx context.Context) error {
	if !p.turn.take() {
		return nil // it is printing right now
	}
	defer p.turn.give()
	return p.way.state(ctx)
}

// Print prints a slip and waits until it is out, as far as the printer reports that. The
// error is a *device.PrintError, or the context's error when the context ended before
// anything was sent. A slip that has begun is printed to its end, so that the paper is cut.
// Every wait has a time limit.
func (p *Printer) Print(ctx context.Context, s device.Slip) error {
	if !p.turn.take() {
		return &device.PrintError{Reason: device.PrinterBusy, Err: errors.New("another slip is being printed")}
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

// because returns an error with this reason.
func because(reason device.PrintReason, err error) error {
	return &device.PrintError{Reason: reason, Err: err}
}
