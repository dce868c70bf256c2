package page

import (
	"context"
	"time"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/follow"
	"motcua/client/meter"
	"motcua/client/signature"
	"motcua/client/unit"
	"motcua/tui/device"
	"motcua/tui/text"
	"motcua/tui/typing"
	"motcua/tui/view/why"
)

// Service answers look-ups; *client.Service is one.
type Service = client.Lookups

// Sample is a dossier code to try while sample data is used.
type Sample struct {
	Code  string
	Proof string
	Shows func(text.Lang) string
}

// Options configure the interface. Only Service is required.
type Options struct {
	Context context.Context // ends look-ups when the session ends
	Service Service

	Lang  text.Lang
	Theme string // "" follows the terminal's background

	Name   string // the office's name in capitals: "TRUNG TÂM PHỤC VỤ ..."
	Office string // its address: "Phường Đức Xuân, tỉnh Thái Nguyên"
	Desk   string // whom to ask for help
	// Unit is the agency id of this office as in codes of dossiers, "H55.17.05"; "" if unknown.
	Unit string
	// Contact is how to reach the office: telephone, address.
	Contact string
	Person  bool // the person is in the lobby
	// NoDossiers is that of view.Env.
	NoDossiers bool

	Catalogue func() int // the number of known procedures, 0 if unknown; nil: always unknown
	Sample    bool       // answers are made up; every screen says so
	Samples   []Sample   // codes to try, shown on the help page

	// Staff may follow a list of dossiers, which is refreshed automatically.
	Staff bool
	// Full: a dossier's page asks, without a proof, for what a proof would show. Only a server
	// sets it, for a session with a staff key; the server checks the key again and records each
	// look-up.
	Full bool
	// Marks is the list of pages that staff marked as wrongly read; nil: there is none.
	Marks why.Marks
	// Keeper keeps the followed list between sessions; nil: it ends with the session.
	Keeper follow.Keeper
	// Jitter returns numbers in [0, 1) for the pauses between refreshes of the followed list;
	// nil: random.
	Jitter func() float64

	// Signatures reads a file of this machine and checks its signatures; the error is a sentence.
	// Only a program for the person at the machine sets it: a server opens no file for a visitor.
	Signatures func(ctx context.Context, l text.Lang, file string) (signature.Report, error)
	// Write writes a file of this machine, over an old one only if over says so. Nil: as Signatures.
	Write func(name string, content []byte, over bool) (string, error)

	// For the status page; each may be nil.
	Traffic  func() []meter.Traffic // the requests to each portal
	Session  func() (in, out int64) // bytes of this session, from and to the person
	CopyAsOf func() time.Time       // the date of the stored catalogue
	// Changes returns what the last readings of the catalogue changed, the newest first.
	Changes func(context.Context) []Changed

	// Typing is the initial method of typing Vietnamese in fields for words, and Tones where it
	// places tone marks. Off is for people with an input method of their own.
	Typing typing.Method
	Tones  typing.ToneStyle

	// Lean: the screen is drawn with as few bytes as possible, and lists change after a longer
	// pause in typing. A server sets it for people at their own terminal.
	Lean bool

	// Line returns the round-trip time of the connection, by which a scanner's keys may be
	// spread. Nil: there is no connection.
	Line func() time.Duration

	// Padded reports whether the client hides the rhythm of typing with extra packets; the help
	// page then says how to stop that. Nil: it does not.
	Padded func() bool

	// Kiosk makes the interface a lobby's screen; nil: a person's own terminal.
	Kiosk *Kiosk

	// Leave is called when the person wants to leave. Nil: they cannot, as in a lobby. The
	// local program quits; a server ends the session.
	Leave func()

	// DossierPage returns the URL where a person can look a dossier up, at the system that
	// answered or, for a zero source, at the one that its code leads to; "" if there is none.
	// The URL is put into a QR code, so it must never contain a proof or a secret. Nil: there
	// are no such pages.
	DossierPage func(dossierCode code.Dossier, source client.SourceName) string
}

// TypingAsked returns the typing method to begin with in a language.
func (o Options) TypingAsked(l text.Lang) typing.Choice {
	return typing.Choice{Method: o.Typing, Style: o.Tones}.For(l != text.EN)
}

// Kiosk configures a lobby's screen: anyone may use it, it forgets each person, and nobody can
// leave it. If Options.Kiosk is nil, the interface is for a person's own terminal.
type Kiosk struct {
	// Announcements on the first page, in either language; each may be "".
	Hours, Queue, News, Quality func(text.Lang) string

	// Open is when the office is open, if Hours could be read; else the zero value.
	Open unit.Week

	// Idle is the time without input after which the person is asked whether they are still
	// there, Countdown the time that they then have. Zero: 75 seconds and 30 seconds (60 to 90
	// on a result; WCAG 2.2.1 asks for 20).
	Idle, Countdown time.Duration

	// Letters sets the size of the terminal's letters, in percent of the size that is configured.
	// Nil: nobody can, and the text is only spaced.
	Letters func(percent int) error

	// Replace ends this process at a wipe, and another one takes its terminal. If it is nil, or
	// returns because it must not end the process, the interface itself forgets, and Forget
	// drops what the sources remember.
	Replace func()
	Forget  func()

	// FindProcedure returns the code of the procedure whose page on the national portal has
	// that id (a UUID in lower case), as in printed QR codes. Nil: such addresses are not
	// recognised.
	FindProcedure func(id string) (code string, ok bool)

	// Each of these may be nil; the interface works without them.
	Operator device.Operator // the page for staff behind a PIN
	Printer  device.Printer  // paper slips
	Speaker  device.Speaker  // reads the screen aloud

	// Restarts is how often the interface was restarted today, for the operator's page.
	Restarts int
}

// Changed is what one reading of the portal's list changed.
type Changed struct {
	At                 time.Time
	First              bool // the first reading, so there is nothing to compare
	New, Amended, Gone int
	List               []ChangedProcedure
}

// ChangedProcedure is one procedure that has changed. Sign is '+' for a new one, '~' for an
// amended one and '-' for a removed one.
type ChangedProcedure struct {
	Sign       rune
	Code, Name string
}
