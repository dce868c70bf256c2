// Package line gives the answers as plain text and JSON: the look-up verbs
// track, search and show as one command tree. The local program and the SSH
// server run the same tree, so nothing here touches the process: streams, clock,
// language and width all come from Deps.
package line

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"motcua/client"
	"motcua/client/clean"
	"motcua/client/workday"
	"motcua/tui/text"
	"motcua/tui/view"
)

// Service answers look-ups; *client.Service is one.
type Service interface {
	Track(ctx context.Context, q client.DossierQuery) (client.Answer[client.Dossier], error)
	Search(ctx context.Context, q client.Query) (client.Answer[client.SearchResult], error)
	Show(ctx context.Context, code string) (client.Answer[client.Procedure], error)
	KeptProcedure(ctx context.Context, code string) (client.Answer[client.Procedure], bool)
	Calendar() *workday.Calendar
	Now() time.Time
}

// Marks is the list of pages that staff marked as wrong.
type Marks interface {
	// Toggle marks a page, or one of its rows when row is above 0, or takes the mark
	// back when it is there.
	Toggle(code string, row int) (marked bool, err error)
	// Of are the rows of a page that are marked, 0 for the page itself.
	Of(code string) []int
}

// Styler colours parts of an answer. Every state also has its sign and its
// words, so plain text loses nothing.
type Styler interface {
	Tone(t view.Tone, s string) string
	Strong(s string) string
}

// Deps are all that the commands need.
type Deps struct {
	// Service answers. When nil, Open is called once a verb really asks, after
	// the flags are read; help then costs nothing.
	Service Service
	Open    func(context.Context) (Service, error)

	// Env gives the parts of an Env that the operator sets, as Desk. Texts, Now,
	// Calendar and Command are filled in here. Nil: none.
	Env func(text.Lang) view.Env

	In       io.Reader
	Out, Err io.Writer

	Lang  text.Lang // of help, and of answers unless --lang says otherwise
	Width int       // columns of the terminal; 0: a pipe, lines are not broken
	Style Styler    // nil: plain
	Name  string    // how the reader calls the program; "" is "motcua"

	// Frugal keeps one dossier within pageBytes, for lines on which every byte
	// counts: long names are shortened, older steps and settled fees left out. A
	// server sets it; on a terminal of one's own all is shown.
	Frugal bool
	// AskProof reads a proof that must not stand on the command line, without
	// echo, for "--proof -". Nil: nobody can be asked here.
	AskProof func(prompt string) (string, error)

	// ErrWidth is how many columns the terminal has that Err is, for progress; 0
	// finds out whether Err is one.
	ErrWidth int

	// Full asks for what a proof opens, without one, but for whole lists and
	// --watch. Only a server sets it, for a session whose key is staff's; it
	// decides anew at each look-up and writes it down.
	Full bool

	// NoBatch refuses whole lists: --file, --out, --format and --rate. A server
	// sets it for all but staff.
	NoBatch bool
	// NoFiles refuses --file and --out. A server sets it: its files are nobody's.
	NoFiles bool
	// NoWhy refuses to tell how a page was read. A server sets it for all but
	// staff.
	NoWhy bool
	// Marks is the list of wrong pages, which the line mode adds to; nil: there is
	// none.
	Marks Marks
	// Rate is how many codes of a list are looked up a second, unless --rate says
	// so; 0 is 5, and below 0 there is no pace, for a server that has its own.
	Rate float64
	// MaxCodes bounds the codes of one run; 0 is no bound. A server sets it.
	MaxCodes int
	// Jitter gives numbers in [0, 1) for the pauses of --watch; nil: random.
	Jitter func() float64
}

// New is a command tree of its own, for a server: with the verbs that run over SSH.
func New(d Deps) *cobra.Command {
	d = d.complete()
	t := text.For(d.Lang)
	root := &cobra.Command{
		Use:               d.Name,
		Short:             t.Line.RootShort,
		Long:              t.Line.RootLong,
		SilenceUsage:      true,
		SilenceErrors:     true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return d.usage(cmd, fmt.Sprintf(d.texts(cmd).Line.UnknownVerb, clean.Line(args[0])))
			}
			return cmd.Help()
		},
		Args: cobra.ArbitraryArgs,
	}
	root.SetIn(d.In)
	root.SetOut(d.Out)
	root.SetErr(d.Err)
	root.SetHelpFunc(Help(d.Lang, d.Width))
	root.SetHelpCommand(helpCommand(d))
	root.SetFlagErrorFunc(d.flagError)
	addTo(root, d, func(v Verb) bool { return v.Remote })
	root.SetArgs([]string{}) // never the arguments of the process
	return root
}

// AddTo hangs the verbs under a root that has commands of its own. The root's
// persistent flags --json and --lang are used when it has them and added when it
// has not.
func AddTo(root *cobra.Command, d Deps) {
	addTo(root, d.complete(), func(Verb) bool { return true })
}

func addTo(root *cobra.Command, d Deps, has func(Verb) bool) {
	t := &text.For(d.Lang).Line
	if root.PersistentFlags().Lookup("json") == nil {
		root.PersistentFlags().Bool("json", false, t.FlagJSON)
	}
	if root.PersistentFlags().Lookup("lang") == nil {
		root.PersistentFlags().String("lang", string(d.Lang), t.FlagLang)
	}
	for _, v := range Verbs {
		if has(v) {
			root.AddCommand(v.command(d))
		}
	}
}

// Run runs one command line and gives its exit code.
func Run(ctx context.Context, d Deps, args []string) int {
	d.Lang = LangOf(args, d.Lang)
	root := New(d)
	root.SetArgs(args)
	return ExitCode(root.ExecuteContext(ctx))
}

// LangOf finds --lang in a command line before it is parsed, because the help is
// written when the tree is built. Without one it is fallback.
func LangOf(args []string, fallback text.Lang) text.Lang {
	lang := fallback
	if lang == "" {
		lang = text.VI
	}
	for i, a := range args {
		if a == "--" {
			break
		}
		value := ""
		switch {
		case a == "--lang" && i+1 < len(args):
			value = args[i+1]
		case len(a) > 7 && a[:7] == "--lang=":
			value = a[7:]
		default:
			continue
		}
		if l, ok := parseLang(value); ok {
			lang = l
		}
	}
	return lang
}

func parseLang(s string) (text.Lang, bool) {
	switch l := text.Lang(s); l {
	case text.VI, text.EN:
		return l, true
	default:
		return "", false
	}
}

func (d Deps) complete() Deps {
	if d.Lang == "" {
		d.Lang = text.VI
	}
	if d.Name == "" {
		d.Name = "motcua"
	}
	if d.Style == nil {
		d.Style = plain{}
	}
	return d
}

// plain is the style of a pipe.
type plain struct{}

func (plain) Tone(_ view.Tone, s string) string { return s }
func (plain) Strong(s string) string            { return s }
