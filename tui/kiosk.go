package tui

import (
	"context"
	"time"

	"motcua/tui/text"
)

// Kiosk is what a lobby adds to the interface: a screen that anyone may walk up
// to, that forgets each person, and that nobody can leave. Options.Kiosk nil is
// a person's own terminal.
type Kiosk struct {
	// What the first page says beside the two questions, in either language;
	// each may be "".
	Hours, Queue, News func(text.Lang) string

	// Idle is how long a page stands untouched before the person is asked
	// whether they are still there, Countdown how long they then have. Zero: 75
	// seconds and 30 seconds (60 to 90 on a result; WCAG 2.2.1 asks for 20).
	Idle, Countdown time.Duration

	// Replace ends this process at a wipe, and another takes its terminal. Nil: the
	// interface itself forgets, and Forget drops what the sources remember.
	Replace func()
	Forget  func()

	// FindProcedure gives the code of the procedure whose page the national portal
	// addresses by that id (a UUID in lower case), as printed in QR codes. Nil: such
	// addresses are not understood.
	FindProcedure func(id string) (code string, ok bool)

	// Each of these may be nil: the interface is whole without them.
	Operator Operator // the page for staff behind a PIN
	Printer  Printer  // paper slips
	Speaker  Speaker  // reads the screen aloud

	// Restarts is how often the interface had to be started again; said on the
	// operator's page.
	Restarts int
}

// Operator is what the page behind the PIN can do.
type Operator interface {
	// Open checks a PIN. When it is not right, or when there were too many
	// wrong ones, wait is how long the next try has to wait.
	Open(pin string) (ok bool, wait time.Duration)
	// Health gives the state of what the kiosk is made of: printer, scanner,
	// store, clock; portals are known from Options.Service.
	Health(ctx context.Context) []Health
	// Sync brings the catalogue up to date, or joins an update under way; done of
	// total are told as they come. Syncing tells that one is under way.
	Syncing() bool
	Sync(ctx context.Context, told func(done, total int)) error
	// Restart and Leave end the interface, to come back and for good.
	Restart()
	Leave()
}

// Health is one line of the operator's page.
type Health struct {
	Name func(text.Lang) string
	Good bool
	Says func(text.Lang) string
}

// Printer prints slips.
type Printer interface {
	// Print takes a slip to paper. An error that is a *PrintError says what
	// keeps it from being printed.
	Print(ctx context.Context, s Slip) error
}

// Slip is what a person takes home. No name of a person is on it.
type Slip struct {
	Lang    text.Lang
	Name    string     // of the desk
	Office  string     // where it is
	Title   string     // of the dossier's or the procedure's page
	Code    string     // grouped as people read it
	Label   string     // above Big; may be ""
	Big     []string   // what is printed largest, line by line: the appointment; nil for a procedure
	Lines   []SlipLine // in reading order
	Link    string     // what the QR code holds; "" for none
	Printed time.Time
}

// SlipLine is a paragraph of a slip.
type SlipLine struct {
	Kind SlipKind
	Text string
}

// SlipKind is how a paragraph stands on the paper.
type SlipKind int

// The kinds of paragraphs.
const (
	SlipText SlipKind = iota
	SlipHeading
	SlipItem    // of a list
	SlipSubitem // of an item
	SlipGap     // free room
)

// PrintError is why a slip did not come out.
type PrintError struct {
	Reason PrintReason
	Err    error
}

// PrintReason is what keeps a printer from printing.
type PrintReason string

// The reasons.
const (
	PrinterAbsent PrintReason = "absent" // cannot be reached at all
	PrinterPaper  PrintReason = "paper"  // out of paper
	PrinterCover  PrintReason = "cover"  // its cover is open
	PrinterJam    PrintReason = "jam"    // cutter or paper path blocked, or an error it cannot mend
	PrinterBusy   PrintReason = "busy"   // did not take the slip in time
)

func (e *PrintError) Error() string {
	if e.Err == nil {
		return "printer: " + string(e.Reason)
	}
	return "printer: " + string(e.Reason) + ": " + e.Err.Error()
}

func (e *PrintError) Unwrap() error { return e.Err }

// Speaker reads aloud. None of its calls waits for the voice.
type Speaker interface {
	// Say stops what is being said and says this.
	Say(u Utterance)
	Stop()
	// Louder changes the volume by steps and gives the new one, 0 to 10.
	Louder(steps int) int
	// Headphones tells whether the person chose headphones, which is when
	// private things may be said.
	Headphones(on bool)
	// Reset is for the next person: usual volume, loudspeaker, silence.
	Reset()
}

// Utterance is something to be read aloud.
type Utterance struct {
	Lang text.Lang
	// Key names a recorded clip, "" when the text is made of the moment.
	Key  string
	Text string
	// Private text concerns one person: said through headphones alone.
	Private bool
	// Pieces are the same text piece by piece, each with the key of its clip
	// where there can be one; nil when the text is one piece.
	Pieces []Utterance
}

// lobby tells whether this is a kiosk.
func (sh *shared) lobby() bool { return sh.Kiosk != nil }
