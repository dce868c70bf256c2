package main

import (
	"strings"

	"github.com/spf13/cobra"

	"motcua/kiosk/config"
	"motcua/kiosk/deploy"
	"motcua/themes"
	"motcua/tui/line"
	"motcua/tui/line/manual"
	"motcua/tui/line/verb"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// root returns the command tree.
func (s *session) root() *cobra.Command {
	root := &cobra.Command{
		Use:     "motcua",
		Short:   text.For(s.lang).Line.RootShort,
		Long:    operator.RootLong.In(s.lang),
		Example: "motcua\nmotcua track H55.17.05-261120-0007\nmotcua search khai sinh\nmotcua show 1.001193",
		Args:    cobra.ArbitraryArgs,
		// exitCode reports errors, in the person's language.
		SilenceErrors: true, SilenceUsage: true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return s.ready(cmd) },
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return s.unknownCommand(cmd, args[0])
			}
			// Not by Command.Version, whose form only a template could set, see sandbox.writePage.
			if asked, _ := cmd.Flags().GetBool("version"); asked {
				return s.writeVersion()
			}
			return runInterface(cmd.Context(), s, nil)
		},
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetHelpFunc(manual.Help(s.lang, columnsOf(s.out)))
	root.SetFlagErrorFunc(s.flagError)

	flags := root.PersistentFlags()
	flags.Bool("json", false, text.For(s.lang).Line.FlagJSON)
	flags.String("lang", string(s.lang), text.For(s.lang).Line.FlagLang)
	flags.String("theme", s.cfg.Interface.Theme, operator.FlagTheme.In(s.lang)+" "+strings.Join(themes.Names(), ", "))
	flags.String("config", s.cfg.File, operator.FlagConfig.In(s.lang))
	flags.Bool("offline", false, operator.FlagOffline.In(s.lang))
	_ = root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(config.Langs(), cobra.ShellCompDirectiveNoFileComp))
	_ = root.RegisterFlagCompletionFunc("theme", cobra.FixedCompletions(themes.Names(), cobra.ShellCompDirectiveNoFileComp))
	root.Flags().BoolP("version", "v", false, operator.FlagVersion.In(s.lang))

	line.AddTo(root, lineDeps(s))
	addFileChecks(root, s)
	root.AddCommand(sandboxCommand(&s.console), doctorCommand(s), configCommand(s), syncCommand(s, deploy.VarLib))
	root.AddCommand(kioskCommand(s), serveCommand(s), healthCommand(s), sshConfigCommand(s), deployCommand(&s.console), papersCommand(s), verifyCommand(s))
	root.SetHelpCommand(helpCommand(&s.console))
	root.AddCommand(manCommand(&s.console), versionCommand(&s.console))
	root.InitDefaultCompletionCmd()
	describeCompletion(&s.console, root)
	completeFiles(root)
	describeHelp(root, text.For(s.lang).Line.FlagHelp)
	return root
}

// ready returns what prevents any look-up.
func (s *session) ready(cmd *cobra.Command) error {
	looksUp, ok := line.FindVerb(cmd.Name())
	switch {
	case !ok:
		return nil
	case s.cfgErr != nil:
		return s.cfgErr
	case looksUp.Needs != verb.NeedsDossiers:
		return nil
	case !s.cfg.UsesSample() && s.cfg.National.URL == "" && len(s.cfg.Systems) == 0:
		return s.fail("%s", operator.NoSystem.In(s.lang))
	default:
		return s.needsSecrets()
	}
}
