package main

import (
	"github.com/spf13/cobra"

	"motcua/kiosk/deploy"
)

// libraryPlace is where an operator's own scripts belong (Filesystem Hierarchy
// Standard, 4.9).
const libraryPlace = "/usr/local/lib/motcua"

// deployKioskCommand is `motcua deploy kiosk`.
func (a *app) deployKioskCommand() *cobra.Command {
	w := kioskWords
	var to string
	cmd := &cobra.Command{
		Use: w.deployUse.in(a.lang), Short: w.deployShort.in(a.lang), Long: w.deployLong.in(a.lang), Example: "motcua deploy kiosk ./motcua-kiosk",
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 1 && to == "":
				to = args[0]
			case len(args) > 0:
				return a.usage(cmd, "%s", w.oneFolder.in(a.lang))
			case to == "":
				return a.usage(cmd, "%s", serveWords.needTo.in(a.lang))
			}
			files, err := deploy.Kiosk(binaryPlace, libraryPlace)
			if err != nil {
				return err
			}
			return a.deploy(to, files)
		},
	}
	cmd.Flags().StringVar(&to, "to", "", serveWords.flagTo.in(a.lang))
	_ = cmd.MarkFlagDirname("to")
	return cmd
}
