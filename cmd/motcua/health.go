package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/kiosk/metrics"
	"motcua/kiosk/probe"
	"motcua/tui/text/operator"
)

// healthCommand returns `motcua health`, which whoever watches over a server runs.
func healthCommand(s *session) *cobra.Command {
	var live bool
	cmd := &cobra.Command{
		Use: "health", Short: operator.HealthShort.In(s.lang), Long: operator.HealthLong.In(s.lang), Example: "motcua health\nmotcua health --live --metrics :9222",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.none(cmd, args); err != nil {
				return err
			}
			if s.cfgErr != nil {
				return s.cfgErr
			}
			return s.health(cmd.Context(), live)
		},
	}
	cmd.Flags().String("listen", s.cfg.Server.Listen, operator.ServeFlagListen.In(s.lang))
	cmd.Flags().String("metrics", s.cfg.Server.Metrics, operator.ServeFlagMetrics.In(s.lang))
	cmd.Flags().BoolVar(&live, "live", false, operator.HealthFlagLive.In(s.lang))
	return cmd
}

func (s *session) health(ctx context.Context, live bool) error {
	at := s.cfg.Server.Metrics
	if at == "" {
		at = s.cfg.Server.Listen
	}
	err := probe.Server(ctx, s.cfg.Server.Metrics, s.cfg.Server.Listen)
	says := operator.HealthWell.In(s.lang)
	var unwell *probe.UnwellError
	switch {
	case errors.Is(err, metrics.ErrDraining):
		if says = operator.HealthDraining.In(s.lang); !live {
			return s.fail("%s", says)
		}
	case errors.As(err, &unwell):
		return s.fail(operator.HealthUnwell.In(s.lang), at, clean.Line(unwell.Said))
	case err != nil:
		return s.fail(operator.HealthSilent.In(s.lang), at, strings.TrimSuffix(s.reason(err), "."))
	}
	_, err = fmt.Fprintln(s.out, says)
	return err
}
