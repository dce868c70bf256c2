package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// What takes the name of a file or a folder. Everywhere else a shell offers none: a code or a
// word is no file.
var (
	fileArguments = []string{
		"motcua verify", "motcua papers check", "motcua config check", "motcua units check", "motcua index check", "motcua notices check",
		"motcua man", "motcua deploy server", "motcua deploy kiosk", "motcua kiosk clips",
	}
	fileFlags = []string{"file", "out", "config", "roots", "catalog", "details", "to", "known-hosts", "scanner"}
)

// completed returns the arguments of the program as cobra's completion understands them. It takes
// every last word that begins with a dash for the beginning of a flag, and `--sort -due_at` is the
// value of one.
func completed(args []string) []string {
	n := len(args)
	if n < 3 || !strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) || args[n-2] != "--sort" || !strings.HasPrefix(args[n-1], "-") {
		return args
	}
	return append(slices.Clone(args[:n-2]), args[n-2]+"="+args[n-1])
}

// completeFiles tells shells where names of files belong.
func completeFiles(root *cobra.Command) {
	files := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		if cmd.ValidArgsFunction == nil {
			cmd.ValidArgsFunction = cobra.NoFileCompletions
			if slices.Contains(fileArguments, cmd.CommandPath()) {
				cmd.ValidArgsFunction = files
			}
		}
		flag := func(f *pflag.Flag) {
			if _, has := cmd.GetFlagCompletionFunc(f.Name); has || f.Value.Type() == "bool" {
				return
			}
			if slices.Contains(fileFlags, f.Name) {
				_ = cmd.RegisterFlagCompletionFunc(f.Name, files)
			} else {
				_ = cmd.RegisterFlagCompletionFunc(f.Name, cobra.NoFileCompletions)
			}
		}
		cmd.LocalNonPersistentFlags().VisitAll(flag)
		cmd.PersistentFlags().VisitAll(flag)
		for _, c := range cmd.Commands() {
			walk(c)
		}
	}
	walk(root)
}
