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

// completed returns the arguments of the program as cobra's completion understands them: it takes
// every word that begins with a dash for a flag, and `--sort -due_at` is the value of one.
func completed(args []string) []string {
	if len(args) == 0 || !strings.HasPrefix(args[0], cobra.ShellCompRequestCmd) {
		return args
	}
	var out []string
	for i := 0; i < len(args); i++ {
		if args[i] == "--sort" && i+1 < len(args) && strings.HasPrefix(args[i+1], "-") {
			out = append(out, args[i]+"="+args[i+1])
			i++
			continue
		}
		out = append(out, args[i])
	}
	return out
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
