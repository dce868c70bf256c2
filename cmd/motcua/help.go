package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"motcua/client/clean"
	"motcua/tui/text"
)

// helpCommand is `motcua help COMMAND`.
func (a *app) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   text.For(a.lang).Line.HelpUse,
		Short: a.words.helpShort,
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := cmd.Root().Find(args)
			if err != nil || target == nil || len(rest) > 0 {
				return a.unknownCommand(cmd.Root(), strings.Join(args, " "))
			}
			return target.Help()
		},
	}
}

// describeCompletion puts the library's own command into the person's words.
func (a *app) describeCompletion(root *cobra.Command) {
	cmd, _, err := root.Find([]string{"completion"})
	if err != nil || cmd == root {
		return
	}
	cmd.Use = a.words.completionUse
	cmd.Short, cmd.Long = a.words.completionShort, a.words.completionLong
	cmd.Args, cmd.RunE = cobra.ArbitraryArgs, a.needsSubcommand
	for _, shell := range cmd.Commands() {
		shell.Short, shell.Long = shell.Name(), a.words.completionLong
		shell.Args = a.none
		shell.Flags().VisitAll(func(f *pflag.Flag) { f.Usage = a.words.completionPlain })
	}
}

// needsSubcommand is what a command does that does nothing by itself.
func (a *app) needsSubcommand(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return a.unknownCommand(cmd, args[0])
	}
	return cmd.Help()
}

func (a *app) unknownCommand(cmd *cobra.Command, typed string) error {
	sentence := fmt.Sprintf(a.words.unknownCommand, clean.Line(typed))
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(typed); len(near) > 0 {
		sentence += "\n" + fmt.Sprintf(a.words.didYouMean, cmd.CommandPath()+" "+near[0])
	}
	return a.usage(cmd, "%s", sentence)
}

// none is cobra.NoArgs in the person's words.
func (a *app) none(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case cmd.HasAvailableSubCommands():
		return a.unknownCommand(cmd, args[0])
	default:
		return a.usage(cmd, a.words.noArguments, cmd.CommandPath())
	}
}
