// Package device defines what the interface needs from a kiosk's hardware and its operator:
// a printer for slips, a voice that reads aloud, and the operator's actions. It holds the
// interfaces and their data; packages of kiosk implement them.
package device

import (
	"context"
	"time"

	"motcua/tui/text"
)

// Operator is what the page behind the PIN can do.
type Operator interface {
	// Open checks a PIN. When it is wrong, or after too many wrong ones, wait is the time
	// until the next attempt.
	Open(pin string) (ok bool, wait time.Duration)
	// Health returns the state of the kiosk's parts: printer, scanner, store, clock. The
	// portals' state comes from Options.Service.
	Health(ctx context.Context) []Health
	// Sync updates the catalogue, or joins an update that is running; it reports progress
	// as done of total. Syncing reports whether one is running.
	Syncing() bool
	Sync(ctx context.Context, told func(done, total int)) error
	// Restart ends the interface, which then starts again; Leave ends it for good.
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
	// Print prints a slip. A *PrintError says why it could not be printed: PrinterBusy while
	// another slip is being printed, of whomever.
	Print(ctx context.Context, s Slip) error
}

// Slip is what a person takes home. It holds no name of a person.
type Slip struct {
	Lang    text.Lang
	Name    string     // the office's
	Office  string     // its address
	Title   string     // the title of the dossier's or procedure's page
	Code    string     // in groups, as people read it
	Label   string     // above Big; may be ""
	Big     []string   // what is printed largest, line by line: the appointment; nil for a procedure
	Lines   []SlipLine // in reading order
	Link    string     // the content of the QR code; "" for none
	Printed time.Time
}

// SlipLine is a paragraph of a slip.
type SlipLine struct {
	Kind SlipKind
	Text string
}

// SlipKind is the layout of a paragraph.
type SlipKind int

// The kinds of paragraphs.
const (
	SlipText SlipKind = iota
	SlipHeading
	SlipItem    // of a list
	SlipSubitem // of an item
	SlipGap     // free space
)

// PrintError is why a slip was not printed.
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
	PrinterJam    PrintReason = "jam"    // the cutter or the paper path is blocked, or there is another error that the printer cannot clear
	PrinterBusy   PrintReason = "busy"   // did not take the slip in time
)

func (e *PrintError) Error() string {
	if e.Err == nil {
		return "printer: " + string(e.Reason)
	}
	return "printer: " + string(e.Reason) + ": " + e.Err.Error()
}

func (e *PrintError) Unwrap() error { return e.Err }

// Speaker reads aloud. Its calls return at once and do not wait for the voice.
type Speaker interface {
	// Say stops the current utterance and says this one.
	Say(u Utterance)
	Stop()
	// Louder changes the volume by steps and returns the new one, 0 to 10.
	Louder(steps int) int
	// Headphones says whether the person chose headphones; only then may private text be
	// read.
	Headphones(on bool)
	// Reset prepares for the next person: default volume, loudspeaker, silence.
	Reset()
}

// Utterance is a text to read aloud.
type Utterance struct {
	Lang text.Lang
	// Key names a recorded clip, "" when the text is composed and has none.
	Key  string
	Text string
	// Private text concerns one person and is read through headphones only.
	Private bool
	// Pieces are the parts of the text, each with the key of its clip where there can be
	// one; nil when the text is one piece.
	Pieces []Utterance
}
