package main

import (
	"github.com/spf13/cobra"

	"motcua/client/signature"
	"motcua/client/signature/lists"
	"motcua/kiosk/config/proxy"
	"motcua/kiosk/verifying"
	"motcua/tui/line/exit"
	"motcua/tui/line/plain"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// verifyCommand returns `motcua verify`. It is no look-up: it opens files of this machine, so it
// never runs over SSH.
func verifyCommand(s *session) *cobra.Command {
	roots, revocation := "", false
	cmd := &cobra.Command{
		Use: "verify " + operator.VerifyArgs.In(s.lang), Aliases: []string{"kyso"}, Short: operator.VerifyShort.In(s.lang), Long: operator.VerifyLong.In(s.lang),
		Example: "motcua verify result.pdf\nmotcua kyso *.pdf --json",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return s.usage(cmd, "%s", operator.VerifyNoFile.In(s.lang))
			case s.cfgErr != nil:
				return s.cfgErr
			}
			of := s.cfg.Verify
			if roots != "" {
				of.Roots = roots
			}
			of.Revocation = of.Revocation || revocation
			checker, err := s.checker(of)
			if err != nil {
				s.tell(err.Error())
				return &exit.Error{Code: exit.Failed}
			}
			d := lineDeps(s)
			r := &verifying.Run{Checker: checker, Out: s.out, Printer: plain.Printer{Texts: text.For(s.lang), Width: d.Width, Style: d.Style}}
			if r.Printer.Style == nil {
				r.Printer.Style = plain.None{}
			}
			r.JSON, _ = cmd.Flags().GetBool("json")
			return r.Files(cmd.Context(), args)
		},
	}
	cmd.Flags().StringVar(&roots, "roots", "", operator.VerifyFlagRoots.In(s.lang))
	cmd.Flags().BoolVar(&revocation, "revocation", false, operator.VerifyFlagRevoke.In(s.lang))
	return cmd
}

// checker returns what checks files with a configuration.
func (s *session) checker(of verifying.Config) (*signature.Checker, error) {
	return of.Checker(s.lists(), s.cfg.Offline, s.lang)
}

// lists says how lists of revoked certificates are fetched.
func (s *session) lists() lists.From {
	return lists.From{Version: version(), Contact: s.cfg.National.Contact, Proxy: s.cfg.Way(proxy.Proxy{}, "").Proxy}
}
