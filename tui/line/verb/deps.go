package verb

import (
	"context"
	"io"

	"motcua/client"
	"motcua/client/follow"
	"motcua/tui/line/plain"
	"motcua/tui/line/table"
	"motcua/tui/text"
	"motcua/tui/view"
	"motcua/tui/view/why"
)

// Deps contains everything that the commands need.
type Deps struct {
	// Service answers. When it is nil, Open is called once a command needs it, after the
	// flags are read; so help does not open it.
	Service client.Lookups
	Open    func(context.Context) (client.Lookups, error)

	// Env returns the parts of an Env that the operator sets, such as Desk. Texts, Now,
	// Calendar and Command are filled in here. Nil: none.
	Env func(text.Lang) view.Env

	In       io.Reader
	Out, Err io.Writer

	Lang   text.Lang // of help, and of answers unless --lang overrides it
	Width  int       // columns of the terminal; 0: a pipe, where lines are not broken
	Height int       // rows of the terminal; 0: unknown, or its cursor does not move
	// Size returns columns and rows of the terminal now, for what is drawn again and again.
	// Nil: they stay as they are.
	Size  func() (columns, rows int)
	Style plain.Styler // nil: plain
	Name  string       // the program's name in the reader's shell; "" is "motcua"

	// Frugal keeps one dossier within plain.PageBytes, for slow lines: long names are
	// shortened, older steps and paid fees left out. A server sets it; on a local terminal
	// everything is shown.
	Frugal bool
	// AskProof reads a proof without echo, for "--proof -", so that it is not on the
	// command line. Nil: nobody can be asked here.
	AskProof func(prompt string) (string, error)

	// ErrWidth is the number of columns of the terminal that Err writes to, for the
	// progress bar; 0 finds out whether Err is a terminal.
	ErrWidth int

	// Full shows what a proof opens without asking for one, except for whole lists and
	// --watch. Only a server sets it, for a session with a staff key; it checks and logs
	// each look-up.
	Full bool

	// NoBatch refuses whole lists: --file, --out, --format and --rate. A server sets it for
	// everybody but staff.
	NoBatch bool
	// NoFiles refuses --file and --out. A server sets it to protect its files.
	NoFiles bool
	// NoWhy refuses to explain how a page was read. A server sets it for everybody but
	// staff.
	NoWhy bool
	// Marks is the list of wrong pages, to which the line mode adds; nil: there is none.
	Marks why.Marks
	// Rate is how many codes of a list are looked up a second, unless --rate is given; 0
	// means 5, and a negative rate means no limit, for a server with a limit of its own.
	Rate float64
	// MaxCodes limits the codes of one run; 0 means no limit. A server sets it.
	MaxCodes int
	// Hold lets a long answer go to the person's pager. It is called before an answer whose
	// end is known to come. Nil: there is none.
	Hold func()
	// Pick opens the interface where a person finds a procedure by words. Nil: there is no
	// terminal for it.
	Pick func(ctx context.Context) error
	// Keeper has the list that this person follows, for --followed and completion; nil: nobody's.
	Keeper follow.Keeper
	// Jitter returns numbers in [0, 1) for the pauses of --watch; nil: random.
	Jitter func() float64

	// Shell means that a shell completes the command line. A server builds a tree for each
	// command line, and must not set it, see CompleteFlag.
	Shell bool

	lists *table.Kind // of the verb
}

// Complete fills in the language, the name and the style where they are missing.
func (d Deps) Complete() Deps {
	if d.Lang == "" {
		d.Lang = text.VI
	}
	if d.Name == "" {
		d.Name = "motcua"
	}
	if d.Style == nil {
		d.Style = plain.None{}
	}
	return d
}
