package main

import (
	"errors"
	"os"

	"github.com/spf13/cobra"

	"motcua/client/code"
	"motcua/kiosk/config"
	"motcua/kiosk/reviewing"
	"motcua/tui/text/operator"
)

// papersCommand returns `motcua papers`: pages that an office reviewed, and pages that
// staff marked as wrong.
func papersCommand(s *session) *cobra.Command {
	r := papersRun{s}
	cmd := &cobra.Command{
		Use: "papers", Aliases: []string{"giayto"}, Short: operator.PapersShort.In(s.lang), Long: operator.PapersLong.In(s.lang),
		Example: "motcua papers new 1.001193 > 1.001193.toml\nmotcua papers check 1.001193.toml\nmotcua papers list",
		RunE:    func(cmd *cobra.Command, args []string) error { return errors.Join(s.none(cmd, args), cmd.Help()) },
	}
	cmd.AddCommand(r.checkCommand(), r.newCommand(), r.listCommand())
	return cmd
}

// papersRun is one run of the command, with the catalogue on this machine.
type papersRun struct{ *session }

// run returns what does the work of a subcommand.
func (r papersRun) run(cmd *cobra.Command) *reviewing.Run {
	w := &reviewing.Run{
		Config: r.cfg, Wiring: r.wiring, Out: r.out, Err: r.err, Lang: r.lang,
		States: []config.State{config.StateDir(os.Getenv), r.cfg.ServerState(os.Getenv)},
	}
	w.JSON, _ = cmd.Flags().GetBool("json")
	return w
}

func (r papersRun) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use: operator.PapersCheckUse.In(r.lang), Short: operator.PapersCheckShort.In(r.lang), Long: operator.PapersCheckLong.In(r.lang), Example: "motcua papers check /etc/motcua/papers.toml",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) != 1:
				return r.usage(cmd, "%s", operator.PapersOneFile.In(r.lang))
			case r.cfgErr != nil:
				return r.cfgErr
			}
			return r.run(cmd).Check(cmd.Context(), args[0])
		},
	}
}

func (r papersRun) newCommand() *cobra.Command {
	return &cobra.Command{
		Use: operator.PapersNewUse.In(r.lang), Short: operator.PapersNewShort.In(r.lang), Long: operator.PapersNewLong.In(r.lang), Example: "motcua papers new 1.001193 > 1.001193.toml",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return r.usage(cmd, "%s", operator.PapersOneCode.In(r.lang))
			}
			procedureCode, ok := code.FindProcedure(args[0])
			switch {
			case !ok:
				return r.usage(cmd, "%s", operator.PapersOneCode.In(r.lang))
			case r.cfgErr != nil:
				return r.cfgErr
			}
			return r.run(cmd).New(cmd.Context(), procedureCode.String())
		},
	}
}

func (r papersRun) listCommand() *cobra.Command {
	limit := 0
	cmd := &cobra.Command{
		Use: "list", Short: operator.PapersListShort.In(r.lang), Long: operator.PapersListLong.In(r.lang), Example: "motcua papers list\nmotcua papers list --limit 100 --json",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) > 0:
				return r.none(cmd, args)
			case !reviewing.Limit(limit):
				return r.usage(cmd, "%s", operator.PapersBadLimit.In(r.lang))
			case r.cfgErr != nil:
				return r.cfgErr
			}
			return r.run(cmd).List(cmd.Context(), limit)
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 20, operator.PapersFlagLimit.In(r.lang))
	return cmd
}
