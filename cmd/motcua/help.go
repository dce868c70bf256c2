package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"motcua/client/clean"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// helpCommand returns `motcua help COMMAND`.
func helpCommand(c *console) *cobra.Command {
	return &cobra.Command{
		Use:   text.For(c.lang).Line.HelpUse,
		Short: operator.HelpShort.In(c.lang),
		RunE: func(cmd *cobra.Command, args []string) error {
			target, rest, err := cmd.Root().Find(args)
			if err != nil || target == nil || len(rest) > 0 {
				return c.unknownCommand(cmd.Root(), strings.Join(args, " "))
			}
			return target.Help()
		},
	}
}

// describeCompletion translates the texts of cobra's completion command.
func describeCompletion(c *console, root *cobra.Command) {
	cmd, _, err := root.Find([]string{"completion"})
	if err != nil || cmd == root {
		return
	}
	cmd.Use = operator.CompletionUse.In(c.lang)
	cmd.Short, cmd.Long = operator.CompletionShort.In(c.lang), operator.CompletionLong.In(c.lang)
	cmd.Args, cmd.RunE = cobra.ArbitraryArgs, c.needsSubcommand
	for _, shell := range cmd.Commands() {
		shell.Short, shell.Long = shell.Name(), operator.CompletionLong.In(c.lang)
		shell.Args = c.none
		shell.Flags().VisitAll(func(f *pflag.Flag) { f.Usage = operator.CompletionPlain.In(c.lang) })
	}
}

// describeHelp replaces cobra's English text of the flag --help, which a shell shows when it
// completes flags.
func describeHelp(cmd *cobra.Command, usage string) {
	cmd.InitDefaultHelpFlag()
	if f := cmd.Flags().Lookup("help"); f != nil {
		f.Usage = usage
	}
	for _, sub := range cmd.Commands() {
		describeHelp(sub, usage)
	}
}

// needsSubcommand is the RunE of a command that does nothing without a subcommand.
func (c *console) needsSubcommand(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return c.unknownCommand(cmd, args[0])
	}
	return cmd.Help()
}

func (c *console) unknownCommand(cmd *cobra.Command, typed string) error {
	sentence := fmt.Sprintf(operator.UnknownCommand.In(c.lang), clean.Line(typed))
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(typed); len(near) > 0 {
		sentence += "\n" + fmt.Sprintf(operator.DidYouMean.In(c.lang), cmd.CommandPath()+" "+near[0])
	}
	return c.usage(cmd, "%s", sentence)
}

// none is cobra.NoArgs with a translated message.
func (c *console) none(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case cmd.HasAvailableSubCommands():
		return c.unknownCommand(cmd, args[0])
	default:
		return c.usage(cmd, operator.NoArguments.In(c.lang), cmd.CommandPath())
	}
}

// versionCommand returns `motcua version`, which a server answers too.
func versionCommand(c *console) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: operator.FlagVersion.In(c.lang), Args: c.none,
		RunE: func(*cobra.Command, []string) error { return c.writeVersion() },
	}
}

func (c *console) writeVersion() error {
	_, err := fmt.Fprintf(c.out, "motcua %s\n", version())
	return err
}
