package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/kiosk/config"
	"motcua/kiosk/deploy"
	"motcua/kiosk/doctor"
	"motcua/kiosk/keyfile"
	"motcua/themes"
	"motcua/tui/line/exit"
	"motcua/tui/line/record"
	"motcua/tui/text/operator"
)

// configCommand returns `motcua config` with its subcommands `init` and `check`.
func configCommand(s *session) *cobra.Command {
	cmd := &cobra.Command{
		Use: "config", Short: operator.ConfigShort.In(s.lang), Long: operator.ConfigLong.In(s.lang), Example: "motcua config\nmotcua config --json",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.none(cmd, args); err != nil {
				return err
			}
			if s.cfgErr != nil {
				return s.cfgErr
			}
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				return s.cfg.WriteJSON(s.out)
			}
			return s.cfg.Write(s.out, s.lang)
		},
	}
	cmd.AddCommand(&cobra.Command{
		Use: "init", Short: operator.ConfigInitShort.In(s.lang), Long: operator.ConfigInitLong.In(s.lang), Example: "motcua config init\nmotcua config init --config ./motcua.toml",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.none(cmd, args); err != nil {
				return err
			}
			// Another file can be written even when the current one cannot be read.
			name, _ := cmd.Flags().GetString("config")
			if !cmd.Flags().Changed("config") {
				var own bool
				if name, own = config.HomeFile(config.Inputs{Getenv: os.Getenv}, os.Geteuid() == 0); !own {
					return s.usage(cmd, operator.ConfigNoHome.In(s.lang), name, name)
				}
			}
			if err := config.WriteDefault(name); err != nil {
				return err
			}
			if _, err := fmt.Fprintf(s.out, operator.ConfigInitDone.In(s.lang)+"\n", name); err != nil {
				return err
			}
			return s.shareWithService(name, deploy.Units(), os.Geteuid() == 0)
		},
	})
	cmd.AddCommand(configCheckCommand(s))
	return cmd
}

// shareWithService lets a service read the configuration that root wrote for it, and says
// so: the service has an account of its own.
func (c *console) shareWithService(name string, units []deploy.Unit, root bool) error {
	i := slices.IndexFunc(units, func(u deploy.Unit) bool { return u.Config == name })
	if i < 0 || !root {
		return nil
	}
	u := units[i]
	there, err := keyfile.Share(name, u.User)
	switch {
	case err != nil:
		return c.fail(operator.Unwritable.In(c.lang), clean.Line(name), c.reason(err))
	case !there:
		_, err = fmt.Fprintf(c.out, operator.ConfigInitNoAccount.In(c.lang)+"\n", u.User, keyfile.ShareCommand(name, u.User))
	default:
		_, err = fmt.Fprintf(c.out, operator.ConfigInitShared.In(c.lang)+"\n", u.Name, u.User)
	}
	return err
}

// configCheckCommand returns `motcua config check`.
func configCheckCommand(s *session) *cobra.Command {
	return &cobra.Command{
		Use: operator.ConfigCheckUse.In(s.lang), Short: operator.ConfigCheckShort.In(s.lang), Long: operator.ConfigCheckLong.In(s.lang), Example: "motcua config check /etc/motcua/config.toml",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return s.usage(cmd, "%s", operator.ConfigOneFile.In(s.lang))
			}
			flags := globalFlags(s.args)
			if len(args) == 1 {
				flags["config"] = args[0]
			}
			checked := doctor.ReadConfig(config.Inputs{Flags: flags, Getenv: os.Getenv, Themes: themes.Names()}, os.Environ())
			// Who can write a draft does not matter yet.
			checked.Closed(len(args) == 0 || args[0] == os.Getenv("MOTCUA_CONFIG"))
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				return tellConfigJSON(&s.console, checked)
			}
			return tellConfig(&s.console, checked)
		},
	}
}

func tellConfig(to *console, c doctor.ReadIn) error {
	lang := c.Config.Interface.Lang
	for _, n := range c.Notes {
		to.tell(fmt.Sprintf(operator.Note.In(lang), n))
	}
	for _, p := range c.Problems {
		to.tell(p.Sentence)
	}
	if len(c.Problems) > 0 {
		return &exit.Error{Code: exit.Failed}
	}
	says := operator.ConfigGoodDefaults.In(lang)
	if c.Config.File != "" {
		says = fmt.Sprintf(operator.ConfigGood.In(lang), clean.Line(c.Config.File))
	}
	_, err := fmt.Fprintln(to.out, says)
	return err
}

func tellConfigJSON(to *console, c doctor.ReadIn) error {
	var file *string
	if c.Config.File != "" {
		file = &c.Config.File
	}
	err := record.EncodeLine(to.out, struct {
		File     *string          `json:"file"`
		OK       bool             `json:"ok"`
		Problems []doctor.Mistake `json:"problems"`
		Notes    []string         `json:"notes"`
	}{file, len(c.Problems) == 0, c.Problems, c.Notes})
	if err == nil && len(c.Problems) > 0 {
		err = &exit.Error{Code: exit.Failed}
	}
	return err
}
