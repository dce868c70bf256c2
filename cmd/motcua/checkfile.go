package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"motcua/kiosk/doctor"
	"motcua/kiosk/wire"
	"motcua/tui/line/exit"
	"motcua/tui/line/record"
	"motcua/tui/text"
	"motcua/tui/text/operator"
)

// keptFile is a file that the operator keeps, and the command that checks it below the
// command that answers from it.
type keptFile struct {
	of         string // the command above
	use, short text.Said
	example    string
	good       text.Said // takes the file and how many entries can be used
	counts     string    // the name of that number in JSON
	configured func(*session) string
	read       func(path string, trust func(string) error, l text.Lang) doctor.Kept
}

var keptFiles = []keptFile{
	{
		of: "units", use: operator.UnitsCheckUse, short: operator.UnitsCheckShort, example: "motcua units check /etc/motcua/units.toml",
		good: operator.UnitsGood, counts: "units", read: doctor.UnitsFile, configured: func(s *session) string { return s.cfg.Place.Units },
	},
	{
		of: "index", use: operator.RanksCheckUse, short: operator.RanksCheckShort, example: "motcua index check /etc/motcua/ranks.csv",
		good: operator.RanksGood, counts: "rows", read: doctor.RanksFile, configured: func(s *session) string { return s.cfg.Place.Ranks },
	},
	{
		of: "notices", use: operator.NoticesCheckUse, short: operator.NoticesCheckShort, example: "motcua notices check /etc/motcua/notices",
		good: operator.NoticesGood, counts: "notices", read: doctor.NoticesFolder, configured: func(s *session) string { return s.cfg.Place.Notices },
	},
}

// addFileChecks adds the commands that check an operator's files.
func addFileChecks(root *cobra.Command, s *session) {
	for _, k := range keptFiles {
		if above, _, err := root.Find([]string{k.of}); err == nil {
			above.AddCommand(k.command(s))
		}
	}
}

func (k keptFile) command(s *session) *cobra.Command {
	return &cobra.Command{
		Use: k.use.In(s.lang), Short: k.short.In(s.lang), Example: k.example,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) != 1:
				return s.usage(cmd, "%s", operator.OneFile.In(s.lang))
			case s.cfgErr != nil:
				return s.cfgErr
			}
			asJSON, _ := cmd.Flags().GetBool("json")
			return k.check(s, args[0], asJSON)
		},
	}
}

// check reads a file as a server would, and says what is wrong with it.
func (k keptFile) check(s *session, file string, asJSON bool) error {
	var trust func(string) error
	if file == k.configured(s) { // who can write a draft does not matter yet
		trust = wire.Trusted
	}
	read := k.read(file, trust, s.lang)
	good := len(read.Mistakes) == 0
	var err error
	switch {
	case asJSON:
		err = record.EncodeLine(s.out, map[string]any{"file": read.File, "ok": good, k.counts: read.Used, "problems": read.Mistakes})
	case good:
		_, err = fmt.Fprintf(s.out, k.good.In(s.lang)+"\n", read.File, read.Used)
	default:
		for _, m := range read.Mistakes {
			s.tell(m.Sentence)
		}
	}
	if err == nil && !good {
		err = &exit.Error{Code: exit.Failed}
	}
	return err
}
