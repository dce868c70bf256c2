package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"motcua/client/clean"
	"motcua/client/review"
	"motcua/kiosk/config"
	"motcua/kiosk/keyfile"
	"motcua/kiosk/staff"
	"motcua/themes"
	"motcua/tui/line"
	"motcua/tui/text"
	"motcua/tui/view"
)

// configCheckCommand is `motcua config check`.
func (a *app) configCheckCommand() *cobra.Command {
	w := configWords
	return &cobra.Command{
		Use: w.checkUse.in(a.lang), Short: w.checkShort.in(a.lang), Long: w.checkLong.in(a.lang), Example: "motcua config check /etc/motcua/config.toml",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 1 {
				return a.usage(cmd, "%s", w.oneFile.in(a.lang))
			}
			flags := globalFlags(a.args)
			if len(args) == 1 {
				flags["config"] = args[0]
			}
			checked := checkConfigFile(config.Inputs{Flags: flags, Getenv: os.Getenv, Themes: themes.Names()})
			// Who may write a draft does not matter yet.
			checked.closed(len(args) == 0 || args[0] == os.Getenv("MOTCUA_CONFIG"))
			if asJSON, _ := cmd.Flags().GetBool("json"); asJSON {
				return checked.writeJSON(a)
			}
			return checked.write(a)
		},
	}
}

// checkedConfig is what came of reading a configuration.
type checkedConfig struct {
	cfg      config.Config
	problems []problemObject
	notes    []string
}

// problemObject is one thing to mend; line is 0 when it is about no line.
type problemObject struct {
	Key      string `json:"key"`
	Line     int    `json:"line"`
	Sentence string `json:"sentence"`
}

// checkConfigFile reads a configuration and what else a server reads with it.
func checkConfigFile(in config.Inputs) checkedConfig {
	cfg, err := config.Load(in)
	c := checkedConfig{cfg: cfg, problems: []problemObject{}, notes: []string{}}
	lang := cfg.Interface.Lang
	var bad *config.Error
	switch {
	case errors.As(err, &bad):
		for _, p := range bad.Problems {
			c.problems = append(c.problems, problemObject{p.Key, p.Line, p.Sentence(lang)})
		}
	case err != nil:
		c.problems = append(c.problems, problemObject{Sentence: clean.Line(err.Error())})
	default:
		c.staff(staff.Files{Keys: cfg.Server.StaffKeys, CAs: cfg.Server.StaffCAs, Revoked: cfg.Server.RevokedKeys})
	}
	if err == nil {
		for _, p := range review.Read(cfg.Papers.File, nil).Problems() {
			c.notes = append(c.notes, view.ReviewProblem(p, text.For(lang), nil))
		}
	}
	for _, p := range append(cfg.Outside(), config.UnknownEnv(os.Environ())...) {
		c.notes = append(c.notes, p.Sentence(lang))
	}
	return c
}

// staff reads the files of staff. A line that is worth nothing is noted, as the
// server leaves it out; a file that cannot be used is to be mended.
func (c *checkedConfig) staff(files staff.Files) {
	book := staff.ReadAs(keyfile.Own(), files)
	unread := book.Err(files) != nil
	for _, p := range book.Problems() {
		if says := p.In(c.cfg.Interface.Lang); unread {
			c.problems = append(c.problems, problemObject{Key: "server", Sentence: says})
		} else {
			c.notes = append(c.notes, says)
		}
	}
}

// closed tells whether others may write the file, which the server does not take
// once the file is the one in use.
func (c *checkedConfig) closed(inUse bool) {
	lang := c.cfg.Interface.Lang
	var open *keyfile.Problem
	switch errors.As(c.cfg.CheckFile(keyfile.Own()), &open); {
	case open == nil:
	case inUse:
		c.problems = append(c.problems, problemObject{Sentence: open.In(lang)})
	default:
		c.notes = append(c.notes, open.In(lang))
	}
}

func (c checkedConfig) write(a *app) error {
	lang := c.cfg.Interface.Lang
	for _, n := range c.notes {
		a.tell(fmt.Sprintf(configWords.note.in(lang), n))
	}
	for _, p := range c.problems {
		a.tell(p.Sentence)
	}
	if len(c.problems) > 0 {
		return &line.ExitError{Code: line.ExitFailed}
	}
	says := configWords.goodDefaults.in(lang)
	if c.cfg.File != "" {
		says = fmt.Sprintf(configWords.good.in(lang), clean.Line(c.cfg.File))
	}
	_, err := fmt.Fprintln(a.out, says)
	return err
}

func (c checkedConfig) writeJSON(a *app) error {
	var file *string
	if c.cfg.File != "" {
		file = &c.cfg.File
	}
	err := line.EncodeLine(a.out, struct {
		File     *string         `json:"file"`
		OK       bool            `json:"ok"`
		Problems []problemObject `json:"problems"`
		Notes    []string        `json:"notes"`
	}{file, len(c.problems) == 0, c.problems, c.notes})
	if err == nil && len(c.problems) > 0 {
		err = &line.ExitError{Code: line.ExitFailed}
	}
	return err
}
