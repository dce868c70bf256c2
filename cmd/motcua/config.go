package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"motcua/kiosk/config"
)

// configCommand is `motcua config` with `init` and `check` below it.
func (a *app) configCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "config", Short: a.words.configShort, Long: a.words.configLong, Example: "motcua config\nmotcua config --json",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.none(cmd, args); err != nil {
				return err
			}
			if a.cfgErr != nil {
				return a.cfgErr
			}
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				return a.cfg.WriteJSON(a.out)
			}
			return a.cfg.Write(a.out, a.lang)
		},
	}
	cmd.AddCommand(&cobra.Command{
		Use: "init", Short: a.words.initShort, Long: a.words.initLong, Example: "motcua config init\nmotcua config init --config ./motcua.toml",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.none(cmd, args); err != nil {
				return err
			}
			// A file that cannot be read is no reason not to write another one.
			name, _ := cmd.Flags().GetString("config")
			if !cmd.Flags().Changed("config") {
				var own bool
				if name, own = config.HomeFile(config.Inputs{Getenv: os.Getenv}); !own {
					return a.usage(cmd, configWords.noHome.in(a.lang), name, name)
				}
			}
			if err := config.WriteDefault(name); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.out, a.words.initDone+"\n", name)
			return err
		},
	})
	cmd.AddCommand(a.configCheckCommand())
	return cmd
}
