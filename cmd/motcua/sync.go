package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/kiosk/syncing"
	"motcua/kiosk/wire"
	"motcua/tui/text/operator"
)

// syncCommand returns `motcua sync`. services is the folder of services, deploy.VarLib.
func syncCommand(s *session, services string) *cobra.Command {
	var changes bool
	var details string
	cmd := &cobra.Command{
		Use: "sync", Short: operator.SyncShort.In(s.lang), Long: operator.SyncLong.In(s.lang),
		Example: "motcua sync\nmotcua sync --details 200\nmotcua sync --changes",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.none(cmd, args); err != nil {
				return err
			}
			if s.cfgErr != nil {
				return s.cfgErr
			}
			ahead, ok := syncing.Details(details)
			if !ok {
				return s.usage(cmd, operator.SyncBadDetails.In(s.lang), clean.Line(details))
			}
			run := syncing.Run{
				Config: s.cfg, Wiring: s.wiring, Out: s.out, Err: s.err, Lang: s.lang, Columns: columnsOf(s.err),
				Services: services, Program: thisProgram(), EndsItself: s.endsItself,
			}
			run.JSON, _ = cmd.Flags().GetBool("json")
			if changes {
				return run.Changes(cmd.Context())
			}
			return run.Sync(cmd.Context(), ahead)
		},
	}
	cmd.Flags().BoolVar(&changes, "changes", false, operator.SyncFlagChanges.In(s.lang))
	cmd.Flags().StringVar(&details, "details", strconv.Itoa(wire.DetailsAhead), operator.SyncFlagDetails.In(s.lang))
	return cmd
}
