package line

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/tui/line/exit"
	"motcua/tui/line/manual"
	"motcua/tui/line/verb"
	"motcua/tui/text"
)

// New returns a command tree of its own for a server, with the commands that run over SSH.
func New(d verb.Deps) *cobra.Command {
	d = d.Complete()
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
				return unknownVerb(d, cmd, args[0])
			}
			return cmd.Help()
		},
		Args: cobra.ArbitraryArgs,
	}
	root.SetIn(d.In)
	root.SetOut(d.Out)
	root.SetErr(d.Err)
	root.SetHelpFunc(manual.Help(d.Lang, d.Width))
	root.SetHelpCommand(manual.HelpCommand(&t.Line, func(cmd *cobra.Command, name string) error { return unknownVerb(d, cmd, name) }))
	root.SetFlagErrorFunc(d.FlagError)
	addTo(root, d, func(v verb.Verb) bool { return v.Remote })
	root.SetArgs([]string{}) // never the arguments of the process
	return root
}

// AddTo adds the look-up commands to a root that has other commands. It uses the root's
// persistent flags --json and --lang and adds the ones that are missing.
func AddTo(root *cobra.Command, d verb.Deps) {
	d.Shell = true
	addTo(root, d.Complete(), func(verb.Verb) bool { return true })
}

func addTo(root *cobra.Command, d verb.Deps, has func(verb.Verb) bool) {
	t := &text.For(d.Lang).Line
	if root.PersistentFlags().Lookup("json") == nil {
		root.PersistentFlags().Bool("json", false, t.FlagJSON)
	}
	if root.PersistentFlags().Lookup("lang") == nil {
		root.PersistentFlags().String("lang", string(d.Lang), t.FlagLang)
	}
	for _, v := range Verbs {
		if has(v) {
			root.AddCommand(v.Command(d))
		}
	}
}

// Run runs one command line and returns its exit code.
func Run(ctx context.Context, d verb.Deps, args []string) int {
	d.Lang = LangOf(args, d.Lang)
	root := New(d)
	root.SetArgs(args)
	return exit.CodeOf(root.ExecuteContext(ctx))
}

// LangOf finds --lang in a command line before it is parsed, because the help texts are set
// when the tree is built. Without the flag it returns fallback.
func LangOf(args []string, fallback text.Lang) text.Lang {
	lang := fallback
	if lang == "" {
		lang = text.VI
	}
	for i, a := range args {
		if a == "--" {
			break
		}
		value, given := strings.CutPrefix(a, "--lang=")
		if a == "--lang" && i+1 < len(args) {
			value, given = args[i+1], true
		}
		if l, ok := text.ParseLang(value); given && ok {
			lang = l
		}
	}
	return lang
}

// unknownVerb reports that there is no such command.
func unknownVerb(d verb.Deps, cmd *cobra.Command, name string) error {
	return d.Usage(cmd, fmt.Sprintf(d.TextsOf(cmd).Line.UnknownVerb, clean.Line(name)))
}
