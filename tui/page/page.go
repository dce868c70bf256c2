package page

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"motcua/client/code"
	"motcua/tui/parts"
)

// Page is one screen's content between header and footer.
type Page interface {
	// Update handles a message.
	Update(msg tea.Msg) tea.Cmd
	// Layout lays the page out for a size, and applies scrolling. It is called after messages
	// and before Sheet.
	Layout(width, height int)
	// Sheet draws the page as it was laid out, with its targets and its cursor. It must not
	// change the page.
	Sheet() *parts.Sheet
	// CapturesInput reports that a field takes letters now, so that no letter is a shortcut.
	CapturesInput() bool
	// Keys returns the keys that work here, the most useful first.
	Keys() []parts.Key
	// Crumb returns the page's name in the breadcrumb, "" for the home page.
	Crumb() string
	// Number returns the page's own number, which answers carry.
	Number() int
	// Leave is called once when the person leaves the page. It cancels its look-ups.
	Leave()
}

// Optional interfaces of a page. TestEveryPageKeepsItsContracts checks all pages and reports
// those that a page lacks.
type (
	// Starter has a look-up to make as soon as it is opened.
	Starter interface{ Start() tea.Cmd }

	// Speaking returns the page's content as words to be spoken. For other pages their name and
	// keys are spoken.
	Speaking interface{ Speaks() Spoken }
	// Named has names for its targets.
	Named interface{ NameOf(id string) string }
	// Scrolled may be taller than the screen.
	Scrolled interface{ Scrolling() *Scroll }
	// WholePage may take the whole screen, without the frame. It returns nil while it fits into
	// the frame.
	WholePage interface{ Whole(Room) *parts.Sheet }

	// FieldPage has a field. A page with an [Entry] implements it.
	FieldPage interface {
		// Typed returns the text in the field.
		Typed() string
		// Retype replaces the text, for example to remove a scan that was typed there.
		Retype(text string) tea.Cmd
		// KeyboardOf returns the on-screen keyboard of the field, and whether its text may
		// belong to one person.
		KeyboardOf() (b Board, private bool)
		// Dense reports that the page needs every line.
		Dense() bool
	}
	// AheadPage has keys that lead to a field. Text that arrives together with such a key,
	// after a stalled connection, was typed by a person.
	AheadPage interface{ LeadsToField(k tea.KeyPressMsg) bool }
	// Provable shows more to a person who proves that the dossier is theirs.
	Provable interface {
		// TakesProof reports whether a proof would show more now.
		TakesProof() bool
		// NeedsNoProof reports whether everything was shown without a proof.
		NeedsNoProof() bool
		// Prove asks again with a proof, as if it had been typed.
		Prove(proof string) tea.Cmd
	}
	// Copied can be copied to the clipboard of a person's own terminal.
	Copied interface {
		// Copy returns what the page shows as text for a clipboard, and a sentence that says
		// what was copied; "" for nothing.
		Copy() (what, said string)
	}
	// Tracked shows a dossier; ok is false until it was found.
	Tracked interface {
		Tracked() (c code.Dossier, ok bool)
	}
)

// Room is the space for a page: on the whole screen, and inside the frame.
type Room struct {
	Width, Height           int
	FramedWidth, FramedRows int
	Keys                    []parts.Key
	Notice, Badge           string
	Buttons                 []parts.Button // on a touch screen
}

// PressMsg reports a press on a target of the page.
type PressMsg struct{ ID string }

// WheelMsg reports a turn of the mouse wheel: -1 up, +1 down.
type WheelMsg struct{ By int }

// NoticeMsg is a sentence that is shown in place of the breadcrumb until the next key.
type NoticeMsg string

// LangMsg tells every open page that the language has changed. A page must renew the words that
// it stores.
type LangMsg struct{}

// FinishMsg says that the person has finished: all of their data is forgotten at once.
type FinishMsg struct{}

// Finish returns a FinishMsg.
func Finish() tea.Msg { return FinishMsg{} }

// Addressed is a message for one page only.
type Addressed interface{ To() int }

// Base is the part that every page has: its number and size.
type Base struct {
	*Env
	Width, Height int // as last laid out
	number        int
}

// NewBase returns a base with the next page number.
func NewBase(e *Env) Base {
	e.Pages++
	return Base{Env: e, number: e.Pages}
}

// Open opens a page on top of this one.
func (b Base) Open(to Intent) tea.Cmd { return b.goes(Move{To: to, From: b.Number()}) }

// Instead replaces this page by another.
func (b Base) Instead(to Intent) tea.Cmd {
	return b.goes(Move{To: to, From: b.Number(), Instead: true})
}

// Back returns to the previous page.
func (b Base) Back() tea.Cmd { return b.goes(Move{From: b.Number()}) }

// goes makes the move as soon as the page has handled its message. It does not use a command,
// because the next key may already be queued and is meant for the page that this one leads to.
func (e *Env) goes(m Move) tea.Cmd {
	e.wish = &m
	return func() tea.Msg { return nil } // a non-nil command says that the key was handled
}

// Focused reports whether Enter presses that target of the page.
func (b Base) Focused(id string) bool { return b.FocusOn(b.Number()) == id && id != "" }

// Number returns the page's own number.
func (b Base) Number() int { return b.number }

// Layout stores the size, which is all that most pages need to draw themselves.
func (b *Base) Layout(width, height int) { b.Width, b.Height = width, height }

// Leave does nothing: there is no look-up to cancel.
func (b Base) Leave() {}

// CapturesInput returns false: the page has no field.
func (b Base) CapturesInput() bool { return false }

// FoldPrefix is the prefix of targets that open and close a section.
const FoldPrefix = "fold:"

// FoldOf returns the number of such a target.
func FoldOf(id string) (int, bool) {
	s, ok := strings.CutPrefix(id, FoldPrefix)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// IsRow reports whether a target is a row of a list.
func IsRow(id string) bool {
	_, ok := parts.RowOf(id)
	return ok
}

// IsField reports whether a target is a field.
func IsField(id string) bool { return strings.HasPrefix(id, FieldPrefix) }

// LongestInput is the most characters of a field: a code has 30, a receipt's QR text some
// hundreds.
const LongestInput = 512
