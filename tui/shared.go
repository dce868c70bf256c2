package tui

import (
	"context"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"motcua/client"
	"motcua/client/code"
	"motcua/client/workday"
	"motcua/themes"
	"motcua/tui/text"
	"motcua/tui/typing"
	"motcua/tui/view"
)

// Service answers look-ups; *client.Service is one.
type Service interface {
	Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error)
	Search(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error)
	Show(ctx context.Context, code string) (client.Answer[client.Procedure], error)
	KeptProcedure(ctx context.Context, code string) (client.Answer[client.Procedure], bool)
	Popular(n int) []client.Hit
	Sources() []client.SourceHealth
	Calendar() *workday.Calendar
	Now() time.Time
}

// Sample is a dossier code to try while sample data is in use.
type Sample struct {
	Code  string
	Proof string
	Shows func(text.Lang) string
}

// Options are all that the interface needs; Service is the only one that must
// be given.
type Options struct {
	Context context.Context // ends look-ups when the session ends
	Service Service

	Lang  text.Lang
	Theme string // "" follows the terminal's background

	Name   string // the desk's name, in capitals: "TRUNG TÂM PHỤC VỤ ..."
	Office string // where it is: "Phường Đức Xuân, tỉnh Thái Nguyên"
	Desk   string // whom to ask
	Person bool   // the reader stands in the lobby

	Catalogue func() int // how many procedures are known, 0 when that is unknown; nil: never known
	Sample    bool       // answers are made up: said on every screen
	Samples   []Sample   // codes to try, shown by help

	// Staff may follow a list of dossiers, which is asked again by itself.
	Staff bool
	// Full: a dossier's page asks for what a proof opens, without one. Only a
	// server sets it, for a session whose key is staff's; it decides anew at each
	// look-up and writes it down.
	Full bool
	// Marks is the list of pages that staff marked as wrong; nil: there is none.
	Marks Marks
	// Jitter gives numbers in [0, 1) for the pauses of that list; nil: random.
	Jitter func() float64

	// For the state of things; each may be nil.
	Traffic  func() []client.Traffic // what was asked of each portal
	Session  func() (in, out int64)  // bytes of this session, from and to the person
	CopyAsOf func() time.Time        // the date of the catalogue that is kept here
	// Changes are what the readings of that catalogue brought, the last one first.
	Changes func(context.Context) []Changed

	// Typing is how Vietnamese is typed in fields for words until the person
	// chooses another way, and Tones where the tones then stand. Off is for
	// people with an input method of their own.
	Typing typing.Method
	Tones  typing.ToneStyle

	// Line gives how long the line to the person takes there and back, by which a
	// scanner's keys may come apart. Nil: there is no line.
	Line func() time.Duration

	// Padded tells whether the client hides the rhythm of typing behind packets
	// of its own, which help then says how to stop. Nil: it does not.
	Padded func() bool

	// Kiosk makes it the screen of a lobby; nil: a person's own terminal.
	Kiosk *Kiosk

	// Leave is asked when the person wants out. Nil means that there is no way
	// out, as in a lobby. The local program quits; a server ends the session.
	Leave func()

	// DossierPage is the page where a person looks a dossier up, of the system
	// that answered or, with a zero source, of the one that its code leads to; ""
	// when there is none. It ends up in a QR code: a proof or a secret must never
	// be in it. Nil: there are no such pages.
	DossierPage func(dossierCode code.Dossier, source client.SourceName) string
}

// Marks is the list of pages that staff marked as wrong. Both read or write files.
type Marks interface {
	// Toggle marks a page, or one of its rows when row is above 0, or takes the mark
	// back when it is there.
	Toggle(code string, row int) (marked bool, err error)
	// Of are the rows of a page that are marked, 0 for the page itself.
	Of(code string) []int
}

// shared is what all pages of one session look at. Only the root changes it.
type shared struct {
	Options
	texts   *text.Texts
	theme   themes.Theme
	profile colorprofile.Profile
	st      *themes.Styles
	ground  ground
	// lightGround: the terminal said that its own ground is light.
	lightGround bool
	busy        atomic.Bool // a slip is being printed
	codes       codeBook
	pages       int // numbers given so far
	follow      *followList
	voice       voice
	typing      typing.Choice // of all fields for words
	face        face
	syncing     *syncing // of a lobby; it belongs to the machine, not to a person
	move        tea.Msg  // where the page on top wants to go, see goes
}

func newShared(o Options) *shared {
	if o.Context == nil {
		o.Context = context.Background()
	}
	sh := &shared{Options: o, profile: colorprofile.TrueColor, follow: newFollowList(o.Jitter), codes: codeBook{}}
	if sh.lobby() {
		sh.Person, sh.Staff, sh.Full, sh.Marks, sh.Leave = true, false, false, nil, nil
	}
	if sh.lobby() && o.Theme == "" {
		sh.Options.Theme, o.Theme = lobbyTheme, lobbyTheme
	}
	sh.typing = typingAsked(o)
	sh.setLang(o.Lang)
	theme, chosen := themes.Get(o.Theme)
	if chosen {
		sh.ground = groundPainted
	} else {
		theme = themes.Default(true)
	}
	sh.setTheme(theme)
	return sh
}

// procedures is how many procedures the catalogue has at this moment; a kiosk runs for
// weeks, and reads it anew each night.
func (sh *shared) procedures() int {
	if sh.Catalogue == nil {
		return 0
	}
	return sh.Catalogue()
}

func (sh *shared) setLang(l text.Lang) { sh.texts = text.For(l) }

// ground is who draws what text stands on.
type ground int

const (
	// groundTerminal: nobody chose a theme, so the terminal's own colours stay
	// and the theme only follows whether they are dark or light. That costs the
	// fewest bytes, and whoever set the terminal's colours can read them.
	groundTerminal ground = iota
	// groundPainted: a theme was chosen and every cell is drawn in its colours.
	groundPainted
	// groundTold: a theme was chosen, and the terminal, which answers colour
	// questions, is told to take the theme's colours as its own (OSC 10, 11).
	groundTold
)

func (sh *shared) setTheme(t themes.Theme) {
	sh.theme = t
	st := t.Styles(sh.profile)
	if sh.ground != groundPainted {
		st = t.Bare(sh.profile)
	}
	sh.st = &st
}

// env is what sentences depend on.
func (sh *shared) env() view.Env {
	e := view.Env{
		Texts: sh.texts, Now: sh.Service.Now(), Calendar: sh.Service.Calendar(),
		Desk: sh.Desk, Person: sh.Person,
	}
	if sh.lobby() {
		e.Medium = view.Touch
	}
	return e
}

// portal is what procedures are asked of, as a person knows it.
func (sh *shared) portal() string {
	if sh.Sample {
		return sh.texts.Screen.SamplePortal
	}
	return sh.texts.Screen.Portal
}
